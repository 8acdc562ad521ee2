"""A whole diagram placed: lanes, rows, frames."""

from __future__ import annotations

import math
from dataclasses import dataclass

from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.graph.label import Label
from diagramkit.layout.sequence.columns import FRAME_PADDING, Columns, variants
from diagramkit.layout.sequence.filling import fill
from diagramkit.layout.sequence.frames import reach_out
from diagramkit.layout.sequence.plan import Arrow, Bar, Plan
from diagramkit.layout.sequence.rows import Rows
from diagramkit.theme.model import Theme

SHORTEST_BAR = 12.0


@dataclass(slots=True)
class Group:
    """A frame around the heads of participants, with its title."""

    key: str
    rect: Rect
    title: Label
    members: tuple[int, ...]


@dataclass(slots=True)
class Page:
    """Where everything stands. `middle` is the height of the heads' centres, `foot` that of their
    repetition below, if there is one; a life line runs from `tops` to `ends`."""

    plan: Plan
    theme: Theme
    columns: Columns
    groups: list[Group]
    middle: float
    foot: float | None
    tops: list[float]
    ends: list[float]
    bars: list[tuple[Bar, Rect]]
    size: Size

    def head(self, place: int) -> Rect:
        """The box that names a participant, at the top or where it is made."""
        birth = self.plan.births.get(place)
        y = birth.y if birth else self.middle
        return Rect.around(Point(self.columns.x[place], y), self.columns.heads[place])


def place(plan: Plan, theme: Theme) -> Page:
    """Choose the first variant that fits the page, else the last, and place all by it."""
    for variant in variants(theme):
        columns = Columns(plan, theme, variant)
        margin = theme.page.margin_compact if variant.compact else theme.page.margin
        outer = _fitted(plan, theme, columns, theme.page.max_width - 2 * margin)
        if outer:
            break
    else:
        fill(plan, theme, columns)
        outer = reach_out(plan, theme, columns)
    left, right = map(math.ceil, outer)
    first = columns.x[0] if columns.x else 0.0
    columns.x = [x - first + left + margin for x in columns.x]
    width = (columns.x[-1] if columns.x else left + margin) + right + margin
    return _rows(plan, theme, columns, margin, width)


def _fitted(plan: Plan, theme: Theme, columns: Columns, room: float) -> tuple[float, float] | None:
    """The reach of the drawing left and right of its life lines, if it fits into `room`.

    What frames and loops add at the sides is only known once words are broken, so that lanes
    may have to give way a second time.
    """
    left = room
    for _ in range(3):
        if not columns.solve(left):
            return None
        fill(plan, theme, columns)
        outer = reach_out(plan, theme, columns)
        inner = columns.x[-1] - columns.x[0] if columns.x else 0.0
        excess = sum(outer) + inner - room
        if excess <= 0:
            return outer
        left -= math.ceil(excess)
    return None


def _rows(plan: Plan, theme: Theme, columns: Columns, margin: float, width: float) -> Page:
    highest = max((size.height for size in columns.heads), default=0.0)
    groups, strip = _groups(plan, theme, columns, margin, highest)
    middle = margin + strip + highest / 2
    top = middle + highest / 2 + (FRAME_PADDING if groups else 0.0)
    rows = Rows(plan, theme, columns, top)
    height = rows.end + margin
    foot = None
    if height > theme.sequence.foot:
        foot = rows.end + highest / 2
        height += highest
    tops, ends = _life_lines(plan, columns, middle, rows.end)
    bars = [(bar, _bar(plan, theme, columns, bar, top, rows.end)) for bar in plan.bars]
    page_size = Size(width, height)
    return Page(plan, theme, columns, groups, middle, foot, tops, ends, bars, page_size)


def _groups(
    plan: Plan, theme: Theme, columns: Columns, margin: float, highest: float
) -> tuple[list[Group], float]:
    """The frames around participants, and the height of what is above the heads in them."""
    found: list[tuple[Label, tuple[int, ...], float, float]] = []
    strip = 0.0
    for frame in plan.sequence.frames:
        members = tuple(sorted(plan.index[name] for name in frame.participants))
        if not members:
            continue
        first, last = members[0], members[-1]
        left = columns.x[first] - columns.heads[first].width / 2 - FRAME_PADDING
        right = columns.x[last] + columns.heads[last].width / 2 + FRAME_PADDING
        title = columns.setter.label(frame.text, "group", right - left - 2 * theme.box.padding_x)
        room = FRAME_PADDING
        if title.lines:
            room = theme.spacing.group_header - theme.type.group.line + title.size.height
        strip = max(strip, room)
        found.append((title, members, left, right))
    height = strip + highest + FRAME_PADDING
    return [
        Group(f"group:{number}", Rect(left, margin, right - left, height), title, members)
        for number, (title, members, left, right) in enumerate(found)
    ], strip


def _life_lines(
    plan: Plan, columns: Columns, middle: float, end: float
) -> tuple[list[float], list[float]]:
    tops, ends = [], []
    for place, size in enumerate(columns.heads):
        birth, death = plan.births.get(place), plan.deaths.get(place)
        tops.append((birth.y if birth else middle) + size.height / 2)
        ends.append(death.bottom if death else end)
    return tops, ends


def _bar(plan: Plan, theme: Theme, columns: Columns, bar: Bar, top: float, end: float) -> Rect:
    width = theme.sequence.bar
    x = columns.x[bar.participant] + (bar.level - 1) * width / 2
    death = plan.deaths.get(bar.participant)
    start = _start(bar.start, bar) if bar.start else top + SHORTEST_BAR
    stop = death.bottom if death else end
    if bar.end:
        stop = _start(bar.end, bar) if bar.end.is_loop else bar.end.y
    return Rect(x, start, width, max(SHORTEST_BAR, stop - start))


def _start(arrow: Arrow, bar: Bar) -> float:
    """When a bar that begins with a message does so: at its arrival."""
    return arrow.bottom if arrow.target == bar.participant else arrow.y
