"""ZenUML is read into sequence diagrams."""

from __future__ import annotations

import pytest

from diagramkit import render
from diagramkit.diagnostics import DiagramError
from diagramkit.lint import check
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.sequence.model import Fragment, Item, Message, Note, Sequence


def zenuml(text: str) -> Sequence:
    model = parse(f"zenuml\n{text}\n", "a.mmd")
    assert isinstance(model, Sequence)
    return model


def told(items: tuple[Item, ...]) -> list[object]:
    """Messages as `A>B words`, returns with two dashes, fragments with their sections."""
    found: list[object] = []
    for item in items:
        if isinstance(item, Message):
            arrow = "-->" if item.line == "dotted" else ">"
            found.append(f"{item.source}{arrow}{item.target} {item.text}".strip())
        elif isinstance(item, Fragment):
            found.append((item.kind, *((one.text, told(one.items)) for one in item.sections)))
        elif isinstance(item, Note):
            found.append(f"note {item.text}")
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A->B: hello there", ["A>B hello there"]),
        ('"A a"->B', ["A a>B"]),
        ("A.go(1, f(2))", ["Starter>A go(1, f(2))"]),
        ("@Starter(Me)\nA.go()", ["Me>A go()"]),
        ("A->B.go() {\n  C.deep {\n    own()\n  }\n}", ["A>B go()", "B>C deep", "C>C own()"]),
        ("x = A.go()", ["Starter>A go()", "A-->Starter x"]),
        ("Type x = A.go()", ["Starter>A go()", "A-->Starter Type x"]),
        ("A.go() {\n  return y\n}", ["Starter>A go()", "A-->Starter y"]),
        ("@return\nA->B: done", ["A-->B done"]),
        ("new A(1)", ["Starter>A «create» 1"]),
        ("while(true) {\n A->B\n}", [("loop", ("true", ["A>B"]))]),
        (
            "if(a) {\n A->B\n} else if(b) {\n B->A\n} else {\n A->A\n}",
            [("alt", ("a", ["A>B"]), ("b", ["B>A"]), ("else", ["A>A"]))],
        ),
        (
            "try {\n A->B\n} catch (e) {\n B->A\n} finally {\n A->A\n}",
            [("alt", ("try", ["A>B"]), ("e", ["B>A"]), ("finally", ["A>A"]))],
        ),
        ("// why\nA->B: x\n== later ==\nB->A", ["note why", "A>B x", "note later", "B>A"]),
    ],
)
def test_statements_are_messages(text: str, found: list[object]) -> None:
    assert told(zenuml(text).items) == found


def test_participants_have_types_aliases_and_groups() -> None:
    model = zenuml("@Actor Me\n@Database D as Disk #red\ngroup Back {\n  A\n  B\n}\n<<x>> C")
    assert [(one.id, one.text, one.type) for one in model.participants] == [
        ("Me", "Me", "actor"),
        ("D", "Disk", "database"),
        ("A", "A", "participant"),
        ("B", "B", "participant"),
        ("C", "«x»\nC", "participant"),
    ]
    assert [(one.text, one.participants) for one in model.frames] == [("Back", ("A", "B"))]


def test_the_starter_stands_first() -> None:
    assert [one.id for one in zenuml("A->B\nB.go()").participants] == ["Starter", "A", "B"]


@pytest.mark.parametrize(
    ("text", "place", "wanted"),
    [
        ("A.go() {\n", "2:8", 'this "{" is never closed'),
        ("A->B\n}", "3:1", 'this "}" closes nothing'),
        ("return x", "2:1", "between the braces of a call"),
        ("A->B: x\n-> C", "3:1", "expected a message"),
    ],
)
def test_what_is_none_is_refused_at_its_place(text: str, place: str, wanted: str) -> None:
    with pytest.raises(DiagramError) as caught:
        zenuml(text)
    assert f"a.mmd:{place}: " in str(caught.value)
    assert wanted in str(caught.value)


def test_depth_is_bounded() -> None:
    with pytest.raises(DiagramError, match="deep inside one another"):
        zenuml("A.go() {\n" * 200)


def test_it_is_drawn_as_a_sequence_diagram() -> None:
    source = "zenuml\ntitle T\nnew A\nb = new B(1) {\n  A.go()\n  if(x) {\n    return y\n  }\n}\n"
    drawing = render(source)
    assert [one for one in check(drawing.scene) if one.severity == "error"] == []
    assert "Sequence of 5 messages" in drawing.scene.description


def test_a_critical_message_is_named_by_its_number() -> None:
    items = zenuml("A->B\nB->A\n%% diagram: critical 2").items
    assert [one.is_critical for one in items if isinstance(one, Message)] == [False, True]
