"""Theme files as trees: YAML in, nodes with their places out, within bounds.

PyYAML only composes here; it constructs no object, so that nothing a file says is ever run.
A theme has no use for anchors, tags and several documents; they are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from diagramkit.diagnostics import Diagnostic, DiagramError, Location

if TYPE_CHECKING:
    Loader = yaml.SafeLoader
else:
    # libyaml's loader is ten times as fast and not part of every build of PyYAML.
    Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_BYTES = 1_000_000
MAX_NODES = 5_000
MAX_DEPTH = 24
_EXAMPLE = "extends: editorial"
_NUMBER = re.compile(r"[-+]?(?:\d{1,18}(?:\.\d{0,18})?|\.\d{1,18})(?:[eE][-+]?\d{1,3})?")
_CORE = "tag:yaml.org,2002:"
_PLAIN_TAGS = {_CORE + name for name in ("str", "int", "float", "timestamp", "merge", "value")}

Scalar = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: its path as the user gave it, its lines, and what it is (`theme`,
    `figure`), as codes and messages call it."""

    path: str
    lines: tuple[str, ...]
    noun: str = "theme"

    def fault(self, code: str, message: str, line: int = 1, column: int = 1) -> Diagnostic:
        """A finding at a place of this file, with the line it is on."""
        shown = self.lines[line - 1] if line <= len(self.lines) else None
        return Diagnostic(code, message, Location(self.path, line, column), shown)


@dataclass(slots=True)
class Node:
    """A value of a theme file: a scalar, a list or a mapping, and where it is written.

    `at` is the line and column of the value, `key_at` that of the key it stands under; `written` is
    a scalar as it is written.
    """

    value: Scalar | list[Node] | dict[str, Node]
    source: Source
    at: tuple[int, int] = (1, 1)
    key_at: tuple[int, int] = (1, 1)
    written: str = ""

    def fault(self, code: str, message: str) -> Diagnostic:
        """A finding at the value."""
        return self.source.fault(code, message, *self.at)

    def key_fault(self, code: str, message: str) -> Diagnostic:
        """A finding at the key."""
        return self.source.fault(code, message, *self.key_at)


@dataclass(slots=True)
class Document:
    """A file as a tree, with what was wrong in its form."""

    root: Node
    faults: list[Diagnostic] = field(default_factory=list)


def read(path: Path, shown: str | None = None) -> Document:
    """Read a theme file.

    Args:
        path: the file, at most 1 MB of UTF-8.
        shown: what diagnostics call it; the path itself when left out.

    Raises:
        DiagramError: it cannot be read, is no YAML mapping or is beyond the bounds.
    """
    name = str(path) if shown is None else shown
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"cannot read the theme: {reason}"
        raise DiagramError.single("theme-unreadable", message, Location(name)) from error
    if len(data) > MAX_BYTES:
        message = f"larger than a theme may be ({MAX_BYTES // 1000} kB)"
        raise DiagramError.single("theme-too-large", message, Location(name))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(error.object, error.start, name) from error
    return parse(text, name)


def parse(text: str, name: str, noun: str = "theme", example: str = _EXAMPLE) -> Document:
    """Turn the text of a YAML file into a tree.

    Args:
        text: the whole file.
        name: what diagnostics call the file.
        noun: what the file is, in codes and messages.
        example: how such a file begins.

    Raises:
        DiagramError: it is no YAML mapping or is beyond the bounds.
    """
    source = Source(name, tuple(text.splitlines()), noun)
    try:
        _check_bounds(text, source)
        top = yaml.compose(text, Loader)
    except yaml.MarkedYAMLError as error:
        place = error.problem_mark or error.context_mark
        problem = error.problem or error.context or "cannot be read"
        at = (place.line + 1, place.column + 1) if place else (1, 1)
        message = f"not YAML: {problem}"
        raise DiagramError([source.fault(f"{noun}-yaml", message, *at)]) from error
    except yaml.YAMLError as error:
        at = _unprintable(text)
        message = "not YAML: a control character"
        raise DiagramError([source.fault(f"{noun}-yaml", message, *at)]) from error
    if not isinstance(top, yaml.MappingNode):
        message = f"a {noun} is a mapping of keys, such as `{example}`"
        raise DiagramError([source.fault(f"{noun}-type", message)])
    faults: list[Diagnostic] = []
    return Document(_node(top, source, faults, (1, 1)), faults)


def _not_utf8(data: bytes, start: int, name: str) -> DiagramError:
    lines = data[:start].split(b"\n")
    column = len(lines[-1].decode("utf-8", "replace")) + 1
    message = f"not UTF-8 text (byte {data[start]:#04x}): save the file as UTF-8"
    return DiagramError.single("theme-yaml", message, Location(name, len(lines), column))


def _check_bounds(text: str, source: Source) -> None:
    """Read the events alone, before a tree is built that could be too deep to walk."""
    nodes = depth = 0
    for event in yaml.parse(text, Loader):
        at = _place(event)
        if getattr(event, "anchor", None):
            cure = ": write an alias as `$path.of.token`" if source.noun == "theme" else ""
            message = f"YAML anchors are not used in {source.noun}s{cure}"
            raise DiagramError([source.fault(f"{source.noun}-anchor", message, *at)])
        nodes += isinstance(event, yaml.NodeEvent)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if nodes > MAX_NODES or depth > MAX_DEPTH:
            limit = f"{MAX_NODES} values" if nodes > MAX_NODES else f"{MAX_DEPTH} levels"
            message = f"more than a {source.noun} may hold ({limit})"
            raise DiagramError([source.fault(f"{source.noun}-too-large", message, *at)])


def _unprintable(text: str) -> tuple[int, int]:
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    before = text[: found.start() if found else 0]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _node(
    node: yaml.Node, source: Source, faults: list[Diagnostic], key_at: tuple[int, int]
) -> Node:
    made = Node(None, source, _place(node), key_at)
    if isinstance(node, yaml.MappingNode):
        made.value = dict(_entries(node, source, faults))
    elif isinstance(node, yaml.SequenceNode):
        made.value = [_node(item, source, faults, _place(item)) for item in node.value]
    elif isinstance(node, yaml.ScalarNode):
        made.value, made.written = _scalar(node), node.value
    allowed = {_CORE + "map", _CORE + "seq", _CORE + "bool", _CORE + "null", *_PLAIN_TAGS}
    if node.tag not in allowed:
        tag = node.tag.removeprefix(_CORE)
        message = f"YAML tags are not used in {source.noun}s: leave out `{tag}`"
        faults.append(made.fault(f"{source.noun}-yaml", message))
    return made


def _entries(
    node: yaml.MappingNode, source: Source, faults: list[Diagnostic]
) -> Iterator[tuple[str, Node]]:
    seen: dict[str, int] = {}
    for key, value in node.value:
        line, column = _place(key)
        if not isinstance(key, yaml.ScalarNode):
            faults.append(
                source.fault(f"{source.noun}-type", "a key has to be a word", line, column)
            )
        elif key.value in seen:
            message = f'"{key.value}" is here a second time; the first is in line {seen[key.value]}'
            faults.append(source.fault(f"{source.noun}-duplicate-key", message, line, column))
        else:
            seen[key.value] = line
            yield key.value, _node(value, source, faults, (line, column))


def _place(node: Any) -> tuple[int, int]:
    mark = node.start_mark
    return mark.line + 1, mark.column + 1


def _scalar(node: yaml.ScalarNode) -> Scalar:
    text: str = node.value
    if node.style:  # quoted, or a block of lines
        return text
    if node.tag == _CORE + "null":
        return None
    if node.tag == _CORE + "bool":
        return text.lower() in ("true", "yes", "on")
    if _NUMBER.fullmatch(text):
        return int(text) if text.lstrip("+-").isdigit() else float(text)
    return text
