"""Transitions and notes of a state diagram, and what stands between statements."""

from __future__ import annotations

import pytest

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.state.model import StateDiagram


def read(*statements: str) -> StateDiagram:
    model = parse("\n".join(["stateDiagram-v2", *statements]))
    assert isinstance(model, StateDiagram)
    return model


def steps(*statements: str) -> list[tuple[str, str, str]]:
    return [(each.source, each.target, each.text) for each in read(*statements).transitions]


def notes(*statements: str) -> list[tuple[str, str, str]]:
    return [(each.state, each.side, each.text) for each in read(*statements).notes]


# Transitions


@pytest.mark.parametrize("statement", ["A --> B", "A-->B", "  A   -->   B  ", "A --> \nB"])
def test_an_arrow_is_a_transition(statement: str) -> None:
    assert steps(statement) == [("A", "B", "")]


@pytest.mark.parametrize("statement", ["A --> B : go on", "A --> B: go on", "A-->B:go on"])
def test_words_behind_a_colon_belong_to_the_transition(statement: str) -> None:
    assert steps(statement) == [("A", "B", "go on")]


def test_quotes_around_the_words_of_a_transition_are_shown() -> None:
    assert steps('A --> B : "go on"') == [("A", "B", '"go on"')]


def test_a_transition_may_lead_back_to_its_state() -> None:
    assert steps("A --> A : again") == [("A", "A", "again")]


def test_two_transitions_between_the_same_states_are_two() -> None:
    assert len(steps("A --> B : one", "A --> B : two")) == 2


def test_a_semicolon_ends_the_words_and_begins_a_name() -> None:
    found = read("A --> B : one; two")
    assert [each.id for each in found.states] == ["A", "B", ";", "two"]


def test_several_statements_may_stand_in_a_line() -> None:
    assert steps("A --> B C --> D") == [("A", "B", ""), ("C", "D", "")]


def test_white_space_at_the_end_of_a_line_joins_it_to_the_next() -> None:
    assert steps("A ", "--> B") == [("A", "B", "")]


@pytest.mark.parametrize("comment", [" %% why", "%%why", " # why"])
def test_a_comment_behind_a_statement_ends_with_its_line(comment: str) -> None:
    assert steps(f"A --> B{comment}", "B --> C") == [("A", "B", ""), ("B", "C", "")]


def test_both_versions_are_read_alike() -> None:
    first, second = (parse(f"{head}\n[*] --> A") for head in ("stateDiagram", "stateDiagram-v2"))
    assert first == second


def test_what_is_not_drawn_is_read() -> None:
    assert steps("hide empty description", "scale 350 width", "A --> B") == [("A", "B", "")]


# Notes


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_note_stands_at_a_side_of_its_state(side: str) -> None:
    assert notes(f"note {side} of A : so it is") == [("A", side, "so it is")]


def test_a_note_may_have_several_lines() -> None:
    assert notes("note right of A", "  one", "  two", "end note") == [("A", "right", "one\ntwo")]


def test_only_a_line_that_begins_with_end_note_ends_a_note() -> None:
    found = notes("note right of A", "the end note of it", "END NOTE")
    assert found == [("A", "right", "the end note of it")]


def test_the_two_characters_behind_the_name_are_no_words() -> None:
    assert notes("note right of A:text") == [("A", "right", "ext")]


def test_a_state_may_have_several_notes() -> None:
    assert len(notes("note left of A : one", "note left of A : two")) == 2


def test_a_note_makes_its_state() -> None:
    assert [each.id for each in read("note left of A : one").states] == ["A"]


def test_a_note_inside_a_composite_belongs_to_a_state_there() -> None:
    found = read("state A {", "note left of B : one", "}")
    assert found.composites[0].members == ("B",)


def test_a_floating_note_is_read_and_not_drawn() -> None:
    assert read('note "words" as N', "A") == read("", "A")
