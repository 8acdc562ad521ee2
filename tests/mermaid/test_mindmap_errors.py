"""What is said of a mind map that is none: where, what was found, what was expected."""

from __future__ import annotations

import pytest
from refused import refusal

from diagramkit.mermaid.kinds.mindmap.reader import MAX_DEPTH, MAX_NODES


@pytest.mark.parametrize(
    ("lines", "place", "message"),
    [
        ("a\nb", "3:1", '"b" would be a second root; expected it indented more than the root "a"'),
        ("  a\n    b\n c", "4:2", '"c" would be a second root; expected it indented more than the '
         'root "a"'),
        ("::icon(fa fa-book)\na", "2:8", "an icon without a node; expected a node first"),
        (":::big\na", "2:4", "a class without a node; expected a node first"),
        ("a\n  f(x) is", "3:8", 'expected the end of the line, found "is"; words with brackets in '
         'them stand in quotes in brackets: id["f(x)"]'),
        ("a\n  x[y](z)", "3:7", 'expected the end of the line, found "("; words with brackets in '
         'them stand in quotes in brackets: id["f(x)"]'),
        ("a\n  b{c}", "3:4", 'expected the end of the line, found "{"; words with brackets in them '
         'stand in quotes in brackets: id["f(x)"]'),
        ("a\n  b[c", "3:4", 'this "[" is never closed; expected "]"'),
        ('a\n  b["c', "3:4", 'this "[" is never closed; expected "]"'),
        ("a\n  b[]", "3:5", 'expected words after "[", found "]"; for none at all write a space: '
         "[ ]"),
        ('a\n  b["c" d]', "3:8", 'expected "]" to close "[", found "d"; words with brackets or '
         'quotes in them stand in quotes: ["…"]'),
        ("a\n  mindmap tools", "3:3", 'expected a node, found "mindmap"; "mindmap" begins a '
         "diagram; to name a node write id[Mindmap …]"),
        ("a\n  ::icon(fa", "3:12", 'an "::icon(" that is never closed; expected ")"'),
        ("a\n  b[x]:::c", "3:10", 'expected the end of the line, found "c"'),
    ],
)  # fmt: skip
def test_a_mistake_is_shown_at_its_place_with_what_was_expected(
    lines: str, place: str, message: str
) -> None:
    error = refusal(f"mindmap\n{lines}").diagnostics[0]
    assert error.headline == f"a.mmd:{place}: {message}"


def test_the_keyword_alone_is_no_mind_map() -> None:
    assert refusal("mindmap").diagnostics[0].headline == (
        "a.mmd:1:8: expected a node, found the end of the line"
    )


def test_the_keyword_ends_with_its_word() -> None:
    assert refusal("mindmaps\n a").diagnostics[0].headline.startswith("a.mmd:1:1: expected")


def test_a_critical_path_names_nodes_that_are_there() -> None:
    error = refusal("mindmap\n%% diagram: critical a --> c\na\n  b").diagnostics[0]
    assert error.headline.startswith('a.mmd:2:28: no node is called "c"')


def test_more_nodes_than_the_limit_are_refused_at_the_first_beyond() -> None:
    text = "mindmap\na\n" + " b\n" * MAX_NODES
    error = refusal(text).diagnostics[0]
    assert error.code == "mermaid-limit"
    assert error.location is not None
    assert error.location.line == MAX_NODES + 2


def test_more_levels_than_the_limit_are_refused_at_the_first_beyond() -> None:
    lines = "".join(f"{' ' * depth}a\n" for depth in range(MAX_DEPTH + 2))
    error = refusal(f"mindmap\n{lines}").diagnostics[0]
    assert error.code == "mermaid-limit"
    assert error.location is not None
    assert error.location.line == MAX_DEPTH + 3
