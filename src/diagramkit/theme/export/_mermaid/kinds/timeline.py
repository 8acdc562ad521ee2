"""Timelines: each section a category."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.kinds.mindmap import variables as scale
from diagramkit.theme.export._mermaid.tones import SCALE, Css, Tones

NAMES = ("timeline",)


def variables(t: Tones) -> dict[str, object]:
    """The scale of the sections."""
    return scale(t)


def css(t: Tones) -> Css:
    """Lines that are seen on the page, and colours as they are given."""
    found = {
        f".section-{place} :is(rect,path,circle)": f"stroke:{t.scale[(place + 1) % SCALE].line}"
        for place in range(-1, SCALE - 1)
    }
    return {
        **found,
        ".lineWrapper line,line,.timeline-node line": f"stroke:{t.line}",
        ".eventWrapper": "filter:none",
        "[id$=-arrowhead] path": f"fill:{t.line}",
        "text:not(g text)": t.halo,
    }
