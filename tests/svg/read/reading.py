"""Drawings for the tests of the reader: a body between the tags of a root."""

from __future__ import annotations

from diagramkit.scene import Box, Connector, Mark, Text
from diagramkit.svg.read import Reading, read

NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
GROUND = '<rect width="400" height="300" fill="#f5f1ea"/>'


def drawing(body: str, root: str = 'viewBox="0 0 400 300"') -> str:
    return f"<svg {NAMESPACES} {root}>\n{body}\n</svg>"


def reading(body: str, root: str = 'viewBox="0 0 400 300"', **options: str) -> Reading:
    return read(drawing(body, root), **options)  # type: ignore[arg-type]


def only(body: str, **options: str) -> Box | Connector | Mark | Text:
    """The one primitive of a body."""
    (item,) = reading(body, **options).scene.primitives
    return item
