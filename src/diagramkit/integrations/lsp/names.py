"""Nodes and classes of a diagram by their names: where they are said, what they are renamed to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types
from pygls.uris import from_fs_path

from diagramkit.diagnostics import DiagramError
from diagramkit.integrations.lsp.document import Document
from diagramkit.integrations.lsp.project import Projects
from diagramkit.mermaid.reading import mentions, parse
from diagramkit.mermaid.source import Span
from diagramkit.mermaid.traps.classes import defined, used
from diagramkit.mermaid.traps.trap import Lines
from diagramkit.project.diagrams import Diagram


class RefusedError(Exception):
    """What is asked for would change the meaning of a diagram; its words say why."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a diagram: the room it was asked for at, and all its places, in order."""

    document: Document
    diagram: Diagram
    text: str
    at: Span
    spans: tuple[Span, ...]

    def range(self, span: Span) -> types.Range:
        return self.document.span(self.diagram, *span)

    def location(self, span: Span) -> types.Location:
        return types.Location(self.document.uri, self.range(span))


def node_at(document: Document, position: types.Position) -> Name | None:
    """The node, group or participant that is named at a position of the editor."""
    return _name(document, position, mentions)


def class_at(document: Document, position: types.Position) -> Name | None:
    """The class that is given or defined at a position."""
    return _name(document, position, _classes)


def name_at(document: Document, position: types.Position) -> Name | None:
    """The class or the node at a position."""
    return class_at(document, position) or node_at(document, position)


def _classes(text: str) -> list[Span]:
    source = Lines(text)
    pairs = [*defined(source), *used(source)]
    return sorted({(start, start + len(name)) for name, start in pairs})


def _name(
    document: Document, position: types.Position, find: Callable[[str], list[Span]]
) -> Name | None:
    place = document.read(position)
    diagram = document.diagram_at(place.line)
    if diagram is None or diagram.is_figure:
        return None
    offset, spans = document.offset(diagram, place), find(diagram.text)
    at = next((span for span in spans if span[0] <= offset <= span[1]), None)
    if at is None:
        return None
    text = diagram.text[slice(*at)]
    same = tuple(span for span in spans if diagram.text[slice(*span)] == text)
    return Name(document, diagram, text, at, same)


def definition(
    document: Document, position: types.Position, projects: Projects
) -> types.Location | None:
    """Where the class at a position is defined, in its diagram or in the configuration; where the
    node is named first."""
    if found := class_at(document, position):
        places = dict(reversed(list(defined(Lines(found.diagram.text)))))
        if found.text in places:
            start = places[found.text]
            return found.location((start, start + len(found.text)))
        return _in_configuration(found, projects)
    node = node_at(document, position)
    return node.location(node.spans[0]) if node else None


def _in_configuration(name: Name, projects: Projects) -> types.Location | None:
    """The line of the configuration that gives classes their roles."""
    try:
        settings = projects.of(name.diagram.folder).settings
    except DiagramError:
        return None
    place = settings.places.get("classes")
    if place is None or name.text not in settings.drawing.classes or settings.folder is None:
        return None
    at = types.Position(place.line - 1, place.column - 1)
    uri = from_fs_path(str(settings.folder / Path(place.path).name))
    return types.Location(uri, types.Range(at, at)) if uri else None


def renamed(name: Name, new: str) -> types.WorkspaceEdit:
    """The edits that give a node another name everywhere in its diagram, and touch no words.

    Raises `RefusedError` where the diagram cannot be read, where something has that name, and where
    it is read as anything but a name.
    """
    text = name.diagram.text
    spans = mentions(text)
    if new == name.text:
        return types.WorkspaceEdit()
    if new in {text[slice(*span)] for span in spans}:
        raise RefusedError(f"something else is called {new} here")
    wanted, changed, moved = [], text, 0
    for start, end in spans:
        is_it = (start, end) in name.spans
        wanted.append(new if is_it else text[start:end])
        if is_it:
            changed = changed[: start + moved] + new + changed[end + moved :]
            moved += len(new) - (end - start)
    try:
        parse(text)
    except DiagramError as error:
        raise RefusedError(f"first mend the diagram: {error.diagnostics[0].message}") from error
    try:
        parse(changed)
    except DiagramError:
        raise RefusedError(f'"{new}" is no name here') from None
    if [changed[slice(*span)] for span in mentions(changed)] != wanted:
        raise RefusedError(f'"{new}" is read otherwise than as a name here')
    edits = [types.TextEdit(name.range(span), new) for span in name.spans]
    return types.WorkspaceEdit(changes={name.document.uri: edits})
