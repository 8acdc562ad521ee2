"""What holds for a figure as a whole: its paths lead somewhere, its names are its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pydantic import ValidationError

from diagramkit.figure.connection import Connection, Connections, has_arrow, parse
from diagramkit.figure.container import Container
from diagramkit.figure.names import End, Names, PathError, pairs
from diagramkit.figure.part import Part, walk

MOST_LINES = 1_000


class Link(NamedTuple):
    """A connector between two parts: as it is written, and the ends it was found to have."""

    written: Connection
    source: End
    target: End
    critical: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a figure's paths lead to: connectors in the order of the source, the parts of the
    critical path by `id`, and what led nowhere, with what it stands in."""

    links: tuple[Link, ...]
    critical: frozenset[int]
    faults: tuple[tuple[object, str], ...]


def resolve(body: Container, connect: Connections, critical: tuple[str, ...]) -> Found:
    """Follow every path of a figure.

    Args:
        body: the parts.
        connect: the connectors of the figure as a whole.
        critical: the paths and connectors of the critical path.
    """
    names = Names(body)
    faults: list[tuple[object, str]] = []
    written = [(link, scope) for scope in _scopes(body) for link in scope.connect]
    every: list[tuple[Connection, Part | None]] = [*written, *((link, None) for link in connect)]
    links: list[Link] = []
    for link, scope in every:
        found = _links(link, scope, names, faults)
        if len(links) + len(found) > MOST_LINES:
            faults.append((link, f"a figure has {MOST_LINES} lines between parts at most"))
            break
        links += found
    parts, steps = _critical(critical, names, faults)
    accents = {(id(link.source.part), id(link.target.part)) for link in steps}
    marked = tuple(link._replace(critical=_is_critical(link, accents, parts)) for link in links)
    for part, first in names.twins():
        place = f', "{first.name}"' if first.name != part.name else ""
        faults.append((part, f'"{part.name}" is the name of two parts here{place}'))
    return Found(marked, frozenset(parts), tuple(faults))


def _is_critical(link: Link, accents: set[tuple[int, int]], parts: set[int]) -> bool:
    ends = (id(link.source.part), id(link.target.part))
    if link.written.role == "accent" or ends in accents or ends[::-1] in accents:
        return True
    return link.written.role is None and set(ends) <= parts and link.written.line == "solid"


def _scopes(body: Container) -> Iterator[Container]:
    return (part for part in walk(body) if isinstance(part, Container))


def _links(
    link: Connection, scope: Part | None, names: Names, faults: list[tuple[object, str]]
) -> list[Link]:
    ends: list[list[End]] = []
    for text in (link.source, link.target):
        try:
            ends.append(names.ends(text, scope))
        except PathError as error:
            faults.append((link, str(error)))
    if len(ends) < 2:
        return []
    joined = pairs(ends[0], ends[1], link.join == "all")
    found = [Link(link, source, target) for source, target in joined]
    for one in found:
        if one.source.part is one.target.part:
            faults.append((link, f'"{link.source}" is joined to itself'))
            return []
    return found


def _critical(
    critical: tuple[str, ...], names: Names, faults: list[tuple[object, str]]
) -> tuple[set[int], list[Link]]:
    parts: set[int] = set()
    steps: list[Link] = []
    for place, text in enumerate(critical):
        if has_arrow(text):
            found_faults: list[tuple[object, str]] = []
            for link in _parsed(text, found_faults):
                steps.extend(_links(link, None, names, found_faults))
            faults += ((("critical", place), told) for _, told in found_faults)
            continue
        try:
            found = names.ends(text)
        except PathError as error:
            faults.append((("critical", place), str(error)))
            continue
        parts.update(id(inner) for end in found for inner in _bearers(end.part))
    return parts, steps


def _parsed(text: str, faults: list[tuple[object, str]]) -> list[Connection]:
    """The connectors that a line of the critical path writes."""
    try:
        return parse(text)
    except ValidationError as error:
        faults.extend((text, str(detail["msg"])) for detail in error.errors())
    except ValueError as error:
        faults.append((text, str(error)))
    return []


def _bearers(part: Part) -> Iterator[Part]:
    """The part itself, and the cells of a row of cells."""
    yield part
    if not hasattr(part, "body"):
        yield from part.parts
