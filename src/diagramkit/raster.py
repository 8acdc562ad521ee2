"""SVG to pixels: PNG and WebP with resvg, or with cairo when asked for.

Made for the drawings of this package: text already outlines, colours six-digit hex, no reference
to anything outside. What is handed in is examined all the same, because resvg opens local files
named by an absolute `href` and overflows the stack of the process on deep nesting.
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, Literal
from xml.parsers import expat

from diagramkit.diagnostics import DiagramError

Rasterizer = Literal["resvg", "cairosvg"]

MAX_CHARACTERS = 32_000_000
"""Longest SVG text that is rasterised."""
MAX_DEPTH = 24
"""Deepest nesting of elements: resvg needs some 30 KB of stack a level, a thread may have 1 MB."""
MAX_SIDE = 32_000
"""Longest side of a picture in pixels (cairo ends at 32,767)."""
MAX_PIXELS = 56_000_000
"""Most pixels of a picture: four bytes each while it is drawn."""

PIXELS_A_METRE = 96 / 0.0254
"""Of a picture at scale 1: 96 pixels to the inch, as in CSS."""
_HEADER = 33
"""The length of a PNG's signature and its first chunk."""

_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?)\s*(?:px)?\s*")
_NO_CAIRO = (
    "the cairo library is missing, which --rasterizer cairosvg needs: install it "
    "(Debian and Ubuntu: apt install libcairo2; Fedora: dnf install cairo; "
    "macOS: brew install cairo; Windows: the GTK runtime)"
)


def png(
    svg: str, scale: float = 2, width: int | None = None, rasterizer: Rasterizer = "resvg"
) -> bytes:
    """Draw `svg` as PNG bytes.

    `scale` is pixels a user unit; `width`, in pixels, takes its place when given. The picture says
    how dense its pixels are, so that it has one size at every scale, 96 user units to the inch, and
    carries the title and description of the SVG. Raises `DiagramError` for an SVG that cannot be
    read, a picture larger than `MAX_SIDE` or `MAX_PIXELS`, and a missing cairo library.
    """
    safe, zoom, words = _prepare(svg, scale, width)
    if rasterizer == "cairosvg":
        options = {"output_width": width} if width is not None else {"scale": zoom}
        picture = _cairo(_cairosvg().surface.PNGSurface, safe, **options)
    else:
        picture = _resvg(safe, zoom, width)
    return _documented(picture, zoom, words)


def webp(
    svg: str, scale: float = 2, width: int | None = None, rasterizer: Rasterizer = "resvg"
) -> bytes:
    """Draw `svg` as lossless WebP bytes; arguments and errors as for `png`."""
    from PIL import Image

    picture = png(svg, scale, width, rasterizer)
    target = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as image:
        if max(image.size) > 16_383:  # the format has fourteen bits for a side
            raise _error(f"a WebP side is at most 16383 pixels, this one has {max(image.size)}")
        image.save(target, "WEBP", lossless=True, exact=True, method=4)
    return target.getvalue()


@dataclass(slots=True)
class _Examined:
    """What one pass over the markup tells: the root's size, and whether anything is referred to."""

    root: dict[str, str] = field(default_factory=dict)
    depth: int = 0
    deepest: int = 0
    refers: bool = False
    words: dict[str, str] = field(default_factory=dict)
    """The title and the description of the whole."""
    _reads: str = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if self.depth == 1 and local in ("title", "desc") and local not in self.words:
            self._reads, self.words[local] = local, ""
        if not self.deepest:
            self.root = attributes
        self.depth += 1
        self.deepest = max(self.deepest, self.depth)
        if self.deepest > MAX_DEPTH:
            raise _error(f"the SVG nests elements more than {MAX_DEPTH} deep")
        self.refers = self.refers or any(_is_href(name) for name in attributes)

    def end(self, _name: str) -> None:
        self.depth -= 1
        self._reads = ""

    def text(self, words: str) -> None:
        if self._reads:
            self.words[self._reads] += words


def _is_href(name: str) -> bool:
    return name.rpartition(":")[2].lower() == "href"


def _error(message: str) -> DiagramError:
    return DiagramError.single("raster", message)


def _prepare(svg: str, scale: float, width: int | None) -> tuple[str, float, dict[str, str]]:
    """The SVG without references, the pixels a user unit, and what it is called; refuses what is
    too large."""
    if len(svg) > MAX_CHARACTERS:
        raise _error(f"the SVG is longer than {MAX_CHARACTERS} characters")
    examined = _examine(svg)
    natural_width, natural_height = _natural_size(examined.root)
    zoom = width / natural_width if width is not None else scale
    wide, high = natural_width * zoom, natural_height * zoom
    if not (0.5 <= wide <= MAX_SIDE and 0.5 <= high <= MAX_SIDE and wide * high <= MAX_PIXELS):
        raise _error(
            f"a picture of {wide:.0f} x {high:.0f} pixels: expected 1 to {MAX_SIDE} a side and at "
            f"most {MAX_PIXELS} in all; choose another scale or width"
        )
    safe = _without_references(svg) if examined.refers else svg
    return safe, zoom, examined.words


def _documented(picture: bytes, zoom: float, words: dict[str, str]) -> bytes:
    """A PNG with its density and its words, in chunks behind its header (PNG 1.2, 11.3.5)."""
    density = min(round(zoom * PIXELS_A_METRE), 0x7FFFFFFF)
    chunks = [_chunk(b"pHYs", struct.pack(">IIB", density, density, 1))]
    for keyword, name in (("Title", "title"), ("Description", "desc")):
        if said := " ".join(words.get(name, "").split()):
            # Not compressed, in no language that is known.
            chunks.append(_chunk(b"iTXt", f"{keyword}\0\0\0\0\0{said}".encode()))
    return picture[:_HEADER] + b"".join(chunks) + picture[_HEADER:]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _examine(svg: str) -> _Examined:
    examined = _Examined()
    parser = expat.ParserCreate()
    parser.StartElementHandler = examined.start
    parser.EndElementHandler = examined.end
    parser.CharacterDataHandler = examined.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(svg.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        raise _error(f"the SVG is not well-formed XML: {error}") from None
    return examined


def _refuse_doctype(*_declaration: object) -> None:
    # A document type can define entities, and an entity can hold anything, any number of times.
    raise _error("the SVG has a document type declaration (<!DOCTYPE …>), which is not read")


def _natural_size(root: dict[str, str]) -> tuple[float, float]:
    """Width and height of the root in user units, from the attributes or else the view box."""
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    fallback = box[2:4] if len(box) == 4 else ["", ""]
    sizes = []
    for name, other in zip(("width", "height"), fallback, strict=True):
        found = _LENGTH.fullmatch(root.get(name, "")) or _LENGTH.fullmatch(other)
        if not found or float(found[1]) <= 0:
            raise _error(f"the SVG's root has no {name} in user units: expected a number above 0")
        sizes.append(float(found[1]))
    return sizes[0], sizes[1]


def _without_references(svg: str) -> str:
    from xml.etree import ElementTree

    tree = ElementTree.fromstring(svg)
    for element in tree.iter():
        for name in [name for name in element.attrib if name.rpartition("}")[2].lower() == "href"]:
            del element.attrib[name]
    ElementTree.register_namespace("", "http://www.w3.org/2000/svg")
    return ElementTree.tostring(tree, encoding="unicode")


def _resvg(svg: str, zoom: float, width: int | None) -> bytes:
    import resvg_py

    size: dict[str, Any] = {"width": width} if width is not None else {"zoom": zoom}
    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, **size))
    except ValueError as error:
        raise _error(f"resvg cannot draw the SVG: {error}") from None


def _cairosvg() -> ModuleType:
    """The cairosvg package; it opens the cairo library as it is imported."""
    try:
        import cairosvg.surface
    except (ImportError, OSError):
        raise DiagramError.single("no-cairo", _NO_CAIRO) from None
    return cairosvg  # type: ignore[no-any-return]


def _cairo(surface: Any, svg: str, **options: Any) -> bytes:
    try:
        return bytes(surface.convert(bytestring=svg.encode(), url_fetcher=_nothing, **options))
    except Exception as error:  # cairosvg has no exception of its own: anything can come
        raise _error(f"cairosvg cannot draw the SVG: {error or type(error).__name__}") from None


def _nothing(_url: str, _kind: str) -> bytes:
    return b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
