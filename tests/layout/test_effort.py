"""How much work a chart is worth: counted, bounded, and the same every time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diagramkit import render
from diagramkit.layout.graph import layers


def nested(depth: int) -> str:
    """Groups inside one another that run down and to the right by turns."""
    opened = [f"subgraph g{n}\ndirection {'TB' if n % 2 else 'LR'}\na{n}" for n in range(depth)]
    links = ["x --> p", "x --> q", "q --> y"]
    return "\n".join(["flowchart LR", *opened, "p --> q", *["end"] * depth, *links])


def meshed(size: int) -> str:
    """Boxes of which each is joined to all that follow."""
    pairs = (f"n{a} --> n{b}" for b in range(size) for a in range(b))
    return "\n".join(["flowchart TB", *pairs])


def parallel(count: int) -> str:
    """Links with words between two boxes."""
    return "\n".join(["flowchart TB", *(f"a -->|word {n}| b" for n in range(count))])


def labelled(count: int) -> str:
    """Links with words between boxes of two groups."""
    boxes = [f"n{n}[Part {n}]" for n in range(count // 2)]
    groups = ["subgraph one", *boxes[::2], "end", "subgraph two", *boxes[1::2], "end"]
    ends = ((n * 7 % (count // 2), (n * 11 + 3) % (count // 2)) for n in range(count))
    links = [f"n{a} -->|word {n}| n{b}" for n, (a, b) in enumerate(ends) if a != b]
    return "\n".join(["flowchart TB", *groups, *links])


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The blocks of every level that the engine lays out."""
    counted: list[int] = []
    laid_out: Callable[..., object] = layers._laid_out

    def counting(blocks: dict[str, object], *rest: object) -> object:
        counted.append(len(blocks))
        return laid_out(blocks, *rest)

    monkeypatch.setattr(layers, "_laid_out", counting)
    return counted


def test_a_group_of_a_chart_that_fits_is_laid_out_twice_at_most(calls: list[int]) -> None:
    render(nested(12))
    assert len(calls) <= 2 * 12


def test_thirty_groups_inside_one_another_are_laid_out_some_hundred_times(calls: list[int]) -> None:
    render(nested(30))
    assert len(calls) < 800


@pytest.mark.parametrize("source", [meshed(20), parallel(100), labelled(100)], ids=len)
def test_a_large_chart_is_laid_out_a_few_times_alone(calls: list[int], source: str) -> None:
    render(source)
    assert len(calls) <= 40


def test_a_small_chart_that_fits_is_laid_out_once(calls: list[int]) -> None:
    render("flowchart TB\na --> b --> c\na --> d")
    assert len(calls) == 1


def test_the_same_large_chart_is_drawn_the_same_every_time() -> None:
    assert render(labelled(60)).svg == render(labelled(60)).svg
