"""Stretches of a label are set as the source says: bold, code, scripts, links, lists, formulas."""

from __future__ import annotations

import pickle
from itertools import pairwise

import pytest

from diagramkit import render
from diagramkit.mermaid.label import words
from diagramkit.scene import Mark, Text
from diagramkit.text.styled import Span, cut, lines, spans_of

from .pictures import THEME


def drawn(label: str, *, kind: str = 'flowchart LR\nA["{}"]\n') -> list[Text]:
    return render(kind.format(label)).scene.texts


def test_a_bold_stretch_is_heavier_than_the_words_around_it() -> None:
    plain, bold, after = drawn("Title<br/>some <b>bold</b> words")[1:]
    assert (bold.text, bold.weight) == ("bold", THEME.type.emphasis)
    assert plain.weight == after.weight == THEME.type.body.weight


def test_stretches_of_a_line_do_not_overlap() -> None:
    texts = drawn("Title<br/>some <b>bold</b> <code>code()</code> words")[1:]
    assert all(one.rect.right <= other.rect.x for one, other in pairwise(texts))


@pytest.mark.parametrize(
    "source",
    [
        "classDiagram\nclass A {{\n+some {} words\n}}",
        'erDiagram\nA {{\nstring name "some {} words"\n}}',
        "stateDiagram\nstate a\nnote right of a : some {} words",
        "sequenceDiagram\nA->>B: some {} words",
        "sequenceDiagram\nNote over A: some {} words",
    ],
)
def test_a_bold_stretch_is_bold_in_every_kind_of_label(source: str) -> None:
    [bold] = [text for text in drawn("<b>bold</b>", kind=source) if text.text == "bold"]
    assert bold.weight == THEME.type.emphasis


@pytest.mark.parametrize("words", ["a __Bold__ word", "a __bold word__", "**is** __99__"])
def test_words_between_two_underscores_are_bold(words: str) -> None:
    texts = drawn(words, kind='erDiagram\nA {{\nstring name "{}"\n}}')
    bold = [text for text in texts[1:] if text.weight == THEME.type.emphasis]
    assert bold
    assert not any("__" in text.text for text in texts)


@pytest.mark.parametrize("words", ["calls __init__(x)", "__click_params__", "**x** __call__"])
def test_names_in_code_keep_their_underscores(words: str) -> None:
    texts = drawn(words, kind='erDiagram\nA {{\nstring name "{}"\n}}')
    assert words.rsplit("*", maxsplit=1)[-1].strip() in " ".join(text.text for text in texts)


def test_a_type_in_angle_brackets_is_words_of_a_message() -> None:
    shown = drawn("List<b> of <T>", kind="sequenceDiagram\nA->>B: {}")
    assert "List<b> of <T>" in [text.text for text in shown]


def test_code_is_set_in_the_font_of_code() -> None:
    [code] = [text for text in drawn("Call <code>run()</code> now") if text.text == "run()"]
    assert code.families == tuple(THEME.fonts.mono)


def test_a_link_within_a_label_leads_where_it_says() -> None:
    [link] = [text for text in drawn("See <a href='https://example.org/a'>here</a>") if text.link]
    assert (link.text, link.link) == ("here", "https://example.org/a")


def test_a_link_to_a_script_is_words() -> None:
    assert [text.link for text in drawn("See <a href='javascript:x()'>here</a>")] == [""]


@pytest.mark.parametrize(
    "label", ["<ul><li>one</li><li>two and more</li></ul>", "- one<br/>- two and more"]
)
def test_a_list_is_flush_left_and_has_no_title_line(label: str) -> None:
    first, second = drawn(label)
    assert first.rect.x == second.rect.x
    assert (first.size, first.weight) == (second.size, second.weight)


def test_a_line_before_a_list_is_its_title() -> None:
    title, *items = drawn("Steps<br/>1. load<br/>2. write it all")
    assert title.weight > items[0].weight
    assert len({item.rect.x for item in items}) == 1


@pytest.mark.parametrize(
    "source",
    [
        'flowchart LR\nA["$$\\frac{a}{b}$$"]\n',
        'flowchart LR\nA -->|"$$x_1$$"| B\n',
        "sequenceDiagram\nA->>B: so $$x^2 + \\alpha$$ it is\n",
        "sequenceDiagram\nA->>B: x\nNote over A: $$\\sqrt{d}$$\n",
    ],
)
def test_a_formula_is_set(source: str) -> None:
    scene = render(source).scene
    assert [mark for mark in scene.primitives if isinstance(mark, Mark) and "formula" in mark.role]
    assert not [text for text in scene.texts if "$" in text.text]


def test_what_is_no_formula_that_can_be_set_stays_as_it_is_written() -> None:
    assert "".join(text.text for text in drawn("$$\\nonsense{x}$$")) == "$$\\nonsense{x}$$"


def test_emphasis_in_markdown_is_set() -> None:
    texts = drawn("Title<br/>a **bold** word")[1:]
    assert [(text.text, text.weight) for text in texts] == [
        ("a", 400),
        ("bold", 600),
        ("word", 400),
    ]


def test_styled_words_are_the_plain_string_to_all_who_set_nothing() -> None:
    styled = words("<b>a</b> b<sub>out</sub>")
    assert styled == "a b_out"
    assert {styled: 1}["a b_out"] == 1


def test_spans_are_kept_where_words_are_cut_parted_and_stored() -> None:
    styled = words("one <b>two<br/>three</b>")
    assert spans_of(cut(styled, 4, 7)) == (Span(0, 3, "strong"),)
    assert [spans_of(line) for line in lines(styled)] == [
        (Span(4, 7, "strong"),),
        (Span(0, 5, "strong"),),
    ]
    assert spans_of(pickle.loads(pickle.dumps(styled))) == spans_of(styled)


@pytest.mark.parametrize("theme", ["editorial", "blueprint"])
def test_scripts_of_two_lines_do_not_meet(theme: str) -> None:
    words = "x<sub>xy</sub> = β<br/>x<sup>T</sup> = γ"
    drawing = render(f'flowchart TB\n a["{words}"]', theme=theme)
    assert [one.code for one in drawing.warnings] == []
