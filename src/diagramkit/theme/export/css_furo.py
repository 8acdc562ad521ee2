"""The style sheet `css` for Sphinx with Furo: dark by the reader's choice, or the system's."""

from __future__ import annotations

from diagramkit.theme.export.css import DARK, style_sheet
from diagramkit.theme.model import ModeName, Theme


def export(theme: Theme, mode: ModeName) -> str:  # noqa: ARG001
    """The style sheet, both modes in it; one for `html_css_files` in `conf.py`."""
    chosen, system = 'body[data-theme="dark"]', 'body:not([data-theme="light"])'
    return style_sheet(theme, "body", [(chosen, ""), (system, DARK)])
