"""Scenes compared: what pairs with what, and what the difference is called."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from diagramkit.drawing import render
from diagramkit.golden.changes import Change, scene_changes
from diagramkit.golden.folding import fold
from diagramkit.golden.serial import canonical, dump_scene
from diagramkit.scene import Box, Primitive, Scene

from .conftest import SOURCE
from .test_serial import scenes


def drawn(source: str) -> Scene:
    return canonical(render(source, name="same").scene)


ONE = drawn(SOURCE)


def kinds(changes: tuple[Change, ...]) -> set[str]:
    return {change.kind for change in changes}


@given(scenes)
def test_a_scene_does_not_differ_from_itself(scene: Scene) -> None:
    assert scene_changes(canonical(scene), canonical(scene)) == ()


@given(scenes, scenes)
def test_scenes_that_are_written_differently_differ(one: Scene, other: Scene) -> None:
    other = replace(other, name=one.name, mode=one.mode)
    before, after = canonical(one), canonical(other)
    assert bool(scene_changes(before, after)) == (dump_scene(before) != dump_scene(after))


@given(st.permutations(range(6)))
def test_a_new_paint_order_alone_is_reordered_and_nothing_else(order: list[int]) -> None:
    items = ONE.primitives
    turned = replace(ONE, primitives=(*(items[place] for place in order), *items[6:]))
    expected = set() if order == sorted(order) else {"reordered"}
    assert kinds(scene_changes(ONE, turned)) == expected


def test_as_few_as_possible_are_called_reordered() -> None:
    items = ONE.primitives
    turned = replace(ONE, primitives=(items[-1], *items[:-1]))
    assert [change.key for change in scene_changes(ONE, turned)] == [items[-1].key]


def test_a_renamed_box_is_one_fold_with_its_words_and_lines() -> None:
    (one,) = fold(scene_changes(ONE, drawn(SOURCE.replace("C", "See"))))
    assert (one.first.kind, one.first.before, one.first.key) == ("renamed", "node:C", "node:See")
    assert {change.kind for change in one.also} == {"renamed"}


def test_a_removed_box_takes_its_words_and_lines_along() -> None:
    shorter = SOURCE.replace('  C --> N["what is placed"]:::note\n', "")
    (one,) = fold(scene_changes(ONE, drawn(shorter)))
    assert (one.first.kind, one.first.key) == ("removed", "node:N")
    assert {change.key for change in one.also} >= {"text:N:0", "edge:C->N:0"}


def test_a_box_that_grows_on_both_sides_has_not_moved() -> None:
    def wider(box: Box) -> Box:
        rect = box.rect
        return replace(box, rect=rect._replace(x=rect.x - 5, width=rect.width + 10))

    items = [wider(item) if isinstance(item, Box) else item for item in ONE.primitives]
    changes = scene_changes(ONE, replace(ONE, primitives=tuple(items)))
    assert kinds(changes) == {"resized"}
    assert all(change.amount == 10 for change in changes)


def test_where_only_boxes_moved_each_is_a_fold() -> None:
    def moved(item: Primitive) -> Primitive:
        is_plain = isinstance(item, Box) and item.outline is None
        return replace(item, rect=item.rect.moved(0, 3)) if is_plain else item  # type: ignore[call-arg, union-attr]

    items = list(map(moved, ONE.primitives))
    folds = fold(scene_changes(ONE, replace(ONE, primitives=tuple(items))))
    assert {one.first.key.partition(":")[0] for one in folds} <= {"node", "group"}
    assert {one.first.kind for one in folds} == {"moved"}


def test_a_color_is_measured_as_one_sees_it() -> None:
    from diagramkit.color import difference

    (change,) = scene_changes(ONE, replace(ONE, background="#F5F1EB"))
    assert (change.kind, change.what, change.unit) == ("restyled", "background", "ΔE")
    assert change.amount == difference("#F5F1EA", "#F5F1EB")
