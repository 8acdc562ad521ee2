"""The style sheet `css` for MkDocs Material: dark wherever the page is of the scheme `slate`."""

from __future__ import annotations

from diagramkit.theme.export.css import style_sheet
from diagramkit.theme.model import ModeName, Theme


def export(theme: Theme, mode: ModeName) -> str:  # noqa: ARG001
    """The style sheet, both modes in it; one for `extra_css` in `mkdocs.yml`."""
    # The attribute stands on the body, so that what it sets goes before `:root`.
    return style_sheet(theme, ":root", [('[data-md-color-scheme="slate"]', "")])
