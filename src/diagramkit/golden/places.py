"""Where what has changed is: on the picture of the golden, and on the picture as it is now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from diagramkit.geometry import Point, Rect
from diagramkit.golden.changes import Change
from diagramkit.golden.explanation import Cause
from diagramkit.scene import Box, Connector, Mark, Primitive, Scene, Text

if TYPE_CHECKING:
    from PIL.Image import Image

PIXELS = "pixels"
"""The key of what has changed where nothing is known but pixels."""
_MOST = 400


class Place(NamedTuple):
    """A changed thing in pixels of both pictures; None where a picture does not have it."""

    before: Rect | None
    after: Rect | None


Places = Mapping[str, Place]
"""The places of changed things by their keys."""


def places_of(
    causes: Iterable[Cause], before: Scene, after: Scene, pictures: tuple[Image, Image]
) -> dict[str, Place]:
    """The places of all that the causes have changed, at most 400, those changed first."""
    names: dict[str, str] = {}
    for change in _ordered(causes):
        former = change.before if change.kind == "renamed" else change.key
        names.setdefault(change.key, former)
    boxes = tuple(
        _boxes(scene, image.width / scene.width if scene.width else 1.0)
        for scene, image in zip((before, after), pictures, strict=True)
    )
    found = {
        key: Place(boxes[0].get(former), boxes[1].get(key))
        for key, former in list(names.items())[:_MOST]
    }
    return {key: place for key, place in found.items() if place.before or place.after}


def pixel_places(before: Image, after: Image) -> dict[str, Place]:
    """The one place that holds all pixels that differ."""
    from diagramkit.golden.picture import loudest

    box = loudest(before, after).getbbox()
    if box is None:
        return {}
    rect = Rect(box[0], box[1], box[2] - box[0], box[3] - box[1])
    return {PIXELS: Place(rect, rect)}


def _ordered(causes: Iterable[Cause]) -> Iterator[Change]:
    for cause in causes:
        yield from (*cause.changes, *cause.consequences)


def _boxes(scene: Scene, scale: float) -> dict[str, Rect]:
    found: dict[str, Rect] = {}
    for item in scene.primitives:
        rect = _box(item)
        found.setdefault(item.key, Rect(*(round(side * scale, 1) for side in rect)))
    return found


def _box(item: Primitive) -> Rect:
    match item:
        case Box():
            return item.rect
        case Text():
            return item.rect
        case Connector():
            return Rect.bounding([*item.points, *(head.tip for head in item.heads)])
        case Mark():
            return Rect.bounding(item.path.flattened() or (Point(0, 0),))
