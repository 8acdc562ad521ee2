"""Fonts of a PDF: of each face, at an optical size and a weight, the glyphs that are used."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from diagramkit.text.fonts import Face, shaping_font, units_per_em
from diagramkit.text.outline import Placed

if TYPE_CHECKING:
    import pydyf

EM = 1000
"""Units to the em in a PDF."""
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
_MOST_IN_BLOCK = 100
"""Entries of one block of a character map (PDF 32000-1, 9.10.3)."""

_Key = tuple[Face, float, int]


@dataclass(slots=True)
class Font:
    """A face in one form: `codes` are its glyphs, numbered as they are first used from 1 on, with
    what each stands for and how far it moves on, in thousandths of the em."""

    key: _Key
    name: str
    codes: dict[int, int] = field(default_factory=dict)
    words: dict[int, str] = field(default_factory=dict)
    advances: dict[int, float] = field(default_factory=dict)

    def code(self, glyph: Placed) -> int:
        """The number of a glyph in this font."""
        code = self.codes.setdefault(glyph.glyph, len(self.codes) + 1)
        if glyph.text and not self.words.get(code):
            self.words[code] = glyph.text
        if code not in self.advances:
            self.advances[code] = self._advance(glyph.glyph)
        return code

    def _advance(self, glyph: int) -> float:
        face, optical, weight = self.key
        font = shaping_font(face, optical, weight)
        return float(font.get_glyph_h_advance(glyph) * EM / units_per_em(face))


class Fonts:
    """The fonts of a document, in the order of their first use."""

    def __init__(self, document: pydyf.PDF) -> None:
        self.document = document
        self.fonts: dict[_Key, Font] = {}

    def of(self, glyph: Placed) -> Font:
        """The font that a glyph is of."""
        key = glyph.face, glyph.optical, glyph.weight
        if key not in self.fonts:
            self.fonts[key] = Font(key, f"F{len(self.fonts) + 1}")
        return self.fonts[key]

    def resources(self) -> pydyf.Dictionary:
        """The fonts by their names, embedded in the document."""
        import pydyf

        return pydyf.Dictionary({font.name: self._embedded(font) for font in self.fonts.values()})

    def _embedded(self, font: Font) -> bytes:
        """The reference to a composite font (PDF 32000-1, 9.7) whose codes are its glyphs."""
        import pydyf

        name = f"/{_name(font)}"
        program = pydyf.Stream([_program(font)], {"Subtype": "/CIDFontType0C"}, compress=True)
        mapping = pydyf.Stream([_mapping(font)], compress=True)
        descriptor = pydyf.Dictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": name,
                "Flags": 4,
                "FontBBox": pydyf.Array([-200, -300, 1400, 1200]),
                "ItalicAngle": 0,
                "Ascent": 970,
                "Descent": -240,
                "CapHeight": 727,
                "StemV": 80,
            }
        )
        for one in (program, mapping, descriptor):
            self.document.add_object(one)
        descriptor["FontFile3"] = program.reference
        widths = [round(font.advances[code], 1) for code in font.codes.values()]
        descendant = pydyf.Dictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType0",
                "BaseFont": name,
                "CIDSystemInfo": pydyf.Dictionary(
                    {
                        "Registry": pydyf.String("Adobe"),
                        "Ordering": pydyf.String("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": descriptor.reference,
                "DW": EM,
                "W": pydyf.Array([1, pydyf.Array(widths)]),
            }
        )
        self.document.add_object(descendant)
        whole = pydyf.Dictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": name,
                "Encoding": "/Identity-H",
                "DescendantFonts": pydyf.Array([descendant.reference]),
                "ToUnicode": mapping.reference,
            }
        )
        self.document.add_object(whole)
        return bytes(whole.reference)


def _name(font: Font) -> str:
    """The name of a subset: six letters of its own, then the file's and the weight."""
    face, optical, weight = font.key
    number = int(font.name[1:])
    letters = "".join(chr(65 + number // 26**place % 26) for place in range(5, -1, -1))
    family = "".join(filter(str.isalnum, PurePath(face.path).stem.partition("[")[0]))
    return f"{letters}+{family}-{weight}-{optical:g}".replace(".", "")


def _program(font: Font) -> bytes:
    """The outlines of the glyphs in use, as a bare CFF font."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.t2CharStringPen import T2CharStringPen
    from fontTools.pens.transformPen import TransformPen

    face, optical, weight = font.key
    scale = EM / units_per_em(face)
    shaped = shaping_font(face, optical, weight)
    strings = {".notdef": T2CharStringPen(0, None).getCharString()}
    for glyph, code in font.codes.items():
        pen = T2CharStringPen(font.advances[code], None)
        shaped.draw_glyph_with_pen(glyph, TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
        strings[f"g{code}"] = pen.getCharString()
    builder = FontBuilder(EM, isTTF=False)
    builder.setupGlyphOrder(list(strings))
    builder.setupCFF(_name(font), {"FullName": _name(font)}, strings, {})
    return bytes(builder.font["CFF "].compile(builder.font))


def _mapping(font: Font) -> bytes:
    """What each code stands for, as a character map."""
    entries = [
        f"<{code:04X}> <{words.encode('utf-16-be').hex().upper()}>"
        for code, words in sorted(font.words.items())
    ]
    blocks = [
        entries[start : start + _MOST_IN_BLOCK] for start in range(0, len(entries), _MOST_IN_BLOCK)
    ]
    said = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return _CMAP.format(said).encode("ascii")
