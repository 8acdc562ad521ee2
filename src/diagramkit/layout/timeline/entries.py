"""What a timeline shows, with a key for everything."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.layout.lines import distinct
from diagramkit.mermaid.kinds.timeline.model import Timeline


@dataclass(frozen=True, slots=True)
class Entry:
    """A period; a section without any has one without words."""

    key: str
    text: str
    events: tuple[str, ...]
    is_critical: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A section, or as much of it as stands in one row. `title` may be empty."""

    key: str
    title: str
    entries: tuple[Entry, ...]


def entries(timeline: Timeline) -> list[Part]:
    """The sections in order, each with one entry at least."""
    titles = distinct(section.title or "" for section in timeline.sections)
    texts = [period.text for section in timeline.sections for period in section.periods]
    keys = iter(distinct(texts))
    parts: list[Part] = []
    for title, section in zip(titles, timeline.sections, strict=True):
        held = tuple(
            Entry(
                next(keys),
                period.text,
                tuple(filter(None, period.events)),
                period.text in timeline.critical,
            )
            for period in section.periods
        )
        empty = (Entry(f"section {title}", "", ()),)
        parts.append(Part(title, section.title or "", held or empty))
    return parts
