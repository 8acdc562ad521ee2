"""`@{ shape: cyl, label: "words" }` behind a name: YAML in braces."""

from __future__ import annotations

import re
from bisect import bisect_right

import yaml

from diagramkit.mermaid.kinds.flowchart.builder import Builder
from diagramkit.mermaid.kinds.flowchart.scanner import Scanner, Token
from diagramkit.mermaid.kinds.flowchart.shapes import NAMES
from diagramkit.mermaid.label import words
from diagramkit.mermaid.text import nearest
from diagramkit.mermaid.yaml_values import YamlError, read_mapping, scalar

_PLAIN = re.compile(r'[^}^"]+')
_BREAK = re.compile(r"\n\s*")


class _Pieces:
    """The YAML as it is put together, and where each piece of it stands in the source."""

    def __init__(self) -> None:
        self.text = ""
        self._starts: list[int] = []
        self._offsets: list[int] = []

    def add(self, text: str, offset: int) -> None:
        self._starts.append(len(self.text))
        self._offsets.append(offset)
        self.text += text

    def offset(self, line: int, column: int) -> int:
        """Where the character at `line` and `column` (from 0) of the YAML stands."""
        place = sum(len(each) + 1 for each in self.text.split("\n")[:line]) + column
        piece = bisect_right(self._starts, place) - 1
        return self._offsets[piece] + place - self._starts[piece]


def read_attributes(scanner: Scanner, builder: Builder, name: Token) -> None:
    """Read `@{ … }` and say of the node `name` what it says.

    Raises DiagramError where the braces are not closed, the text is not YAML, or the shape is none.
    """
    pieces = _pieces(scanner, scanner.take())
    # On one line the braces are those of YAML; over several lines it is a block of YAML.
    wrapped = "\n" not in pieces.text
    try:
        entries = read_mapping("{\n" + pieces.text + "\n}" if wrapped else pieces.text + "\n")
    except YamlError as problem:
        offset = pieces.offset(max(problem.line - wrapped, 0), problem.column)
        raise scanner.error(offset, f"the attributes are not YAML: {problem.message}") from None

    def offset_of(node: yaml.Node) -> int:
        return pieces.offset(node.start_mark.line - wrapped, node.start_mark.column)

    shape = entries.get("shape")
    label = scalar(entries.get("label"))
    plain = scalar(entries.get("labelType")) in ("text", "string")
    builder.set_attributes(
        name.text,
        name.start,
        text=words(label, "string" if plain else "markdown") if label else None,
        shape=_shape(scanner, shape, offset_of(shape)) if shape else None,
        pictured=bool(scalar(entries.get("icon")) or scalar(entries.get("img"))),
    )


def _pieces(scanner: Scanner, opening: Token) -> _Pieces:
    text = scanner.text
    pieces = _Pieces()
    place = opening.end
    while not text.startswith("}", place):
        if text.startswith('"', place):
            end = text.find('"', place + 1) + 1
            if not end:
                raise scanner.error(place, "a double quote that is never closed")
            pieces.add(_BREAK.sub("<br/>", text[place:end]), place)
        elif plain := _PLAIN.match(text, place):
            end = plain.end()
            pieces.add(plain[0], place)
        elif place < len(text):
            raise scanner.error(place, '"^" among attributes; put it in double quotes')
        else:
            raise scanner.error(opening.start, 'attributes that are never closed; expected "}"')
        place = end
    if not pieces.text:
        pieces.add("", opening.end)
    scanner.go_to(place + 1)
    return pieces


def _shape(scanner: Scanner, node: yaml.Node, offset: int) -> str | None:
    name = scalar(node)
    if not name and isinstance(node, yaml.ScalarNode):
        return None
    if name in NAMES:
        return name
    hint = nearest(name, sorted(NAMES)) or "; see Mermaid's list of shapes"
    raise scanner.error(offset, f'no shape is called "{name}"{hint}')
