"""What a theme adds to boxes whatever diagram they stand in: dashed and double borders by role, and
a ground below the titles of groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from diagramkit.geometry import Command, Path, Rect, rounded_rect
from diagramkit.scene import NO_COLOR, Box, Mark, Paint, Primitive, Text
from diagramkit.theme.model import BoxLook, Mode, Theme

HEADER_GAP = 4.0
"""From the ground of a title to what the group holds, in user units."""
_LEAST = 8.0
"""What has to be left inside of a second border, in user units."""


def bordered(
    items: Iterable[Primitive], theme: Theme, mode: Mode, source_colors: bool = False
) -> Iterator[Primitive]:
    """Primitives with what the theme says of their borders; those that it leaves alone as they
    are. Where the source has its own colours, its own dashes alone count.

    Both modes have the same geometry: a second border, or a ground below titles, that one of them
    has is there in the other as well.
    """
    modes = (theme.light, theme.dark)
    looks = _roles(theme.light), _roles(theme.dark)
    doubles = {role: max(each[role].double for each in looks) for role in looks[0]}
    is_headed = any(each.group.header != NO_COLOR for each in modes)
    is_dashed = not source_colors and any(look.dash for look in _roles(mode).values())
    if not (is_headed or is_dashed or any(doubles.values())):
        yield from items
        return
    every = tuple(items)
    titles = _titles(every) if is_headed else {}
    room = theme.spacing.group_header - HEADER_GAP
    moved: dict[str, Text] = {}
    for item in every:
        if isinstance(item, Box) and item.role in doubles and item.paint.stroke != NO_COLOR:
            look = mode.box(item.role)
            dash = look.dash if is_dashed else ()
            yield _bordered(item, dash, doubles[item.role])
        elif isinstance(item, Text) and item.key in moved:
            yield moved[item.key]
        else:
            yield item
        if isinstance(item, Box) and (lines := titles.get(item.key)):
            strip = _strip(item, lines, room)
            if strip:
                yield _header(item, strip, mode.group.header)
                rise = lines[0].rect.y - strip.y - (strip.bottom - lines[-1].rect.bottom)
                moved |= {line.key: replace(line, y=line.y - rise / 2) for line in lines}


def _roles(mode: Mode) -> dict[str, BoxLook]:
    named = enumerate(mode.categories.looks, 1)
    return {**dict(mode.roles), **{f"category-{place}": look for place, look in named}}


def _bordered(box: Box, dash: tuple[float, ...], double: float) -> Box:
    is_single = not double or min(box.rect.size) - 2 * double < _LEAST
    if is_single and (box.paint.dash or not dash):
        return box
    paint = replace(box.paint, dash=box.paint.dash or dash)
    if is_single:
        return replace(box, paint=paint)
    inner = box.rect.grown(-double)
    if box.outline is None:
        second = rounded_rect(inner, max(0.0, box.radius - double))
    else:
        second = _scaled(box.outline, box.rect, inner)
    return replace(box, paint=paint, details=(second, *box.details))


def _scaled(path: Path, old: Rect, new: Rect) -> Path:
    """An outline that filled one rectangle in another."""
    across, down = new.width / old.width, new.height / old.height

    def scaled(command: Command) -> Command:
        name, *rest = command
        numbers = [float(value) for value in rest]
        arc: list[float] = []
        if name == "A":
            arc = [numbers[0] * across, numbers[1] * down, *numbers[2:5]]
            numbers = numbers[5:]
        moved = [
            new.y + (value - old.y) * down if place % 2 else new.x + (value - old.x) * across
            for place, value in enumerate(numbers)
        ]
        return (name, *arc, *moved)

    return Path(tuple(map(scaled, path.commands)))


def _titles(items: Iterable[Primitive]) -> dict[str, list[Text]]:
    """The lines of the titles of groups, by the key of their box."""
    found: dict[str, list[Text]] = {}
    for item in items:
        if isinstance(item, Text) and item.role == "group-title" and item.owner:
            found.setdefault(item.owner, []).append(item)
    return found


def _strip(box: Box, lines: list[Text], room: float) -> Rect | None:
    """Where the title of a group stands at its top, inside of the border."""
    rise = lines[0].rect.y - box.rect.y
    height = room + lines[-1].y - lines[0].y - box.paint.stroke_width / 2
    if not 0 < rise < room or height > box.rect.height:
        return None
    inside = box.rect.grown(-box.paint.stroke_width / 2)
    return Rect(inside.x, inside.y, inside.width, height)


def _header(box: Box, strip: Rect, fill: str) -> Mark:
    radius = min(max(0.0, box.radius - box.paint.stroke_width / 2), strip.height)
    path = Path(
        (
            ("M", strip.x, strip.bottom),
            ("L", strip.x, strip.y + radius),
            ("A", radius, radius, 0, 0, 1, strip.x + radius, strip.y),
            ("L", strip.right - radius, strip.y),
            ("A", radius, radius, 0, 0, 1, strip.right, strip.y + radius),
            ("L", strip.right, strip.bottom),
            ("Z",),
        )
    )
    return Mark(f"header:{box.key}", "group-header", path, Paint(fill))
