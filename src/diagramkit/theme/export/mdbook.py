"""mdBook with `mdbook-mermaid`: its `mermaid-init.js`."""

from __future__ import annotations

from diagramkit.theme.export._site import site_settings, written
from diagramkit.theme.export._template import fill
from diagramkit.theme.model import ModeName, Theme


def export(theme: Theme, mode: ModeName) -> str:
    """The script."""
    return fill("mdbook", options=written(site_settings(theme, mode, startOnLoad=True)))
