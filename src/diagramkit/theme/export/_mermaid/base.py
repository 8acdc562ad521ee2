"""The variables that more than one kind of diagram reads."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Tones


def variables(t: Tones) -> dict[str, object]:
    """Boxes of three ranks, notes, groups, links, words."""
    return {
        "darkMode": t.is_dark,
        "background": t.canvas,
        "primaryColor": t.primary.fill,
        "primaryTextColor": t.primary.text,
        "primaryBorderColor": t.primary.line,
        "secondaryColor": t.secondary.fill,
        "secondaryTextColor": t.secondary.text,
        "secondaryBorderColor": t.secondary.line,
        "tertiaryColor": t.panel,
        "tertiaryTextColor": t.text,
        "tertiaryBorderColor": t.border,
        "noteBkgColor": t.note.fill,
        "noteTextColor": t.note.text,
        "noteBorderColor": t.note.line,
        "textColor": t.bare,
        "titleColor": t.title,
        "lineColor": t.line,
        "arrowheadColor": t.line,
        "clusterBkg": t.group,
        "clusterBorder": t.line,
        "edgeLabelBackground": t.ground,
    }
