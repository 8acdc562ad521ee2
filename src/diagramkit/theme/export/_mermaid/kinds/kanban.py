"""Kanban boards: columns are groups, tickets are boxes."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.kinds.mindmap import variables as scale
from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("kanban",)


def variables(t: Tones) -> dict[str, object]:
    """The scale of the columns, and tickets."""
    return {**scale(t), "nodeBorder": t.primary.line}


def css(t: Tones) -> Css:
    """Columns as they are given, tickets, and words in both."""
    found = {
        f".section-{place} rect": f"fill:{tone.fill};stroke:{tone.line}"
        for place, tone in enumerate(t.scale[1:])
    }
    return {
        **found,
        ".cluster-label,.cluster-label span": f"color:{t.text};fill:{t.text}",
        ".node rect": f"fill:{t.primary.fill};stroke:{t.primary.line}",
        ".node .label,.node .label span": f"color:{t.primary.text};fill:{t.primary.text}",
        **{
            f".node line[stroke={color}]": f"stroke:{line}"
            for color, line in _priorities(t).items()
        },
        ".kanban-ticket-link": f"fill:{t.primary.text}",
    }


def _priorities(t: Tones) -> dict[str, str]:
    """The bars of tickets by the colour that Mermaid has for their priority."""
    return {
        "red": t.accent.line,
        "orange": t.primary.line,
        "blue": t.muted,
        "lightblue": t.muted,
    }
