"""A thing is wholly covered by one that is painted after it.

Why: it is in the source and not in the picture. Its author believes it is seen, and readers never
know that it was meant to be.

Example: the bars of a chart, and after them the filled frame around the chart.

Use instead: what lies below first, so the frame before what is in it; or delete what nobody sees.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diagramkit.geometry import Point, distance_to_line, inside
from diagramkit.lint.finding import Fault
from diagramkit.lint.paints import Thing, things
from diagramkit.lint.parts import STEPS, Drawn, Line, Shape, Words
from diagramkit.lint.sheet import Sheet
from diagramkit.scene import NO_COLOR

SLACK = 0.75
# What is drawn on the corners of its cover's outline is behind it all the same, in user units.
_LEAST = 1.0
# Below this length and height nothing would be seen anyway.
_ALIKE = 0.1
# Two marks are of one size up to this.
_LIFE, _DATA = "life-line", ("bar-", "dot", "accent-dot")
# A life that is one activation from end to end is seen as its bar.
_SHEER = frozenset({"gradient", "pattern", "filter", "image"})
# Effects that may let what is below show through.


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at what is painted after each thing, where it is."""
    opaque: dict[str, bool] = {}
    for item in things(sheet):
        if _role(item) == _LIFE:
            continue
        later = _later(sheet, item, opaque)
        cover = next((cover for cover in later if _hides(cover, item)), None)
        if cover is not None:
            message = f"{sheet.name(item)} is wholly covered by {sheet.name(cover)}"
            yield Fault(message, (item.key, cover.key), item.ink)


def _later(sheet: Sheet, item: Thing, opaque: dict[str, bool]) -> Iterator[Shape | Drawn]:
    """What is painted after a thing, is opaque, and reaches over all of it. `opaque` holds what is
    known of covers."""
    room = item.ink
    if max(room.width, room.height) < _LEAST:
        return
    found: Iterable[Shape | Drawn] = (*sheet.shapes_at.near(room), *sheet.fills_at.near(room))
    for cover in found:
        if cover.order <= item.order or not cover.ink.contains(room, SLACK):
            continue
        if cover.key not in opaque:
            opaque[cover.key] = _is_opaque(sheet, cover)
        if opaque[cover.key] and not _are_data(item, cover):
            yield cover


def _role(item: Thing) -> str:
    if isinstance(item, Shape):
        return item.box.role
    return item.mark.role if isinstance(item, Drawn) else ""


def _are_data(item: Thing, cover: Thing) -> bool:
    """Whether two things are data marks, which may stand in one place as their values do: bars and
    dots by their role, and else marks of one form."""
    if all(_role(one).startswith(_DATA) for one in (item, cover)):
        return True
    one, other = item.ink, cover.ink
    are_marks = isinstance(item, Drawn) and isinstance(cover, Drawn)
    return (
        are_marks and max(map(abs, (one.width - other.width, one.height - other.height))) < _ALIKE
    )


def _is_opaque(sheet: Sheet, cover: Shape | Drawn) -> bool:
    """Whether nothing shows through it. What is cut off by a clip hides only what it shows, and
    of a path of several pieces some may be holes."""
    source = sheet.reading.sources.get(cover.key) if sheet.reading else None
    if source and (source.fill_alpha < 1 or source.clip is not None or source.effects & _SHEER):
        return False
    if isinstance(cover, Shape):
        return cover.opaque
    return cover.mark.paint.fill != NO_COLOR and len(cover.mark.path.pieces(STEPS)) == 1


def _hides(cover: Shape | Drawn, item: Thing) -> bool:
    outline = cover.outline if isinstance(cover, Shape) else cover.mark.path.flattened(STEPS)
    border = (*outline, outline[0])
    return all(
        inside(point, outline) or distance_to_line(point, border) <= SLACK
        for point in _corners(item)
    )


def _corners(item: Thing) -> Iterable[Point]:
    """Points of which all are hidden only if the whole is, as far as covers bulge outwards."""
    if isinstance(item, Words):
        return item.rect.corners
    if isinstance(item, Shape):
        return item.outline
    if isinstance(item, Line):
        tips = (head.tip for head in item.connector.heads)
        return (*item.connector.points, *tips)
    return item.mark.path.flattened(STEPS)
