"""The participants of a sequence diagram and the boxes they stand in.

Follows the rules of Mermaid 11.17 (`addActor` in `sequenceDb.ts`): the first mention gives the
place in the row, words that come later replace those before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from diagramkit.mermaid.kinds.sequence.model import Frame, Participant, ParticipantType
from diagramkit.mermaid.label import plain_words
from diagramkit.mermaid.limits import check_name
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import nearest

MAX_PARTICIPANTS = 200
"""The most participants that are read."""


class Mention(NamedTuple):
    """The name of a participant and where it stands."""

    name: str
    offset: int


@dataclass(slots=True)
class _Member:
    offset: int
    text: str
    type: ParticipantType
    frame: int | None
    links: dict[str, str] = field(default_factory=dict)


class Cast:
    """Participants by name, in the order of their first mention."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._members: dict[str, _Member] = {}
        self._frames: list[tuple[str, str]] = []
        self._frame: int | None = None

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def mention(
        self, mention: Mention, text: str | None = None, kind: ParticipantType = "participant"
    ) -> None:
        """Somebody takes part, perhaps for the first time, perhaps with other words.

        Without words somebody who is there already stays as they are. Raises DiagramError where
        they stand in another box, or where there are too many.
        """
        known = self._members.get(mention.name)
        if known is None:
            self._check_room(mention)
            check_name(self._source, mention.name, mention.offset)
            offset, frame = mention.offset, self._frame
        else:
            offset, frame = known.offset, self._frame_of(known, mention)
            known.frame = frame
        if known is None or text is not None:
            shown = plain_words(mention.name) if text is None else text
            self._members[mention.name] = _Member(offset, shown, kind, frame)

    def _check_room(self, mention: Mention) -> None:
        if len(self._members) == MAX_PARTICIPANTS:
            raise self._source.limit(
                mention.offset, f"a diagram has {MAX_PARTICIPANTS} participants at most"
            )

    def _frame_of(self, known: _Member, mention: Mention) -> int | None:
        if self._frame is None or known.frame is None:
            return self._frame if known.frame is None else known.frame
        if known.frame != self._frame:
            message = f'"{mention.name[:60]}" stands in another box already; one is allowed'
            raise self._source.error(mention.offset, message)
        return known.frame

    def open_frame(self, text: str, fill: str) -> None:
        """Begin a box: those who are mentioned from here on stand in it."""
        self._frame = len(self._frames)
        self._frames.append((text, fill))

    def close_frame(self) -> None:
        """End the box."""
        self._frame = None

    def add_links(self, name: str, links: dict[str, str]) -> None:
        """Links of somebody who is there."""
        self._members[name].links.update(links)

    def check(self, mentions: list[Mention]) -> None:
        """Raises DiagramError for the first of `mentions` who never took part."""
        for mention in mentions:
            if mention.name not in self._members:
                hint = nearest(mention.name, list(self._members))
                message = f'no participant is called "{mention.name[:60]}"{hint}'
                raise self._source.error(mention.offset, message)

    def participants(self) -> tuple[Participant, ...]:
        """Everybody, from left to right."""
        return tuple(
            Participant(
                name,
                member.text,
                member.type,
                tuple(member.links.items()),
                self._source.location(member.offset),
            )
            for name, member in self._members.items()
        )

    def frames(self) -> tuple[Frame, ...]:
        """Every box that somebody stands in."""
        inside: list[list[str]] = [[] for _ in self._frames]
        for name, member in self._members.items():
            if member.frame is not None:
                inside[member.frame].append(name)
        return tuple(
            Frame(text, tuple(names), fill)
            for (text, fill), names in zip(self._frames, inside, strict=True)
            if names
        )
