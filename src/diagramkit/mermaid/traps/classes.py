"""The classes of a Mermaid source: where they are defined, where they are given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diagramkit.mermaid.traps.trap import Lines

_KINDS = ("flowchart", "graph", "flowchart-elk", "classDiagram", "stateDiagram", "stateDiagram-v2")
_DEFINED = re.compile(r"^\s*classDef\s+(?P<names>[\w-]+(?:\s*,\s*[\w-]+)*)")
_GIVEN = re.compile(r"^\s*class\s+(?P<nodes>.+?)\s+(?P<names>[\w-]+)\s*;?\s*$")
_SHORT = re.compile(r":::\s*(?P<names>[\w-]+)")
_NAME = re.compile(r"[\w-]+")
Named = Iterator[tuple[str, int]]


def defined(source: Lines) -> Named:
    """Each class that is defined, with its place in the text."""
    if source.kind in _KINDS:
        for row in source.rows:
            found = _DEFINED.match(row.text)
            if found:
                yield from _names(found, row.start)


def used(source: Lines) -> Named:
    """Each class that is given to a node, with its place in the text."""
    if source.kind not in _KINDS:
        return
    for row in source.code():
        given = _GIVEN.match(row.text) if not source.kind.startswith("classDiagram") else None
        for found in [*([given] if given else []), *_SHORT.finditer(row.text)]:
            yield from _names(found, row.start)


def _names(found: re.Match[str], start: int) -> Named:
    for name in _NAME.finditer(found["names"]):
        yield name[0], start + found.start("names") + name.start()
