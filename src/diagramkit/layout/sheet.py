"""Several drawings on one page, for a look at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from diagramkit.diagnostics import counted
from diagramkit.geometry import Point
from diagramkit.layout.shifted import shifted
from diagramkit.scene import Box, Connector, Mark, Primitive, Scene, Text
from diagramkit.theme.model import Theme

COLUMNS = 2
GAP = 32.0
"""Between drawings, in user units."""
HEADER = 28.0
"""Height of the strip above a drawing that holds its name."""


def sheet(scenes: Sequence[Scene], theme: Theme, name: str = "sheet") -> Scene:
    """One drawing that shows others, two in a row, each below its name.

    Args:
        scenes: what is shown, all in one mode; at least one.
        theme: sets the names.
        name: what the sheet's ids are called after.
    """
    mode = scenes[0].mode
    width = max(scene.width for scene in scenes)
    placed: list[Primitive] = []
    top = GAP
    for row in _rows(scenes):
        for column, scene in enumerate(row):
            left = GAP + column * (width + GAP)
            placed.append(_title(scene, Point(left, top), theme))
            placed.extend(_moved(item, scene.name, left, top + HEADER) for item in scene.primitives)
        top += HEADER + max(scene.height for scene in row) + GAP
    across = min(COLUMNS, len(scenes)) * (width + GAP) + GAP
    names = ", ".join(scene.name for scene in scenes)
    title = counted(len(scenes), "drawing", "drawings")
    return Scene(name, mode, across, top, scenes[0].background, title, names, tuple(placed))


def _rows(scenes: Sequence[Scene]) -> Iterator[Sequence[Scene]]:
    for first in range(0, len(scenes), COLUMNS):
        yield scenes[first : first + COLUMNS]


def _title(scene: Scene, at: Point, theme: Theme) -> Text:
    style, look = theme.type.group, theme.dark if scene.mode == "dark" else theme.light
    baseline = at.y + style.line
    key = f"title:{scene.name}"
    return Text(
        key, "group-title", scene.name, at.x + theme.page.margin, baseline, 0.0, style.size,
        style.weight, look.group.text, tuple(theme.fonts.heading), "start",
    )  # fmt: skip


def _moved(item: Primitive, name: str, dx: float, dy: float) -> Primitive:
    """A primitive at its place on the sheet, with a key that no other drawing has."""
    key = f"{name}/{item.key}"
    match shifted(item, dx, dy):
        case Box() | Text() as placed:
            return replace(placed, key=key, owner="")
        case Mark() as placed:
            return replace(placed, key=key)
        case Connector() as placed:
            return replace(placed, key=key, source="", target="")
