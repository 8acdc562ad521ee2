"""Members of classes: visibility, static, abstract, types of types, annotations."""

from __future__ import annotations

import pytest

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.class_diagram.model import Class, Member


def class_a(statements: str) -> Class:
    return next(each for each in parse(f"classDiagram\n{statements}\n").classes if each.id == "A")


def member(written: str) -> Member:
    """The one member of a class with this line between its braces."""
    found = class_a(f"class A {{\n  {written}\n}}")
    return (*found.attributes, *found.methods)[0]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("String name", "String name"),
        ("name: String", "name: String"),
        ("name : String", "name: String"),
        ("name", "name"),
        ("area()", "area()"),
        ("area() double", "area(): double"),
        ("area(): double", "area(): double"),
        ("area() : double", "area(): double"),
        ("scale(x: int, y: int) Shape", "scale(x: int, y: int): Shape"),
        ("each(f: (x) => y) void", "each(f: (x) => y): void"),
        ("sizes int[]", "sizes int[]"),
        ("a &amp; b", "a & b"),
        ("a #quot;b#quot;", 'a "b"'),
        ("with<br/>break", "with break"),
    ],
)
def test_the_words_of_a_member(written: str, text: str) -> None:
    assert member(written).text == text


@pytest.mark.parametrize("sign", ["+", "-", "#", "~"])
@pytest.mark.parametrize("written", ["name", "area()", " area() double"])
def test_the_visibility_of_a_member(sign: str, written: str) -> None:
    found = member(sign + written)
    assert found.visibility == sign
    assert sign not in found.text


def test_a_member_without_a_sign_has_no_visibility() -> None:
    assert member("name").visibility == ""


@pytest.mark.parametrize("written", ["name$", "+name$", "area()$", "area()$ int", "area() int$"])
def test_a_dollar_makes_a_member_static(written: str) -> None:
    found = member(written)
    assert found.is_static
    assert "$" not in found.text


@pytest.mark.parametrize("written", ["name*", "-name*", "area()*", "area()* int", "area() int*"])
def test_a_star_makes_a_member_abstract(written: str) -> None:
    found = member(written)
    assert found.is_abstract
    assert "*" not in found.text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("List~int~ sizes", "List<int> sizes"),
        ("sizes: List~List~int~~", "sizes: List<List<int>>"),
        ("Map~K, V~ all", "Map<K, V> all"),
        ("get(keys: List~K~) Map~K,V~", "get(keys: List<K>): Map<K,V>"),
        ("get(a: List~K~, b: List~K~)", "get(a: List<K>, b: List<K>)"),
        ("one ~ tilde", "one ~ tilde"),
    ],
)
def test_tildes_are_the_brackets_of_types(written: str, text: str) -> None:
    assert member(written).text == text


def test_a_tilde_before_a_type_is_a_visibility() -> None:
    found = member("~List~int~ sizes")
    assert (found.visibility, found.text) == ("~", "List<int> sizes")


def test_a_member_with_a_closing_bracket_is_a_method() -> None:
    found = class_a("class A {\n cost: O(n)\n name\n}")
    assert [each.text for each in found.methods] == ["cost: O(n)"]
    assert [each.text for each in found.attributes] == ["name"]


def test_members_of_the_form_behind_a_colon_come_after_those_before() -> None:
    found = class_a("class A {\n x\n}\nA : y\nA: +z()")
    assert [each.text for each in found.attributes] == ["x", "y"]
    assert [each.text for each in found.methods] == ["z()"]


def test_a_member_makes_its_class() -> None:
    assert class_a("A : x").attributes == (Member("x"),)


def test_blank_lines_between_members_say_nothing() -> None:
    assert len(class_a("class A {\n\n  x\n  \n  y\n}").attributes) == 2


@pytest.mark.parametrize("body", ["{}", "{\n}", "{\n  \n}"])
def test_a_class_may_have_no_members_between_its_braces(body: str) -> None:
    assert class_a(f"class A {body}").attributes == ()


@pytest.mark.parametrize(
    "statements",
    [
        "class A {\n <<interface>>\n}",
        "class A\n<<interface>> A",
        "class A <<interface>>",
        "class A <<interface>> {\n}",
        "A : <<interface>>",
    ],
)
def test_an_annotation(statements: str) -> None:
    assert class_a(statements).annotations == ("interface",)


def test_an_annotation_between_braces_may_have_several_words() -> None:
    assert class_a("class A {\n<<value object>>\n}").annotations == ("value object",)


def test_a_class_may_have_several_annotations() -> None:
    assert class_a("class A {\n<<one>>\n<<two>>\n}").annotations == ("one", "two")
