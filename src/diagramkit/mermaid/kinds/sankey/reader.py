"""The rows of a Sankey diagram: `source,target,value`, as in a table with commas.

Follows the grammar of Mermaid 12.3 (`sankey.jison`, RFC 4180): fields hold plain ASCII, those with
commas, quotes or several lines stand in double quotes. What Mermaid reads and cannot draw is left
out and warned of: flows that lead back to where they come from, and values below zero.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import cast, get_args

from diagramkit.mermaid.critical import read_critical
from diagramkit.mermaid.kinds.sankey.model import Alignment, Flow, Sankey
from diagramkit.mermaid.label import words
from diagramkit.mermaid.settings import read_settings
from diagramkit.mermaid.source import Source

MAX_FLOWS = 2_000
MAX_VALUE = 1e15

_HEADER = re.compile(r"sankey(?:-beta)?\b", re.ASCII)
_FIELD = re.compile(r'"(?P<quoted>(?:[ !#-~\n]|"")+)"(?!")|(?P<plain>[ !#-+\--~]+)')
_NUMBER = re.compile(r"\s*([-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)", re.ASCII)
_LINES = re.compile(r"\n+")
_ROW = 'a row "source,target,value", such as Coal,Heat,25'


def read(source: Source) -> Sankey:
    """Read a Sankey diagram. Raises DiagramError where Mermaid would not read it, and where a
    value is no number."""
    rows = list(_rows(source))
    nodes = tuple(dict.fromkeys(name for row in rows for name in (row[1].source, row[1].target)))
    flows = tuple(_kept(source, rows))
    critical = read_critical(source, nodes)
    settings = read_settings(source, "sankey")
    alignment = settings.get("nodeAlignment", "")
    return Sankey(
        nodes,
        flows,
        cast("Alignment", alignment if alignment in get_args(Alignment) else "justify"),
        bool(settings.get("showValues", "true")),
        settings.get("prefix", ""),
        settings.get("suffix", ""),
        frozenset(pair for path in critical for pair in pairwise(path)),
        frozenset(name for path in critical for name in path),
        title=source.title,
        heading=source.title,
    )


def _rows(source: Source) -> Iterator[tuple[int, Flow]]:
    """Each row with its offset."""
    header = _HEADER.match(source.text)
    place = header.end() if header else 0
    end = len(source.text.rstrip())
    if header is None or source.text[place : place + 1] != "\n" or place >= end:
        raise source.error(place, f'expected "sankey" and, below it, {_ROW}')
    place = _after_lines(source.text, place)
    count = 0
    while place < end:
        count += 1
        if count > MAX_FLOWS:
            raise source.limit(place, f"a Sankey diagram has {MAX_FLOWS} flows at most")
        start = place
        origin, place = _field(source, place, "the source of a flow")
        target, place = _field(source, _behind_comma(source, place, "target"), "its target")
        number_at = _behind_comma(source, place, "value")
        number, place = _field(source, number_at, "its value")
        if source.text[place] != "\n":
            raise source.error(place, "expected the end of the row behind its three fields")
        value = _value(source, number, number_at)
        yield start, Flow(words(origin), words(target), value, source.location(start))
        place = _after_lines(source.text, place)


def _field(source: Source, place: int, wanted: str) -> tuple[str, int]:
    match = _FIELD.match(source.text, place)
    if match is None:
        raise source.error(place, f"expected {wanted}: {_ROW}{_hint(source.text[place:][:1])}")
    return (match["quoted"] or match["plain"]).strip().replace('""', '"'), match.end()


def _behind_comma(source: Source, place: int, wanted: str) -> int:
    if source.text[place] != ",":
        hint = _hint(source.text[place])
        raise source.error(place, f"expected a comma and the {wanted} of the flow{hint}")
    return place + 1


def _hint(found: str) -> str:
    if found > "~":
        return "; Mermaid reads no letters but those of ASCII here"
    return "; quotes stand around a whole field" if found == '"' else ""


def _after_lines(text: str, place: int) -> int:
    lines = _LINES.match(text, place)
    return lines.end() if lines else place


def _value(source: Source, text: str, place: int) -> float:
    match = _NUMBER.match(text)
    if match is None:
        raise source.error(place, f'a value is a number, and here is "{text[:40]}"')
    value = float(match[1])
    if abs(value) > MAX_VALUE:
        raise source.error(place, f"a value is {MAX_VALUE:.0e} at most", "mermaid-limit")
    return value


def _kept(source: Source, rows: Sequence[tuple[int, Flow]]) -> Iterator[Flow]:
    """The flows that can be drawn; of the others it is told."""
    returning = _returning([flow for _, flow in rows])
    for number, (place, flow) in enumerate(rows):
        if number in returning or flow.value < 0:
            why = "is below zero" if flow.value < 0 else "leads back to where it comes from"
            told = f"{flow.source[:40]} to {flow.target[:40]}, {flow.value:g}"
            source.warn(place, f"a flow that {why} is left out: {told}", "flow-left-out")
        else:
            yield flow


def _returning(flows: Sequence[Flow]) -> set[int]:
    """The numbers of flows that close a circle, where the others are followed in source order."""
    leaving: defaultdict[str, list[int]] = defaultdict(list)
    for number, flow in enumerate(flows):
        leaving[flow.source].append(number)
    found: set[int] = set()
    seen: set[str] = set()
    for first in list(leaving):
        path = {first: iter(leaving[first])} if first not in seen else {}
        seen.add(first)
        while path:
            node = next(reversed(path))
            following = next(path[node], None)
            if following is None:
                del path[node]
            elif (target := flows[following].target) in path:
                found.add(following)
            elif target not in seen:
                seen.add(target)
                path[target] = iter(leaving[target])
    return found
