"""Diagrams checked: Mermaid and figures are drawn, and the drawing is judged; of Mermaid the
source is looked at as well."""

from __future__ import annotations

from collections.abc import Callable

from diagramkit import lint
from diagramkit.checking.remark import Edit, Element, Remark
from diagramkit.checking.suppression import Suppression, in_source
from diagramkit.diagnostics import Diagnostic, DiagramError, Location, Severity
from diagramkit.drawing import Drawing, draw
from diagramkit.lint.places import SHOWN, Places
from diagramkit.mermaid.reading import undrawn
from diagramkit.mermaid.traps import find_traps
from diagramkit.project.diagrams import Diagram
from diagramkit.project.options import DrawingOptions

Keep = Callable[[Drawing], None]


def check_diagram(
    diagram: Diagram, options: DrawingOptions, *, style: bool = False, keep: Keep | None = None
) -> tuple[list[Remark], list[Suppression]]:
    """The findings in a diagram's source and in its drawing, and the comments that ignore some;
    `keep` is handed the drawing.

    Raises:
        DiagramError: it cannot be drawn.
    """
    is_mermaid = not diagram.is_figure
    remarks = trap_remarks(diagram) if is_mermaid else []
    try:
        if not (is_mermaid and undrawn(diagram.text, diagram.shown, diagram.line)):
            remarks += _drawn(diagram, options, style=style, keep=keep)
    except DiagramError as error:
        # A trap says better than a parser what is wrong.
        trapped = {remark.location.line for remark in remarks if remark.severity == "error"}
        lines = {each.location.line for each in error.diagnostics if each.location}
        if not trapped & lines:
            raise
    return remarks, in_source(diagram.text, diagram.line)


def trap_remarks(diagram: Diagram) -> list[Remark]:
    """The traps in a Mermaid source."""
    found = []
    for rule, trap in find_traps(diagram.text):
        before = diagram.text[: trap.start]
        line = diagram.line + before.count("\n")
        column = trap.start - (before.rfind("\n") + 1) + 1
        words = Places(diagram.text, diagram.line).line(line)
        edits = (
            () if trap.repair is None else (Edit(trap.start, trap.end, trap.repair, trap.is_safe),)
        )
        place = Location(diagram.shown, line, column)
        found.append(Remark(rule.code, rule.severity, trap.message, place, words, edits=edits))
    return found


def _drawn(
    diagram: Diagram, options: DrawingOptions, *, style: bool, keep: Keep | None
) -> list[Remark]:
    drawing = draw(diagram, options)
    if keep:
        keep(drawing)
    places = Places(diagram.text, diagram.line)
    told = {fault.rule for fault in drawing.faults}
    remarks = [_warned(each, places) for each in drawing.warnings if each.code not in told]
    return remarks + _findings(drawing, diagram, style=style)


def _findings(drawing: Drawing, diagram: Diagram, *, style: bool) -> list[Remark]:
    places = Places(diagram.text, diagram.line)
    remarks = []
    least: Severity = "style" if style else "warning"
    further = lint.check(drawing.scene, drawing.options.look, most="warning", least=least)
    for finding in sorted((*drawing.faults, *further), key=lambda each: each.rule):
        elements = tuple(Element(key, *places.position(key)) for key in finding.keys)
        line, column = (elements[0].line, elements[0].column) if elements else (diagram.line, 1)
        remarks.append(
            Remark(
                finding.rule,
                finding.severity,
                finding.message,
                Location(diagram.shown, line, column),
                places.line(line)[:SHOWN],
                elements,
                finding.place,
                finding.measured,
                finding.passes,
            )
        )
    return remarks


def _warned(warning: Diagnostic, places: Places) -> Remark:
    place = warning.location or Location("<diagram>")
    line = warning.source_line or places.line(place.line)
    return Remark(warning.code, warning.severity, warning.message, place, line)
