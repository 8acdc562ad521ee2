"""The frame around a group: how large, where its title stands, where edges pass it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.graph.flow import Flow
from diagramkit.layout.route.ways import Side
from diagramkit.layout.words import Label, line_height
from diagramkit.theme.model import Theme

SHARES = 0.55, 0.65, 0.75
"""How wide two lines of a title may be beside one: the nearer to a half the better."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A group's outline in the coordinates of its contents, and where its title begins."""

    rect: Rect
    title_x: float


def side_of(flow: Flow, upstream: bool) -> Side:
    """The side of a block where edges of a flow arrive (`upstream`) or leave."""
    start = upstream != flow.mirrored
    if flow.vertical:
        return "top" if start else "bottom"
    return "left" if start else "right"


def header_of(title: Label, theme: Theme) -> float:
    """The height of the strip above a group's contents."""
    if not title.lines:
        return theme.spacing.group_inset
    return theme.spacing.group_header + (len(title.lines) - 1) * line_height(theme, "group")


def frame(
    boxes: Iterable[Rect],
    corners: Sequence[Point],
    crossings: Sequence[float],
    title: Size,
    header: float,
    inset: float,
    theme: Theme,
    *,
    even: bool,
) -> Frame:
    """The frame around what a group holds.

    Args:
        boxes: everything inside.
        corners: where lines inside turn; they keep a line's distance from the frame.
        crossings: x of every line that passes the top side.
        title: the room of the words.
        header: the height of the strip that they stand in.
        inset: from the contents to the other sides.
        theme: distances.
        even: whether room for the title is made on both sides, so that what the frame holds stays
            in its middle.

    Post: the title keeps a line's distance from every crossing; where the strip has no stretch
    for it, the frame is wide enough beside the outermost line.
    """
    pad = theme.box.padding_x
    slack = inset - theme.spacing.parallel
    points = [corner for box in boxes for corner in box.corners]
    for x, y in corners:
        points += [Point(x + slack, y + slack), Point(x - slack, y - slack)]
    content = Rect.bounding(points) if points else Rect(0, 0, 0, 0)
    left, right = content.x - inset, content.right + inset
    least = max(theme.box.min_width, title.width + 2 * pad)
    if right - left < least:
        left, right = content.center.x - least / 2, content.center.x + least / 2
    if title.width:
        lines = sorted(crossings)
        left, right, start = _stretch(left, right, lines, title.width, pad, theme, even=even)
    else:
        start = left
    step = 2 * theme.page.grid
    width = _up(right - left, step)
    height = _up(content.height + header + inset, step)
    return Frame(Rect(left, content.y - header, width, height), start - left)


def titled(
    title: Label, around: Callable[[Label], Frame], parted: Callable[[float], Label], least: float
) -> tuple[Frame, Label]:
    """The frame `around` a group with its title, and the words of that: in two lines, `parted` at
    a width, where lines that pass the frame would make it wider by `least` for one."""
    outline = around(title)
    if len(title.lines) != 1 or outline.rect.width - around(Label(())).rect.width < least:
        return outline, title
    for share in SHARES:
        words = parted(share * title.size.width)
        is_whole = " ".join(line.text for line in words.lines) == title.lines[0].text
        if is_whole and len(words.lines) == 2:
            narrow = around(words)
            if outline.rect.width - narrow.rect.width >= least:
                return narrow, words
    return outline, title


def _stretch(
    left: float,
    right: float,
    lines: Sequence[float],
    width: float,
    pad: float,
    theme: Theme,
    *,
    even: bool,
) -> tuple[float, float, float]:
    """Frame sides and start of a title that no line crosses: the leftmost, else beside all."""
    clear = theme.spacing.parallel
    for start in (left + pad, *(line + clear for line in lines)):
        free = all(line + clear <= start or start + width + clear <= line for line in lines)
        if free and start >= left + pad and start + width + pad <= right:
            return left, right, start
    before = left + pad + width + clear - lines[0]
    behind = lines[-1] + clear + width + pad - right
    if before <= behind:
        return left - before, right + before * even, left - before + pad
    return left - behind * even, right + behind, lines[-1] + clear


def onto(rect: Rect, stub: list[Point], side: Side) -> tuple[list[Point], float]:
    """A stub with its last point on a side of the frame, and where on that side, from 0 to 1."""
    last = stub[-1]
    if side in ("top", "bottom"):
        end = Point(last.x, rect.y if side == "top" else rect.bottom)
        return [*stub[:-1], end], (end.x - rect.x) / rect.width
    end = Point(rect.x if side == "left" else rect.right, last.y)
    return [*stub[:-1], end], (end.y - rect.y) / rect.height


def _up(value: float, step: float) -> float:
    return -(-value // step) * step
