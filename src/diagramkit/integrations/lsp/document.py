"""An open document as it stands in the editor: what it is, the diagrams in it, its places."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from lsprotocol import types
from pygls.uris import to_fs_path

from diagramkit.figure.source import SUFFIXES as YAML
from diagramkit.figure.source import is_figure
from diagramkit.project.config import OWN_FILE, SHARED_FILE
from diagramkit.project.diagrams import Diagram, page_diagrams
from diagramkit.project.discovery import MARKDOWN_SUFFIXES, MERMAID_SUFFIXES
from diagramkit.project.documents import MAX_BYTES
from diagramkit.theme.builtin import builtin_names
from diagramkit.theme.model import Theme

if TYPE_CHECKING:
    from pygls.workspace import PositionCodec, TextDocument

Kind = Literal["page", "mermaid", "figure", "theme", "configuration", ""]
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_TOP_KEY = re.compile(r"^([A-Za-z_]\w*)[ \t]*:[ \t]*([^\s#]*)", re.MULTILINE)
_WORDS_OF_A_THEME = {"extends", "name", "description"}


@dataclass(frozen=True, eq=False)
class Document:
    """The text of a document at one version. Places are lines and columns from 0, columns in
    characters; `codec` knows how the editor counts."""

    uri: str
    path: Path
    text: str
    version: int | None
    language: str
    codec: PositionCodec

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return _LINE_BREAK.split(self.text)

    @cached_property
    def kind(self) -> Kind:
        """What the document is; empty for what is none of ours, or too large."""
        suffix = self.path.suffix.lower()
        # What has never been saved is known by the language that the editor takes it for.
        language = "" if suffix else self.language
        if len(self.text) > MAX_BYTES:
            return ""
        if suffix in MARKDOWN_SUFFIXES or language == "markdown":
            return "page"
        if suffix in MERMAID_SUFFIXES or language == "mermaid":
            return "mermaid"
        if self.path.name in (OWN_FILE, SHARED_FILE):
            return "configuration"
        if suffix in YAML:
            return "figure" if is_figure(self.text) else "theme" if is_theme(self.text) else ""
        return ""

    @cached_property
    def diagrams(self) -> list[Diagram]:
        """The diagrams in it, in order; every line break of theirs is one character."""
        if self.kind == "page":
            return [_plain(one.diagram) for one in page_diagrams(self.path, self.text)]
        if self.kind in ("mermaid", "figure"):
            path = self.path
            return [_plain(Diagram(path.stem, self.text, str(path), 1, path.parent))]
        return []

    def diagram_at(self, line: int) -> Diagram | None:
        """The diagram that a line belongs to."""
        inside = (one for one in self.diagrams if 0 <= line - one.line + 1 <= one.text.count("\n"))
        last = self.diagrams[-1:] if self.kind != "page" else []
        return next(inside, next(iter(last), None))

    def read(self, position: types.Position) -> types.Position:
        """A position of the editor in characters."""
        found = self.codec.position_from_client_units(self.lines, position)
        return types.Position(found.line, found.character)

    def range(self, start: types.Position, end: types.Position) -> types.Range:
        """Two places as the editor counts."""
        return self.codec.range_to_client_units(self.lines, types.Range(start, end))

    def word(self, place: types.Position) -> types.Range:
        """The word or sign that begins at a place."""
        line = self.lines[place.line] if place.line < len(self.lines) else ""
        found = re.compile(r"[\w-]+|\S|").match(line, place.character)
        end = found.end() if found else place.character
        return self.range(place, types.Position(place.line, end))

    def place(self, diagram: Diagram, line: int, column: int) -> types.Position:
        """A place in a diagram as one of the document: what stands before the diagram on a line,
        such as the indent of a list, is passed over."""
        own = diagram.text.split("\n")
        number = diagram.line - 1 + line
        if not (0 <= line < len(own) and number < len(self.lines)):
            return types.Position(max(0, min(number, len(self.lines) - 1)), 0)
        return types.Position(number, self._indent(number, own[line]) + min(column, len(own[line])))

    def span(self, diagram: Diagram, start: int, end: int) -> types.Range:
        """The room of characters of a diagram."""
        ends = []
        for offset in (start, end):
            before = diagram.text[:offset].split("\n")
            ends.append(self.place(diagram, len(before) - 1, len(before[-1])))
        return self.range(*ends)

    def offset(self, diagram: Diagram, place: types.Position) -> int:
        """The character of a diagram that stands at a place of the document."""
        line = place.line - diagram.line + 1
        own = diagram.text.split("\n")
        if not 0 <= line < len(own):
            return len(diagram.text)
        column = place.character - self._indent(place.line, own[line])
        return sum(len(each) + 1 for each in own[:line]) + max(0, min(column, len(own[line])))

    def _indent(self, number: int, words: str) -> int:
        line = self.lines[number]
        return len(line) - len(words) if line.endswith(words) else max(line.find(words), 0)


def _plain(diagram: Diagram) -> Diagram:
    return replace(diagram, text=_LINE_BREAK.sub("\n", diagram.text))


def document_of(open_: TextDocument) -> Document:
    """An open document of the server as it stands now."""
    path = Path(to_fs_path(open_.uri) or "untitled")
    language = open_.language_id or ""
    return Document(open_.uri, path, open_.source, open_.version, language, open_.position_codec)


def is_theme(text: str) -> bool:
    """Whether a YAML text is a theme: it extends one or says both modes, and most of its keys are
    those of themes."""
    keys = dict(_TOP_KEY.findall(text))
    known = [key for key in keys if key in {"extends", *Theme.fields}]
    base = keys.get("extends", "").strip("\"'")
    names_base = base in builtin_names() or base.endswith(YAML)
    says_more = bool(set(known) - _WORDS_OF_A_THEME)
    has_form = "extends" in keys or {"light", "dark"} <= keys.keys()
    return has_form and 2 * len(known) >= len(keys) and (names_base or says_more)
