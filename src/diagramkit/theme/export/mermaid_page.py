"""What a Mermaid flowchart needs on a page that shows through, light or dark.

Mermaid writes a `classDef` as a style sheet, and `edgeLabel` and `cluster` are its own names for
the words beside a link and for a group: so a class paints what otherwise only a directive could.
"""

from __future__ import annotations

from diagramkit.theme.export._template import fill
from diagramkit.theme.model import ModeName, Theme
from diagramkit.theme.page import page_colors


def export(theme: Theme, mode: ModeName) -> str:
    """Three lines, without indent: words beside links, groups, links."""
    look = theme.mode(mode)
    return fill(
        "mermaid_page",
        page=page_colors(theme, mode),
        group_width=f"{look.group.stroke_width:g}px",
        line_width=f"{look.edges.main.stroke_width:g}px",
    )
