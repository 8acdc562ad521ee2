"""Swimlanes: flowcharts in lanes."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.kinds.flowchart import css, variables

__all__ = ["NAMES", "css", "variables"]

NAMES = ("swimlane",)
