"""Venn diagrams are read as Mermaid reads them."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.venn.model import Venn


def venn(text: str) -> Venn:
    model = parse(f"venn-beta\n{text}\n", "a.mmd")
    assert isinstance(model, Venn)
    return model


def texts(text: str) -> dict[tuple[str, ...], list[str]]:
    return {one.members: [each.text for each in one.words] for one in venn(text).regions}


def test_sets_and_unions_have_labels_and_sizes() -> None:
    model = venn('set A["Alpha"]:20\nSET "B b" : .5\nunion "B b",A[both]\n')
    assert [(one.members, one.label, one.size) for one in model.regions] == [
        (("A",), "Alpha", 20),
        (("B b",), "B b", 0.5),
        (("A", "B b"), "both", 2.5),
    ]


def test_statements_need_no_line_of_their_own() -> None:
    assert [one.members for one in venn("set A set B union A,B").regions] == [
        *(("A",), ("B",)),
        ("A", "B"),
    ]


def test_indented_words_stand_in_what_is_above_them() -> None:
    assert texts('set A\n  text "x"\n  text y["Y"]\nset B\nunion A,B\n  text 5') == {
        ("A",): ["x", "Y"],
        ("B",): [],
        ("A", "B"): ["5"],
    }


def test_words_that_are_not_indented_name_their_sets() -> None:
    assert texts("set A\nset B\ntext B,A shared")["A", "B"] == ["shared"]


def test_styles_are_those_of_regions_and_of_words() -> None:
    model = venn("set A\n  text x\nstyle A fill:#f66, color: rgb(1, 2, 3)\nstyle x color:red")
    assert model.regions[0].style == (("fill", "#f66"), ("color", "rgb(1, 2, 3)"))
    assert model.regions[0].words[0].style == (("color", "red"),)


@pytest.mark.parametrize(
    ("text", "place", "wanted"),
    [
        ("union A,B", "2:7", 'no set above is called "A"'),
        ("set A\nunion A,A", "3:7", "two sets or more"),
        ("set set", "2:5", "the name of a set"),
        ("set A, B", "2:6", "set, union, text, style"),
        ("set A[]", "2:6", "set, union, text, style"),
        ("set A:x", "2:7", "the size of the region"),
        ("set A\nstyle A fill:red\n  text y", "4:8", 'no set above is called "y"'),
        ("set A\nstyle A fill", "3:13", "a colon behind the property"),
        ("accTitle: x", "2:1", "set, union, text, style"),
        ("set Ä", "2:5", "the name of a set"),
    ],
)
def test_what_mermaid_refuses_is_refused_at_its_place(text: str, place: str, wanted: str) -> None:
    with pytest.raises(DiagramError) as caught:
        venn(text)
    assert f"a.mmd:{place}: " in str(caught.value)
    assert wanted in str(caught.value)
