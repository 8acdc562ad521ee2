"""Whatever a diagram holds, its drawing keeps what every drawing promises."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagramkit import render
from diagramkit.geometry import segments
from safety.seeds import PREVIEWED

from .charts import gantts, pies, quadrants, xycharts
from .class_grammar import class_diagrams
from .er_grammar import er_diagrams
from .gitgraph_grammar import histories
from .grammar import Written as WrittenFlowchart
from .grammar import flowcharts
from .mindmap_grammar import mindmaps
from .pictures import draw, lines
from .sequence_grammar import sequences
from .state_grammar import Written as WrittenStates
from .state_grammar import state_diagrams
from .timeline_grammar import timelines

NEVER = frozenset(
    {
        "text-overflows-box",
        "box-overlaps-box",
        "clipped",
        "text-clipped-by-viewbox",
        "connector-end-detached",
    }
)
"""Faults that no drawing of a graph may have. Others may be unavoidable in a tangle of lines."""
GRAPHS: dict[str, Callable[..., st.SearchStrategy[Any]]] = {
    "flowchart": flowcharts,
    "state": state_diagrams,
    "class_diagram": class_diagrams,
    "er": er_diagrams,
}
OTHERS: dict[str, Callable[..., st.SearchStrategy[Any]]] = {
    "sequence": sequences,
    "mindmap": mindmaps,
    "gitgraph": histories,
    "timeline": timelines,
    "gantt": gantts,
    "pie": pies,
    "quadrant": quadrants,
    "xychart": xycharts,
}
for path in sorted(PREVIEWED.glob("*.mmd")):
    if path.stem not in GRAPHS:  # else a grammar says more
        OTHERS.setdefault(path.stem, partial(st.just, path.read_text(encoding="utf-8")))
ALL = {**GRAPHS, **OTHERS}


def of(data: st.DataObject, kind: str, **options: bool) -> str:
    """A source of a kind."""
    written = data.draw(ALL[kind](**options))
    return written if isinstance(written, str) else f"{written.source}\n"


@given(flowcharts())
@settings(max_examples=60)
def test_everything_in_a_flowchart_is_drawn(written: WrittenFlowchart) -> None:
    scene = render(written.source).scene
    assert {box.key for box in scene.boxes} == written.boxes
    assert {line.key for line in scene.connectors} == written.connectors


@given(state_diagrams())
@settings(max_examples=30)
def test_everything_in_a_state_diagram_is_drawn(written: WrittenStates) -> None:
    scene = render(written.source).scene
    assert without_notes({box.key for box in scene.boxes}) == written.boxes
    assert without_notes({line.key for line in scene.connectors}) == written.connectors


def without_notes(keys: set[str]) -> set[str]:
    """The keys of states and transitions: notes have names that begin with those of states."""
    return {key for key in keys if not key.split(":")[1].endswith(("--left", "--right"))}


@pytest.mark.parametrize("kind", GRAPHS)
@given(data=st.data())
@settings(max_examples=40)
def test_no_graph_has_a_fault_that_is_never_allowed(kind: str, data: st.DataObject) -> None:
    faults = draw(of(data, kind, loops=False)).faults
    assert [fault for fault in faults if fault.split(":")[0] in NEVER] == []


@pytest.mark.parametrize("kind", OTHERS)
@given(data=st.data())
@settings(max_examples=40)
def test_no_drawing_has_a_fault(kind: str, data: st.DataObject) -> None:
    assert draw(of(data, kind)).faults == []


@pytest.mark.parametrize("kind", ["flowchart", "state", "mindmap", "gitgraph"])
@given(data=st.data())
@settings(max_examples=20)
def test_every_line_is_upright_or_level(kind: str, data: st.DataObject) -> None:
    for line in render(of(data, kind)).scene.connectors:
        assert all(a.x == b.x or a.y == b.y for a, b in segments(line.points))


@pytest.mark.parametrize("kind", ["flowchart", "sequence", "mindmap", "gitgraph", "timeline"])
@given(data=st.data())
@settings(max_examples=25)
def test_a_drawing_fits_the_page_or_says_so_and_can_be_read(kind: str, data: st.DataObject) -> None:
    picture = draw(of(data, kind))
    assert (picture.scene.width > 960) is ("too-wide" in picture.warnings)
    assert all(text.size >= 12 for text in picture.scene.texts)


@pytest.mark.parametrize("kind", ALL)
@given(data=st.data())
@settings(max_examples=15)
def test_light_and_dark_differ_in_colors_alone(kind: str, data: st.DataObject) -> None:
    source = of(data, kind)
    light, dark = (render(source, mode=mode).scene for mode in ("light", "dark"))
    assert [item.key for item in light.primitives] == [item.key for item in dark.primitives]
    assert [box.rect.center for box in light.boxes] == [box.rect.center for box in dark.boxes]
    assert [text.rect for text in light.texts] == [text.rect for text in dark.texts]
    assert [line.points for line in light.connectors] == [line.points for line in dark.connectors]


@pytest.mark.parametrize("kind", ALL)
@given(data=st.data())
@settings(max_examples=15)
def test_every_key_is_there_once_and_the_same_source_gives_the_same_bytes(
    kind: str, data: st.DataObject
) -> None:
    source = of(data, kind)
    drawing = render(source)
    keys = [item.key for item in drawing.scene.primitives]
    assert len(keys) == len(set(keys))
    assert render(source).svg == drawing.svg


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
