"""Fonts that a drawing brings along in its style sheets, as D2 and Excalidraw write them: how wide
their words are."""

from __future__ import annotations

import base64
import binascii
import re
import struct
import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uharfbuzz

MAX_FONTS = 20
MAX_DATA = 1_000_000
"""Bytes of one font as it is written, and of one of its tables."""
_FACE = re.compile(r"@font-face\s*\{([^{}]*)\}")
_FAMILY = re.compile(r"font-family\s*:\s*([^;]+)")
_DATA = re.compile(r"url\(\s*[\"']?data:[^,)]{0,100};base64,([A-Za-z0-9+/=\s]+)")
_WOFF, _PLAIN = b"wOFF", (b"\x00\x01\x00\x00", b"OTTO", b"true")
# Of a font in WOFF 1.0: flavor and number of tables in its header; tag, offset, and length before
# and after unpacking of each table (https://www.w3.org/TR/WOFF/).
_HEADER, _ENTRY, _DIRECTORY = struct.Struct(">4x4s4xH"), struct.Struct(">4sIII4x"), 44


def fonts(sheets: Iterable[str]) -> dict[str, bytes]:
    """The fonts in the style sheets of a drawing, by family in lower case: as OpenType, the first
    of each family; what cannot be unpacked is left out."""
    found: dict[str, bytes] = {}
    for sheet in sheets:
        for rule in _FACE.finditer(sheet) if "@font-face" in sheet else ():
            family, data = _FAMILY.search(rule[1]), _DATA.search(rule[1])
            name = family[1].strip().strip("\"'").lower() if family else ""
            if name and data and name not in found and len(found) < MAX_FONTS:
                font = _opentype(data[1])
                found |= {name: font} if font else {}
    return found


def width(font: bytes, text: str, size: float) -> float | None:
    """The width of a line in user units; None where the font lacks a character."""
    import uharfbuzz

    opened = _opened(font)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = "en"
    uharfbuzz.shape(opened, buffer)
    upem: int = opened.face.upem
    if not upem or any(glyph.codepoint == 0 for glyph in buffer.glyph_infos):
        return None
    advance: int = sum(place.x_advance for place in buffer.glyph_positions)
    return advance * size / upem


@lru_cache(maxsize=MAX_FONTS)
def _opened(font: bytes) -> uharfbuzz.Font:
    import uharfbuzz

    return uharfbuzz.Font(uharfbuzz.Face(font))


def _opentype(text: str) -> bytes | None:
    """A font written in base64 as HarfBuzz reads it."""
    if len(text) > MAX_DATA:
        return None
    try:
        data = base64.b64decode(text)
        return _unpacked(data) if data[:4] == _WOFF else data if data[:4] in _PLAIN else None
    except (binascii.Error, struct.error, zlib.error):
        return None


def _unpacked(data: bytes) -> bytes | None:
    flavor, count = _HEADER.unpack_from(data)
    head = struct.pack(">4sHHHH", flavor, count, 0, 0, 0)
    directory, tables = bytearray(), bytearray()
    for place in range(count):
        tag, start, packed, whole = _ENTRY.unpack_from(data, _DIRECTORY + place * _ENTRY.size)
        table = data[start : start + packed]
        if packed < whole:
            table = zlib.decompressobj().decompress(table, MAX_DATA)
        offset = len(head) + 16 * count + len(tables)
        directory += struct.pack(">4sIII", tag, 0, offset, len(table))
        tables += table + bytes(-len(table) % 4)
        if len(tables) > 2 * MAX_DATA:
            return None
    return head + bytes(directory + tables)
