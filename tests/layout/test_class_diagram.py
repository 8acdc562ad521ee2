"""Class diagrams as they are drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

import survey
from diagramkit import render
from diagramkit.scene import Mark, Paint, Text
from survey import CORPUS

from .class_grammar import Written, class_diagrams
from .pictures import Picture, draw


def picture(*statements: str, **options: Any) -> Picture:
    return draw("\n".join(["classDiagram", *statements, ""]), **options)


def rows(drawn: Picture, name: str) -> list[list[str]]:
    """The words of the members of a class, row by row."""
    found: dict[float, list[Text]] = {}
    for text in drawn.words(name):
        if ":row-" in text.key:
            found.setdefault(text.y, []).append(text)
    return [[text.text for text in sorted(found[y], key=lambda t: t.x)] for y in sorted(found)]


@pytest.mark.parametrize(
    "statement", ["Parent <|-- Child", "Child --|> Parent", "Child ..|> Parent"]
)
def test_a_parent_is_above_its_child_whichever_is_named_first(statement: str) -> None:
    drawn = picture(statement)
    assert drawn.rect("Parent").bottom < drawn.rect("Child").y


def test_other_relations_run_down_from_the_class_that_is_named_first() -> None:
    drawn = picture("A --> B", "A *-- C", "D --o A")
    order = [drawn.rect(name).y for name in ("D", "A", "B")]
    assert order == sorted(order)
    assert drawn.rect("B").y == drawn.rect("C").y


@pytest.mark.parametrize("statement", ["Parent <|-- Child", "Child --|> Parent"])
def test_a_parent_is_left_of_its_child_in_a_diagram_that_runs_to_the_right(statement: str) -> None:
    drawn = picture("direction LR", statement)
    assert drawn.rect("Parent").right < drawn.rect("Child").x


@pytest.mark.parametrize(
    ("direction", "before"),
    [
        ("LR", lambda a, b: a.right < b.x),
        ("BT", lambda a, b: a.y > b.bottom),
        ("RL", lambda a, b: a.x > b.right),
    ],
)
def test_a_direction_is_kept(direction: str, before: Callable[[Any, Any], bool]) -> None:
    drawn = picture(f"direction {direction}", "A --> B", "C <|-- D")
    assert before(drawn.rect("A"), drawn.rect("B"))
    assert before(drawn.rect("C"), drawn.rect("D"))


@pytest.mark.parametrize(
    ("direction", "before"),
    [("BT", lambda a, b: a.y > b.bottom), ("RL", lambda a, b: a.x > b.right)],
)
def test_a_child_that_is_named_first_comes_first_in_the_other_directions(
    direction: str, before: Callable[[Any, Any], bool]
) -> None:
    drawn = picture(f"direction {direction}", "Child --|> Parent")
    assert before(drawn.rect("Child"), drawn.rect("Parent"))


def test_members_are_in_their_order_with_signs_in_a_column_of_their_own() -> None:
    drawn = picture("class A {", "+int x", "y", "-f() int", "}")
    assert rows(drawn, "A") == [["+", "int x"], ["y"], ["-", "f(): int"]]
    starts = {text.x for text in drawn.words("A") if text.text in ("int x", "y", "f(): int")}
    assert len(starts) == 1


def test_attributes_come_before_methods_behind_a_rule() -> None:
    drawn = picture("class A {", "f()", "x", "}")
    assert rows(drawn, "A") == [["x"], ["f()"]]
    rules = [item for item in drawn.scene.primitives if isinstance(item, Mark)]
    assert len(rules) == 2


def test_a_class_without_members_has_no_rule() -> None:
    assert not [item for item in picture("class A").scene.primitives if isinstance(item, Mark)]


def test_a_static_member_is_underlined() -> None:
    drawn = picture("class A {", "x$", "y", "}")
    lines = [
        item
        for item in drawn.scene.primitives
        if isinstance(item, Mark) and item.role == "underline"
    ]
    assert len(lines) == 1


def test_an_abstract_member_says_so() -> None:
    assert rows(picture("A : f()*"), "A") == [["f() {abstract}"]]


def test_an_annotation_stands_above_the_name() -> None:
    first, second = picture("class A {", "<<interface>>", "}").words("A")
    assert (first.text, second.text) == ("«interface»", "A")
    assert first.y < second.y


def test_the_type_of_a_class_is_in_angle_brackets() -> None:
    assert picture('class A~T~["Some label"]').words("A")[0].text == "Some label<T>"


def test_marks_of_emphasis_in_a_label_are_not_shown() -> None:
    shown = picture('class A["*Some* label"]').words("A")
    assert [text.text for text in shown] == ["Some", "label"]


def test_a_namespace_is_a_frame_around_its_classes() -> None:
    drawn = picture(
        "namespace zoo {", "class A", "namespace small {", "class B", "}", "}", "class C"
    )
    assert drawn.rect("zoo").contains(drawn.rect("A"))
    assert drawn.rect("zoo").contains(drawn.rect("zoo.small"))
    assert drawn.rect("zoo.small").contains(drawn.rect("B"))
    assert not drawn.rect("zoo").contains(drawn.rect("C"))
    assert [text.text for text in drawn.words("zoo.small")] == ["small"]


def test_a_namespace_may_be_called_like_a_class() -> None:
    drawn = picture("namespace A {", "class A", "}")
    assert {box.key for box in drawn.scene.boxes} == {"node:A", "group:A."}


def test_a_note_and_an_interface_may_be_called_like_classes() -> None:
    drawn = picture("class note0", 'note "words"', "interface0 --> note0", "x ()-- note0")
    assert sorted(box.key for box in drawn.scene.boxes) == [
        "node:interface0",
        "node:interface0.",
        "node:note0",
        "node:note0.",
    ]


def test_a_note_comes_before_its_class_on_a_dashed_line_without_an_arrow() -> None:
    drawn = picture("class A", 'note for A "words"')
    edge = drawn.edge("note0", "A")
    assert drawn.box("note0").role == "note"
    assert (bool(edge.paint.dash), edge.heads) == (True, ())


def test_words_at_the_ends_stand_beside_them() -> None:
    drawn = picture('Parent "1" <|-- "many" Child : has')
    ends = {text.text: text.y for text in drawn.label("Parent", "Child")}
    assert ends["1"] < ends["has"] < ends["many"]


def test_a_relation_that_is_turned_round_takes_its_words_along() -> None:
    drawn = picture('Child "many" --|> "1" Parent')
    ends = {text.text: text.y for text in drawn.label("Parent", "Child")}
    assert ends["1"] < ends["many"]


def test_an_interface_behind_a_lollipop_is_a_name_without_a_frame() -> None:
    drawn = picture("Sized ()-- A")
    assert [text.text for text in drawn.words("interface0")] == ["Sized"]
    assert drawn.box("interface0").paint == Paint()


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("A <|-- B", "B inherits from A"),
        ("B --|> A", "B inherits from A"),
        ("A <|.. B", "B implements A"),
        ("A *-- B", "B is owned by A"),
        ("A o-- B", "B is part of A"),
        ("A --> B", "A to B"),
        ("A ..> B", "A depends on B"),
        ("A -- B", "A with B"),
        ("x ()-- B", "B provides x"),
    ],
)
def test_a_relation_is_told_to_those_who_cannot_see_it(statement: str, sentence: str) -> None:
    assert sentence in picture(statement).scene.description


def test_a_critical_path_is_accent() -> None:
    drawn = picture("%% diagram: critical A --> B", "A --> B", "B --> C")
    assert [drawn.box(name).role for name in "ABC"] == ["accent", "accent", "primary"]


def test_a_class_of_styles_that_is_no_role_is_warned_of() -> None:
    assert "unknown-class" in picture("class A:::blue").warnings


def test_the_class_diagrams_of_the_corpora_are_drawn_without_a_fault() -> None:
    if not CORPUS.is_dir():
        pytest.skip(f"no corpus at {CORPUS}; set DIAGRAMKIT_CORPUS to where it is")
    results = [survey.draw(source, "editorial") for source in survey.sources("all", "class")]
    assert len(results) >= 97
    assert [(result.name, result.failure) for result in results if result.failure] == []
    assert [(result.name, result.errors) for result in results if result.errors] == []


@given(class_diagrams())
@settings(max_examples=30)
def test_everything_in_a_class_diagram_is_drawn(written: Written) -> None:
    scene = render(written.source).scene
    assert {box.key for box in scene.boxes} >= written.boxes
    lines = [line for line in scene.connectors if "edge:note" not in line.key]
    assert len(lines) == written.relations
