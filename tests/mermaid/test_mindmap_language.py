"""What a mind map says: the tree by indentation, brackets, words, classes."""

from __future__ import annotations

import pytest

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.mindmap.model import Mindmap, Node


def read(*lines: str) -> Mindmap:
    chart = parse("\n".join(("mindmap", *lines)))
    assert isinstance(chart, Mindmap)
    return chart


def only(line: str) -> Node:
    (node,) = read(line).nodes
    return node


def parents(*lines: str) -> list[int | None]:
    return [node.parent for node in read(*lines).nodes]


def test_quotes_around_words_without_brackets_are_shown() -> None:
    assert [node.text for node in read('root["a"]', ' "b"').nodes] == ["a", '"b"']


def test_what_is_indented_more_hangs_off_the_line_above() -> None:
    assert parents("a", " b", "  c") == [None, 0, 1]


def test_what_is_indented_alike_has_the_same_parent() -> None:
    assert parents("a", "  b", "  c") == [None, 0, 0]


def test_the_parent_is_the_last_one_that_is_indented_less() -> None:
    assert parents("a", "    b", "      c", "  d", "   e") == [None, 0, 1, 0, 3]


def test_the_root_may_be_indented() -> None:
    assert parents("      a", "        b") == [None, 0]


def test_the_root_may_follow_the_keyword() -> None:
    assert parse("mindmap root\n  a\n").nodes[0].text == "root"  # type: ignore[attr-defined]


def test_a_tab_counts_as_one_character() -> None:
    assert parents("a", "\tb", "  c") == [None, 0, 1]


def test_blank_lines_and_comments_are_passed_over() -> None:
    assert parents("a", "", "   ", "  b", "  %% a comment", "    c") == [None, 0, 1]


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("words", "plain"),
        ("id[words]", "square"),
        ("id(words)", "rounded"),
        ("id((words))", "circle"),
        ("id)words(", "cloud"),
        ("id))words((", "bang"),
        ("id{{words}}", "hexagon"),
        ("id(-words)", "plain"),
        ("id-)words(-", "cloud"),
        ("id(words(", "cloud"),
        ("[words]", "square"),
    ],
)
def test_brackets_mean_a_shape(line: str, shape: str) -> None:
    assert (only(line).shape, only(line).text) == (shape, "words")


def test_the_name_before_brackets_is_the_id() -> None:
    assert only("  Some id [words]").id == "Some id"


def test_words_without_brackets_are_the_id_too() -> None:
    assert only("some words").id == "some words"


def test_several_nodes_may_have_one_id() -> None:
    assert [node.id for node in read("a", " b[x]", " b[y]").nodes] == ["a", "b", "b"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ('id["a (b) [c]"]', "a (b) [c]"),
        ('id["`**bold** and *not*`"]', "bold and not"),
        ("id[`a **b**`]", "a b"),
        ("id[one<br>two]", "one\ntwo"),
        ("id[one\n  two]", "one\ntwo"),
        ("id[ #quot;a#quot; &amp; b ]", '"a" & b'),
        ("a<br/>b", "a\nb"),
        ("id[ ]", ""),
    ],
)
def test_words_are_what_the_reader_sees(line: str, text: str) -> None:
    assert only(line).text == text


def test_a_line_with_three_colons_names_the_classes_of_the_node_above() -> None:
    nodes = read("a", "  b[x]", "  :::urgent large", "  c").nodes
    assert [node.classes for node in nodes] == [(), ("urgent", "large"), ()]


def test_an_icon_changes_nothing() -> None:
    with_icon, without = read("a", "  b", "  ::icon(fa fa-book)", "  c"), read("a", "  b", "  c")
    assert [node.text for node in with_icon.nodes] == [node.text for node in without.nodes]


def test_front_matter_gives_the_title() -> None:
    assert parse("---\ntitle: A title\n---\nmindmap\n a\n").title == "A title"  # type: ignore[attr-defined]


def test_a_comment_names_a_critical_path_by_ids() -> None:
    assert read("%% diagram: critical a --> b c", "a", " b c[words]").critical == (("a", "b c"),)


def test_every_node_knows_where_it_stands() -> None:
    places = [(it.location.line, it.location.column) for it in read("a", "  b[x]").nodes]
    assert places == [(2, 1), (3, 3)]
