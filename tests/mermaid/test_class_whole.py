"""Classes and what is around them: names, labels, namespaces, notes, looks, directions."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.class_diagram.model import Class, ClassDiagram
from diagramkit.mermaid.kinds.class_diagram.namespaces import MAX_DEPTH


def diagram(statements: str) -> ClassDiagram:
    found = parse(f"classDiagram\n{statements}\n")
    assert isinstance(found, ClassDiagram)
    return found


def first(statements: str) -> Class:
    return diagram(statements).classes[0]


@pytest.mark.parametrize(
    ("written", "name", "text"),
    [
        ("A", "A", "A"),
        ("zoo.Animal", "zoo.Animal", "zoo.Animal"),
        ("my-class", "my-class", "my-class"),
        ("two words", "twowords", "twowords"),
        ("Tier2", "Tier2", "Tier2"),
        ("Größe", "Größe", "Größe"),
        ("動物", "動物", "動物"),
        ("`any name, even (this)!`", "any name, even (this)!", "any name, even (this)!"),
        ("List~int~", "List", "List"),
        ("`A list`~int~", "A list", "A list"),
        ('A["A label"]', "A", "A label"),
        ('A["one<br/>two"]', "A", "one\ntwo"),
        ('A~T~["A label"]', "A", "A label"),
        ('A["x #lt; y"]', "A", "x < y"),
    ],
)
def test_the_name_and_the_words_of_a_class(written: str, name: str, text: str) -> None:
    found = first(f"class {written}")
    assert (found.id, found.text) == (name, text)


def test_the_type_of_a_class_is_the_one_of_its_first_mention() -> None:
    assert first("A~T~ --> B\nclass A~S~").type == "T"


@pytest.mark.parametrize("written", ["List~int~", "`List`~int~", 'List~int~["A list"]'])
def test_the_type_of_a_class_stands_between_tildes(written: str) -> None:
    assert first(f"class {written}").type == "int"


def test_a_name_on_its_own_says_nothing() -> None:
    assert diagram("A").classes == ()


@pytest.mark.parametrize(
    ("header", "text"), [("classDiagram", "A"), ("classDiagram-v2", "A"), ("\n classDiagram", "A")]
)
def test_the_words_that_begin_a_class_diagram(header: str, text: str) -> None:
    assert parse(f"{header}\nclass A\n").classes[0].text == text


@pytest.mark.parametrize("direction", ["TB", "BT", "LR", "RL"])
def test_the_direction(direction: str) -> None:
    assert diagram(f"direction {direction}\nclass A").direction == direction


def test_a_class_diagram_runs_down_if_nothing_else_is_said() -> None:
    assert diagram("class A").direction == "TB"


def test_the_last_direction_counts() -> None:
    assert diagram("direction LR\nclass A\ndirection BT").direction == "BT"


def test_a_namespace_holds_its_classes() -> None:
    found = diagram("namespace zoo {\n  class A\n  class B {\n  x\n  }\n}\nclass C")
    assert [each.namespace for each in found.classes] == ["zoo", "zoo", None]
    assert [(each.id, each.text, each.parent) for each in found.namespaces] == [
        ("zoo", "zoo", None)
    ]


def test_dots_in_the_name_of_a_namespace_are_namespaces_inside_one_another() -> None:
    found = diagram("namespace a.b.c {\n  class A\n}")
    assert [(each.id, each.text, each.parent) for each in found.namespaces] == [
        ("a", "a", None),
        ("a.b", "b", "a"),
        ("a.b.c", "c", "a.b"),
    ]


def test_a_namespace_inside_another_has_its_name_before_its_own() -> None:
    found = diagram("namespace a {\n  namespace b {\n    class A\n  }\n  class B\n}")
    assert [each.id for each in found.namespaces] == ["a", "a.b"]
    assert [each.namespace for each in found.classes] == ["a.b", "a"]


def test_a_namespace_may_have_a_label() -> None:
    assert diagram('namespace a["The zoo"] {\n  class A\n}').namespaces[0].text == "The zoo"


def test_a_namespace_may_be_opened_again() -> None:
    found = diagram("namespace a {\n class A\n}\nnamespace a {\n class B\n}")
    assert len(found.namespaces) == 1
    assert [each.namespace for each in found.classes] == ["a", "a"]


def test_braces_may_close_in_one_line() -> None:
    found = diagram("namespace a { namespace b { class A }}\nclass B")
    assert [each.namespace for each in found.classes] == ["a.b", None]


def test_namespaces_may_be_as_deep_as_is_allowed() -> None:
    name = ".".join(["a"] * MAX_DEPTH)
    assert len(diagram(f"namespace {name} {{\n class A\n}}").namespaces) == MAX_DEPTH


def test_a_deeper_namespace_is_refused() -> None:
    name = ".".join(["a"] * (MAX_DEPTH + 1))
    with pytest.raises(DiagramError, match=f"more than {MAX_DEPTH} deep"):
        diagram(f"namespace {name} {{\n class A\n}}")


def test_a_note_on_its_own() -> None:
    note = diagram('note "one<br>two"').notes[0]
    assert (note.id, note.text, note.target) == ("note0", "one\ntwo", None)


def test_a_note_for_a_class() -> None:
    assert diagram('note for A "words"\nclass A').notes[0].target == "A"


def test_a_note_for_a_class_that_is_nowhere_stands_on_its_own() -> None:
    assert diagram('note for A "words"').notes[0].target is None


def test_a_note_may_stand_in_a_namespace() -> None:
    assert diagram('namespace a {\n  class A\n  note "x"\n}').notes[0].namespace == "a"


@pytest.mark.parametrize(
    ("statements", "classes"),
    [
        ("class A:::c", ("c",)),
        ("class A:::c {\n x\n}", ("c",)),
        ('class A["x"]:::c', ("c",)),
        ('class A\ncssClass "A" c', ("c",)),
        ('class A\nclass B\ncssClass "B,A" c', ("c",)),
        ('class A~T~\ncssClass "A~T~" c', ("c",)),
        ('cssClass "A" c\nclass A', ()),
        ('class A:::c\ncssClass "A" d', ("c", "d")),
    ],
)
def test_the_classes_of_styles(statements: str, classes: tuple[str, ...]) -> None:
    assert first(statements).classes == classes


def test_a_style_is_given_to_a_class() -> None:
    style = first("class A\nstyle A fill:#f9f,stroke:#333,stroke-width:4px").style
    assert style == (("fill", "#f9f"), ("stroke", "#333"), ("stroke-width", "4px"))


def test_a_class_of_styles_is_defined() -> None:
    found = diagram("class A\nclassDef c fill:#fff,color: red\nclassDef c,d stroke:#000")
    assert found.class_styles == {
        "c": (("fill", "#fff"), ("color", "red"), ("stroke", "#000")),
        "d": (("stroke", "#000"),),
    }


@pytest.mark.parametrize(
    ("written", "link", "tooltip"),
    [
        ('click A href "https://example.org"', "https://example.org", None),
        ('click A href "https://example.org" "Go" _blank', "https://example.org", "Go"),
        ('link A "https://example.org"', "https://example.org", None),
        ('link A "https://example.org" "Go"', "https://example.org", "Go"),
        ('link A "javascript:alert(1)" "Go"', None, "Go"),
        ("click A call f()", None, None),
        ('click A call f("x", 1) "Go"', None, "Go"),
        ('callback A "f" "Go"', None, "Go"),
    ],
)
def test_a_click(written: str, link: str | None, tooltip: str | None) -> None:
    found = first(f"class A\n{written}")
    assert (found.link, found.tooltip) == (link, tooltip)


def test_the_title_and_the_description() -> None:
    found = diagram("accTitle: A title\naccDescr { Some\nwords }\nclass A")
    assert (found.title, found.description) == ("A title", "Some\nwords")


def test_the_title_of_the_front_matter() -> None:
    assert parse("---\ntitle: A title\n---\nclassDiagram\nclass A\n").title == "A title"


def test_comments_say_nothing() -> None:
    found = diagram("%% one\nclass A\n%%\n  %% three\nclass B")
    assert [each.id for each in found.classes] == ["A", "B"]


def test_the_critical_path() -> None:
    found = diagram("%% diagram: critical A --> B\nA <|-- B\nB --> C")
    assert found.critical == (("A", "B"),)
