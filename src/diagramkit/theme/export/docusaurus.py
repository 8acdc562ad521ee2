"""Docusaurus: what `themeConfig` of `docusaurus.config.js` says of Mermaid.

Its options are handed to Mermaid as they are, but for the theme, which it has for light and dark.
"""

from __future__ import annotations

from diagramkit.theme.export._site import site_settings, written
from diagramkit.theme.export._template import fill
from diagramkit.theme.model import ModeName, Theme


def export(theme: Theme, mode: ModeName) -> str:
    """An entry of `themeConfig`."""
    settings = site_settings(theme, mode)
    del settings["theme"]
    return fill("docusaurus", options=written(settings, level=1))
