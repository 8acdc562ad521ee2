"""Subgraphs: names, titles, members, directions, links to them."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.flowchart.model import Flowchart, Group


def chart(statements: str) -> Flowchart:
    return parse(f"flowchart LR\n{statements}\n")


def groups(statements: str) -> dict[str, Group]:
    return {group.id: group for group in chart(statements).groups}


@pytest.mark.parametrize(
    ("written", "name", "title"),
    [
        ("one", "one", "one"),
        ("one [Title]", "one", "Title"),
        ("one[Two words]", "one", "Two words"),
        ('one ["Quoted (title)"]', "one", "Quoted (title)"),
        ('one ["`**Bold** title`"]', "one", "Bold title"),
        ("one [a<br>b]", "one", "a\nb"),
        ("two words", "subGraph0", "two words"),
        ('"two words"', "subGraph0", "two words"),
        ('"one"', "one", "one"),
        ("a-1", "a-1", "a-1"),
        ("图", "图", "图"),
        ("1", "1", "1"),
        ("a:b*", "a:b*", "a:b*"),
        ("two words [Title]", "two words", "Title"),
        ("style", "style", "style"),
    ],
)
def test_the_name_and_the_title(written: str, name: str, title: str) -> None:
    (group,) = chart(f"subgraph {written}\nA\nend").groups
    assert (group.id, group.title) == (name, title)


def test_the_members_come_in_source_order() -> None:
    assert groups("subgraph g\nB --> A\nC\nend")["g"].members == ("B", "A", "C")


def test_a_subgraph_is_a_member_of_the_one_around_it() -> None:
    found = groups("subgraph a\nA\nsubgraph b\nB\nend\nC\nend")
    assert (found["a"].members, found["b"].members) == (("A", "b", "C"), ("B",))


def test_groups_come_in_source_order() -> None:
    statements = "subgraph a\nsubgraph b\nB\nend\nend\nsubgraph c\nC\nend"
    assert list(groups(statements)) == ["a", "b", "c"]


def test_a_node_belongs_to_the_first_subgraph_that_closes_around_it() -> None:
    found = groups("subgraph a\nA\nend\nsubgraph b\nA\nB\nend")
    assert (found["a"].members, found["b"].members) == (("A",), ("B",))


def test_a_node_named_outside_first_is_a_member_all_the_same() -> None:
    assert groups("A --> B\nsubgraph g\nB\nend")["g"].members == ("B",)


@pytest.mark.parametrize(
    ("word", "direction"),
    [("LR", "LR"), ("RL", "RL"), ("TB", "TB"), ("TD", "TB"), ("BT", "BT")],
)
def test_a_subgraph_has_a_direction_of_its_own(word: str, direction: str) -> None:
    assert groups(f"subgraph g\ndirection {word}\nA\nend")["g"].direction == direction


def test_a_subgraph_without_a_direction_has_none() -> None:
    assert groups("subgraph g\nA\nend")["g"].direction is None


def test_a_direction_outside_any_subgraph_says_nothing() -> None:
    assert chart("direction BT\nA").direction == "LR"


def test_a_subgraph_may_be_the_end_of_a_link_and_is_no_node() -> None:
    found = chart("subgraph g\nA\nend\ng --> B")
    assert [node.id for node in found.nodes] == ["A", "B"]
    assert found.edges[0].source == "g"


def test_a_link_may_come_before_its_subgraph() -> None:
    found = chart("g --> B\nsubgraph g\nA\nend")
    assert [node.id for node in found.nodes] == ["B", "A"]


def test_style_and_class_reach_a_subgraph() -> None:
    group = groups("subgraph g\nA\nend\nstyle g fill:#eee\nclass g c")["g"]
    assert (group.style, group.classes) == ((("fill", "#eee"),), ("c",))


def test_a_style_inside_the_subgraph_it_is_for_reaches_it() -> None:
    assert groups("subgraph g\nstyle g fill:#eee\nA\nend")["g"].style == (("fill", "#eee"),)


def test_an_empty_subgraph_is_kept() -> None:
    assert groups("subgraph g\nend")["g"].members == ()


def test_a_second_subgraph_of_a_name_adds_to_the_first() -> None:
    found = chart("subgraph g [One]\nA\nend\nsubgraph g [Two]\nB\nend").groups
    assert [(group.title, group.members) for group in found] == [("One", ("A", "B"))]


def test_nothing_is_inside_itself() -> None:
    assert groups("subgraph g\ng\nA\nend")["g"].members == ("A",)


def test_two_subgraphs_are_not_inside_one_another() -> None:
    found = groups("subgraph a\nb\nend\nsubgraph b\na\nend")
    assert (found["a"].members, found["b"].members) == (("b",), ())


def test_attributes_of_a_subgraph_make_no_node() -> None:
    assert [node.id for node in chart("subgraph g\nA\nend\ng@{ view: x }").nodes] == ["A"]


def test_subgraphs_without_a_name_are_numbered_in_the_order_they_close() -> None:
    found = groups("subgraph one two\nsubgraph three four\nA\nend\nend")
    assert (found["subGraph0"].title, found["subGraph1"].title) == ("three four", "one two")


def test_a_subgraph_knows_where_it_begins() -> None:
    assert str(groups("A\n  subgraph g\nend")["g"].location) == "<string>:3:3"


def test_subgraphs_may_stand_deep_inside_one_another() -> None:
    depth = 300
    nested = "".join(f"subgraph g{i}\n" for i in range(depth)) + "A\n" + "end\n" * depth
    assert len(groups(nested)) == depth


def test_subgraphs_too_deep_inside_one_another_are_refused() -> None:
    with pytest.raises(DiagramError, match="more than 500 deep"):
        chart("subgraph g\n" * 501)


def test_subgraphs_too_deep_by_mention_are_refused() -> None:
    with pytest.raises(DiagramError, match="more than 500 deep"):
        chart("".join(f"subgraph g{i}\ng{i + 1}\nend\n" for i in range(600)))
