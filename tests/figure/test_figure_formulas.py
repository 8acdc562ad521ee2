"""Formulas: in words, set in outlines, and of curves."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagramkit.figure.expression import compiled
from diagramkit.figure.formula import has_formula, parse, pieces, plain
from diagramkit.layout.words.formula import absolute, set_formula
from diagramkit.text import TextStyle, measure

STYLE = TextStyle(("Inter", "sans-serif"), 13)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("$QK^T/\\sqrt{d_k}$", "QK^T/sqrt(d_k)"),
        ("scores $q_m$ of m", "scores q_m of m"),
        ("$A_i=(r_i-\\text{mean})$", "A_i=(r_i−mean)"),
        ("$\\frac{a+b}{2}$", "(a+b)/(2)"),
        ("$W'_{\\text{master}}$", "W′_master"),
        ("$\\Delta W$", "ΔW"),
        ("$x^2_1$", "x_1^2"),
        ("it costs $5", "it costs $5"),
        ("no formula", "no formula"),
    ],
)
def test_a_formula_reads_as(words: str, read: str) -> None:
    assert plain(words) == read


def test_a_script_belongs_to_the_last_letter_of_a_product() -> None:
    assert len(parse("XW^Q").items) == 2


def test_words_around_a_formula_stay_words() -> None:
    assert [type(piece).__name__ for piece in pieces("a $b$ c")] == ["str", "Group", "str"]


@given(st.text(alphabet="abQK12^_{}\\ $+-/=sqrtfac", max_size=40))
def test_words_are_read_or_refused_and_nothing_else(words: str) -> None:
    try:
        found = pieces(words)
    except ValueError:
        assert has_formula(words)
    else:
        assert found


def test_a_plain_symbol_is_as_wide_as_its_word() -> None:
    assert set_formula(parse("softmax"), STYLE).width == pytest.approx(
        measure("softmax", STYLE), rel=0.05
    )


def test_a_superscript_reaches_above_and_a_subscript_below() -> None:
    plain_one = set_formula(parse("x"), STYLE)
    assert set_formula(parse("x^2"), STYLE).ascent > plain_one.ascent
    assert set_formula(parse("x_2"), STYLE).descent > plain_one.descent


def test_a_root_stands_above_all_that_is_under_it() -> None:
    inner, root = set_formula(parse("d_k^2"), STYLE), set_formula(parse("\\sqrt{d_k^2}"), STYLE)
    assert root.ascent > inner.ascent
    assert root.width > inner.width


def test_relative_outlines_become_absolute_ones() -> None:
    assert absolute("m1 2l3 0v1zm0 0h2", 10, 20) == [
        ("M", 11, 22),
        ("L", 14, 22),
        ("L", 14, 23),
        ("Z",),
        ("M", 11, 22),
        ("L", 13, 22),
    ]


@pytest.mark.parametrize(
    ("formula", "x", "y"),
    [
        ("1 - exp(-4*x)", 0.5, 1 - math.exp(-2)),
        ("x^2", 3.0, 9.0),
        ("-x + 2*pi", 1.0, 2 * math.pi - 1),
        ("max(x, 0.5)", 0.1, 0.5),
        ("0.3", 7.0, 0.3),
        ("1/x", 0.0, None),
        ("log(x)", -1.0, None),
        ("x^1000", 2.0, None),
        ("sqrt(x, 2)", 1.0, None),
    ],
)
def test_a_formula_of_a_curve_has_the_value(formula: str, x: float, y: float | None) -> None:
    assert compiled(formula)(x) == (None if y is None else pytest.approx(y))


@pytest.mark.parametrize(
    "formula",
    ["__import__('os')", "x.real", "[x]", "x if x else 1", "lambda: x", "exp(x=1)", "'a'*9", "True",
     "9**9**", "(" * 90 + "x" + ")" * 90 + "+", "x" + "+x" * 200, "exp()"],
)  # fmt: skip
def test_a_formula_outside_the_language_is_refused(formula: str) -> None:
    with pytest.raises(ValueError, match=r"formula|known|nested|characters"):
        compiled(formula)


@given(st.text(alphabet="x0123456789+-*/^(). esinlogpabc", max_size=30), st.floats(-5, 5))
def test_a_formula_has_a_finite_value_or_none_or_is_refused(formula: str, x: float) -> None:
    try:
        value = compiled(formula)(x)
    except ValueError:
        return
    assert value is None or math.isfinite(value)


def test_a_formula_has_no_value_beyond_what_axes_show() -> None:
    value = compiled("-1e308 + x")
    assert value(1.0) is None
