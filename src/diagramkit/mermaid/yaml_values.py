"""Small pieces of YAML inside a diagram, read as Mermaid's parser (js-yaml) reads them.

PyYAML's composer is used without its constructor: nothing is built from a tag, and an alias is
never expanded, so a document costs no more than its length.
"""

from __future__ import annotations

import yaml

MAX_CHARACTERS = 20_000
_KNOWN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map", "null", "bool", "int", "float")
)
_FALSY = frozenset(("", "~", "null", "Null", "NULL", "false", "False", "FALSE", "0"))


class YamlError(Exception):
    """What is wrong, and the line and column (from 0) inside the YAML text."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


def read_mapping(text: str) -> dict[str, yaml.Node]:
    """The entries of the mapping that `text` is, or nothing where it is something else.

    Raises YamlError where js-yaml refuses the text, or where it is too long or too deep.
    """
    if len(text) > MAX_CHARACTERS:
        raise YamlError(f"more than {MAX_CHARACTERS} characters of YAML")
    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or "not YAML"
        if mark is None:
            raise YamlError(problem) from error
        raise YamlError(problem, mark.line, mark.column) from error
    except yaml.YAMLError as error:
        raise YamlError("a character that YAML does not allow") from error
    except (RecursionError, ValueError) as error:
        raise YamlError("YAML nested too deeply") from error
    if root is None:
        return {}
    _check(root)
    if not isinstance(root, yaml.MappingNode):
        return {}
    return {key.value: value for key, value in root.value if isinstance(key, yaml.ScalarNode)}


def scalar(node: yaml.Node | None) -> str:
    """The text of a scalar that JavaScript would take as true, else nothing."""
    if not isinstance(node, yaml.ScalarNode):
        return ""
    if node.style is None and node.value in _FALSY:
        return ""
    return str(node.value)


def _check(root: yaml.Node) -> None:
    """Refuse unknown tags and keys given twice, as js-yaml does."""
    waiting = [root]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if node.tag not in _KNOWN_TAGS:
            raise _problem(f'unknown tag "{node.tag}"', node)
        if isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)
        elif isinstance(node, yaml.MappingNode):
            _check_keys(node)
            waiting.extend(part for entry in node.value for part in entry)


def _check_keys(node: yaml.MappingNode) -> None:
    keys: set[str] = set()
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            continue
        if key.value in keys and key.value != "<<":
            raise _problem(f'the key "{key.value}" is given twice', key)
        keys.add(key.value)


def _problem(message: str, node: yaml.Node) -> YamlError:
    return YamlError(message, node.start_mark.line, node.start_mark.column)
