"""Aliases of a theme file: `$path` stands for what is written at that path.

A path is looked up first in the mode the alias stands in (`$accent` in `light` is
`light.accent`), then in the palette (`$navy` is `palette.navy`), then from the top (`$edge.dash`).
It may name a single token or a whole group, and what it names may be an alias itself.

`$navy/12%` is a tint: the colour over 12% of the canvas of its mode. The canvas itself, if it is a
tint, stands on white in light mode and on black in dark; a tint in the palette stands on white.

Colours come out in their one form, `#RRGGBB`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NoReturn

from diagramkit.color import canonical, mixed
from diagramkit.diagnostics import Diagnostic
from diagramkit.theme.document import Node

Path = tuple[str, ...]
Place = tuple[Path, Node]
MAX_CHAIN = 32
# An alias in a row, or a level of nesting: each takes a few frames of Python's stack.
MAX_OPEN = 64
_MODES = ("light", "dark")
_PALETTE = "palette"
_TINT = re.compile(r"(\$[^/]+)/(\d{1,3}(?:\.\d{1,3})?)%")
_BELOW_CANVAS = {"dark": "#000000"}
# Words, not values: a dollar in them is a dollar.
_LITERAL = {("name",), ("description",)}
# Looking for a near name costs time, names times faults.
_MOST_HINTS = 10
_MOST_NAMES = 1_000


class Broken:
    """What stands for an alias that leads nowhere, so that it is reported once and no more."""


BROKEN = Broken()


class _EndlessError(Exception):
    """An alias that never comes to a value; the fault is on the list already."""


class Aliases:
    """Follows the aliases of a tree; `faults` are the ones that cannot be followed."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self.faults: list[Diagnostic] = []
        self._done: dict[Path, object] = {}
        self._open: list[Path] = []
        self._ends: dict[Path, Place | None] = {}
        self._loops: set[frozenset[Path]] = set()

    def plain(self) -> dict[str, object]:
        """The whole tree as mappings, tuples and scalars, without an alias left in it."""
        top = self._plain((), self.root)
        return top if isinstance(top, dict) else {}

    def node(self, path: Path) -> Place | None:
        """The node at a path and where it is really written, aliases on the way followed; the
        last step may be an alias itself. None where there is nothing."""
        try:
            return self._walk(path, [])
        except _EndlessError:
            return None

    def end(self, path: Path, node: Node) -> Place | None:
        """What the alias `node`, which stands at `path`, leads to in the end; None for
        nothing."""
        try:
            return self._end(path, node, [])
        except _EndlessError:
            return None

    def named(self, path: Path, node: Node) -> Place | None:
        """What the alias `node`, which stands at `path`, names; this may be an alias as well."""
        try:
            return self._target(path, node, [])
        except _EndlessError:
            return None

    def _plain(self, path: Path, node: Node) -> object:
        if path in self._done:
            return self._done[path]
        try:
            if path in self._open:
                self._loop(self._open[self._open.index(path) :])
            if len(self._open) > MAX_OPEN:
                self._too_long(node)
        except _EndlessError:
            return BROKEN
        self._open.append(path)
        value = self._expand(path, node)
        self._open.pop()
        self._done[path] = value
        return value

    def _expand(self, path: Path, node: Node) -> object:
        if is_alias(path, node):
            return self._expand_alias(path, node)
        if isinstance(node.value, dict):
            return {key: self._plain((*path, key), child) for key, child in node.value.items()}
        if isinstance(node.value, list):
            items = enumerate(node.value)
            return tuple(self._plain((*path, str(index)), child) for index, child in items)
        if isinstance(node.value, str) and path and path[0] in (*_MODES, _PALETTE):
            return canonical(node.value) or node.value
        return node.value

    def _expand_alias(self, path: Path, node: Node) -> object:
        try:
            found = self._target(path, node, [])
        except _EndlessError:
            return BROKEN
        if found is None:
            self._unknown(path, node)
            return BROKEN
        value = self._plain(*found)
        tint = _TINT.fullmatch(str(node.value))
        return self._tinted(path, node, value, float(tint[2])) if tint else value

    def _tinted(self, path: Path, node: Node, value: object, percent: float) -> object:
        """A colour over the canvas of the mode that its alias stands in."""
        if isinstance(value, Broken):
            return BROKEN
        ground: object = _BELOW_CANVAS.get(path[0], "#FFFFFF")
        if (mode := _mode(path)) and path != (mode, "canvas"):
            place = self.node((mode, "canvas"))
            ground = self._plain(*place) if place else BROKEN
        known = [canonical(each) if isinstance(each, str) else None for each in (value, ground)]
        if known[0] is None or percent > 100:
            what = f"{node.value} is no tint: write a colour and 0 to 100 percent, $accent/12%"
            self.faults.append(node.fault("theme-tint", f"{shown(path)}: {what}"))
            return BROKEN
        return mixed(known[0], percent / 100, known[1]) if known[1] else BROKEN

    def _target(self, path: Path, node: Node, chain: list[Path]) -> Place | None:
        """What an alias names; `chain` are the aliases that are being followed already."""
        if path in chain:
            self._loop(chain[chain.index(path) :])
        if len(chain) > MAX_CHAIN:
            self._too_long(node)
        name = tuple(_named(node).split("."))
        starts: list[Path] = [*([path[:1]] if _mode(path) else []), (_PALETTE,), ()]
        # What names itself in its mode may mean a colour of the palette.
        for start in sorted(starts, key=lambda start: (*start, *name) == path):
            found = self._walk((*start, *name), [*chain, path])
            if found is not None:
                return found
        return None

    def _walk(self, path: Path, chain: list[Path]) -> Place | None:
        here: Place = ((), self.root)
        for step in path:
            if is_alias(*here):
                end = self._end(*here, chain)
                if end is None:
                    return None
                here = end
            child = children(here[1]).get(step)
            if child is None:
                return None
            here = ((*here[0], step), child)
        return here

    def _end(self, path: Path, node: Node, chain: list[Path]) -> Place | None:
        """Follow an alias, and the aliases it leads to, to something that is none."""
        if path not in self._ends:
            found = self._target(path, node, chain)
            if found is not None and is_alias(*found):
                found = self._end(*found, [*chain, path])
            self._ends[path] = found
        return self._ends[path]

    def _loop(self, paths: list[Path]) -> NoReturn:
        links = [path for path in paths if is_alias(path, self._written(path))]
        if frozenset(links) not in self._loops:
            self._loops.add(frozenset(links))
            names = " → ".join(shown(path) for path in [*links, paths[0]])
            fault = self._written(links[0]).fault("theme-alias-loop", f"alias loop: {names}")
            self.faults.append(fault)
        raise _EndlessError

    def _too_long(self, node: Node) -> NoReturn:
        message = f"more aliases in a row than can be followed ({MAX_CHAIN})"
        self.faults.append(node.fault("theme-alias-loop", message))
        raise _EndlessError

    def _written(self, path: Path) -> Node:
        node = self.root
        for step in path:
            node = children(node)[step]
        return node

    def _unknown(self, path: Path, node: Node) -> None:
        mode = _mode(path)
        wanted = _named(node)
        close = self._closest(wanted, mode) if len(self.faults) < _MOST_HINTS else ""
        where = f"in {mode} or from the top" if mode else "from the top"
        hint = f'did you mean "${close}"?' if close else "write the path of a token, $light.accent"
        message = f'alias to nothing: there is no "{shorten(wanted)}" {where}; {hint}'
        self.faults.append(node.fault("theme-alias-unknown", message))

    def _closest(self, wanted: str, mode: str) -> str:
        names = [".".join(path) for path in _paths((), self.root)]
        if mode:
            inside = (f"{mode}.", f"{_PALETTE}.")
            names = [name.partition(".")[2] for name in names if name.startswith(inside)] + names
        return closest(wanted, names) if len(names) <= _MOST_NAMES else ""


def children(node: Node) -> dict[str, Node]:
    """The nodes in a node, by key or by position in a list; none in a scalar."""
    if isinstance(node.value, dict):
        return node.value
    if isinstance(node.value, list):
        return {str(index): child for index, child in enumerate(node.value)}
    return {}


def closest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like `word`; empty when none is."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), 1) if len(word) <= 80 else []
    return close[0] if close else ""


def shorten(text: str) -> str:
    """A text in a message, cut when a file makes it long."""
    return text if len(text) <= 60 else f"{text[:59]}…"


def shown(path: Path) -> str:
    """A path in a message, as aliases write it."""
    return shorten(".".join(path))


def _mode(path: Path) -> str:
    """The mode that a path is inside; empty for others, a whole mode among them."""
    return path[0] if len(path) > 1 and path[0] in _MODES else ""


def is_alias(path: Path, node: Node) -> bool:
    """Whether a node is an alias: text that begins with a dollar, in a place for values."""
    return isinstance(node.value, str) and node.value[:1] == "$" and path not in _LITERAL


def is_tint(node: Node) -> bool:
    """Whether a node is an alias with a share of a colour behind it."""
    return _TINT.fullmatch(str(node.value)) is not None


def _named(node: Node) -> str:
    """The path that an alias names, without the share of a tint."""
    tint = _TINT.fullmatch(str(node.value))
    return (tint[1] if tint else str(node.value))[1:]


def _paths(path: Path, node: Node) -> Iterator[Path]:
    if path:
        yield path
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            yield from _paths((*path, key), child)
