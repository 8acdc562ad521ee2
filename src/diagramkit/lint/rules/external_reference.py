"""The drawing takes something from another file or from the web.

Why: as a picture in a page it is not allowed to, and shows a hole there; where it is allowed, it
tells somebody who reads it.

Example: `<image href="https://…/logo.png"/>`, `@import url(…)` of a font.

Use instead: the thing itself, as a `data:` URL or as shapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from diagramkit.geometry import Rect
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

if TYPE_CHECKING:
    from diagramkit.svg.read import Node

_URL = re.compile(r"url\(\s*[\"']?(?!#|data:)([^\"')\s]+)|@import\s+[\"']([^\"']+)")
_ENTITY = re.compile(r"<!ENTITY\s+(?:%\s+)?(\S+)\s+(?:SYSTEM|PUBLIC)\s")
_LOADED = frozenset({"image", "use", "feImage", "linearGradient", "radialGradient", "pattern"})
SHOWN = 60


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at what elements, style sheets and attributes refer to; links are none of it."""
    if sheet.reading is None:
        return
    place = Rect(0, 0, sheet.scene.width, sheet.scene.height)
    document = sheet.reading.document
    for found in _ENTITY.finditer(document.text, 0, document.root.start):
        yield Fault(f"the entity {found[1]} is another file", (), place, offset=found.start())
    for node in document.nodes:
        for target in _references(node):
            shown = target if len(target) <= SHOWN else target[:SHOWN] + "…"
            yield Fault(f"<{node.name}> refers to {shown}", (), place, offset=node.start)


def _references(node: Node) -> Iterator[str]:
    if node.name in _LOADED and node.href and not node.href.startswith(("#", "data:")):
        yield node.href
    texts = [node.text] if node.name == "style" else []
    texts += [value for value in node.attributes.values() if "url(" in value]
    for text in texts:
        yield from (found[1] or found[2] for found in _URL.finditer(text))
