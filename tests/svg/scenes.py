"""Scenes to write."""

from __future__ import annotations

import re
from dataclasses import replace

from diagramkit.geometry import Path, Point, Rect
from diagramkit.scene import Box, Connector, Head, Mark, Paint, Primitive, Scene, Text

INK = Paint("#ffffff", "#111111", 2)


def scene(*items: Primitive, name: str = "path", **changes: object) -> Scene:
    """A light scene of 200 by 100."""
    plain = Scene(name, "light", 200, 100, "#f5f1ea", "A title", "A description", items)
    return replace(plain, **changes)  # type: ignore[arg-type]


def box(key: str = "node:A", role: str = "primary", paint: Paint = INK, **rest: object) -> Box:
    """A box of 80 by 40 at the left."""
    return Box(key, role, Rect(10, 30, 80, 40), paint, **rest)  # type: ignore[arg-type]


def words(text: str = "One", role: str = "primary-title", **rest: object) -> Text:
    """A line of words in the middle of the box."""
    plain = Text("text:A:0", role, text, 50, 55, 30, 14, 600, "#050505", ("Inter", "Arial"))
    return replace(plain, **rest)  # type: ignore[arg-type]


def connector(role: str = "main-edge", paint: Paint | None = None) -> Connector:
    """A line with a corner and a head, to the right of the box."""
    head = Head(Path.polygon([Point(160, 46), Point(170, 50), Point(160, 54)]), Point(170, 50))
    points = (Point(92, 50), Point(120, 50), Point(120, 20), Point(160, 20))
    drawn = paint or Paint(stroke="#111111", stroke_width=1.4)
    return Connector("edge:A->B:0", role, "node:A", "node:B", points, drawn, 8, (head,))


def without_hash(document: str) -> str:
    """A document of a scene called `path`, its ids without what tells it from others."""
    return re.sub(r"\b(path(?:-light|-dark)?)-[0-9a-f]{8}\b", r"\1", document)


def mark() -> Mark:
    """A rule across the bottom."""
    line = Path.polyline([Point(10, 90), Point(190, 90)])
    return Mark("mark:0", "rule", line, Paint(stroke="#d8d1c7", stroke_width=1))


def everything() -> Scene:
    """One primitive of each kind and then some."""
    diamond = Path.polygon([Point(140, 50), Point(160, 40), Point(180, 50), Point(160, 60)])
    return scene(
        box(),
        words(),
        connector(),
        Box("node:B", "note", Rect(140, 40, 40, 20), INK, outline=diamond, details=(diamond,)),
        mark(),
        words("beside", role="label", anchor="start", halo="#f5f1ea", weight=400),
    )
