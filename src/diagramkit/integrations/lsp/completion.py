"""What may be written at a place: roles, categories, classes, shapes, kinds, keys, tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lsprotocol import types

from diagramkit.diagnostics import DiagramError
from diagramkit.integrations.lsp.document import Document
from diagramkit.integrations.lsp.keys import ITEM, Keys, Spot, spot_at
from diagramkit.integrations.lsp.project import Projects
from diagramkit.layout import CATEGORIES, ROLES
from diagramkit.mermaid.kinds.flowchart.shapes import NAMES
from diagramkit.mermaid.reading import drawn_keywords
from diagramkit.mermaid.traps.classes import defined
from diagramkit.mermaid.traps.trap import Lines
from diagramkit.project.diagrams import Diagram
from diagramkit.theme.builtin import builtin_names

# Behind a node, and in a statement that gives nodes a class.
_CLASS = re.compile(r"(:::|^\s*class\s+\S+\s+)[\w-]*$")
_SHAPE = re.compile(r"@\{[^}]*\bshape:\s*[\"']?[\w-]*$")
_HINT = re.compile(r"%%\s*diagram:\s*[\w-]*$")
_HINTS = {
    "critical": "a path that matters most: critical A --> B",
    "order": "what stands in this order in one rank: order A B",
    "same-rank": "what stands in one rank: same-rank A B",
    "weak": "a link without a say in the ranks: weak A --> B",
}
_MODES = ("light", "dark")
Words = Mapping[str, str]
"""What is proposed, with a few words on each."""


def completions(
    document: Document, projects: Projects, position: types.Position
) -> list[types.CompletionItem]:
    """What is proposed at a position of the editor."""
    place = document.read(position)
    if place.line >= len(document.lines):
        return []
    diagram = document.diagram_at(place.line)
    before = document.lines[place.line][: place.character]
    if diagram and not diagram.is_figure:
        found, word = _in_mermaid(document, diagram, before, place, projects)
    elif diagram or document.kind in ("theme", "configuration"):
        found, word = _in_keys(document, diagram, place)
    else:
        return []
    start = types.Position(place.line, place.character - len(word))
    room = document.range(start, place)
    kind = types.CompletionItemKind.EnumMember
    return [
        types.CompletionItem(name, kind=kind, detail=words, text_edit=types.TextEdit(room, name))
        for name, words in found.items()
    ]


def _in_mermaid(
    document: Document, diagram: Diagram, before: str, place: types.Position, projects: Projects
) -> tuple[Words, str]:
    word = re.search(r"[\w-]*$", before)
    written = word[0] if word else ""
    head = diagram.text[: document.offset(diagram, place)].strip()
    if _CLASS.search(before):
        return _classes(diagram, projects), written
    if _SHAPE.search(before):
        return dict.fromkeys(sorted(NAMES), "shape"), written
    if _HINT.search(before):
        return _HINTS, written
    if head == written:
        return dict.fromkeys(drawn_keywords(), "kind of diagram"), written
    return {}, ""


def _classes(diagram: Diagram, projects: Projects) -> Words:
    """Roles, categories, and the classes of the diagram and of its project."""
    try:
        own = projects.of(diagram.folder).settings.drawing.classes
    except DiagramError:
        own = {}
    named: dict[str, str] = {
        name: "class of the diagram" for name, _ in defined(Lines(diagram.text))
    }
    named |= {name: f"{role}, by the project" for name, role in own.items() if name[:1] != "#"}
    return named | dict.fromkeys(ROLES, "role") | dict.fromkeys(CATEGORIES, "category")


def _in_keys(
    document: Document, diagram: Diagram | None, place: types.Position
) -> tuple[Words, str]:
    """Keys and values of a figure, a theme or a configuration."""
    first = diagram.line - 1 if diagram else 0
    spot = spot_at(document, place, first)
    kind = "figure" if diagram else document.kind
    known = Keys(kind)
    found: dict[str, str] = {}
    if spot.is_value and kind == "theme":
        if spot.word.startswith("$"):
            return _tokens(document, spot), spot.word
        if spot.path == ("extends",):
            return dict.fromkeys(builtin_names(), "built-in theme"), spot.word
    if spot.is_value and spot.path == ("theme",):
        found |= dict.fromkeys(builtin_names(), "built-in theme")
    if spot.is_value or spot.path[-1:] == (ITEM,):
        found |= dict.fromkeys(known.values(spot.path), "value")
    if not spot.is_value:
        sign = " = " if kind == "configuration" else ": "
        keys = known.keys(spot.path).items()
        found |= {key + sign: words.partition(". ")[0] for key, words in keys}
    return found, spot.word


def _tokens(document: Document, spot: Spot) -> Words:
    """The tokens that an alias in a theme may name: those of its own mode in short, colours of the
    palette, and all by their paths."""
    from diagramkit.theme.files import read_theme

    try:
        values = read_theme(document.path, _without(document.text, spot.word))[0]
    except DiagramError:
        return {}
    mode = values.get(spot.path[0]) if spot.path[:1] in [(name,) for name in _MODES] else None
    found: dict[str, str] = {}
    for near in (mode, values.get("palette"), values):
        if isinstance(near, dict):
            found |= {path: value for path, value in _leaves(near) if path not in found}
    return {f"${path}": value for path, value in found.items()}


def _without(text: str, word: str) -> str:
    """A theme whose alias that is being written is left out: it leads nowhere yet."""
    return text.replace(f"{word}\n", "\n", 1) if word == "$" else text


def _leaves(values: Mapping[str, object], prefix: str = "") -> Iterable[tuple[str, str]]:
    for key, value in values.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{prefix}{key}.")
        elif isinstance(value, str | int | float):
            yield f"{prefix}{key}", str(value)
