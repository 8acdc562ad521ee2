"""Small pieces of YAML inside a diagram, read as Mermaid's parser (js-yaml) reads them.

PyYAML's composer is used without its constructor: nothing is built from a tag, and an alias is
never expanded, so a document costs no more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml

# The settings of a theme for all kinds of diagrams take about 28,000.
MAX_CHARACTERS = 40_000
MAX_DEPTH = 50
"""How deep brackets may stand inside one another; PyYAML's time grows with the square of it."""

_KNOWN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map", "null", "bool", "int", "float")
)
_FALSY = frozenset(("", "~", "null", "Null", "NULL", "false", "False", "FALSE", "0"))
_BRACKET = re.compile(r"[\[\]{}]")
_STRING = r""""(?P<double>[^"\\]*)"|'(?P<single>[^']*)'"""
_PLAIN = r"(?P<plain>[A-Za-z0-9][\w./-]*(?::[\w./-]+)*)"
_PAIR = rf"(?P<indent> *)(?P<key>[A-Za-z]+):[ ]+(?:{_STRING}|{_PLAIN}) *"
_PAIR_IN_FLOW = re.compile(_PAIR + "(?:,|$)", re.ASCII)
_PAIR_IN_BLOCK = re.compile(_PAIR + "$", re.ASCII)


class YamlError(Exception):
    """What is wrong, and the line and column (from 0) inside the YAML text."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class Value:
    """A value, and its line and column (from 0).

    `text` is empty where JavaScript would not take the value as true, and where it is a list or
    a mapping, which is no `scalar`.
    """

    text: str
    line: int
    column: int
    scalar: bool = True


def read_flat(text: str) -> dict[str, Value] | None:
    """What `read_flow` or `read_mapping` gives for pairs of a word and a word or a string.

    Nearly all attributes are that simple, and this takes a hundredth of the time. A text of one
    line is read as flow, one of several lines as a block. None for all that is not as simple.
    """
    entries: dict[str, Value] = {}
    indents: set[int] = set()
    lines = text.split("\n")
    pattern = _PAIR_IN_BLOCK if len(lines) > 1 else _PAIR_IN_FLOW
    for number, line in enumerate(lines):
        place, end = 0, len(line.rstrip(" "))
        while place < end:
            pair = pattern.match(line, place, end)
            if pair is None or pair["key"] in entries:
                return None
            indents.add(len(pair["indent"]))
            entries[pair["key"]] = _flat_value(pair, number)
            place = pair.end()
    return None if len(lines) > 1 and len(indents) > 1 else entries


def _flat_value(pair: re.Match[str], line: int) -> Value:
    kind = "plain" if pair["plain"] else "double" if pair["single"] is None else "single"
    falsy = kind == "plain" and pair[kind] in _FALSY
    return Value("" if falsy else pair[kind], line, pair.start(kind) - (kind != "plain"))


def read_flow(text: str) -> dict[str, Value]:
    """The entries of a mapping in braces; `text` is what stands between them.

    Raises YamlError as `read_mapping` does.
    """
    try:
        entries = read_mapping(f"{{\n{text}\n}}")
    except YamlError as error:
        raise YamlError(error.message, max(error.line - 1, 0), error.column) from error
    return {
        key: Value(value.text, value.line - 1, value.column, value.scalar)
        for key, value in entries.items()
    }


def read_mapping(text: str) -> dict[str, Value]:
    """The entries of the mapping that `text` is, or nothing where it is something else.

    Raises YamlError where js-yaml refuses the text, or where it is too long or too deep.
    """
    return _entries(_root(text))


def read_section(text: str, path: Sequence[str]) -> dict[str, Value]:
    """The entries of a mapping inside others: `("config", "pie")` is what stands under `pie`
    under `config`. Nothing where there is no such mapping; raises as `read_mapping` does."""
    import yaml

    node = _root(text)
    for name in path:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for key, value in pairs if key.value == name), None)
    return _entries(node)


@lru_cache(maxsize=4)
def _root(text: str) -> yaml.Node | None:
    """The whole of a YAML text, checked; None for an empty one. Front matter is read for its title
    and again for its settings."""
    import yaml

    if len(text) > MAX_CHARACTERS:
        raise YamlError(f"more than {MAX_CHARACTERS} characters of YAML")
    if _depth(text) > MAX_DEPTH:
        raise YamlError("YAML nested too deeply")
    try:
        root: yaml.Node | None = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = (error.problem or "not YAML").replace("'<stream end>'", "the end")
        if mark is None:
            raise YamlError(problem) from error
        raise YamlError(problem, mark.line, mark.column) from error
    except yaml.YAMLError as error:
        raise YamlError("a character that YAML does not allow") from error
    except (RecursionError, ValueError) as error:
        raise YamlError("YAML nested too deeply") from error
    if root is not None:
        _check(root)
    return root


def _entries(node: yaml.Node | None) -> dict[str, Value]:
    import yaml

    if not isinstance(node, yaml.MappingNode):
        return {}
    return {
        key.value: _value(value) for key, value in node.value if isinstance(key, yaml.ScalarNode)
    }


def _depth(text: str) -> int:
    """How deep the brackets of a text go, those in strings counted too."""
    steps = (1 if bracket[0] in "[{" else -1 for bracket in _BRACKET.finditer(text))
    return max(accumulate(steps, initial=0))


def _value(node: yaml.Node) -> Value:
    import yaml

    line, column = node.start_mark.line, node.start_mark.column
    if not isinstance(node, yaml.ScalarNode):
        return Value("", line, column, scalar=False)
    falsy = node.style is None and node.value in _FALSY
    return Value("" if falsy else str(node.value), line, column)


def _check(root: yaml.Node) -> None:
    """Refuse unknown tags and keys given twice, as js-yaml does."""
    import yaml

    waiting = [root]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if node.tag not in _KNOWN_TAGS:
            raise _error(f'unknown tag "{node.tag}"', node)
        if isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)
        elif isinstance(node, yaml.MappingNode):
            _check_keys(node)
            waiting.extend(part for entry in node.value for part in entry)


def _check_keys(node: yaml.MappingNode) -> None:
    import yaml

    keys: set[str] = set()
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            continue
        if key.value in keys and key.value != "<<":
            raise _error(f'the key "{key.value}" is given twice', key)
        keys.add(key.value)


def _error(message: str, node: yaml.Node) -> YamlError:
    return YamlError(message, node.start_mark.line, node.start_mark.column)
