"""VitePress with `vitepress-plugin-mermaid`: what `withMermaid` is given."""

from __future__ import annotations

from diagramkit.theme.export._site import site_settings, written
from diagramkit.theme.export._template import fill
from diagramkit.theme.model import ModeName, Theme


def export(theme: Theme, mode: ModeName) -> str:
    """An entry of the configuration."""
    return fill("vitepress", options=written(site_settings(theme, mode)))
