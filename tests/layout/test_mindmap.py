"""Mind maps on the page: trees, sides, columns, outlines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from diagramkit import load_theme, render
from diagramkit.geometry import Rect
from diagramkit.lint import check
from diagramkit.scene import Box, Connector, Mark, Scene

from .mindmap_grammar import Written, mindmaps
from .pictures import draw

MODE = load_theme("editorial").light


def scene(*lines: str) -> Scene:
    return render("\n".join(("mindmap", *lines)) + "\n").scene


def box(drawn: Scene, name: str) -> Box:
    return next(item for item in drawn.boxes if item.key == f"node:{name}")


def rect(drawn: Scene, name: str) -> Rect:
    return box(drawn, name).rect


def edge(drawn: Scene, source: str, target: str) -> Connector:
    key = f"edge:{source}->{target}:0"
    return next(line for line in drawn.connectors if line.key == key)


def leaves(count: int, words: str = "leaf") -> list[str]:
    return [f"    {words} {number}" for number in range(count)]


def test_the_root_and_its_branches_are_boxes_and_the_rest_words_over_a_line() -> None:
    drawn = scene("r", "  a", "    b", "      c")
    painted = {item.key.split(":")[1]: item.paint.stroke != "none" for item in drawn.boxes}
    assert painted == {"r": True, "a": True, "b": False, "c": False}
    assert [item.key for item in drawn.primitives if isinstance(item, Mark)] == [
        "line:b",
        "line:c",
    ]


def test_children_stand_right_of_their_parent_in_one_column_in_source_order() -> None:
    drawn = scene("r", "  a", "  b", "  c")
    rects = [rect(drawn, name) for name in "abc"]
    assert len({one.x for one in rects}) == 1
    assert rects[0].x > rect(drawn, "r").right
    assert rects[0].bottom < rects[1].y < rects[1].bottom < rects[2].y


def test_a_parent_stands_at_the_middle_of_its_children() -> None:
    drawn = scene("r", "  a", "  b")
    middle = (rect(drawn, "a").center.y + rect(drawn, "b").center.y) / 2
    assert abs(rect(drawn, "r").center.y - middle) <= 0.5


def test_a_line_to_an_only_child_is_straight() -> None:
    assert len(edge(scene("r", "  a", "    b"), "a", "b").points) == 2


def test_lines_to_siblings_share_a_trunk() -> None:
    drawn = scene("r", "  a", "  b", "  c", "  d")
    turns = {edge(drawn, "r", name).points[1].x for name in "abcd"}
    assert len(turns) == 1


def test_a_small_map_leads_to_one_side() -> None:
    drawn = scene("r", *(f"  {name}" for name in "abcdef"))
    assert min(item.rect.x for item in drawn.boxes) == rect(drawn, "r").x


def test_a_tall_map_leads_to_both_sides_where_that_fits() -> None:
    drawn = scene("r", *(line for name in "abcd" for line in (f"  {name}", *leaves(12))))
    right = [name for name in "abcd" if rect(drawn, name).x > rect(drawn, "r").x]
    assert right == ["a", "b"]


def test_words_left_of_the_root_end_at_their_line() -> None:
    drawn = scene("r", *(line for name in "abcd" for line in (f"  {name}", *leaves(12))))
    left = [text for text in drawn.texts if text.rect.right < rect(drawn, "r").x]
    assert {text.anchor for text in left if text.role == "topic-text"} == {"end"}


def test_words_are_wrapped_before_the_map_is_wider_than_the_page() -> None:
    long = "many words that have more to say than a line can hold"
    drawn = scene("r", f"  a{long}", f"    b{long}", f"      c{long}", f"        d{long}")
    assert drawn.width <= 960
    assert len(drawn.texts) > 5


def test_no_word_is_broken_where_an_outline_can_hold_it() -> None:
    word = "Donaudampfschifffahrtsgesellschaft"
    drawn = scene("r", *(f"{'  ' * depth}{word}" for depth in range(1, 7)))
    assert drawn.width <= 960
    assert [text.text for text in drawn.texts].count(word) == 5  # all but the box


def test_a_map_too_deep_for_a_tree_is_an_outline() -> None:
    drawn = scene("r", *(f"{' ' * depth}n{depth}" for depth in range(1, 60)))
    tops = [item.rect.y for item in drawn.boxes]
    assert tops == sorted(tops)
    assert len(set(tops)) == 60
    assert drawn.width <= 960


@pytest.mark.parametrize(
    ("brackets", "is_box"),
    [("[words]", True), ("(words)", True), ("((words))", False), ("{{words}}", False)],
)
def test_the_shape_of_a_box_is_that_of_its_brackets(brackets: str, is_box: bool) -> None:
    assert (box(scene(f"a{brackets}"), "a").outline is None) is is_box


def test_a_class_that_is_a_role_sets_the_look() -> None:
    drawn = scene("r", "  a[x]", "  :::accent")
    assert box(drawn, "a").paint.stroke == MODE.roles.accent.stroke


def test_a_class_that_is_no_role_is_warned_of() -> None:
    warnings = render("mindmap\n r\n  :::urgent\n").warnings
    assert [warning.code for warning in warnings] == ["unknown-class"]


def test_a_critical_path_is_accent_with_its_lines_and_strong_words() -> None:
    drawn = scene("%% diagram: critical r --> a --> b", "r", "  a", "    b", "    c")
    assert edge(drawn, "a", "b").role == "accent-edge"
    assert edge(drawn, "a", "c").role == "side-edge"
    weights = {text.text: text.weight for text in drawn.texts}
    assert weights["b"] > weights["c"]


def test_icons_are_not_drawn() -> None:
    assert [text.text for text in scene("r", "::icon(fa fa-book)").texts] == ["r"]


def test_without_a_title_a_map_is_called_after_its_root() -> None:
    assert scene("The root", "  a").title == "The root"


def test_the_description_tells_what_hangs_off_what() -> None:
    assert scene("r", "  a", "  b", "    c").description == ("Mind map of 4 topics. r: a, b; b: c.")


@given(mindmaps())
@settings(max_examples=50)
def test_any_map_is_drawn_whole_without_a_fault(written: Written) -> None:
    picture = draw(written.source)
    assert picture.faults == []
    assert len(picture.scene.boxes) == len(written.nodes)
    assert len(picture.scene.connectors) == len(written.nodes) - 1
    shown = "".join("".join(text.text.split()) for text in picture.scene.texts)
    assert all("".join(text.split()) in shown for text, _, _ in written.nodes)


def test_topics_of_one_name_have_keys_of_their_own() -> None:
    drawn = scene("r", "  a", "  a", "  a:1")
    assert [item.key for item in drawn.boxes] == ["node:r", "node:a", "node:a:1", "node:a:1:1"]


def test_a_map_too_tall_for_a_page_stands_in_columns() -> None:
    part = "    A part in more words than few\n" + "      A smaller part of it in words\n" * 10
    branches = "".join(f"  The branch number {number}\n{part}" for number in range(12))
    drawn = render(f"mindmap\nAll of it in words\n{branches}").scene
    columns = {it.rect.x for it in drawn.boxes if it.key.startswith("node:The branch")}
    assert len(columns) == 3
    assert drawn.height < 2 * drawn.width
    assert [it for it in check(drawn, load_theme("editorial")) if it.severity == "error"] == []


def test_a_map_twice_as_high_as_wide_leads_to_both_sides() -> None:
    drawn = scene("A", *(f"  {name}" for name in "BCDEFGHIJKLM"))
    assert drawn.height < 2 * drawn.width
