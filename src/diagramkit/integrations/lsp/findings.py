"""What is wrong in a document, and what repairs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lsprotocol import types

from diagramkit.checking.remark import Remark
from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.integrations.lsp.document import Document
from diagramkit.integrations.lsp.project import Memory, Projects
from diagramkit.project.config import settings_of_text

_LEVELS = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "style": types.DiagnosticSeverity.Information,
}
_THEMES: Memory[tuple[Diagnostic, ...]] = Memory(8)


def findings(
    document: Document, projects: Projects, is_wanted: Callable[[], bool] = lambda: True
) -> list[types.Diagnostic]:
    """What is wrong in a document; given up half-way where nobody wants it any more."""
    found = []
    for diagram in document.diagrams:
        if not is_wanted():
            return []
        checked = projects.check(diagram)
        for one in [*checked.errors, *map(plain, checked.remarks)]:
            place = one.location or diagram.place
            start = document.place(diagram, place.line - diagram.line, place.column - 1)
            found.append(_diagnostic(document, start, one))
    for one in _of_whole(document):
        line, column = (one.location.line, one.location.column) if one.location else (1, 1)
        start = types.Position(min(line, len(document.lines)) - 1, column - 1)
        found.append(_diagnostic(document, start, one))
    return found


def plain(remark: Remark) -> Diagnostic:
    """A finding without its code in the words: editors show that themselves."""
    return Diagnostic(remark.code, remark.message, remark.location, None, remark.severity)


def _of_whole(document: Document) -> tuple[Diagnostic, ...]:
    """The faults of a theme or a configuration."""
    if document.kind == "theme":
        return _THEMES.get((document.path, document.text), lambda: _of_theme(document))
    if document.kind == "configuration":
        try:
            settings_of_text(document.text, document.path)
        except DiagramError as error:
            return error.diagnostics
    return ()


def _of_theme(document: Document) -> tuple[Diagnostic, ...]:
    from diagramkit.theme.export._mermaid.measures import measure_exported
    from diagramkit.theme.findings import findings as findings_of
    from diagramkit.theme.load import theme_of

    own = str(document.path)
    try:
        theme = theme_of(document.text, document.path)
        found = findings_of(document.path, measure_exported(theme), document.text)
    except DiagramError as error:
        found = list(error.diagnostics)
    return tuple(each for each in found if not each.location or each.location.path == own)


def _diagnostic(document: Document, start: types.Position, one: Diagnostic) -> types.Diagnostic:
    return types.Diagnostic(
        document.word(start),
        one.message,
        severity=_LEVELS[one.severity],
        code=one.code,
        source="diagrams",
    )


def actions(
    document: Document, projects: Projects, asked: types.Range
) -> Iterator[types.CodeAction]:
    """The repairs of what was found in some lines."""
    for diagram in document.diagrams:
        first = diagram.line - 1
        if first > asked.end.line or first + diagram.text.count("\n") < asked.start.line:
            continue
        for remark in projects.check(diagram).remarks:
            place = remark.location
            start = document.place(diagram, place.line - diagram.line, place.column - 1)
            if not (remark.edits and asked.start.line <= start.line <= asked.end.line):
                continue
            edits = [
                types.TextEdit(document.span(diagram, edit.start, edit.end), edit.text)
                for edit in remark.edits
            ]
            yield types.CodeAction(
                f"Repair: {remark.message}",
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[_diagnostic(document, start, plain(remark))],
                is_preferred=all(edit.is_safe for edit in remark.edits),
                edit=types.WorkspaceEdit(changes={document.uri: edits}),
            )
