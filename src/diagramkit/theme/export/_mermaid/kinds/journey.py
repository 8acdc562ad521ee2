"""User journeys."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("journey",)
_PEOPLE = 6


def variables(t: Tones) -> dict[str, object]:
    """Sections and their tasks."""
    return t.scaled("fillType", (tone.fill for tone in t.scale[:8]))


def css(t: Tones) -> Css:
    """Faces, people, lines and words."""
    sections = {
        f".section-type-{place},.task-type-{place}": f"stroke:{tone.line}"
        for place, tone in enumerate(t.scale[:8])
    }
    people = {
        f".actor-{place}": f"fill:{tone.line};stroke:{t.primary.line}"
        for place, tone in enumerate(t.scale[:_PEOPLE])
    }
    return {
        **sections,
        **people,
        "line,.task-line": f"stroke:{t.line}",
        "[id$=-arrowhead] path": f"fill:{t.line}",
        ".face": f"fill:{t.canvas};stroke:{t.line}",
        ".mouth": f"stroke:{t.line};fill:{t.line}",
        "circle:not([class])": f"fill:{t.line};stroke:{t.line}",
        "div.label": f"color:{t.text}",
        "text:not(.label),.legend,.legend tspan": t.halo,
    }
