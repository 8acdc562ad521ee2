"""Scenes as canonical JSON."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagramkit.drawing import render
from diagramkit.geometry import Path, Point, Rect
from diagramkit.golden.serial import SceneFormatError, canonical, dump_scene, load_scene
from diagramkit.scene import Box, Connector, Head, Mark, Paint, Primitive, Scene, Text
from diagramkit.svg.write import write

from .conftest import SOURCE

numbers = st.floats(-1e6, 1e6, allow_nan=False)
words = st.text(max_size=12)
colors = st.sampled_from(["none", "#111111", "#D9392E"])
points = st.builds(Point, numbers, numbers)
rects = st.builds(Rect, numbers, numbers, numbers, numbers)
paths = st.lists(points, min_size=2, max_size=5).map(Path.polygon)
paints = st.builds(Paint, colors, colors, numbers, st.lists(numbers, max_size=3).map(tuple))
heads = st.builds(Head, paths, points, st.booleans())
boxes = st.builds(
    Box,
    words,
    words,
    rects,
    paints,
    numbers,
    st.none() | paths,
    st.lists(paths, max_size=2).map(tuple),
    words,
    words,
)
texts = st.builds(
    Text,
    words,
    words,
    words,
    numbers,
    numbers,
    numbers,
    numbers,
    st.sampled_from([400, 600, 700]),
    colors,
    st.lists(words, max_size=3).map(tuple),
    st.sampled_from(["start", "middle", "end"]),
    words,
    words,
    words,
)
connectors = st.builds(
    Connector,
    words,
    words,
    words,
    words,
    st.lists(points, min_size=2, max_size=5).map(tuple),
    paints,
    numbers,
    st.lists(heads, max_size=2).map(tuple),
)
marks = st.builds(Mark, words, words, paths, paints)
primitives: st.SearchStrategy[Primitive] = boxes | texts | connectors | marks
scenes = st.builds(
    Scene,
    words,
    st.sampled_from(["light", "dark"]),
    numbers,
    numbers,
    colors,
    words,
    words,
    st.lists(primitives, max_size=5).map(tuple),
)


@settings(max_examples=50)
@given(scenes)
def test_a_scene_comes_back_as_it_was_written(scene: Scene) -> None:
    text = dump_scene(scene)
    assert dump_scene(load_scene(text)) == text


@settings(max_examples=50)
@given(scenes)
def test_a_scene_is_json_with_sorted_keys(scene: Scene) -> None:
    def check(pairs: list[tuple[str, object]]) -> dict[str, object]:
        keys = [key for key, _ in pairs]
        assert keys == sorted(keys)
        return dict(pairs)

    value = json.loads(dump_scene(scene), object_pairs_hook=check)
    assert len(value["primitives"]) == len(scene.primitives)


@settings(max_examples=50)
@given(scenes)
def test_no_number_has_more_than_two_decimals(scene: Scene) -> None:
    def check(number: str) -> float:
        assert len(number.partition(".")[2]) <= 2
        assert number != "-0"
        return float(number)

    json.loads(dump_scene(scene), parse_float=check, parse_int=check)


@settings(max_examples=50)
@given(scenes)
def test_a_primitive_is_a_line(scene: Scene) -> None:
    lines = dump_scene(scene).split("\n")
    assert len(lines) == (len(scene.primitives) + 2 if scene.primitives else 1)


def test_a_drawing_from_its_json_has_the_same_svg() -> None:
    scene = render(SOURCE).scene
    assert write(canonical(scene), None, "outlines") == write(scene, None, "outlines")


def test_the_paint_order_is_part_of_the_text() -> None:
    scene = render(SOURCE).scene
    turned = replace(scene, primitives=scene.primitives[::-1])
    assert dump_scene(turned) != dump_scene(scene)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{}",
        '{"primitives": 1}',
        "[" * 100_000,
        dump_scene(render(SOURCE).scene).replace('"kind":"box"', '"kind":"blob"', 1),
        dump_scene(render(SOURCE).scene).replace('"rect":[', '"rect":["a",', 1),
        dump_scene(render(SOURCE).scene).replace('"mode":"light"', '"mode":"noon"', 1),
        dump_scene(render(SOURCE).scene).replace('"outline":"M', '"outline":"Q', 1),
    ],
)
def test_what_is_no_scene_is_refused(text: str) -> None:
    with pytest.raises(SceneFormatError):
        load_scene(text)
