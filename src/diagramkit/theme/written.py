"""Themes as they are written: every value with its aliases, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from diagramkit.diagnostics import Location
from diagramkit.theme.aliases import Aliases, is_alias, is_tint
from diagramkit.theme.document import Node, Source
from diagramkit.theme.files import find_theme, read_theme

_WORDS = ("name", "description")


@dataclass(frozen=True, slots=True)
class Written:
    """A value of a theme as it is written: a number, words, an alias, or a list of them."""

    value: Any
    location: Location


def written(name_or_path: str | Path) -> dict[str, Written]:
    """Every value of a theme and of what it extends, by path, aliases as they are.

    Where a theme and the one it extends say the same path, its own value counts. Raises
    `DiagramError` for a theme that cannot be read.
    """
    _, aliases, _ = read_theme(find_theme(name_or_path))
    return {
        path: Written(_value(node), Location(node.source.path, *node.key_at))
        for path, node in _leaves("", aliases.root)
        if path not in _WORDS
    }


def aliases_of(name_or_path: str | Path) -> dict[str, str]:
    """The path that each token is an alias of, as it is written; tints, and aliases in a list, are
    no aliases of one token and left out."""
    aliases = read_theme(find_theme(name_or_path))[1]
    named = (
        (path, aliases.named(tuple(path.split(".")), node))
        for path, node in _leaves("", aliases.root)
        if is_alias(tuple(path.split(".")), node) and not is_tint(node)
    )
    return {path: ".".join(place[0]) for path, place in named if place and "." in path}


def origins(
    name_or_path: str | Path, tokens: Iterable[str], text: str | None = None
) -> dict[str, Location]:
    """Where the values of tokens are written, by token, aliases followed to their ends: the line
    to edit, in the theme or in what it extends. Tokens that are nowhere are left out. `text` counts
    instead of what the file holds."""
    aliases = read_theme(find_theme(name_or_path) if text is None else Path(name_or_path), text)[1]
    found = {}
    for token in tokens:
        place = aliases.node(tuple(token.split(".")))
        if place and is_alias(*place) and not is_tint(place[1]):
            place = aliases.end(*place)
        if place:
            found[token] = Location(place[1].source.path, *place[1].at)
    return found


def resolved(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as they are written, by path, with every alias followed; those that lead nowhere,
    and paths that contradict each other, are left out."""
    root = Node({}, Source("", ()))
    for path, value in values.items():
        _put(root, path.split("."), value)
    return dict(_flat("", Aliases(root).plain()))


def _leaves(prefix: str, node: Node) -> Iterator[tuple[str, Node]]:
    if not isinstance(node.value, dict):
        yield prefix, node
        return
    for key, child in node.value.items():
        yield from _leaves(f"{prefix}.{key}" if prefix else key, child)


def _value(node: Node) -> Any:
    if isinstance(node.value, list):
        return [_value(child) for child in node.value]
    return node.value if not isinstance(node.value, dict) else None


def _put(node: Node, steps: list[str], value: Any) -> None:
    for step in steps[:-1]:
        if not isinstance(node.value, dict):
            return
        node = node.value.setdefault(step, Node({}, node.source))
    if isinstance(node.value, dict):
        node.value.setdefault(steps[-1], _node(value, node.source))


def _node(value: Any, source: Source) -> Node:
    if isinstance(value, list):
        return Node([Node(part, source) for part in value], source)
    return Node(value, source)


def _flat(prefix: str, value: object) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _flat(f"{prefix}.{key}" if prefix else key, child)
    elif isinstance(value, tuple):
        yield prefix, list(value)
    elif isinstance(value, str | int | float):
        yield prefix, value
