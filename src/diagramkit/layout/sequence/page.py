"""A whole diagram placed: lanes, rows, frames."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial

from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.sequence.columns import Columns, Variant, narrowed, variants
from diagramkit.layout.sequence.filling import fill, names_broken_in
from diagramkit.layout.sequence.frames import Frames
from diagramkit.layout.sequence.plan import Arrow, Bar, Plan, Remark
from diagramkit.layout.sequence.room import HEADS_PADDING, Room
from diagramkit.layout.sequence.rows import BELOW_NOTE, Rows
from diagramkit.layout.sequence.words import ANY_WIDTH, Setter
from diagramkit.layout.words import Label
from diagramkit.theme.model import Theme

SHORTEST_BAR = 12.0
"""The height of a bar that ends where it begins."""
NO_SIZE = Size(0, 0)
LEVEL_GAP = 8.0
"""From the upper to the lower of staggered heads."""
ROUNDS, LONG = 6, 300
"""How often lanes may give way to what frames and loops add at the sides; of more steps than so
many they do it twice."""
WIDER = 1.1
"""How much wider than it could be a diagram may be that does not fit the page, for whole names."""


@dataclass(slots=True)
class Group:
    """A frame around the heads of participants, with its title."""

    key: str
    rect: Rect
    title: Label
    members: tuple[int, ...]
    fill: str


@dataclass(slots=True)
class Page:
    """Where everything stands. `middle` is the height of the centres of the upper heads, `step`
    that from there to the lower ones, `end` that of the end of the life lines; `has_feet` says
    whether the participants are named there again."""

    room: Room
    columns: Columns
    groups: list[Group]
    middle: float
    step: float
    end: float
    has_feet: bool
    bars: list[tuple[Bar, Rect]] = field(default_factory=list)
    size: Size = NO_SIZE

    def head(self, place: int) -> Rect:
        """The box that names a participant, at the top or where it is made."""
        birth = self.room.plan.births.get(place)
        y = birth.y if birth else self.middle + self.columns.level(place) * self.step
        return Rect.around(Point(self.columns.x[place], y), self.columns.heads[place])

    def foot(self, place: int) -> Rect | None:
        """The box that names it again below its life line, if there is one."""
        if not self.has_feet or place in self.room.plan.deaths:
            return None
        width, height = self.columns.heads[place]
        y = self.end + self.columns.level(place) * self.step
        return Rect(self.columns.x[place] - width / 2, y, width, height)

    def life(self, place: int) -> tuple[Point, Point]:
        """The ends of a life line: below the head, and at the foot or where it ends."""
        x, death = self.columns.x[place], self.room.plan.deaths.get(place)
        foot = self.foot(place)
        end = foot.y if foot else self.end
        return Point(x, self.head(place).bottom), Point(x, death.bottom if death else end)


@dataclass(slots=True)
class Attempt:
    """A diagram set one way: `outer` are its frames, `fits` says whether it is within the page and
    `broken` how many names are broken."""

    room: Room
    columns: Columns
    margin: float
    outer: Frames
    fits: bool
    broken: int

    @property
    def width(self) -> float:
        """How wide the drawing is, in user units."""
        x = self.columns.x
        inner = x[-1] - x[0] if x else 0.0
        return inner + math.ceil(self.outer.left) + math.ceil(self.outer.right) + 2 * self.margin


def place(plan: Plan, theme: Theme) -> Page:
    """Place all by the variant that is chosen."""
    themes = (theme, narrowed(theme))
    attempt = partial(_attempt, plan, themes, cache(partial(_setter, themes)))
    tried: list[tuple[Attempt, Variant]] = []
    for variant in variants(theme, len(plan.steps)):
        made = attempt(variant)
        tried.append((made, variant))
        if made.fits and not made.broken:
            return _placed(made)
    best = _least_broken(tried)
    made, last = tried[-1]
    # What was set last is what the plan holds.
    return _placed(made if best == last else attempt(best))


def _least_broken(tried: list[tuple[Attempt, Variant]]) -> Variant:
    """The first of the variants that fit with the fewest names broken; where none fits, of those
    that are hardly wider than the narrowest."""
    narrowest = min(made.width for made, _ in tried)
    near = [one for one in tried if one[0].fits] or [
        one for one in tried if one[0].width <= WIDER * narrowest
    ]
    return min(near, key=lambda one: one[0].broken)[1]


def _setter(themes: tuple[Theme, Theme], narrow: bool, compact: bool) -> Setter:
    return Setter(themes[narrow], compact, ANY_WIDTH)


def _attempt(
    plan: Plan,
    themes: tuple[Theme, Theme],
    setter: Callable[[bool, bool], Setter],
    variant: Variant,
) -> Attempt:
    theme, last = themes[variant.narrow], len(plan.depths) - 1
    for arrow in plan.arrows:
        arrow.is_left = variant.has_left_loops and arrow.is_loop and arrow.source == last > 0
    room = Room(plan, theme, variant.tight)
    words = setter(variant.narrow, variant.compact).keeping(variant.whole)
    columns = Columns(room, variant, words)
    margin = theme.page.margin_compact if variant.compact else theme.page.margin
    outer = _fitted(room, columns, theme.page.max_width - 2 * margin)
    fits = outer is not None
    if outer is None:
        fill(room, columns)
        outer = Frames(room, columns)
    return Attempt(room, columns, margin, outer, fits, names_broken_in(plan, columns))


def _placed(made: Attempt) -> Page:
    columns, margin = made.columns, made.margin
    left, right = math.ceil(made.outer.left), math.ceil(made.outer.right)
    first = columns.x[0] if columns.x else 0.0
    columns.x = [x - first + left + margin for x in columns.x]
    width = (columns.x[-1] if columns.x else margin) + right + margin
    return _rows(made.room, columns, margin, width)


def _fitted(room: Room, columns: Columns, most: float) -> Frames | None:
    """The frames of a diagram that is at most so wide, if it can be.

    What frames and loops add at the sides is only known once words are broken, so that lanes
    may have to give way a second time.
    """
    left = most
    for _ in range(ROUNDS if len(room.plan.steps) <= LONG else 2):
        if not columns.solve(left):
            return None
        fill(room, columns)
        frames = Frames(room, columns)
        inner = columns.x[-1] - columns.x[0] if columns.x else 0.0
        excess = math.ceil(frames.left) + math.ceil(frames.right) + inner - most
        if excess <= 0:
            return frames
        left -= excess
    return None


def _rows(room: Room, columns: Columns, margin: float, width: float) -> Page:
    plan, theme = room.plan, room.theme
    highest = max((size.height for size in columns.heads), default=0.0)
    step = highest + LEVEL_GAP if columns.variant.staggered else 0.0
    groups, strip = _groups(plan, theme, columns, margin, highest + step)
    middle = margin + strip + highest / 2
    top = middle + step + highest / 2 + (HEADS_PADDING if groups else 0.0)
    rows = Rows(room, columns, top)
    height = rows.end + margin
    has_feet = height > theme.sequence.foot
    page = Page(room, columns, groups, middle, step, rows.end, has_feet)
    page.bars = [(bar, _bar(room, columns, bar, top, rows.end)) for bar in plan.bars]
    page.size = Size(width, height + (step + highest if has_feet else 0.0))
    return page


def _groups(
    plan: Plan, theme: Theme, columns: Columns, margin: float, highest: float
) -> tuple[list[Group], float]:
    """The frames around participants, and the height of what is above the heads in them."""
    found: list[Group] = []
    strip = 0.0
    for frame in plan.sequence.frames:
        members = tuple(sorted(plan.index[name] for name in frame.participants))
        if not members:
            continue
        first, last = members[0], members[-1]
        left = columns.x[first] - columns.heads[first].width / 2 - HEADS_PADDING
        right = columns.x[last] + columns.heads[last].width / 2 + HEADS_PADDING
        title = columns.setter.label(frame.text, "group", right - left - 2 * theme.box.padding_x)
        above = HEADS_PADDING
        if title.lines:
            above = theme.spacing.group_header - theme.type.group.line + title.size.height
        strip = max(strip, above)
        rect = Rect(left, margin, right - left, 0)
        found.append(Group(f"group:{len(found)}", rect, title, members, frame.fill))
    for group in found:
        group.rect = group.rect._replace(height=strip + highest + HEADS_PADDING)
    return found, strip


def _bar(room: Room, columns: Columns, bar: Bar, top: float, end: float) -> Rect:
    width = room.theme.sequence.bar
    right = columns.x[bar.participant] + room.right(bar.level + 1)
    death = room.plan.deaths.get(bar.participant)
    start = _begin(bar.start, bar) if bar.start else top + SHORTEST_BAR
    stop = _end(bar.end) if bar.end else death.bottom if death else end
    return Rect(right - width, start, width, max(SHORTEST_BAR, stop - start))


def _begin(step: Arrow | Remark, bar: Bar) -> float:
    """When a bar begins: at the arrival of its message, or below its note."""
    if isinstance(step, Remark):
        return step.rect.bottom + BELOW_NOTE
    return step.bottom if step.target == bar.participant else step.y


def _end(step: Arrow | Remark) -> float:
    """When a bar ends: with its message, or its note."""
    if isinstance(step, Remark):
        return step.rect.bottom
    return step.bottom if step.is_loop else step.y
