"""Timelines written at random from the grammar of Mermaid 11.17."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

TEXTS = {
    "2017": "2017",
    "A word": "A word",
    "one<br/>two": "one\ntwo",
    "사용자 요청": "사용자 요청",
    "see http://a.b:80/c": "see http://a.b:80/c",
    "words that have far more to say than there is room for in a column": "words that have far "
    "more to say than there is room for in a column",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten": "Donaudampf"
    "schifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten",
    "5 #lt; 6 &amp; 7": "5 < 6 & 7",
}
"""Words as they are written, and as a reader sees them."""
PERIODS = [text for text in TEXTS if ":" not in text and "#" not in text]


@dataclass(frozen=True)
class Written:
    """A source; its direction, and its sections as title and periods with their events."""

    source: str
    direction: str
    sections: tuple[tuple[str | None, tuple[tuple[str, tuple[str, ...]], ...]], ...]


@st.composite
def timelines(draw: st.DrawFn, most: int = 6) -> Written:
    """A timeline of up to so many sections with up to so many periods each."""
    direction = draw(st.sampled_from(("", " LR", " TD")))
    lines = [f"timeline{direction}"]
    sections: list[tuple[str | None, tuple[tuple[str, tuple[str, ...]], ...]]] = []
    for number in range(draw(st.integers(1, most))):
        title = draw(st.sampled_from(PERIODS)) if number or draw(st.booleans()) else None
        if title is not None:
            lines.append(f"  section {title}")
        periods = tuple(_period(draw, lines) for _ in range(draw(st.integers(1, most))))
        sections.append((None if title is None else TEXTS[title], periods))
    written = "\n".join(lines) + "\n"
    return Written(written, "TB" if direction == " TD" else "LR", tuple(sections))


def _period(draw: st.DrawFn, lines: list[str]) -> tuple[str, tuple[str, ...]]:
    text = draw(st.sampled_from(PERIODS))
    events = draw(st.lists(st.sampled_from(sorted(TEXTS)), max_size=4))
    first = draw(st.integers(0, len(events)))
    lines.append("    " + " : ".join((text, *events[:first])))
    lines.extend(f"      : {event}" for event in events[first:])
    return TEXTS[text], tuple(TEXTS[event] for event in events)
