"""Drawn charts that can be asked where things are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from diagramkit import Drawing, load_theme, render
from diagramkit.geometry import Point, Rect, distance_to_segment, segments, sides, simplified
from diagramkit.lint import Finding, check
from diagramkit.scene import Box, Connector, Mark, Scene, Text

THEME = load_theme("editorial")
LEARNING_PATH = (Path(__file__).parent / "learning-path.mmd").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Picture:
    """A drawing; its boxes and groups by their ids, its edges by the ids of their ends.

    Of several edges with the same ends the first is number 0.
    """

    drawing: Drawing

    @cached_property
    def scene(self) -> Scene:
        return self.drawing.scene

    def box(self, name: str) -> Box:
        """A node or a group."""
        return next(box for box in self.scene.boxes if box.key in _keys(name))

    def rect(self, name: str) -> Rect:
        return self.box(name).rect

    def center(self, name: str) -> Point:
        return self.rect(name).center

    def edge(self, source: str, target: str, number: int = 0) -> Connector:
        key = f"edge:{source}->{target}:{number}"
        return next(line for line in self.scene.connectors if line.key == key)

    def points(self, source: str, target: str, number: int = 0) -> list[Point]:
        """Where an edge starts, turns and ends; the end is the tip of its head, if it has one."""
        edge = self.edge(source, target, number)
        tips = [head.tip for head in edge.heads[:1]]
        return simplified([*edge.points, *tips])

    def pieces(self, source: str, target: str, number: int = 0) -> list[tuple[Point, Point]]:
        """The straight pieces of an edge, in order."""
        return list(segments(self.points(source, target, number)))

    def words(self, owner: str) -> list[Text]:
        """The lines of words in a node, or of the title of a group."""
        return [text for text in self.scene.texts if text.owner in _keys(owner)]

    def label(self, source: str, target: str, number: int = 0) -> list[Text]:
        """The lines of words of an edge."""
        owner = f"edge:{source}->{target}:{number}"
        return [text for text in self.scene.texts if text.owner == owner]

    def marks(self, key: str) -> list[Mark]:
        """The marks whose keys begin so."""
        return [
            item
            for item in self.scene.primitives
            if isinstance(item, Mark) and item.key.startswith(key)
        ]

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules say of the drawing."""
        return check(self.scene, THEME)

    @property
    def faults(self) -> list[str]:
        """The findings that are errors, in words."""
        return [f"{f.rule}: {f.message}" for f in self.findings if f.severity == "error"]

    @property
    def warnings(self) -> list[str]:
        """The codes of what the reader of the drawing is warned of."""
        return [warning.code for warning in self.drawing.warnings]


def draw(source: str, **options: Any) -> Picture:
    """Draw a chart; `options` are those of `render`."""
    return Picture(render(source, **options))


def lines(chart: str, *statements: str) -> str:
    """A chart by its direction and its statements."""
    return "\n".join([f"flowchart {chart}", *statements])


def room(words: Iterable[Text]) -> Rect:
    """The room of some lines of words."""
    return Rect.bounding(corner for text in words for corner in text.rect.corners)


def gap(point: Point, box: Box) -> float:
    """How far a point is from the outline of a box."""
    return min(distance_to_segment(point, a, b) for a, b in sides(box.polygon))


def is_upright(piece: tuple[Point, Point]) -> bool:
    return piece[0].x == piece[1].x


def _keys(name: str) -> tuple[str, str]:
    return f"node:{name}", f"group:{name}"
