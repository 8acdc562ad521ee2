"""ER diagrams as they are drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

import survey
from diagramkit import render
from diagramkit.scene import Mark
from survey import CORPUS

from .er_grammar import Written, er_diagrams
from .pictures import THEME, Picture, draw


def picture(*statements: str, **options: Any) -> Picture:
    return draw("\n".join(["erDiagram", *statements, ""]), **options)


def test_the_first_entity_of_a_relationship_is_above_the_second() -> None:
    drawn = picture("A ||--o{ B : has")
    assert drawn.rect("A").bottom < drawn.rect("B").y


@pytest.mark.parametrize(
    ("direction", "before"),
    [
        ("BT", lambda a, b: a.y > b.bottom),
        ("LR", lambda a, b: a.right < b.x),
        ("RL", lambda a, b: a.x > b.right),
    ],
)
def test_a_direction_is_kept(direction: str, before: Callable[[Any, Any], bool]) -> None:
    drawn = picture(f"direction {direction}", "A ||--o{ B : has")
    assert before(drawn.rect("A"), drawn.rect("B"))


def test_a_diagram_is_no_wider_than_a_page_shows_it_at_full_size() -> None:
    row = 'binary tokenData PK "32 bytes; CONFIDENTIAL"'
    names = ("passwordChangeTokens", "passwordForgotTokens")
    drawn = picture(*(f"{name} {{\n{row}\nint {name}Method\n}}" for name in names))
    assert drawn.scene.width <= THEME.page.reading_width
    assert "too-wide" not in drawn.warnings


def test_an_attribute_is_a_row_of_type_name_keys_and_comment() -> None:
    drawn = picture("A {", 'int id PK, FK "a number"', "}")
    row = sorted(drawn.words("A")[1:], key=lambda text: text.x)
    assert [text.text for text in row] == ["int", "id", "PK, FK", "a number"]
    assert len({text.y for text in row}) == 1


def test_the_columns_of_all_attributes_begin_at_the_same_places() -> None:
    drawn = picture("A {", "int id PK", 'varchar(255) some_name "why"', "date day FK", "}")
    starts = {text.text: text.x for text in drawn.words("A")}
    assert starts["int"] == starts["varchar(255)"] == starts["date"]
    assert starts["id"] == starts["some_name"] == starts["day"]
    assert starts["PK"] == starts["FK"] < starts["why"]


def test_a_column_of_which_no_attribute_has_anything_takes_no_room() -> None:
    plain = picture("A {", 'int a_name_of_some_length "c"', "}")
    keyed = picture("A {", 'int a_name_of_some_length PK "c"', "}")
    comments = [
        next(text.x for text in drawn.words("A") if text.text == "c") for drawn in (plain, keyed)
    ]
    assert comments[0] < comments[1]


def test_an_alias_is_the_title_of_its_entity() -> None:
    assert [text.text for text in picture('p["A person"]').words("p")] == ["A person"]


def test_an_entity_without_attributes_has_no_rule() -> None:
    drawn = picture("A ||--|| B : x")
    assert not [item for item in drawn.scene.primitives if isinstance(item, Mark)]


def test_the_type_of_a_type_is_in_angle_brackets() -> None:
    assert picture("A {", "List~int~ sizes", "}").words("A")[1].text == "List<int>"


@pytest.mark.parametrize(("line", "dashed"), [("--", False), ("..", True)])
def test_a_relationship_that_does_not_identify_is_dashed(line: str, dashed: bool) -> None:
    drawn = picture(f"A ||{line}o{{ B : x")
    assert bool(drawn.edge("A", "B").paint.dash) is dashed


def test_both_ends_of_a_relationship_have_a_mark() -> None:
    drawn = picture("A ||--o{ B : x")
    assert len(drawn.edge("A", "B").heads) == 2


def test_the_mark_of_each_cardinality_is_another() -> None:
    marks = ("|o", "||", "}o", "}|")
    drawn = picture(
        "direction LR", *(f"A{place} {mark}--|| B : x" for place, mark in enumerate(marks))
    )
    shapes = set()
    for place in range(len(marks)):
        head = drawn.edge(f"A{place}", "B").heads[-1]
        shapes.add(tuple(command[0] for command in head.outline.commands))
    assert len(shapes) == len(marks)


def test_a_parent_has_no_mark() -> None:
    assert len(picture("A u--o{ B : x").edge("A", "B").heads) == 1


def test_what_a_relationship_says_stands_at_its_line() -> None:
    drawn = picture('A ||--|| B : "is made of"')
    assert [text.text for text in drawn.label("A", "B")] == ["is made of"]


def test_a_relationship_may_say_nothing() -> None:
    assert picture('A ||--|| B : ""').label("A", "B") == []


def test_a_subgraph_is_a_frame_around_its_entities() -> None:
    drawn = picture("subgraph S [Sales]", "A", "end", "B")
    assert drawn.rect("S").contains(drawn.rect("A"))
    assert not drawn.rect("S").contains(drawn.rect("B"))
    assert [text.text for text in drawn.words("S")] == ["Sales"]


def test_a_relationship_is_told_to_those_who_cannot_see_it() -> None:
    drawn = picture("CUSTOMER ||--o{ ORDER : places")
    assert "one CUSTOMER places zero or more ORDER" in drawn.scene.description


@pytest.mark.parametrize(
    ("statements", "description"),
    [
        ("", "ER diagram of 0 entities."),
        ("A", "ER diagram of 1 entity. A."),
        ("A B", "ER diagram of 2 entities. A, B."),
    ],
)
def test_without_relationships_the_entities_are_told(statements: str, description: str) -> None:
    assert picture(statements).scene.description == description


def test_a_critical_path_is_accent() -> None:
    drawn = picture("%% diagram: critical A --> B", "A ||--|| B : x", "B ||--|| C : x")
    assert [drawn.box(name).role for name in "ABC"] == ["accent", "accent", "primary"]


def test_the_er_diagrams_of_the_corpora_are_drawn_without_a_fault() -> None:
    if not CORPUS.is_dir():
        pytest.skip(f"no corpus at {CORPUS}; set DIAGRAMKIT_CORPUS to where it is")
    results = [survey.draw(source, "editorial") for source in survey.sources("all", "er")]
    assert len(results) >= 49
    assert [(result.name, result.failure) for result in results if result.failure] == []
    assert [(result.name, result.errors) for result in results if result.errors] == []


@given(er_diagrams())
@settings(max_examples=30)
def test_everything_in_an_er_diagram_is_drawn(written: Written) -> None:
    scene = render(written.source).scene
    assert {box.key for box in scene.boxes} == written.boxes
    assert len(scene.connectors) == written.relationships
