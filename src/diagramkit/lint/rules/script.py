"""The drawing has a script, or an attribute that runs one.

Why: a picture is no program. Where it is inlined in a page the script runs there; elsewhere it
is dropped, and what it drew with it.

Example: `<rect onclick="…"/>`, or a link to `javascript:…`.

Use instead: nothing, or a link to a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diagramkit.geometry import Rect
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

if TYPE_CHECKING:
    from diagramkit.svg.read import Node


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at every element of the document."""
    if sheet.reading is None:
        return
    place = Rect(0, 0, sheet.scene.width, sheet.scene.height)
    for node in sheet.reading.document.nodes:
        for what in _scripts(node):
            yield Fault(f"{what} of <{node.name}>", (), place, offset=node.start)


def _scripts(node: Node) -> Iterator[str]:
    if node.name == "script":
        yield "the script"
    for name, value in node.attributes.items():
        if name[:2].lower() == "on":
            yield f"the attribute {name}"
        elif ":" in value and "".join(value.split()).lower().startswith("javascript:"):
            yield f"the script in the attribute {name.rpartition('}')[2]}"
