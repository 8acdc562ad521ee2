"""A language server: findings and repairs as one types, colours, and a preview by command."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from diagramkit import __version__
from diagramkit.checking.remark import Edit, Remark
from diagramkit.checking.run import How, Subject, look, report_of
from diagramkit.checking.selection import Selection
from diagramkit.diagnostics import Diagnostic, DiagramError, Location
from diagramkit.drawing import draw
from diagramkit.figure.source import SUFFIXES as FIGURES
from diagramkit.figure.source import is_figure
from diagramkit.project.config import load_settings
from diagramkit.project.diagrams import Diagram, page_diagrams
from diagramkit.project.discovery import MARKDOWN_SUFFIXES, MERMAID_SUFFIXES
from diagramkit.project.documents import MAX_BYTES
from diagramkit.project.options import modes_of
from diagramkit.theme.model import ModeName

if TYPE_CHECKING:
    from pygls.workspace import TextDocument

PREVIEW = "diagrams.preview"
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}\b")
_LEVELS = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "style": types.DiagnosticSeverity.Information,
}


def make_server() -> LanguageServer:
    """The server, to be started on standard input and output with `start_io`."""
    server = LanguageServer("diagramkit", __version__)
    for event in (types.TEXT_DOCUMENT_DID_OPEN, types.TEXT_DOCUMENT_DID_CHANGE):
        server.feature(event)(partial(_publish, server))
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION)(partial(_repairs, server))
    server.feature(types.TEXT_DOCUMENT_DOCUMENT_COLOR)(partial(_colors, server))
    server.feature(types.TEXT_DOCUMENT_COLOR_PRESENTATION)(_written)
    server.command(PREVIEW)(partial(_preview, server))
    return server


def diagrams_of(document: TextDocument) -> list[Diagram]:
    """The diagrams of an open document, as it stands in the editor."""
    path, text = Path(to_fs_path(document.uri) or "untitled"), document.source
    suffix = path.suffix.lower()
    if len(text) > MAX_BYTES:
        return []
    if suffix in MARKDOWN_SUFFIXES:
        return [one.diagram for one in page_diagrams(path, text)]
    if suffix in MERMAID_SUFFIXES or (suffix in FIGURES and is_figure(text)):
        return [Diagram(path.stem, text, str(path), 1, path.parent)]
    return []


def _checked(diagram: Diagram) -> tuple[list[Remark], list[Diagnostic]]:
    """The findings about a diagram that hold in its project, and why it cannot be drawn."""
    try:
        settings = load_settings(diagram.folder)
        options = settings.drawing.changed(modes=("light",)).loaded()
        mode: ModeName = "light" if "light" in options.look.modes else "dark"
        selection = Selection(settings.check, settings.folder or diagram.folder).checked()
    except DiagramError as error:
        first = Location(diagram.shown, diagram.line)
        return [], [Diagnostic(each.code, str(each), first) for each in error.diagnostics]
    how = How(options.changed(modes=(mode,)), mode, selection.has_style)
    subject = Subject(Path(diagram.shown), diagram.shown, diagram=diagram)
    report = report_of([(subject, look(subject, how))], selection, ())
    return report.remarks, report.errors


def _publish(
    server: LanguageServer,
    params: types.DidOpenTextDocumentParams | types.DidChangeTextDocumentParams,
) -> None:
    document = server.workspace.get_text_document(params.text_document.uri)
    found = []
    for diagram in diagrams_of(document):
        remarks, errors = _checked(diagram)
        for one in [*errors, *(plain(remark) for remark in remarks)]:
            found.append(_diagnostic(document, diagram, one))
    server.text_document_publish_diagnostics(
        types.PublishDiagnosticsParams(document.uri, found, document.version)
    )


def plain(remark: Remark) -> Diagnostic:
    """A finding without its code in the words: editors show that themselves."""
    return Diagnostic(remark.code, remark.message, remark.location, None, remark.severity)


def _diagnostic(document: TextDocument, diagram: Diagram, one: Diagnostic) -> types.Diagnostic:
    place = one.location or diagram.place
    start = _place(document, diagram, place.line - diagram.line, place.column - 1)
    line = document.lines[start.line] if start.line < len(document.lines) else ""
    word = re.compile(r"\w+|\S|").match(line, start.character)
    end = types.Position(start.line, word.end() if word else start.character)
    return types.Diagnostic(
        _units(document, types.Range(start, end)),
        one.message,
        severity=_LEVELS[one.severity],
        code=one.code,
        source="diagrams",
    )


def _place(document: TextDocument, diagram: Diagram, line: int, column: int) -> types.Position:
    """A place in a diagram, both from 0, as one of its document in characters: what stands before
    the diagram on a line, such as the indent of a list, is passed over."""
    own = diagram.text.split("\n")
    number = diagram.line - 1 + line
    if not (0 <= line < len(own) and number < len(document.lines)):
        return types.Position(max(0, min(number, len(document.lines) - 1)), 0)
    before = max(document.lines[number].find(own[line].rstrip("\r")), 0)
    return types.Position(number, before + min(column, len(own[line])))


def _units(document: TextDocument, room: types.Range) -> types.Range:
    return document.position_codec.range_to_client_units(document.lines, room)


def _room(document: TextDocument, diagram: Diagram, edit: Edit) -> types.Range:
    ends = []
    for offset in (edit.start, edit.end):
        before = diagram.text[:offset]
        column = offset - (before.rfind("\n") + 1)
        ends.append(_place(document, diagram, before.count("\n"), column))
    return _units(document, types.Range(*ends))


def _repairs(server: LanguageServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    document = server.workspace.get_text_document(params.text_document.uri)
    return list(_actions(document, params.range))


def _actions(document: TextDocument, asked: types.Range) -> Iterator[types.CodeAction]:
    for diagram in diagrams_of(document):
        for remark in _checked(diagram)[0]:
            found = _diagnostic(document, diagram, plain(remark))
            is_asked = found.range.start.line <= asked.end.line
            if not (remark.edits and is_asked and found.range.end.line >= asked.start.line):
                continue
            edits = [
                types.TextEdit(_room(document, diagram, edit), edit.text) for edit in remark.edits
            ]
            yield types.CodeAction(
                f"Repair: {remark.message}",
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[found],
                is_preferred=all(edit.is_safe for edit in remark.edits),
                edit=types.WorkspaceEdit(changes={document.uri: edits}),
            )


def _colors(
    server: LanguageServer, params: types.DocumentColorParams
) -> list[types.ColorInformation]:
    document = server.workspace.get_text_document(params.text_document.uri)
    is_page = Path(document.path).suffix.lower() in MARKDOWN_SUFFIXES
    drawn = {
        diagram.line - 1 + at
        for diagram in (diagrams_of(document) if is_page else ())
        for at in range(diagram.text.count("\n") + 1)
    }
    return [
        types.ColorInformation(_units(document, types.Range(*ends)), _color(found[0]))
        for number, line in enumerate(document.lines)
        if not is_page or number in drawn
        for found in _COLOR.finditer(line)
        for ends in [[types.Position(number, at) for at in found.span()]]
    ]


def _color(written: str) -> types.Color:
    red, green, blue = (int(written[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return types.Color(red, green, blue, 1.0)


def _written(params: types.ColorPresentationParams) -> list[types.ColorPresentation]:
    color = params.color
    parts = (round(part * 255) for part in (color.red, color.green, color.blue))
    return [types.ColorPresentation("#" + "".join(f"{part:02x}" for part in parts))]


def _preview(server: LanguageServer, uri: str, line: int = 0) -> dict[str, Any]:
    """The diagram at a line (from 0) of a document as a data URI, or why there is none."""
    found = diagrams_of(server.workspace.get_text_document(uri))
    diagram = next((one for one in reversed(found) if one.line - 1 <= line), None)
    if diagram is None:
        return {"error": "there is no diagram here"}
    try:
        options = load_settings(diagram.folder).drawing.loaded()
        drawing = draw(diagram, options.changed(modes=modes_of(options.look, ("both",))))
    except DiagramError as error:
        return {"error": str(error)}
    data = base64.b64encode(drawing.svg.encode()).decode()
    return {"name": diagram.name, "uri": f"data:image/svg+xml;base64,{data}"}
