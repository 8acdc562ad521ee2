"""Scenes as PDF: one page, with words that can be searched, copied and read aloud.

A user unit is 0.75 pt (CSS pixels at 96 to the inch). Fonts are embedded with the glyphs that are
used. There is no date and no identifier, so that the same drawing is the same bytes.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from diagramkit.diagnostics import DiagramError
from diagramkit.geometry import Rect
from diagramkit.pdf.fonts import Fonts
from diagramkit.pdf.painting import Painter
from diagramkit.scene import Box, Scene, Text
from diagramkit.svg.write import link_of
from diagramkit.text.language import language

if TYPE_CHECKING:
    import pydyf

POINTS = 0.75
"""Points to a user unit."""
MAX_SIDE = 19_200
"""The longest side of a page in user units: 14,400 pt, as PDF has it."""


def write(scene: Scene) -> bytes:
    """A scene as PDF bytes, its title and description in the document's properties.

    Raises:
        DiagramError: the drawing is larger than a page can be.
    """
    import pydyf

    if max(scene.width, scene.height) > MAX_SIDE:
        size = f"{scene.width:.0f} x {scene.height:.0f}"
        raise DiagramError.single(
            "pdf", f"a page of {size} user units: a side is at most {MAX_SIDE}; split this figure"
        )
    width, height = scene.width * POINTS, scene.height * POINTS
    document = pydyf.PDF()
    fonts = Fonts(document)
    content = pydyf.Stream(compress=True)
    content.stream.append(b"/Figure <</MCID 0>> BDC")
    content.set_matrix(POINTS, 0, 0, -POINTS, 0, height)
    Painter(content, fonts).paint(scene)
    content.stream.append(b"EMC")
    document.add_object(content)
    page = pydyf.Dictionary(
        {
            "Type": "/Page",
            "Parent": document.pages.reference,
            "MediaBox": pydyf.Array([0, 0, width, height]),
            "Contents": content.reference,
            "Resources": pydyf.Dictionary({"Font": fonts.resources()}),
            "StructParents": 0,
            "Annots": pydyf.Array([_link(*link, height) for link in _links(scene)]),
        }
    )
    document.add_page(page)
    _describe(document, page, scene)
    target = io.BytesIO()
    document.write(target, version=b"1.7", compress=True)
    return target.getvalue()


def _links(scene: Scene) -> list[tuple[Rect, str]]:
    """Where a reader may click, and where that leads."""
    return [
        (item.rect, link)
        for item in scene.primitives
        if isinstance(item, Box | Text) and (link := link_of(item))
    ]


def _link(rect: Rect, address: str, height: float) -> pydyf.Dictionary:
    import pydyf

    left, top, right, bottom = (side * POINTS for side in (rect.x, rect.y, rect.right, rect.bottom))
    return pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": pydyf.Array([left, height - bottom, right, height - top]),
            "Border": pydyf.Array([0, 0, 0]),
            "A": pydyf.Dictionary({"S": "/URI", "URI": pydyf.String(address)}),
        }
    )


def _describe(document: pydyf.PDF, page: pydyf.Dictionary, scene: Scene) -> None:
    """Title, subject and language, and the drawing as one figure with a description (PDF
    32000-1, 14.8)."""
    import pydyf

    root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
    figure = pydyf.Dictionary({"Type": "/StructElem", "S": "/Figure", "K": 0})
    document.add_object(root)
    document.add_object(figure)
    figure["P"], figure["Pg"] = root.reference, page.reference
    description = scene.description or scene.title
    figure["Alt"] = pydyf.String(description)
    # A description that is made for a drawing is in English.
    figure["Lang"] = pydyf.String(language([description]))
    root["K"] = figure.reference
    parents = pydyf.Array([0, pydyf.Array([figure.reference])])
    root["ParentTree"] = pydyf.Dictionary({"Nums": parents})
    document.info["Title"] = pydyf.String(scene.title)
    document.info["Subject"] = pydyf.String(scene.description)
    document.catalog["Lang"] = pydyf.String(
        scene.lang or language(text.text for text in scene.texts)
    )
    document.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    document.catalog["StructTreeRoot"] = root.reference
    document.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
