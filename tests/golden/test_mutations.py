"""What is caught, and what it is put down to: one row, one mutation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from diagramkit.geometry import Path, Point
from diagramkit.scene import Box, Connector, Head, Primitive, Scene

from .conftest import Project

TOKENS = [
    (
        "light: {line: '#111112'}",
        "token light.line #111111 -> #111112: explains 2 of 2",
    ),
    (
        "light: {roles: {primary: {stroke: '#111112'}}}",
        "token light.roles.primary.stroke #111111 -> #111112: explains 2 of 2",
    ),
    (
        "light: {roles: {secondary: {fill: '#F3EFE8'}}}",
        "token light.roles.secondary.fill #F3EFE7 -> #F3EFE8: explains 1 of 1",
    ),
    (
        "dark: {roles: {primary: {text: '#f5f5f6'}}}",
        "token dark.roles.primary.text #F5F5F5 -> #F5F5F6: explains 2 of 2",
    ),
    (
        "light: {roles: {note: {stroke_width: 1.1}}}",
        "token light.roles.note.stroke_width 1 -> 1.1: explains 1 of 1",
    ),
    ("type: {title: {size: 14.1}}", "token type.title.size 14 -> 14.1: explains 4 of 4"),
    ("box: {radius: 6.1}", "token box.radius 6 -> 6.1: explains 4 of 4"),
    ("edge: {dash: [5, 4.1]}", "token edge.dash [5, 4] -> [5, 4.1]: explains 2 of 2"),
    ("spacing: {rank: 41}", "token spacing.rank 40 -> 41: explains"),
    (
        "light: {roles: {accent: {stroke: $line}}}",
        "token light.roles.accent.stroke #D9392E -> #111111: explains 1 of 1",
    ),
    (
        "light: {accent: '#D9392F'}",
        "token light.accent #D9392E -> #D9392F: explains 1 of 1",
    ),
    (
        "edge: {head: {main: [8, 8]}}",
        "token edge.head.main [8, 7] -> [8, 8]: explains 4 of 4",
    ),
    ("page: {margin: 25}", "token page.margin 24 -> 25: explains"),
]

SOURCES = [
    ("Scene 1", "Scene 2", 'text: text:C:0 says "Scene 2", not "Scene 1"'),
    ("D --> E\n", "D --> E\n  H[Extra]\n", "added: node:H added"),
    ('  C --> N["what is placed"]:::note\n', "", "removed: node:N removed"),
    (":::secondary", ":::note", "role: node:E secondary -> note"),
    ("D --> E", "D --> F", "removed: edge:D->E:0 removed"),
    ("B -.->|no| A", "B -.->|nay| A", 'text: label:B->A:0:0 says "nay", not "no"'),
]


@pytest.mark.parametrize(("theme", "cause"), TOKENS, ids=[row[0] for row in TOKENS])
def test_a_token_is_named_with_what_it_was_and_is(project: Project, theme: str, cause: str) -> None:
    project.set_theme(theme)
    ran = project.test()
    assert ran.status == 1
    assert cause.replace(": explains", " (house.yaml:3): explains") in ran.out


@pytest.mark.parametrize(("old", "new", "cause"), SOURCES, ids=[row[2] for row in SOURCES])
def test_a_change_of_the_source_is_named(project: Project, old: str, new: str, cause: str) -> None:
    project.edit(old, new)
    ran = project.test()
    assert ran.status == 1
    assert cause in ran.out


def changed(key: str, change: Callable[[Primitive], Primitive]) -> Callable[[Scene], Scene]:
    """A scene with one primitive changed."""

    def apply(scene: Scene) -> Scene:
        assert any(item.key == key for item in scene.primitives)
        items = [change(item) if item.key == key else item for item in scene.primitives]
        return replace(scene, primitives=tuple(items))

    return apply


def shifted_box(item: Primitive) -> Primitive:
    assert isinstance(item, Box)
    return replace(item, rect=item.rect.moved(1, 0))


def wider_box(item: Primitive) -> Primitive:
    assert isinstance(item, Box)
    return replace(item, rect=item.rect._replace(width=item.rect.width + 1))


def bent_line(item: Primitive) -> Primitive:
    assert isinstance(item, Connector)
    start, end = item.points[0], item.points[-1]
    detour = (start, Point(start.x, start.y - 9), Point(end.x, start.y - 9), end)
    return replace(item, points=detour)


def open_head(item: Primitive) -> Primitive:
    assert isinstance(item, Connector)
    return replace(item, heads=tuple(replace(head, filled=False) for head in item.heads))


def longer_head(item: Primitive) -> Primitive:
    assert isinstance(item, Connector)
    tip = item.heads[0].tip
    outline = Path.polygon([tip, tip.moved(-9, -3.5), tip.moved(-9, 3.5)])
    return replace(item, heads=(Head(outline, tip),))


def last_painted_first(scene: Scene) -> Scene:
    return replace(scene, primitives=(scene.primitives[-1], *scene.primitives[:-1]))


SCENES = [
    (changed("node:X", shifted_box), "moved: node:X moved by 1 unit"),
    (changed("node:X", wider_box), "resized: node:X size"),
    (changed("edge:X->Y:0", bent_line), "rerouted: edge:X->Y:0 rerouted by 9 units"),
    (changed("edge:X->Y:0", open_head), "restyled: edge:X->Y:0 arrowheads"),
    (changed("edge:X->Y:0", longer_head), "restyled: edge:X->Y:0 arrowhead"),
    (last_painted_first, "reordered: text:Z:0 painted in place"),
]


@pytest.mark.parametrize(("change", "cause"), SCENES, ids=[row[1] for row in SCENES])
def test_a_change_of_the_content_is_named(
    project: Project, change: Callable[[Scene], Scene], cause: str
) -> None:
    project.edit_golden("two.house.light", change, made={"text": None}, pixels="others")
    ran = project.test()
    assert ran.status == 1
    assert cause in ran.out


@pytest.mark.parametrize(("change", "cause"), SCENES, ids=[row[1] for row in SCENES])
def test_with_the_same_source_and_theme_it_was_the_engine(
    project: Project, change: Callable[[Scene], Scene], cause: str
) -> None:
    project.edit_golden("two.house.light", change, pixels="others")
    ran = project.test()
    assert ran.status == 1
    assert ran.out.startswith("engine diagramkit ")
    assert cause.partition(": ")[2] in ran.out


def test_tokens_that_act_together_only_are_named_together(project: Project) -> None:
    """A box is as high as its words with room around them, and at least so high: only with both
    tokens smaller does it become lower."""
    project.set_theme("box: {padding_y: 2, min_height: 20}")
    cause = "token box.min_height 40 -> 20 with box.padding_y 8 -> 2 (house.yaml:3): explains"
    assert cause in project.test("diagrams/two.mmd").out


def test_content_and_tokens_are_told_apart_in_one_diagram(project: Project) -> None:
    project.edit("Scene 1", "Scene 2")
    project.set_theme("light: {roles: {primary: {stroke: '#111112'}}}")
    ran = project.test()
    assert (
        "token light.roles.primary.stroke #111111 -> #111112 (house.yaml:3): "
        "explains 1 of 3 drifted diagrams" in ran.out
    )
    assert "has a part in 1 more" in ran.out
    assert 'text: text:C:0 says "Scene 2", not "Scene 1"' in ran.out


def test_consequences_are_folded_under_the_longer_word(project: Project) -> None:
    project.edit("Page", "Page with a much longer name")
    ran = project.test("--mode", "light")
    lines = [line for line in ran.out.splitlines() if line.startswith("  ")]
    assert len(lines) == 1
    assert "and so moved" in lines[0]
