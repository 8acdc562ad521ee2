"""Where the life lines stand, and how wide words may run between them.

Words are broken before anything else gives way: first all lanes are equal, then each is as wide
as it has to be, then the type is compact, then the heads are as narrow as their names.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from diagramkit.geometry import Size
from diagramkit.layout.sequence import people
from diagramkit.layout.sequence.needs import Need, needs
from diagramkit.layout.sequence.room import HEADS_PADDING, Room
from diagramkit.layout.sequence.words import ANY_WIDTH, Setter
from diagramkit.mermaid.kinds.sequence.model import ParticipantType
from diagramkit.theme.model import Theme

WHOLE = (ANY_WIDTH, 480.0, 320.0, 240.0, 200.0, 170.0, 150.0, *range(140, 40, -10), 0.0)
"""The widest words that are kept whole, as room gets scarce."""
MOST_SET = 4_000
"""How many steps may be set in all variants together."""
FRAMED = HEADS_PADDING + 4.0
"""What a side of a frame around participants takes of its lane."""
NARROW_LOOP = 2 / 3
"""What is left of the width of a message to oneself in a narrow diagram."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to set a diagram.

    `limits` are the widths at which words of messages may break: not below the first, and at
    the second unless lanes are too narrow for that. `heads` is the width at which names break,
    `least` the least width of a head; `tight` says whether everything moves closer together,
    `narrow` whether names are as small as other words and boxes and loops no wider than they must
    be, `staggered` whether every other head stands below its neighbours. Words wider than `whole`
    may be broken inside.
    """

    compact: bool
    equal: bool
    limits: tuple[float, float]
    heads: float
    least: float
    tight: bool = False
    narrow: bool = False
    staggered: bool = False
    whole: float = ANY_WIDTH

    @property
    def has_left_loops(self) -> bool:
        """Whether messages of the last participant to itself go to the left, where the room is."""
        return self.tight


def variants(theme: Theme, steps: int) -> Iterator[Variant]:
    """The ways to set a diagram of so many steps, the best first: of a long one not all of them."""
    first, *others = _variants(theme)
    yield first
    skipped = max(1, len(others) * steps // MOST_SET)
    yield from others[::-skipped][::-1]


def _variants(theme: Theme) -> Iterator[Variant]:
    wide, names, least = theme.sequence.wrap, theme.box.wrap, theme.box.min_width
    wholes = [one for one in WHOLE if one == ANY_WIDTH or one < theme.page.max_width]
    yield Variant(False, True, (0.62 * wide, wide), names, theme.sequence.head)
    yield Variant(False, False, (0.5 * wide, wide), names, least)
    yield Variant(True, False, (0.4 * wide, wide), 0.75 * names, least)
    yield Variant(True, False, (0.4 * wide, wide), 0.6 * names, 0.75 * least)
    for whole in wholes:
        limits = (0.2 * wide, wide)
        yield Variant(True, False, limits, 0.36 * names, 0.4 * least, tight=True, whole=whole)
    limits = (0.15 * wide, wide)
    narrow = Variant(True, False, limits, 0.36 * names, 0.4 * least, tight=True, narrow=True)
    for staggered in (False, True):
        for whole in wholes:
            yield replace(narrow, staggered=staggered, whole=whole)


def narrowed(theme: Theme) -> Theme:
    """A theme for narrow diagrams."""
    loop = theme.sequence.loop
    return theme.replace(
        box=theme.box.replace(padding_x=theme.box.padding_x_compact),
        sequence=theme.sequence.replace(loop=(NARROW_LOOP * loop[0], loop[1])),
        type=theme.type.replace(title=theme.type.title.replace(compact=theme.type.group.compact)),
    )


class Columns:
    """The lanes of a diagram, set one way: `gaps` are their widths, `x` the life lines, `heads`
    the sizes of the participants' boxes and `names` the words in them."""

    def __init__(self, room: Room, variant: Variant, setter: Setter) -> None:
        self.plan, self.variant = room.plan, variant
        self.theme = _with_narrow_heads(room.theme, variant)
        self.setter = setter
        names = [person.text for person in self.plan.sequence.participants]
        self.names = [self.setter.head(name, variant.heads) for name in names]
        self.heads = self._heads()
        self.lanes: list[list[Need]] = [[] for _ in range(len(names) + 1)]
        for lane, need in needs(room, self.setter, self.heads):
            self.lanes[lane].append(need)
        self.floors = self._floors(room)
        self.gaps: list[float] = []
        self.x: list[float] = []

    def _heads(self) -> list[Size]:
        grid = self.theme.page.grid
        highest = max((name.size.height for name in self.names), default=0.0)
        sizes = [
            _up(self._fit(person.type, Size(name.size.width, highest)), grid)
            for person, name in zip(self.plan.sequence.participants, self.names, strict=True)
        ]
        widest = max((size.width for size in sizes), default=0.0)
        narrowest = min((size.width for size in sizes), default=0.0)
        if self.variant.equal and widest <= self.theme.box.equal_ratio * narrowest:
            return [Size(widest, size.height) for size in sizes]
        return sizes

    def _fit(self, kind: ParticipantType, name: Size) -> Size:
        return people.fit(kind, name, self.theme, self.variant.compact)

    def _floors(self, room: Room) -> list[float]:
        """The least width of each lane: heads stand apart, and frames around them too."""
        halves = whole = [0.0, *(size.width / 2 for size in self.heads), 0.0]
        apart = self.theme.spacing.sibling
        if self.variant.staggered:
            # The life line of each upper head passes between the lower ones.
            halves = [0.0 if place % 2 else half for place, half in enumerate(whole)]
        floors = [one + other + apart for one, other in pairwise(halves)]
        floors[0], floors[-1] = (width / 2 for width in self._ends())
        for lane in self._edges():
            if 0 < lane < len(self.heads):
                floors[lane] = max(floors[lane], whole[lane] + whole[lane + 1] + apart)
        for lane in self._edges():
            floors[lane] += FRAMED
        for place, arrow in self.plan.births.items():
            # A participant that is made in a fragment has its head in the frame.
            half = self.heads[place].width / 2
            floors[place] = max(floors[place], half + room.before(arrow.span, place))
            floors[place + 1] = max(floors[place + 1], half + room.after(arrow.span, place))
        return floors

    def _edges(self) -> list[int]:
        """The lane of each side of the frames around participants."""
        index, frames = self.plan.index, self.plan.sequence.frames
        members = [[index[name] for name in frame.participants] for frame in frames]
        return [lane for one in members if one for lane in (min(one), max(one) + 1)]

    def solve(self, room: float) -> bool:
        """Choose the widths of the lanes, for at most `room` user units in all.

        Gives back whether that is possible within the limits of the variant; if not, the lanes
        are at their least.
        """
        low, high = self.variant.limits
        if self._total(high) > room:
            if self._total(low) > room:
                self._choose(low)
                return False
            while high - low > 1:
                middle = (low + high) / 2
                low, high = (low, middle) if self._total(middle) > room else (middle, high)
            high = low
        self._choose(high)
        return True

    def _choose(self, limit: float) -> None:
        self.gaps = [float(2 * math.ceil(gap / 2)) for gap in self._widths(limit)]
        self.x = []
        place = 0.0
        for gap in self.gaps[:-1]:
            place += gap
            self.x.append(place)

    def _total(self, limit: float) -> float:
        return sum(self._widths(limit))

    def _widths(self, limit: float) -> list[float]:
        widths = [
            max(floor, *(need.within(limit) for need in lane)) if lane else floor
            for floor, lane in zip(self.floors, self.lanes, strict=True)
        ]
        if self.variant.equal and len(widths) > 2:
            pitch = max(widths[1:-1])
            widths[1:-1] = [pitch] * (len(widths) - 2)
        if self.variant.staggered:
            self._part(widths)
        return widths

    def _part(self, widths: list[float]) -> None:
        """Widen lanes so that heads of one level stand apart."""
        apart, edges = self.theme.spacing.sibling, self._edges()
        for lane in edges:
            # No head reaches beyond the first or the last one of its frame.
            for beside in (lane - 1, lane + 1):
                if 0 < beside < len(self.heads):
                    over = abs(self.heads[beside].width - self.heads[beside - 1].width) / 2
                    widths[beside] = max(widths[beside], over)
        for place, (one, other) in enumerate(zip(self.heads, self.heads[2:], strict=False)):
            between = sum(place < lane <= place + 2 for lane in edges)
            wanted = (one.width + other.width) / 2 + apart + between * FRAMED
            widths[place + 2] = max(widths[place + 2], wanted - widths[place + 1])

    def _ends(self) -> tuple[float, float]:
        """The widths of the first and the last head."""
        return (self.heads[0].width, self.heads[-1].width) if self.heads else (0.0, 0.0)

    def level(self, place: int) -> int:
        """How many heads stand above that of a participant, as far as they are staggered."""
        return place % 2 if self.variant.staggered else 0

    def between(self, lane: int) -> float:
        """The distance of the life lines beside a lane; outermost lanes have no bound."""
        is_outer = lane in (0, len(self.gaps) - 1)
        return math.inf if is_outer else self.gaps[lane]


def _up(size: Size, grid: float) -> Size:
    return Size(math.ceil(size.width / grid) * grid, math.ceil(size.height / 2 / grid) * 2 * grid)


def _with_narrow_heads(theme: Theme, variant: Variant) -> Theme:
    """The theme with heads as narrow as a variant has them, and nearer to each other in a tight
    one."""
    box = theme.box.replace(min_width=variant.least)
    apart = theme.spacing.sibling / (2 if variant.tight else 1)
    spacing = theme.spacing.replace(sibling=apart)
    return theme.replace(box=box, spacing=spacing)
