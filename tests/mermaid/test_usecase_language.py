"""Use case diagrams are read as Mermaid reads them."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.usecase.model import UseCases


def model(text: str) -> UseCases:
    found = parse(f"usecase-beta\n{text}\n", "a.mmd")
    assert isinstance(found, UseCases)
    return found


def test_actors_use_cases_and_boundaries_have_ids_and_words() -> None:
    found = model(
        'actor A("Some one")@{ business: true }, B <<robot>>\nsystemBoundary shop["The shop"]\n'
        "  Pay(Pay, by card)\n  Track[Track - fast]\nend"
    )
    assert [(one.id, one.kind, one.text) for one in found.items] == [
        ("A", "actor", "Some one"),
        ("B", "actor", "B"),
        ("Pay", "usecase", "Pay, by card"),
        ("Track", "usecase", "Track - fast"),
    ]
    assert (found.items[0].is_business, found.items[1].stereotype) == (True, "robot")
    assert [one.is_box for one in found.items[2:]] == [False, True]
    assert [(one.id, one.title, one.members) for one in found.groups] == [
        ("shop", "The shop", ("Pay", "Track"))
    ]


@pytest.mark.parametrize(
    ("arrow", "tail", "head", "text", "length"),
    [
        ("-->", "none", "arrow", "", 1),
        ("---->", "none", "arrow", "", 3),
        ("<--", "arrow", "none", "", 1),
        ("--", "none", "none", "", 1),
        ("--o", "none", "circle", "", 1),
        ("x--", "cross", "none", "", 1),
        ("-- asks for -->", "none", "arrow", "asks for", 1),
        ('-- "asks" --->', "none", "arrow", "asks", 2),
        ("<-- asks --", "arrow", "none", "asks", 1),
        ("e1@--x", "none", "cross", "", 1),
    ],
)
def test_arrows_have_heads_words_and_lengths(
    arrow: str, tail: str, head: str, text: str, length: int
) -> None:
    (line,) = model(f"A {arrow} B").relationships
    assert (line.tail, line.head, line.text, line.length) == (tail, head, text, length)


def test_what_is_only_mentioned_is_a_use_case_and_relations_have_sorts() -> None:
    found = model('A ..> : include "B c"\nA ..>: EXTEND D\nA --|> D')
    assert [(one.id, one.kind) for one in found.items] == [
        *(("A", "usecase"), ("B_c", "usecase"), ("D", "usecase")),
    ]
    sorts = [one.sort for one in found.relationships]
    assert sorts == ["include", "extend", "generalization"]


def test_json_is_a_table_of_paths_and_values() -> None:
    (item,) = model('json Order@{ "id": 1,\n "lines": [{"sku": "x"}, true] }').items
    assert item.fields == (("id", "1"), ("lines.0.sku", "x"), ("lines.1", "true"))


def test_direction_notes_classes_and_hints_are_read() -> None:
    found = model(
        'direction BT\nA --> B\nnote for A "why"\nclassDef hot fill:#f00,stroke:#0f0\n'
        "class A,B hot\nstyle B color:#00f\n%% diagram: critical A --> B"
    )
    assert (found.direction, model("A").direction) == ("BT", "LR")
    assert [(note.target, note.text) for note in found.notes] == [("A", "why")]
    assert [item.classes for item in found.items] == [("hot",), ("hot",)]
    assert found.items[1].style == (("color", "#00f"),)
    assert found.class_styles == {"hot": (("fill", "#f00"), ("stroke", "#0f0"))}
    assert found.critical == (("A", "B"),)


@pytest.mark.parametrize(
    ("text", "place", "wanted"),
    [
        ("title A day", "2:9", "an arrow, or a name"),
        ("rectangle A", "2:1", "a word of PlantUML"),
        ("end", "2:1", "begins no statement"),
        ("systemBoundary a\nB", "2:16", "never closed"),
        ("systemBoundary a\nB --> C\nend", "3:3", "the end of the line"),
        ("actor A\nA(words)", "3:1", "declared already"),
        ("A(one)\nA(two)", "3:1", "declared already"),
        ("actor A\nA ..> : include B", "3:1", "joins two use cases"),
        ("actor A\nA --|> B", "3:1", "two actors or two use cases"),
        ("A@{ type: hollow, x: y }\nA --> B", "2:5", "cannot be said"),
        ("A --> B:::hot", "2:7", "before it is declared"),
        ("note for A words", "2:10", "can stand here"),
        ("json A@{ x: 1 }", "2:8", "an object of JSON"),
        ("json A@{}\nA --o B", "3:1", "a line to JSON"),
        ("direction up", "2:11", "LR, RL, TB, TD or BT"),
        ("class A hot", "2:1", "can stand here"),
        ("A(words\n", "2:8", '")"'),
        ('A -- "x" "y" --> B', "2:10", "the end of the arrow"),
        ('"words', "2:1", "expected an actor"),
    ],
)
def test_what_mermaid_refuses_is_refused_at_its_place(text: str, place: str, wanted: str) -> None:
    with pytest.raises(DiagramError) as caught:
        model(text)
    assert f"a.mmd:{place}: " in str(caught.value)
    assert wanted in str(caught.value)


def test_words_in_backquotes_run_over_lines_and_have_to_end() -> None:
    assert model('A("`one\ntwo`")').items[0].text == "one\ntwo"
    with pytest.raises(DiagramError, match=r"a.mmd:2:3: expected the words in the brackets"):
        model('A("`one)')
