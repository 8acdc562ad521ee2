"""Whatever a state diagram holds, its drawing keeps what a drawing promises."""

from __future__ import annotations

from hypothesis import given, settings

from diagramkit import render
from diagramkit.geometry import segments

from .pictures import draw
from .state_grammar import Written, state_diagrams

NEVER = frozenset(
    {
        "text-overflows-box",
        "box-overlaps-box",
        "clipped",
        "text-clipped-by-viewbox",
        "connector-end-detached",
    }
)
"""Faults that no drawing may have. Others may be unavoidable in a tangle of lines."""


def own(keys: set[str]) -> set[str]:
    """The keys of states and transitions: notes have names that begin with those of states."""
    return {key for key in keys if not key.split(":")[1].endswith(("--left", "--right"))}


@given(state_diagrams())
@settings(max_examples=30)
def test_everything_in_a_diagram_is_drawn(written: Written) -> None:
    scene = render(written.source).scene
    assert own({box.key for box in scene.boxes}) == written.boxes
    assert own({line.key for line in scene.connectors}) == written.connectors


@given(state_diagrams(loops=False))
@settings(max_examples=30)
def test_no_drawing_has_a_fault_that_is_never_allowed(written: Written) -> None:
    assert [fault for fault in draw(written.source).faults if fault.split(":")[0] in NEVER] == []


@given(state_diagrams())
@settings(max_examples=12)
def test_every_line_is_upright_or_level(written: Written) -> None:
    for line in render(written.source).scene.connectors:
        assert all(a.x == b.x or a.y == b.y for a, b in segments(line.points))


@given(state_diagrams())
@settings(max_examples=12)
def test_light_and_dark_have_the_same_geometry(written: Written) -> None:
    light, dark = (render(written.source, mode=mode).scene for mode in ("light", "dark"))
    assert [box.rect for box in light.boxes] == [box.rect for box in dark.boxes]
    assert [line.points for line in light.connectors] == [line.points for line in dark.connectors]


@given(state_diagrams())
@settings(max_examples=12)
def test_the_same_source_gives_the_same_bytes(written: Written) -> None:
    assert render(written.source).svg == render(written.source).svg


@given(state_diagrams())
@settings(max_examples=12)
def test_every_key_of_a_drawing_is_there_once(written: Written) -> None:
    keys = [item.key for item in render(written.source).scene.primitives]
    assert len(keys) == len(set(keys))
