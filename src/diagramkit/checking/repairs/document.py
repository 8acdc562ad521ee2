"""The root gets what it lacks: `viewBox`, `role`, a title, a description, a ground."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from xml.sax.saxutils import escape

from diagramkit.checking.remark import Edit
from diagramkit.geometry import Rect, number
from diagramkit.scene import NO_COLOR
from diagramkit.svg.read import Reading
from diagramkit.theme.model import Theme

_WORDS = 12


def edits(reading: Reading, theme: Theme) -> Iterator[Edit]:
    """Edits at the end of the root's start tag, and behind it."""
    document, scene = reading.document, reading.scene
    root = document.root
    if document.text[root.stop - 2] == "/":
        return
    attributes = ""
    if "viewBox" not in root.attributes:
        attributes += f' viewBox="0 0 {number(scene.width)} {number(scene.height)}"'
    if "role" not in root.attributes:
        attributes += ' role="img"'
    if attributes:
        yield Edit(root.stop - 1, root.stop - 1, attributes)
    inside = "".join(f"\n{line}" for line in _inside(reading, theme))
    if inside:
        yield Edit(root.stop, root.stop, inside)


def _inside(reading: Reading, theme: Theme) -> Iterator[str]:
    """What is written behind the start tag."""
    scene, attributes = reading.scene, reading.document.root.attributes
    if not (scene.title or "aria-label" in attributes):
        yield f"<title>{escape(_title(scene.name))}</title>"
    if not (scene.description or "aria-describedby" in attributes):
        yield f"<desc>{escape(_description(reading))}</desc>"
    if scene.background == NO_COLOR and scene.primitives:
        room = reading.user_rect(Rect(0, 0, scene.width, scene.height))
        x, y, width, height = map(number, room)
        place = f' x="{x}" y="{y}"' if (x, y) != ("0", "0") else ""
        canvas = theme.mode(scene.mode).canvas
        yield f'<rect{place} width="{width}" height="{height}" fill="{canvas}"/>'


def _title(path: str) -> str:
    words = PurePath(path).stem.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "Drawing"


def _description(reading: Reading) -> str:
    """The words that are in the drawing, in order."""
    words = list(dict.fromkeys(text.text.strip() for text in reading.scene.texts))
    more = "; …" if len(words) > _WORDS else ""
    return (
        "A drawing with the words: " + "; ".join(words[:_WORDS]) + more if words else "A drawing."
    )
