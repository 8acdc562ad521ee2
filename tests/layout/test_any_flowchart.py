"""Whatever a flowchart holds, its drawing keeps what a drawing promises."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings

from diagramkit import render
from diagramkit.geometry import segments

from .grammar import Written, flowcharts
from .pictures import draw, lines

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


@given(flowcharts())
@settings(max_examples=60)
def test_everything_in_a_chart_is_drawn(written: Written) -> None:
    scene = render(written.source).scene
    assert {box.key for box in scene.boxes} == written.boxes
    assert {line.key for line in scene.connectors} == written.connectors


@given(flowcharts(loops=False))
@settings(max_examples=60)
def test_no_drawing_has_a_fault_that_is_never_allowed(written: Written) -> None:
    assert [fault for fault in draw(written.source).faults if fault.split(":")[0] in NEVER] == []


@given(flowcharts())
@settings(max_examples=25)
def test_every_line_is_upright_or_level(written: Written) -> None:
    for line in render(written.source).scene.connectors:
        assert all(a.x == b.x or a.y == b.y for a, b in segments(line.points))


@given(flowcharts())
@settings(max_examples=25)
def test_type_is_never_smaller_than_it_may_be(written: Written) -> None:
    assert all(text.size >= 12 for text in render(written.source).scene.texts)


@given(flowcharts())
@settings(max_examples=25)
def test_a_drawing_that_is_too_wide_is_warned_of(written: Written) -> None:
    picture = draw(written.source)
    assert (picture.scene.width > 960) is ("too-wide" in picture.warnings)


@given(flowcharts())
@settings(max_examples=25)
def test_light_and_dark_have_the_same_geometry(written: Written) -> None:
    light, dark = (render(written.source, mode=mode).scene for mode in ("light", "dark"))
    assert [box.rect for box in light.boxes] == [box.rect for box in dark.boxes]
    assert [line.points for line in light.connectors] == [line.points for line in dark.connectors]


@given(flowcharts())
@settings(max_examples=25)
def test_the_same_source_gives_the_same_bytes(written: Written) -> None:
    assert render(written.source).svg == render(written.source).svg


@given(flowcharts(most_nodes=4, most_edges=4))
@settings(max_examples=25)
def test_every_key_of_a_drawing_is_there_once(written: Written) -> None:
    keys = [item.key for item in render(written.source).scene.primitives]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_order_of_hashes_changes_no_byte(seed: str) -> None:
    chart = lines(
        "TB", "subgraph G", "A --> B & C", "end", "B & C -->|on| D", "D --> A", "E ==> C", "F"
    )
    script = (
        "import sys, diagramkit\n"
        "source = sys.stdin.buffer.read().decode()\n"
        "sys.stdout.buffer.write(diagramkit.render(source).svg.encode())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=f"{chart}\n".encode(),
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode() == render(f"{chart}\n").svg
