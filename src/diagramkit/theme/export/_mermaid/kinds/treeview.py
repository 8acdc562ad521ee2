"""Trees of files."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("treeView",)


def variables(t: Tones) -> dict[str, object]:
    """Words and lines, both on the page."""
    return {"treeView": {"labelColor": t.bare, "lineColor": t.line}}


def css(t: Tones) -> Css:
    """Words carry their ground; icons are lines."""
    return {
        ".treeView-node-label,.treeView-node-description": t.halo,
        ".treeView-node-icon": f"color:{t.line}",
        ".treeView-highlight-bg": f"fill:{t.ground};stroke:{t.line}",
    }
