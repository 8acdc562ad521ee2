"""States of a state diagram: their words, their kinds, and what is inside what."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import Location
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.state.model import Composite, State, StateDiagram


def read(*statements: str) -> StateDiagram:
    model = parse("\n".join(["stateDiagram-v2", *statements]), "a.mmd")
    assert isinstance(model, StateDiagram)
    return model


def state(diagram: StateDiagram, name: str) -> State:
    return next(each for each in diagram.states if each.id == name)


def composite(diagram: StateDiagram, name: str) -> Composite:
    return next(each for each in diagram.composites if each.id == name)


def names(diagram: StateDiagram) -> list[str]:
    return [each.id for each in diagram.states]


# Words


def test_a_state_without_a_description_shows_its_name() -> None:
    assert state(read("Still"), "Still").text == "Still"


@pytest.mark.parametrize(
    "statement",
    ["s1 : At rest", "s1: At rest", "s1:At rest", 'state "At rest" as s1', 'STATE "At rest" AS s1'],
)
def test_a_description_is_what_a_state_shows(statement: str) -> None:
    assert state(read(statement), "s1").text == "At rest"


def test_further_descriptions_are_details() -> None:
    found = state(read("s1 : At rest", "s1 : nothing moves", "s1 : for now"), "s1")
    assert (found.text, found.details) == ("At rest", ("nothing moves", "for now"))


def test_a_description_behind_a_declared_name_is_a_detail() -> None:
    found = state(read('state "At rest" as s1 : nothing moves'), "s1")
    assert (found.text, found.details) == ("At rest", ("nothing moves",))


def test_a_line_break_in_a_description_is_kept() -> None:
    assert state(read("s1 : one<br/>two"), "s1").text == "one\ntwo"


def test_marks_of_emphasis_are_left_out_of_a_description() -> None:
    assert state(read("s1 : so **bold**"), "s1").text == "so bold"


def test_entities_in_a_description_are_resolved() -> None:
    assert state(read("s1 : a#59; b"), "s1").text == "a; b"


def test_a_description_may_have_colons_that_are_not_side_by_side() -> None:
    assert state(read("s1 : at 10:30"), "s1").text == "at 10:30"


def test_a_name_that_is_only_declared_makes_no_state() -> None:
    assert names(read("state Still", "A")) == ["A"]


def test_a_state_knows_where_it_was_first_mentioned() -> None:
    assert state(read("A", " A --> B"), "B").location == Location("a.mmd", 3, 8)


# Kinds


@pytest.mark.parametrize("kind", ["fork", "join", "choice"])
@pytest.mark.parametrize("form", ["<<{}>>", "[[{}]]"])
def test_a_mark_behind_a_declared_name_is_its_kind(kind: str, form: str) -> None:
    assert state(read(f"state s1 {form.format(kind)}"), "s1").kind == kind


def test_a_history_mark_is_no_mark_and_declares_nothing() -> None:
    assert read("state H <<history>>") == read()


def test_the_first_mention_decides_the_kind() -> None:
    assert state(read("A --> s1", "state s1 <<choice>>"), "s1").kind == "state"


def test_a_description_makes_a_choice_a_state() -> None:
    found = state(read("state s1 <<choice>>", "s1 : Which way"), "s1")
    assert (found.kind, found.text) == ("state", "Which way")


def test_the_star_is_the_start_before_an_arrow_and_the_end_behind_it() -> None:
    found = read("[*] --> A", "A --> [*]")
    assert [(each.id, each.kind) for each in found.states] == [
        ("root_start", "start"),
        ("A", "state"),
        ("root_end", "end"),
    ]


def test_a_level_has_one_start_and_one_end() -> None:
    found = read("[*] --> A", "[*] --> B", "A --> [*]", "B --> [*]")
    assert names(found) == ["root_start", "A", "B", "root_end"]


def test_start_and_end_show_no_words() -> None:
    assert {each.text for each in read("[*] --> [*]").states} == {""}


# Composites


def test_what_is_between_braces_is_inside_the_state() -> None:
    found = read("state A {", "B --> C", "}", "D")
    assert composite(found, "A").members == ("B", "C")
    assert names(found) == ["B", "C", "D"]


@pytest.mark.parametrize("opening", ["state A {", "state A{", "state A\n{", "state A # why\n{"])
def test_the_brace_stands_behind_the_name_or_at_the_top_below_it(opening: str) -> None:
    assert composite(read(opening, "B", "}"), "A").members == ("B",)


def test_a_composite_may_have_a_title() -> None:
    assert composite(read('state "All of it" as A {', "B", "}"), "A").title == "All of it"


def test_a_composite_without_a_title_shows_its_name() -> None:
    assert composite(read("state A {", "B", "}"), "A").title == "A"


def test_each_composite_has_a_start_and_an_end_of_its_own() -> None:
    found = read("[*] --> A", "state A {", "[*] --> B", "B --> [*]", "}")
    assert composite(found, "A").members == ("A_start", "B", "A_end")


def test_composites_stand_in_composites() -> None:
    found = read("state A {", "state B {", "C", "}", "}")
    assert composite(found, "A").members == ("B",)
    assert composite(found, "B").members == ("C",)


def test_an_empty_composite_is_a_composite() -> None:
    assert composite(read("state A {", "}"), "A").members == ()


def test_the_last_mention_inside_a_composite_decides_where_a_state_is() -> None:
    found = read("state A {", "X", "}", "state B {", "X", "}", "X --> Y")
    assert [each.members for each in found.composites] == [(), ("X",)]


def test_a_state_is_never_inside_itself() -> None:
    found = read("state A {", "B", "}", "state B {", "A", "}")
    assert composite(found, "A").members == ("B",)
    assert composite(found, "B").members == ()


def test_a_composite_may_lead_to_its_own_inside() -> None:
    found = read("state A {", "A --> B", "}")
    assert composite(found, "A").members == ("B",)


# Regions


def test_two_dashes_part_regions() -> None:
    found = read("state A {", "B", "--", "C", "--", "D", "}")
    assert composite(found, "A").members == ("A--1", "A--2", "A--3")
    assert [composite(found, f"A--{number}").members for number in (1, 2, 3)] == [
        ("B",),
        ("C",),
        ("D",),
    ]


def test_a_region_has_no_title() -> None:
    found = composite(read("state A {", "B", "--", "C", "}"), "A--1")
    assert (found.is_region, found.title) == (True, "")


def test_each_region_has_a_start_of_its_own() -> None:
    found = read("state A {", "[*] --> B", "--", "[*] --> C", "}")
    assert names(found) == ["A--1_start", "B", "A--2_start", "C"]


def test_dashes_with_nothing_behind_them_part_nothing() -> None:
    assert composite(read("state A {", "B", "--", "}"), "A").members == ("B",)


# Directions


def test_a_diagram_runs_down_unless_it_says_otherwise() -> None:
    assert read("A").direction == "TB"


@pytest.mark.parametrize("way", ["TB", "BT", "LR", "RL"])
def test_a_direction_is_taken(way: str) -> None:
    assert read(f"direction {way}", "A").direction == way


def test_a_direction_may_be_written_in_small_letters() -> None:
    assert read("Direction lr", "A").direction == "LR"


def test_the_last_direction_of_a_level_counts() -> None:
    assert read("direction LR", "A", "direction BT").direction == "BT"


def test_a_composite_that_sets_no_direction_has_none_of_its_own() -> None:
    found = read("direction LR", "state A {", "B", "}")
    assert composite(found, "A").direction is None


def test_a_composite_and_a_region_have_directions_of_their_own() -> None:
    found = read("state A {", "direction LR", "B", "--", "direction RL", "C", "}")
    assert [each.direction for each in found.composites] == [None, "LR", "RL"]


def test_a_word_before_a_direction_makes_it_no_less_a_direction() -> None:
    found = read("A --> B : direction LR")
    assert (found.direction, found.states) == ("LR", ())
