"""Flowcharts: `flowchart LR`, `graph TD`."""

from diagramkit.mermaid.kinds.flowchart.reader import read

__all__ = ["read"]
