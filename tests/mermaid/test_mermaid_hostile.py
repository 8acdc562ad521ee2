"""Texts meant to do harm: time grows with their length alone."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable
from contextlib import suppress

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.reading import MAX_CHARACTERS


def read(text: str) -> None:
    """Read it; anything but DiagramError fails the test."""
    with suppress(DiagramError):
        parse(text)


REPEATED: dict[str, Callable[[int], str]] = {
    "nodes": lambda size: "A[x]\n" * (size // 5),
    "different nodes": lambda size: "".join(f'n{i:05}["x"]\n' for i in range(size // 12)),
    "nodes in one line": lambda size: "A;" * (size // 2) + "\nsubgraph x\ndirection LR\nend",
    "joined nodes": lambda size: "A & " * (size // 4) + "A",
    "attributes": lambda size: "A@{ shape: cyl }\n" * (size // 17),
    "open attributes": lambda size: 'A@{""' * (size // 5),
    "odd attributes": lambda size: "A@{[],[]}\n" * (size // 10),
    "subgraphs": lambda size: "subgraph a\nb\nend\n" * (size // 17),
    "directions": lambda size: "direction LR\n" * (size // 13),
    "words before a direction": lambda size: "A-B" * (size // 4) + " direction LR" * (size // 60),
    "classes": lambda size: "A\n" + "class A b\n" * (size // 10),
    "spaces": lambda size: " " * size,
    "line breaks": lambda size: "\n" * size,
    "dashes": lambda size: "A" + "-" * size,
    "dots": lambda size: "A -." + "." * size,
    "brackets": lambda size: "A" + "[" * size,
    "slashes": lambda size: "A[/" + "/" * size,
    "quotes": lambda size: 'A["' + '"' * size,
    "at signs": lambda size: "a@" * (size // 2),
    "open tags": lambda size: 'A["' + "<a" * (size // 2) + '"]',
    "less-than signs": lambda size: "<" * size + ">",
    "quotes in tags": lambda size: 'A["' + "<a b='" * (size // 6) + '"]',
    "comments in labels": lambda size: 'A["' + "<!--" * (size // 4) + '"]',
    "emphasis": lambda size: 'A["`' + "*a _b " * (size // 6) + '`"]',
    "entities": lambda size: 'A["' + "#quot;" * (size // 6) + '"]',
    "comments": lambda size: "%% x\n" * (size // 5),
    "percent signs": lambda size: "%%\n" * (size // 3),
    "directives": lambda size: "%%{a: {}}%%\n" * (size // 12),
    "open directives": lambda size: "%%{a " * (size // 5),
    "closed braces": lambda size: ("}" + " " * 9) * (size // 10),
    "styles": lambda size: "style A fill:#fff;\n" * (size // 19),
    "spaces in a critical path": lambda size: "%% diagram: critical A" + " " * size + "B",
    "critical path": lambda size: (
        "".join(f"n{i:05}\n" for i in range(size // 20))
        + "%% diagram: critical "
        + " --> ".join(f"n{i:05}" for i in range(size // 20))
    ),
}


def seconds(name: str, size: int, rounds: int = 1) -> float:
    """The processor time of reading a text of that size, the best of some rounds."""
    text = "graph TD\n" + REPEATED[name](size)
    best = float("inf")
    for _ in range(rounds):
        began = time.process_time()
        read(text)
        best = min(best, time.process_time() - began)
    return best


@pytest.mark.parametrize("name", REPEATED)
def test_time_grows_with_the_length_and_not_with_its_square(name: str) -> None:
    short, long = (seconds(name, size, rounds=2) for size in (12_000, 48_000))
    # Four times the length: about 4 where time is proportional, 16 where it is the square.
    assert long < max(9 * short, 0.02)


@pytest.mark.parametrize("name", REPEATED)
def test_the_longest_text_takes_no_more_than_two_seconds(name: str) -> None:
    assert seconds(name, MAX_CHARACTERS - 2_000) < 2


@pytest.mark.parametrize("name", ["different nodes", "open tags", "critical path"])
def test_the_longest_text_takes_no_more_than_100_megabytes(name: str) -> None:
    text = "graph TD\n" + REPEATED[name](MAX_CHARACTERS - 2_000)
    tracemalloc.start()
    read(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100_000_000


@pytest.mark.parametrize("name", REPEATED)
def test_the_longest_texts_are_not_longer_than_is_allowed(name: str) -> None:
    assert len("graph TD\n" + REPEATED[name](MAX_CHARACTERS - 2_000)) <= MAX_CHARACTERS
