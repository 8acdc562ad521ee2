"""The narrow waist: what a primitive says of its place, and the keys and order of a drawing."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from diagramkit import render
from diagramkit.geometry import Path, Point, Rect
from diagramkit.scene import Anchor, Box, Connector, Mark, Paint, Scene, Text

CHART = """flowchart LR
  subgraph G[Training]
    A[One<br/>two] -->|go| B
    A --> B
  end
  B --> C
"""
WORDS = Text("text:A:0", "title", "Words", 100, 50, 40, 10, 600, "#000000", ("Inter",))
BOX = Box("node:A", "primary", Rect(0, 0, 40, 20), Paint())


def scene(*primitives: Box | Text | Connector | Mark) -> Scene:
    return Scene("name", "light", 100, 100, "#ffffff", "Title", "", primitives)


@pytest.mark.parametrize(("anchor", "left"), [("start", 100), ("middle", 80), ("end", 60)])
def test_words_begin_where_their_anchor_says(anchor: Anchor, left: float) -> None:
    assert replace(WORDS, anchor=anchor).rect.x == left


def test_the_room_of_words_is_as_wide_as_they_are() -> None:
    assert WORDS.rect.width == 40


def test_the_room_of_words_reaches_from_their_capitals_to_their_descenders() -> None:
    assert (WORDS.rect.y, WORDS.rect.bottom) == (pytest.approx(42.4), pytest.approx(52.2))


def test_the_outline_of_a_plain_box_is_its_rectangle() -> None:
    assert BOX.polygon == BOX.rect.corners


def test_the_outline_of_a_shaped_box_is_its_own() -> None:
    corners = [Point(0, 10), Point(20, 0), Point(40, 10), Point(20, 20)]
    assert replace(BOX, outline=Path.polygon(corners)).polygon == tuple(corners)


def test_a_scene_sorts_its_primitives_by_their_kind() -> None:
    line = Connector("edge:A->A:0", "main-edge", "node:A", "node:A", (Point(0, 0),), Paint())
    mark = Mark("mark:1", "rule", Path(()), Paint())
    everything = scene(line, BOX, mark, WORDS)
    assert (everything.boxes, everything.texts, everything.connectors) == ([BOX], [WORDS], [line])


def test_a_scene_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        scene().width = 3  # type: ignore[misc]


def test_keys_come_from_the_source() -> None:
    assert sorted(item.key for item in render(CHART).scene.primitives) == [
        "edge:A->B:0",
        "edge:A->B:1",
        "edge:B->C:0",
        "group:G",
        "label:A->B:0:0",
        "node:A",
        "node:B",
        "node:C",
        "text:A:0",
        "text:A:1",
        "text:B:0",
        "text:C:0",
        "title:G:0",
    ]


def test_a_new_box_changes_no_key_of_the_others() -> None:
    before = {item.key for item in render(CHART).scene.primitives}
    after = {item.key for item in render(f"{CHART}  C --> D\n").scene.primitives}
    assert after - before == {"node:D", "text:D:0", "edge:C->D:0"}


def test_every_line_joins_boxes_of_the_scene() -> None:
    drawn = render(CHART).scene
    keys = {box.key for box in drawn.boxes}
    assert {end for line in drawn.connectors for end in (line.source, line.target)} <= keys


def test_all_words_belong_to_a_box_or_a_line_of_the_scene() -> None:
    drawn = render(CHART).scene
    keys = {item.key for item in drawn.primitives}
    assert {text.owner for text in drawn.texts} <= keys


def test_lines_are_painted_between_frames_and_boxes() -> None:
    order = [item.key.split(":")[0] for item in render(CHART).scene.primitives]
    assert order.index("group") < order.index("edge") < order.index("node")


def test_words_are_painted_after_their_box() -> None:
    keys = [item.key for item in render(CHART).scene.primitives]
    assert keys.index("node:A") < keys.index("text:A:0") < keys.index("text:A:1")


def test_the_same_source_gives_the_same_scene() -> None:
    assert render(CHART).scene == render(CHART).scene
