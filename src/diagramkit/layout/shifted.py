"""Primitives at another place."""

from __future__ import annotations

from dataclasses import replace

from diagramkit.geometry import Command, Path
from diagramkit.scene import Box, Connector, Head, Mark, Primitive, Text


def shifted(item: Primitive, dx: float, dy: float) -> Primitive:
    """A primitive `dx` user units further to the right and `dy` further down."""
    match item:
        case Box():
            outline = _path(item.outline, dx, dy) if item.outline else None
            details = tuple(_path(detail, dx, dy) for detail in item.details)
            return replace(item, rect=item.rect.moved(dx, dy), outline=outline, details=details)
        case Text():
            return replace(item, x=item.x + dx, y=item.y + dy)
        case Mark():
            return replace(item, path=_path(item.path, dx, dy))
        case Connector():
            points = tuple(point.moved(dx, dy) for point in item.points)
            heads = tuple(_head(head, dx, dy) for head in item.heads)
            return replace(item, points=points, heads=heads)


def _head(head: Head, dx: float, dy: float) -> Head:
    return replace(head, outline=_path(head.outline, dx, dy), tip=head.tip.moved(dx, dy))


def _path(path: Path, dx: float, dy: float) -> Path:
    """A path moved; of an arc only its end is a place."""
    made: list[Command] = []
    for command in path.commands:
        letter, *values = command
        if letter in ("M", "L"):
            made.append((letter, command[1] + dx, command[2] + dy))  # type: ignore[operator]
            continue
        first = 5 if letter == "A" else 0
        made.append(
            (letter, *(
                float(value) + (0.0 if place < first else (dx, dy)[(place - first) % 2])
                for place, value in enumerate(values)
            ))
        )  # fmt: skip
    return Path(tuple(made))
