"""Material for MkDocs: a module for `extra_javascript`, beside a copy of Mermaid's own.

Material sets Mermaid up itself once more, so that its settings are taken first and the theme last.
"""

from __future__ import annotations

from diagramkit.theme.export._site import site_settings, written
from diagramkit.theme.export._template import fill
from diagramkit.theme.model import ModeName, Theme


def export(theme: Theme, mode: ModeName) -> str:
    """The module."""
    return fill("mkdocs", options=written(site_settings(theme, mode)))
