"""A sequence diagram as the layout sees it: participants by number, what happens in one list, and
for each message how deep the bars at its ends are nested. Nothing here has a place yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence as Series
from collections.abc import Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from diagramkit.geometry import Rect
from diagramkit.layout.sequence.words import NO_WORDS
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.sequence.model import (
    Activation,
    Birth,
    Death,
    Fragment,
    Item,
    Message,
    Note,
    Sequence,
)

NOWHERE = Rect(0, 0, 0, 0)


@dataclass(slots=True, eq=False)
class Span:
    """A fragment: the participants that it reaches from and to, by number, and its place.

    `left` and `right` are what it needs beyond those life lines, then how far it reaches;
    `lefts` and `rights` say how many frames begin and end there, with those around it. `rules`
    are the heights at which its sections begin, the first its top.
    """

    fragment: Fragment
    key: str
    parent: Span | None
    first: int = -1
    last: int = -1
    tag: Label = NO_WORDS
    section: Label = NO_WORDS
    guards: list[Label] = field(default_factory=list)
    lefts: int = 1
    rights: int = 1
    left: float = 0.0
    right: float = 0.0
    rules: list[float] = field(default_factory=list)
    rect: Rect = NOWHERE
    busy: list[frozenset[int]] = field(default_factory=list)
    """Who has a bar where each section begins."""
    lanes: list[tuple[int, ...]] = field(default_factory=list)
    """Those that the words of each section may stand in."""

    @property
    def has_tag(self) -> bool:
        """Whether a plate names it; a `rect` is a mere tint."""
        return self.fragment.kind != "rect"

    def reach(self, one: int, other: int) -> None:
        """Take in the participants from `one` to `other`."""
        self.first = one if self.first < 0 else min(self.first, one)
        self.last = max(self.last, other)


@dataclass(slots=True, eq=False)
class Bar:
    """An activation from one message to another, both included, or from below a note or to the foot
    of one; without either, from the top or to the end. `level` is how many bars it lies on."""

    participant: int
    key: str
    level: int
    start: Arrow | Remark | None
    end: Arrow | Remark | None = None


class Bars(NamedTuple):
    """Bars on each other: how many, the one below all, and the one on top."""

    depth: int = 0
    lowest: Bar | None = None
    highest: Bar | None = None

    @classmethod
    def of(cls, bars: Series[Bar]) -> Bars:
        return cls(len(bars), bars[0], bars[-1]) if bars else cls()


@dataclass(slots=True, eq=False)
class Arrow:
    """A message. `starts_in` and `ends_in` are the bars there; `made` and `ended` are the
    participants that it makes and ends."""

    message: Message
    key: str
    source: int
    target: int
    span: Span | None
    starts_in: Bars
    ends_in: Bars
    made: int = -1
    ended: tuple[int, ...] = ()
    words: Label = NO_WORDS
    number: Label = NO_WORDS
    y: float = 0.0
    bottom: float = 0.0
    """The height at which it arrives: below `y` for a message to oneself."""
    lanes: tuple[int, ...] = ()
    """Those that it crosses before it meets a bar, from the sender on: its words may need more than
    the first."""
    stretches: tuple[tuple[int, int], ...] = ()
    """The first and the last lane of each stretch without bars along the message, the sender's
    first: words that its own lanes would break may go on over the life lines at its ends."""
    used: tuple[int, int] = (0, 0)
    """The first and the last of the lanes that its words stand in."""
    is_left: bool = False
    """Whether a message to oneself goes to the left of its life line."""

    @property
    def is_loop(self) -> bool:
        return self.source == self.target

    @property
    def crossed(self) -> tuple[int, int]:
        """The first and the last of the lanes between its ends."""
        return min(self.source, self.target) + 1, max(self.source, self.target)

    @property
    def lane(self) -> int:
        """The lane of its words: the one beside the sender. Lane 0 is left of all life lines."""
        is_right = self.target >= self.source and not self.is_left
        return self.source + 1 if is_right else self.source


@dataclass(slots=True, eq=False)
class Remark:
    """A note at or over the participants `first` to `last`, beside the message `arrow` if it is
    about the same participant."""

    note: Note
    key: str
    first: int
    last: int
    span: Span | None
    arrow: Arrow | None
    words: Label = NO_WORDS
    width: float = 0.0
    rect: Rect = NOWHERE

    @property
    def lane(self) -> int:
        """The lane that it stands in if it is beside a life line."""
        return self.first if self.note.placement == "left" else self.first + 1


@dataclass(slots=True, eq=False)
class Border:
    """Where section number `section` of a fragment begins; -1 is its end."""

    span: Span
    section: int


Step = Arrow | Remark | Border


@dataclass(slots=True)
class Plan:
    """All of a diagram, in order. `depths` is the deepest nesting of bars of each participant,
    `births` and `deaths` the messages that make and end some of them."""

    sequence: Sequence
    index: dict[str, int]
    steps: list[Step] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    depths: list[int] = field(default_factory=list)
    births: dict[int, Arrow] = field(default_factory=dict)
    deaths: dict[int, Arrow] = field(default_factory=dict)


def plan(sequence: Sequence) -> Plan:
    """Number the participants and put everything in order."""
    return _Planner(sequence).made()


class _Planner:
    """Walks through a diagram once."""

    def __init__(self, sequence: Sequence) -> None:
        people = sequence.participants
        self.plan = Plan(sequence, {person.id: place for place, person in enumerate(people)})
        self.plan.depths = [0] * len(people)
        self.active: list[list[Bar]] = [[] for _ in people]
        self.names: Counter[str] = Counter()
        self.born, self.dying = -1, list[int]()
        self.crossing: list[tuple[Arrow, frozenset[int]]] = []
        self.loops: list[tuple[Arrow, set[int]]] = []
        self.latest: Arrow | None = None
        self.beside: Arrow | None = None

    def made(self) -> Plan:
        if self.plan.depths:
            # Without anybody there is nothing that could happen, but maybe an empty fragment.
            self.take(self.plan.sequence.items, None)
        for span in reversed(self.plan.spans):
            if span.parent and span.first >= 0:
                span.parent.reach(span.first, span.last)
        for span in self.plan.spans:
            if span.first < 0:
                self._stretch(span)
            if span.parent and span.parent.first == span.first:
                span.lefts += span.parent.lefts
            if span.parent and span.parent.last == span.last:
                span.rights += span.parent.rights
        for arrow, barred in self.crossing:
            arrow.stretches = _stretches(arrow, barred, len(self.active))
        for arrow, busy in self.loops:
            most = arrow.span.last if arrow.span else len(self.active) - 1
            arrow.lanes = _lanes_right_of(arrow.source, most, busy)
        for span in self.plan.spans:
            span.lanes = [_lanes_right_of(span.first, span.last, busy) for busy in span.busy]
        return self.plan

    def _stretch(self, span: Span) -> None:
        """A fragment in which nothing happens is as wide as the one around it, or as all."""
        parent = span.parent
        ends = (parent.first, parent.last) if parent else (0, len(self.plan.depths) - 1)
        span.reach(*ends)

    def take(self, items: Series[Item], span: Span | None) -> None:
        """Note down what happens in a fragment, or outside of all."""
        index = self.plan.index
        for item in items:
            match item:
                case Message():
                    self.message(item, span)
                case Note():
                    self.note(item, span)
                case Activation():
                    self.activation(index[item.participant], item.begins)
                case Birth():
                    self.born = index[item.participant]
                case Death():
                    self.dying.append(index[item.participant])
                case Fragment():
                    self.fragment(item, span)

    def message(self, message: Message, span: Span | None) -> None:
        source, target = self.plan.index[message.source], self.plan.index[message.target]
        pair = f"{message.source}->{message.target}"
        arrow = Arrow(
            message,
            self.unique(pair),
            source,
            target,
            span,
            Bars.of(self.active[source]),
            Bars.of(self.active[target]),
        )
        if self.born in (source, target) and source != target:
            arrow.made, self.born = self.born, -1
            self.plan.births.setdefault(arrow.made, arrow)
        arrow.ended = tuple(self.dying)
        self.plan.deaths.update(dict.fromkeys(arrow.ended, arrow))
        self.dying.clear()
        if span:
            span.reach(min(source, target), max(source, target))
        arrow.lanes = self._lanes(arrow)
        if arrow.is_loop:
            self.loops.append((arrow, set(self._busy())))
        else:
            self.crossing.append((arrow, self._busy()))
        arrow.used = (arrow.lane, arrow.lane)
        self.plan.arrows.append(arrow)
        self.plan.steps.append(arrow)
        self.latest = self.beside = arrow

    def _lanes(self, arrow: Arrow) -> tuple[int, ...]:
        """The lanes from the sender to the first participant with a bar, or that is not there yet,
        that the message crosses."""
        if arrow.is_loop or arrow.made >= 0:
            return (arrow.lane,)
        way = 1 if arrow.target > arrow.source else -1
        lanes = [arrow.lane]
        for person in range(arrow.source + way, arrow.target, way):
            if self.active[person]:
                break
            lanes.append(lanes[-1] + way)
        return tuple(lanes)

    def _busy(self) -> frozenset[int]:
        """The participants that have a bar now."""
        return frozenset(place for place, bars in enumerate(self.active) if bars)

    def note(self, note: Note, span: Span | None) -> None:
        places = sorted(self.plan.index[name] for name in note.participants)
        arrow = self.beside if note.placement != "over" else None
        if arrow and places[0] not in (arrow.source, arrow.target):
            arrow = None
        key = self.unique(f"note:{'+'.join(note.participants)}")
        remark = Remark(note, key, places[0], places[-1], span, arrow)
        if span:
            span.reach(places[0], places[-1])
        if arrow is None:
            self.beside = None
        self.plan.remarks.append(remark)
        self.plan.steps.append(remark)

    def activation(self, place: int, begins: bool) -> None:
        arrow, bars = self.latest, self.active[place]
        last = self.plan.steps[-1] if self.plan.steps else None
        note = last if isinstance(last, Remark) else None
        if not begins:
            if bars:
                bars.pop().end = note or arrow
            return
        if arrow and arrow.is_loop and not note:
            self.loops[-1][1].add(place)
        name = self.plan.sequence.participants[place].id
        bar = Bar(place, self.unique(f"bar:{name}"), len(bars), note or arrow)
        bars.append(bar)
        self.plan.bars.append(bar)
        self.plan.depths[place] = max(self.plan.depths[place], len(bars))
        if note:
            return
        if arrow and arrow.target == place:
            arrow.ends_in = Bars.of(bars)
        elif arrow and arrow.source == place:
            arrow.starts_in = Bars.of(bars)

    def fragment(self, fragment: Fragment, parent: Span | None) -> None:
        span = Span(fragment, self.unique(f"fragment:{fragment.kind}"), parent)
        self.plan.spans.append(span)
        for place, section in enumerate(fragment.sections):
            span.busy.append(self._busy())
            self.border(span, place)
            self.take(section.items, span)
        self.border(span, -1)

    def border(self, span: Span, section: int) -> None:
        self.beside = None
        self.plan.steps.append(Border(span, section))

    def unique(self, name: str) -> str:
        """A name with its number among those that are alike, from 0."""
        number = self.names[name]
        self.names[name] += 1
        return f"{name}:{number}"


def _stretches(arrow: Arrow, busy: Set[int], count: int) -> tuple[tuple[int, int], ...]:
    """The lanes of each stretch between the bars, inside the frame around a message, that it runs
    through; the sender's first."""
    if arrow.made >= 0:
        return ()
    span = arrow.span
    first, last = (span.first + 1, span.last) if span else (1, count - 1)
    low, high = arrow.crossed
    left = low
    while left > first and left - 1 not in busy:
        left -= 1
    right = high
    while right < last and right not in busy:
        right += 1
    walls = [person for person in range(low, high) if person in busy]
    found = list(pairwise([left - 1, *walls, right]))
    if arrow.target < arrow.source:
        found.reverse()
    return tuple((start + 1, end) for start, end in found)


def _lanes_right_of(person: int, most: int, busy: Set[int]) -> tuple[int, ...]:
    """The lanes from a life line to the next bar, or to the right of participant `most`."""
    first_busy = min((place for place in busy if place > person), default=most + 1)
    return tuple(range(person + 1, min(first_busy - 1, most) + 2))
