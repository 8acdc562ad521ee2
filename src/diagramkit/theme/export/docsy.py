"""Docsy: tables of `hugo.toml`."""

from __future__ import annotations

from diagramkit.theme.export._site import site_settings, tables
from diagramkit.theme.export._template import fill
from diagramkit.theme.model import ModeName, Theme


def export(theme: Theme, mode: ModeName) -> str:
    """The tables."""
    return fill("docsy", options=tables("params.mermaid", site_settings(theme, mode)))
