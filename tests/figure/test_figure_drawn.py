"""Figures as they are drawn: nothing overlaps, lines arrive, the same source gives the same."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import diagramkit
from diagramkit import DiagramError, load_theme, render
from diagramkit.figure import Box, Cells, Column, Container, Figure, Panel, Part, Row, read
from diagramkit.figure.kinds import example, kinds
from diagramkit.geometry import Rect
from diagramkit.layout.figure import lay_out, place
from diagramkit.lint import check
from diagramkit.scene import Mark, Scene

THEME = load_theme("editorial")


def source(kind: str) -> str:
    lines = example(kinds()[kind]).splitlines()
    return "figure: example\ntitle: T\ndesc: D\nrow:\n" + "".join(f"  {line}\n" for line in lines)


def scene_of(figure: Figure, mode: str = "light") -> Scene:
    return lay_out(figure, THEME).scene("dark" if mode == "dark" else "light", "f")


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("kind", kinds())
def test_the_example_of_a_kind_is_drawn_without_a_fault(kind: str, mode: str) -> None:
    scene = scene_of(read(source(kind)), mode)
    assert scene.primitives
    assert check(scene, THEME) == ()


@pytest.mark.parametrize("kind", kinds())
def test_both_modes_have_the_same_geometry(kind: str) -> None:
    layout = lay_out(read(source(kind)), THEME)
    light, dark = layout.scene("light", "f"), layout.scene("dark", "f")
    assert [item.key for item in light.primitives] == [item.key for item in dark.primitives]
    assert [box.rect for box in light.boxes] == [box.rect for box in dark.boxes]
    assert [text.rect for text in light.texts] == [text.rect for text in dark.texts]


def test_cells_share_a_trunk_in_groups() -> None:
    scene = scene_of(read(source("cells")))
    tips = [line.heads[0].tip for line in scene.connectors]
    assert len(tips) == 4
    assert len(set(tips)) == 2


def test_boxes_of_a_row_stand_on_one_line() -> None:
    boxes = Row(Box("A"), Box("B", small=["b", "c"]), Box("C"), connect="a -> b -> c")
    scene = scene_of(Figure(boxes, title="T", desc="D"))
    assert len({box.rect.center.y for box in scene.boxes}) == 1
    assert all(len(line.points) == 2 for line in scene.connectors)


def test_panels_are_as_wide_as_the_page_and_alike() -> None:
    panels = Row(Panel("A", small="one"), Panel("B", small="two", foot="below"))
    placed = place(Figure(panels, title="T", desc="D"), THEME)
    assert placed.size.width == THEME.page.max_width
    assert len({node.rect.size for node in placed.top.children}) == 1


def test_critical_parts_are_accent_and_so_are_lines_between_them() -> None:
    row = Row(Box("A"), Box("B"), Box("C"), Box("D"), *[Box(f"x{n}") for n in range(5)])
    figure = Figure(row, title="T", desc="D", connect="a -> b -> c", critical=["a", "b"])
    scene = scene_of(figure)
    assert [box.key for box in scene.boxes if box.role == "accent"] == ["node:a", "node:b"]
    assert [line.key for line in scene.connectors if line.role == "accent-edge"] == ["edge:a->b:0"]


def test_a_critical_connector_leaves_its_boxes_alone() -> None:
    figure = Figure(
        Row(Box("A"), Box("B")), title="T", desc="D", connect="a -> b", critical=["a -> b"]
    )
    scene = scene_of(figure)
    assert {box.role for box in scene.boxes} == {"primary"}
    assert scene.connectors[0].role == "accent-edge"


def test_too_much_accent_is_warned_of() -> None:
    figure = Figure(
        Row(Box("A"), Box("B"), Box("C")), title="T", desc="D", critical=["a", "b", "c"]
    )
    assert [one.code for one in lay_out(figure, THEME).warnings] == ["accent-overused"]


def test_a_figure_too_wide_for_the_page_is_warned_of() -> None:
    row = Row(*[Box(f"Box number {n}", small="and its words") for n in range(14)])
    assert "too-wide" in [
        one.code for one in lay_out(Figure(row, title="T", desc="D"), THEME).warnings
    ]


def test_a_nudge_moves_a_part_by_as_much() -> None:
    still = place(Figure(Row(Box("A"), Box("B")), title="T", desc="D"), THEME)
    moved = place(Figure(Row(Box("A"), Box("B", at=(0, 6))), title="T", desc="D"), THEME)
    a, b = (placed.top.children[1].rect for placed in (still, moved))
    other_a, other_b = (placed.top.children[0].rect for placed in (still, moved))
    assert b.y - other_b.y - (a.y - other_a.y) == pytest.approx(6)


@pytest.mark.parametrize("route", ["straight", "elbow", "curved", "around", "auto"])
def test_a_route_leads_from_border_to_border(route: str) -> None:
    row = Row(Box("A"), Column(Box("B"), Box("C")))
    link = {"from": "a", "to": "c", "route": route}
    scene = scene_of(Figure(row, title="T", desc="D", connect=[link]))
    assert [one for one in check(scene, THEME) if one.rule == "connector-end-detached"] == []


def test_python_and_yaml_say_the_same() -> None:
    written = read(
        "figure: flow\ntitle: T\ndesc: D\nrow:\n"
        "  - panel: MHA\n    row: [{cells: [Q1], name: q}, {cells: [KV], name: kv}]\n"
        "    connect: q/* -> kv/*\n"
    )
    panel = Panel(
        "MHA", row=[Cells(["Q1"], name="q"), Cells(["KV"], name="kv")], connect="q/* -> kv/*"
    )
    assert Figure(Row(panel), figure="flow", title="T", desc="D") == written


@pytest.mark.parametrize("kind", kinds())
def test_a_kind_has_the_same_name_in_python(kind: str) -> None:
    assert getattr(diagramkit, kind.title()) is kinds()[kind]


def test_a_connector_of_python_to_nothing_is_told() -> None:
    figure = diagramkit.Figure(Row(Box("A")), title="T", desc="D", connect="a -> b")
    with pytest.raises(DiagramError, match='there is no part "b"'):
        render(figure)


def test_the_same_figure_gives_the_same_bytes() -> None:
    text = source("plot")
    assert render(text, mode="both").svg == render(text, mode="both").svg


def test_a_figure_of_python_is_drawn_and_shown_in_a_notebook() -> None:
    figure = diagramkit.Figure(Row(Box("A")), title="T", desc="D")
    assert render(figure).svg.startswith("<svg")
    assert "prefers-color-scheme" in figure._repr_svg_()


def test_a_formula_is_a_mark_in_outlines_with_its_words() -> None:
    scene = scene_of(read(source("text")))
    assert [type(item) for item in scene.primitives] == [Mark]


@pytest.mark.parametrize("suffix", ["yaml", "yml"])
def test_a_file_is_drawn_by_its_name(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"heads.{suffix}"
    file.write_text(source("cells"))
    assert render(file).name == "heads"
    assert render(str(file)).scene.boxes


names = st.sampled_from(["A", "Bee", "A longer title", "한국어", "K"])
boxes = st.builds(
    lambda title, small: Box(title, small=small), names, st.sampled_from(["", "words below it"])
)
containers = st.recursive(
    boxes,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map(lambda parts: Row(*parts)),
        st.lists(inner, min_size=1, max_size=4).map(lambda parts: Column(*parts)),
    ),
    max_leaves=10,
)


@given(containers)
@settings(max_examples=40)
def test_parts_never_overlap_and_words_stay_in_their_boxes(part: Part) -> None:
    body = part if isinstance(part, Container) else Row(part)
    scene = scene_of(Figure(body, title="T", desc="D"))
    rules = {
        "box-overlaps-box",
        "text-overflows-box",
        "text-overlaps-text",
        "clipped",
        "text-clipped-by-viewbox",
    }
    assert [one.message for one in check(scene, THEME) if one.rule in rules] == []


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8))
@settings(max_examples=30)
def test_lines_end_at_their_boxes_whoever_is_joined(ends: list[tuple[int, int]]) -> None:
    grid = Row(*[Column(Box(f"n{row}", name=f"n{row}"), Box(f"n{row + 3}")) for row in range(3)])
    links = [f"n{a} -> n{b}" for a, b in ends if a != b]
    scene = scene_of(Figure(grid, title="T", desc="D", connect=links))
    assert len(scene.connectors) == len(links)
    rules = {
        "connector-end-detached",
        "clipped",
        "text-clipped-by-viewbox",
        "box-overlaps-box",
    }
    assert [one.message for one in check(scene, THEME) if one.rule in rules] == []


def test_all_of_a_scene_lies_on_its_canvas() -> None:
    scene = scene_of(read(source("vectors")))
    canvas = Rect(0, 0, scene.width, scene.height)
    assert all(canvas.contains(text.rect) for text in scene.texts)


IN_A_FRAME = """figure: flow
title: Parts in a frame
desc: Parts of several kinds, each in a frame.
row:
  - {box: Bars, column: [{bars: [{label: a, value: 3}, {label: b, value: 5}]}]}
  - {box: Meter, column: [{meter: 2, of: 4, small: used}]}
  - {box: Matrix, column: [{matrix: [[1, 0], [0.5, 0.5]]}]}
"""


def test_a_frame_is_painted_before_all_that_is_in_it() -> None:
    scene = render(IN_A_FRAME).scene
    order = {item.key: place for place, item in enumerate(scene.primitives)}
    frames = {box.rect: order[box.key] for box in scene.boxes}
    marks = [
        (place, Rect.bounding(item.path.flattened()))
        for place, item in enumerate(scene.primitives)
        if isinstance(item, Mark)
    ]
    assert len(marks) > 6
    for rect, frame in frames.items():
        assert all(place > frame for place, inner in marks if rect.contains(inner, 0.5))


def test_a_connector_of_the_critical_path_is_named_with_any_arrow() -> None:
    source = (
        "figure: flow\ntitle: Exchange\ndesc: Two things.\nrow: [{box: One}, {box: Two}]\n"
        'connect: "one <..> two: exchange"\ncritical: [one <..> two]\n'
    )
    (line,) = render(source).scene.connectors
    assert line.role.startswith("accent")


ALONE = {
    "plot": "plot: [{formula: x}]\nx: {label: tokens}\npoints: [[0.5, 0.5]]",
    "timeline": "timeline: [{label: GPU, spans: [{from: 0, to: 2, title: F}]}]\nx: {label: time}",
    "matrix": "matrix: [[1, 0], [0, 1]]\ncolumns: [a, b]\nrows: [a, b]",
    "numberline": "numberline: [1, [1.5], [2, two]]\nspans: [{from: 1, to: 2}]\nx: {high: 3}",
    "bars": "bars: [{label: one, value: 1}]\nsize: 200",
    "box": "box: Alone\nmono: x",
}


@pytest.mark.parametrize("kind", ALONE)
def test_one_part_alone_needs_no_row_around_it(kind: str) -> None:
    around = textwrap.indent(ALONE[kind], "    ").replace("    ", "  - ", 1)
    alone, inside = (
        read(f"figure: example\ntitle: T\ndesc: D\n{text}\n")
        for text in (ALONE[kind], f"column:\n{around}")
    )
    assert scene_of(alone) == scene_of(inside)


def test_panels_of_a_grid_share_the_width_of_the_page() -> None:
    panels = "".join(f"\n  - {{panel: P{place}, row: [{{box: A}}]}}" for place in range(4))
    figure = read(f"figure: f\ntitle: T\ndesc: D\ngrid:{panels}\ncolumns: 2\n")
    scene = scene_of(figure)
    names = [text.rect.x for text in scene.texts if text.text in ("P0", "P1")]
    assert names[0] == THEME.page.margin
    assert names[1] > scene.width / 2


def test_thousands_on_a_logarithmic_axis_are_parted_as_elsewhere() -> None:
    figure = read(
        "figure: f\ntitle: T\ndesc: D\nplot: [{points: [[1, 1], [10000, 2]]}]\n"
        "x: {scale: log, low: 1, high: 10000, ticks: auto}\n"
    )
    words = {text.text for text in scene_of(figure).texts}
    assert {"1,000", "10,000"} <= words


def fat_tree(pods: int) -> str:
    """Core switches above pods in frames, joined by straight lines."""
    core = ", ".join(f"{{box: C{place}}}" for place in range(4))
    lines = ["figure: f", "title: T", "desc: D", "column:", f"  - row: [{core}]", "  - row:"]
    for pod in range(pods):
        lines += [f"      - box: Pod {pod}", f"        row: [{{box: L{pod}}}, {{box: R{pod}}}]"]
    lines.append("connect:")
    for place in range(4):
        side = "lr"[place // 2]
        lines += [
            f"  - {{from: c{place}, to: {side}{pod}, route: straight, heads: none}}"
            for pod in range(pods)
        ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("pods", [2, 4])
def test_straight_lines_pass_the_frames_and_titles_that_they_do_not_lead_to(pods: int) -> None:
    found = {one.rule for one in check(scene_of(read(fat_tree(pods))), THEME)}
    assert not found & {"connector-crosses-box", "text-overlaps-line"}
