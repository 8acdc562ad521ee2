"""What there is to know of what stands at a place: a picture, a colour, a token, a key."""

from __future__ import annotations

import re

from lsprotocol import types

from diagramkit.color import canonical, contrast
from diagramkit.diagnostics import DiagramError, counted
from diagramkit.integrations.lsp.colors import COLOR
from diagramkit.integrations.lsp.document import Document
from diagramkit.integrations.lsp.keys import Keys, spot_at
from diagramkit.integrations.lsp.names import class_at
from diagramkit.integrations.lsp.project import Projects
from diagramkit.layout import CATEGORIES
from diagramkit.mermaid.traps.trap import Lines
from diagramkit.project.diagrams import Diagram
from diagramkit.theme.model import MODES, ModeName, Theme
from diagramkit.theme.page import PAGES

_ALIAS = re.compile(r"\$[\w.-]+(?:/[\d.]+%)?")


def hover(document: Document, projects: Projects, position: types.Position) -> types.Hover | None:
    """What is shown over a position of the editor, as Markdown."""
    place = document.read(position)
    if place.line >= len(document.lines):
        return None
    words = _words(document, projects, position, place)
    if not words:
        return None
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, words))


def _words(
    document: Document, projects: Projects, position: types.Position, place: types.Position
) -> str:
    line, diagram = document.lines[place.line], document.diagram_at(place.line)
    theme = _theme(document, projects)
    for found in COLOR.finditer(line):
        if theme and (diagram or document.kind == "theme") and _covers(found, place):
            return _of_color(found[0], theme)
    if document.kind == "theme":
        return _of_token(document, place, theme) or _of_key(document, place, 0, "theme")
    if document.kind == "configuration":
        return _of_key(document, place, 0, "configuration")
    if diagram is None:
        return ""
    if name := class_at(document, position):
        return _of_class(name.text, projects, diagram)
    if place.line == _header(diagram):
        return _of_picture(diagram, projects)
    first = diagram.line - 1
    return _of_key(document, place, first, "figure") if diagram.is_figure else ""


def _covers(found: re.Match[str], place: types.Position) -> bool:
    return found.start() <= place.character <= found.end()


def _theme(document: Document, projects: Projects) -> Theme | None:
    """The theme that a document is, or is drawn with."""
    from diagramkit.theme.load import theme_of

    try:
        if document.kind == "theme":
            return theme_of(document.text, document.path)
        return projects.of(document.path.parent).options.look
    except DiagramError:
        return None


def _header(diagram: Diagram) -> int:
    """The line that says what kind of diagram it is."""
    if diagram.is_figure:
        lines = diagram.text.split("\n")
        at = next((at for at, line in enumerate(lines) if line.startswith("figure")), 0)
        return diagram.line - 1 + at
    rows = Lines(diagram.text).rows
    return diagram.line - 1 + (diagram.text[: rows[0].start].count("\n") if rows else 0)


def _of_picture(diagram: Diagram, projects: Projects) -> str:
    """The size of a picture, its theme, what it says to those who cannot see it, its findings."""
    checked = projects.check(diagram)
    if checked.facts is None:
        return "\n\n".join(error.message for error in checked.errors[:3])
    facts = checked.facts
    count = len(checked.remarks)
    judged = counted(count, "finding") if count else "no findings"
    size = f"{facts.width:.0f} × {facts.height:.0f} units"
    return f"**{diagram.name}**: {size}, theme {facts.theme}, {judged}\n\n{facts.alt}"


def _of_color(written: str, theme: Theme) -> str:
    """A colour's contrast on the ground of each mode."""
    color = canonical(written) or written
    rows = []
    for name in MODES:
        ground = canonical(theme.mode(name).canvas)
        if ground:
            rows.append(f"| {name} canvas `{ground}` | {contrast(color, ground):.2f}:1 |")
    if not rows:
        rows = [
            f"| {words} page `{ground}` | {contrast(color, ground):.2f}:1 |"
            for words, ground in zip(("white", "near-black"), PAGES, strict=True)
        ]
    return "\n".join([f"`{color}`", "", "| on | contrast |", "|---|---|", *rows])


def _of_token(document: Document, place: types.Position, theme: Theme | None) -> str:
    """What an alias stands for in each mode, and its contrast there."""
    line = document.lines[place.line]
    found = next((one for one in _ALIAS.finditer(line) if _covers(one, place)), None)
    spot = spot_at(document, types.Position(place.line, len(line)))
    key = line[: place.character]
    if theme is None or not (found or (spot.is_value and len(key) <= line.find(":"))):
        return ""
    from diagramkit.theme.model import tokens

    every = tokens(theme)
    path = ".".join(spot.path)
    mode, _, rest = path.partition(".")
    names = [f"{name}.{rest}" for name in MODES] if mode in MODES else [path]
    rows = [_row(name, every[name], theme) for name in names if name in every]
    meaning = Keys("theme").meaning(spot.path)
    table = ["| token | value | contrast on its canvas |", "|---|---|---|", *rows] if rows else []
    return "\n".join([*([meaning, ""] if meaning else []), *table])


def _row(path: str, value: object, theme: Theme) -> str:
    mode = path.partition(".")[0]
    color = canonical(value) if isinstance(value, str) else None
    ground = canonical(theme.mode(mode).canvas) if mode in MODES else None
    measured = f"{contrast(color, ground):.2f}:1" if color and ground else ""
    return f"| {path} | `{value}` | {measured} |"


def _of_class(name: str, projects: Projects, diagram: Diagram) -> str:
    """What a class is drawn as: its role, and the colours of that."""
    try:
        project = projects.of(diagram.folder)
    except DiagramError:
        return ""
    role = project.settings.drawing.classes.get(name, name)
    rows = [row for mode in MODES for row in _look_rows(project.options.look, mode, role)]
    if not rows:
        return f"`{name}` is a class of the diagram's own"
    said = f"`{name}`" if role == name else f"`{name}` is {role}, by the project"
    head = ["| | fill | line | words | words on fill |", "|---|---|---|---|---|"]
    return "\n".join([said, "", *head, *rows])


def _look_rows(theme: Theme, mode: ModeName, role: str) -> list[str]:
    look = theme.mode(mode)
    boxes = dict(look.roles) | dict(zip(CATEGORIES, look.categories.looks, strict=True))
    if role not in boxes:
        return []
    box = boxes[role]
    ground = canonical(box.fill) or canonical(look.canvas)
    words = canonical(box.text)
    measured = f"{contrast(words, ground):.2f}:1" if words and ground else ""
    return [f"| {mode} | `{box.fill}` | `{box.stroke}` | `{box.text}` | {measured} |"]


def _of_key(document: Document, place: types.Position, first: int, kind: str) -> str:
    """What the key under a place means."""
    line = document.lines[place.line]
    end = len(re.match(r"[\w-]*", line[place.character :])[0]) + place.character  # type: ignore[index]
    spot = spot_at(document, types.Position(place.line, end), first)
    return "" if spot.is_value else Keys(kind).keys(spot.path).get(spot.word, "")
