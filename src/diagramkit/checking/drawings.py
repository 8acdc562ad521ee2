"""SVG files checked."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from diagramkit import lint
from diagramkit.checking.remark import Element, Remark
from diagramkit.checking.suppression import Suppression, read_codes
from diagramkit.color import difference
from diagramkit.diagnostics import Location, Severity
from diagramkit.scene import NO_COLOR
from diagramkit.svg.read import Document, Node, Reading, read
from diagramkit.svg.write import mode_written
from diagramkit.theme.model import MODES, ModeName, Theme

SHOWN = 500
"""Characters of a source line that are kept."""


def check_drawing(
    data: bytes | str, path: str, theme: Theme, mode: ModeName = "light", *, style: bool = False
) -> tuple[list[Remark], list[Suppression]]:
    """The findings in a drawing, and its comments that ignore some.

    Raises:
        DiagramError: it cannot be read.
    """
    reading = read(data, name=path, mode=mode, path=path)
    if _is_dark(reading, path, theme):
        reading = replace(reading, scene=replace(reading.scene, mode="dark"))
    least: Severity = "style" if style else "warning"
    findings = lint.check(reading.scene, theme, least=least, reading=reading)
    remarks = [remark_of(finding, reading, path) for finding in findings]
    return remarks, suppressions(reading.document)


def _is_dark(reading: Reading, path: str, theme: Theme) -> bool:
    """Whether a drawing is a dark one: it says so, is called so as the dark twins of drawings are,
    or is by its ground."""
    said = mode_written(reading.document.text) or path.removesuffix(".svg").rpartition(".")[2]
    if said in MODES:
        return said == "dark"
    ground = reading.scene.background
    if ground == NO_COLOR or ground == theme.light.canvas.lower():
        return False
    return difference(ground, theme.dark.canvas) < difference(ground, theme.light.canvas) / 2


def remark_of(finding: lint.Finding, reading: Reading, path: str) -> Remark:
    """A finding with its place in the text of the drawing."""
    elements = tuple(Element(key, *reading.position(key)) for key in finding.keys)
    document = reading.document
    if finding.offset is not None:
        line, column = document.position(finding.offset)
    elif elements:
        line, column = elements[0].line, elements[0].column
    else:
        line, column = document.position(document.root.start)
    return Remark(
        finding.rule,
        finding.severity,
        finding.message + _guess(finding, reading),
        Location(path, line, column),
        document.lines[line - 1][:SHOWN],
        elements,
        reading.user_rect(finding.place),
        finding.measured,
        finding.passes,
    )


def _guess(finding: lint.Finding, reading: Reading) -> str:
    """What to say where a verdict hangs on the width of words in a font that is not at hand."""
    if not finding.rule.startswith("text-"):
        return ""
    sources = (reading.sources[key] for key in finding.keys if key in reading.sources)
    font = next(
        (source.families[0] for source in sources if source.is_guess and source.families), ""
    )
    return f" (measured in another font: {font} is not at hand)" if font else ""


def suppressions(document: Document) -> list[Suppression]:
    """The comments that ignore rules: before the root for all of the drawing, else for the
    element that follows, with all inside, and for those on the comment's own line."""
    found = []
    for offset, text in document.comments() if "ignore" in document.text else ():
        codes = read_codes(text)
        if codes is None:
            continue
        line, column = document.position(offset)
        lines = _lines(document, offset, line)
        words = document.lines[line - 1][:SHOWN]
        found.append(Suppression(codes, lines, line, column, words))
    return found


def _lines(document: Document, offset: int, line: int) -> range | None:
    if offset < document.root.start:
        return None
    nodes = document.nodes
    place = bisect_right(nodes, offset, key=lambda node: node.start)
    if place == len(nodes) or document.line_of(nodes[place - 1]) == line:
        return range(line, line + 1)
    following = nodes[place]
    return range(line, document.line_of(_last(following)) + 1)


def _last(node: Node) -> Node:
    """The last element inside an element."""
    while node.children:
        node = node.children[-1]
    return node
