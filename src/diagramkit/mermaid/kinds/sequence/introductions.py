"""The names of participants, and what stands behind them: `@{ … }` and `as …`."""

from __future__ import annotations

from typing import NamedTuple, get_args

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.kinds.sequence.cast import Mention
from diagramkit.mermaid.kinds.sequence.model import ParticipantType
from diagramkit.mermaid.kinds.sequence.said import said
from diagramkit.mermaid.kinds.sequence.scanner import Scanner
from diagramkit.mermaid.text import WHITE_CHARACTERS, nearest, skip_white
from diagramkit.mermaid.yaml_values import Value, YamlError, read_flat, read_flow, read_mapping

_TYPES: tuple[ParticipantType, ...] = get_args(ParticipantType)


class Introduction(NamedTuple):
    """A participant as it is introduced; no words and no type where the source gives none."""

    mention: Mention
    text: str | None = None
    type: ParticipantType | None = None


def read_name(scanner: Scanner) -> Mention:
    """A name alone. Raises DiagramError where none stands."""
    found = scanner.identity()
    return Mention(found.name, found.start)


def read_introduction(scanner: Scanner) -> Introduction:
    """`name`, `name as words`, `name@{ "type": "database" }`, or all of them.

    Raises DiagramError where no name stands, or where the braces say what they may not.
    """
    found = scanner.identity()
    mention = Mention(found.name, found.start)
    alias, type_ = _settings(scanner) if found.is_configured else ("", None)
    words = scanner.alias()
    shown = said(words.text).text if words else None
    if alias and shown in (None, found.name):
        shown = said(alias).text
    return Introduction(mention, shown, type_)


def _settings(scanner: Scanner) -> tuple[str, ParticipantType | None]:
    """The alias and the type in `@{ … }`, which is YAML."""
    start = scanner.place + len("@{")
    end = scanner.text.find("}", start)
    if end < 0:
        raise scanner.error(scanner.place, 'this "@{" is never closed; expected "}"')
    if end == start:
        raise scanner.error(end, 'expected "type" or "alias" between the braces')
    start = min(skip_white(scanner.text, start), end)
    settings = _Settings(scanner, start, scanner.text[start:end].strip(WHITE_CHARACTERS))
    scanner.place = end + 1
    entries = settings.entries()
    alias = entries["alias"].text if "alias" in entries else ""
    return alias, settings.type(entries["type"]) if "type" in entries else None


class _Settings(NamedTuple):
    """The YAML in `@{ … }`, and where it begins."""

    scanner: Scanner
    start: int
    text: str

    def entries(self) -> dict[str, Value]:
        """On one line the braces are those of YAML; over several lines it is a block of YAML."""
        # Unlike the parser of Mermaid, PyYAML takes no tab for a space.
        text = self.text.replace("\t", " ")
        flat = read_flat(text)
        if flat is not None:
            return flat
        try:
            return read_mapping(text) if "\n" in text else read_flow(text)
        except YamlError as error:
            message = f"what stands between the braces is not YAML: {error.message}"
            raise self._error(error.line, error.column, message) from error

    def type(self, value: Value) -> ParticipantType | None:
        for type_ in _TYPES:
            if value.text == type_:
                return type_
        if value.scalar and not value.text:
            return None
        hint = nearest(value.text, list(_TYPES)) or f"; there are {', '.join(_TYPES)}"
        message = f'no type of participant is called "{value.text[:40]}"{hint}'
        raise self._error(value.line, value.column, message)

    def _error(self, line: int, column: int, message: str) -> DiagramError:
        before = sum(len(each) + 1 for each in self.text.split("\n")[:line])
        offset = min(before + column, len(self.text))
        return self.scanner.error(self.start + offset, message)
