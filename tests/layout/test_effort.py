"""How much work a chart is worth: counted, bounded, and the same every time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diagramkit import DiagramError, render
from diagramkit.geometry import Size
from diagramkit.layout.graph import arrange, layers, reroute, tracks
from diagramkit.layout.graph.blocks import Arc, Block, Gaps, Lanes
from diagramkit.layout.graph.effort import WORK, engine_effort, is_tangle, passed
from diagramkit.layout.graph.page import Page


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


class _Idle:
    """A router that finds nothing to do."""

    spent = left = 0

    def poor(self) -> list[int]:
        return []

    crossing = poor


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The blocks of every level that the engine lays out."""
    counted: list[int] = []
    check = layers.Layers.check

    def counting(made: layers.Layers) -> None:
        counted.append(len(made.blocks))
        check(made)

    monkeypatch.setattr(layers.Layers, "check", counting)
    return counted


def test_a_group_of_a_chart_that_fits_is_laid_out_twice_at_most(calls: list[int]) -> None:
    render(nested(11))
    assert len(calls) <= 2 * 11


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


def test_a_chart_that_is_dear_is_laid_out_within_its_budget(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    costs = _costs(monkeypatch)
    render(labelled(30))
    assert len(costs) > 1
    assert sum(costs) <= 1.5 * WORK


def test_lines_that_cross_more_than_a_hundred_times_are_laid_out_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    costs = _costs(monkeypatch)
    render(labelled(60))
    assert len(costs) == 1


def _costs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """What each variant that is built from now on costs."""
    costs: list[int] = []
    built: Callable[..., Page] = arrange.build

    def counting(*rest: object) -> Page:
        page = built(*rest)
        costs.append(page.cost)
        return page

    monkeypatch.setattr(arrange, "build", counting)
    return costs


def test_words_that_wrap_alike_in_two_variants_are_laid_out_once(calls: list[int]) -> None:
    links = ((n * 7 % 40, (n * 11 + 3) % 40) for n in range(80))
    render("\n".join(["flowchart LR", *(f"n{a} -->|go| n{b}" for a, b in links if a != b)]))
    assert len(calls) <= 6


def test_of_drafts_that_are_too_wide_the_best_alone_are_finished(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    led: list[object] = []
    monkeypatch.setattr(reroute, "Router", lambda *rest: led.append(rest) or _Idle())
    render(labelled(30))
    assert 0 < len(led) <= arrange.NEXT


def test_a_tangle_is_laid_out_once(calls: list[int]) -> None:
    render(meshed(30))
    assert len(calls) == 1


def test_lines_past_too_many_layers_are_refused() -> None:
    with pytest.raises(DiagramError, match=r"pass 26,235 layers of boxes"):
        render(meshed(55))


def test_lines_past_too_many_layers_are_counted_over_all_groups() -> None:
    gaps = Gaps(40, 20, 8, 12, 3, Lanes(12, 12, 12, 12, 12))
    for name in ("a", "b"):
        blocks = {f"{name}{n}": Block(Size(40, 20)) for n in range(45)}
        arcs = [Arc(b * 45 + a, f"{name}{a}", f"{name}{b}") for b in range(45) for a in range(b)]
        level = layers.Layers(blocks, arcs, gaps)
        if name == "a":
            level.check()
    with pytest.raises(DiagramError, match=r"pass 28,380 layers of boxes"):
        level.check()


def test_too_many_groups_are_refused() -> None:
    groups = (f"subgraph g{n}\na{n}\nend" for n in range(301))
    with pytest.raises(DiagramError, match="300 groups at most"):
        render("\n".join(["flowchart TB", *groups]))


def test_the_same_large_chart_is_drawn_the_same_every_time() -> None:
    assert render(labelled(60)).svg == render(labelled(60)).svg


def test_groups_a_hundred_deep_are_laid_out_a_few_times_each(calls: list[int]) -> None:
    depth = 100
    opened = [f"subgraph g{n}\na{n}" for n in range(depth)]
    render("\n".join(["flowchart TB", *opened, "p --> q", *["end"] * depth]))
    assert len(calls) <= 7 * depth


def test_tracks_of_two_full_layers_are_not_compared_two_by_two(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[object] = []
    parts_with = tracks.Track.parts_with

    def counting(one: tracks.Track, other: tracks.Track) -> bool:
        compared.append(other)
        return parts_with(one, other)

    monkeypatch.setattr(tracks.Track, "parts_with", counting)
    size = 24
    pairs = (f"a{a} --> b{b}" for a in range(size) for b in range(size))
    render("\n".join(["flowchart TB", *pairs]))
    assert len(compared) <= 6 * size * size


def test_a_level_of_more_than_a_thousand_is_left_without_the_engines_dearest_passes() -> None:
    size = Size(40, 20)
    blocks = {f"n{n}": Block(size) for n in range(30)}
    arcs = [Arc(b * 30 + a, f"n{a}", f"n{b}") for b in range(30) for a in range(b)]
    effort = engine_effort(blocks, arcs, passed(blocks, arcs))
    assert effort["centre_ports"] == "round"
    assert effort["tuning"]["coords"]["flatten_room"] == 0


def test_lines_that_end_at_the_frame_count_for_all_the_layers_that_they_pass() -> None:
    size = Size(40, 20)
    blocks = {f"n{n}": Block(size) for n in range(300)} | {"door": Block(size, rank="last")}
    arcs = [Arc(n, f"n{n}", f"n{n + 1}") for n in range(60)]
    arcs += [Arc(100 + n, f"n{n}", "door") for n in range(61, 100)]
    assert is_tangle(blocks, arcs, passed(blocks, arcs))
