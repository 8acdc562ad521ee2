"""Any SVG -> Scene: a drawing as a browser would paint it, whoever drew it.

    reading = read(Path("figure.svg").read_bytes(), name="figure")
    reading.scene.boxes

XML is read without entities, network or scripts, within bounded time, memory and depth. What an
element is (a box, a connector, a mark) is told from its geometry and paint alone.
"""

from __future__ import annotations

from diagramkit.diagnostics import DiagramError, Location
from diagramkit.geometry import Point, Rect
from diagramkit.index import TooDenseError
from diagramkit.scene import Scene
from diagramkit.svg.read.build import Builder
from diagramkit.svg.read.cascade import Cascade, ModeName
from diagramkit.svg.read.document import Document, Node, parse
from diagramkit.svg.read.painter import (
    MAX_POINTS,
    MAX_SHAPES,
    MAX_WORDS,
    Painter,
    TooLargeError,
)
from diagramkit.svg.read.reading import Reading, Source
from diagramkit.svg.read.state import State
from diagramkit.svg.read.style import Style
from diagramkit.svg.read.values import Room, length
from diagramkit.svg.read.viewport import fitted, view_box

__all__ = ["Document", "Node", "Reading", "Source", "parse", "read"]

_DEFAULT = (300.0, 150.0)
"""Width and height of a drawing that says nothing about its size (CSS 2.2, 10.3.2)."""


def read(
    data: bytes | str, *, name: str = "drawing", mode: ModeName = "light", path: str = "<string>"
) -> Reading:
    """Read a drawing.

    Args:
        data: the SVG document.
        name: what the scene is called.
        mode: which reading of `prefers-color-scheme` holds.
        path: where errors say the document came from.

    Raises:
        DiagramError: not well-formed, not SVG, too long, too deep, too dense, or of more shapes,
            words or path commands than `painter` says.
    """
    document = parse(data, path)
    root = document.root
    cascade = Cascade(document, mode)
    box, width, height = view_box(root), *_size(root)
    has_size = width is not None and height is not None
    canvas = _canvas(box, width, height)
    matrix = fitted(box, canvas, root.attributes.get("preserveAspectRatio", ""))
    room = Room(box.width, box.height) if box else Room(canvas.width, canvas.height)
    painter, builder = Painter(document, cascade), Builder(document)
    try:
        painter.paint(State(matrix, Style(), room))
        builder.build(painter.items, canvas, painter.ground)
    except TooDenseError:
        message = "too much lies over each other, or is selected by too many rules, to be read"
        raise DiagramError.single("svg", message, Location(path)) from None
    except TooLargeError:
        message = (
            f"more than {MAX_SHAPES} shapes, {MAX_WORDS} lines of words or {MAX_POINTS} path "
            "commands, the most that is read: a drawing as large is better shown as a picture of "
            "pixels"
        )
        raise DiagramError.single("svg", message, Location(path)) from None
    scene = Scene(
        name,
        mode,
        canvas.width,
        canvas.height,
        builder.background,
        _words(root, "title"),
        _words(root, "desc"),
        tuple(builder.primitives),
    )
    origin = Point(-matrix.e / matrix.a, -matrix.f / matrix.d)
    return Reading(scene, document, builder.sources, origin, matrix.scale, has_size, painter.rows)


def _size(root: Node) -> tuple[float | None, float | None]:
    """Width and height where they are lengths; parts of a page are none."""
    sizes = (root.attributes.get(side, "") for side in ("width", "height"))
    width, height = (None if "%" in text else length(text, 0) for text in sizes)
    return (width or None, height or None)


def _canvas(box: Rect | None, width: float | None, height: float | None) -> Rect:
    """The room of the drawing at its natural size, in pixels."""
    if box is None:
        return Rect(0, 0, width or _DEFAULT[0], height or _DEFAULT[1])
    if width is None and height is None:
        return Rect(0, 0, box.width, box.height)
    return Rect(
        0,
        0,
        abs(width or (height or 0) * box.width / box.height),
        abs(height or (width or 0) * box.height / box.width),
    )


def _words(root: Node, name: str) -> str:
    """The text of the root's `title` or `desc`."""
    found = next((child for child in root.children if child.tag == name), None)
    return " ".join(found.text.split()) if found else ""
