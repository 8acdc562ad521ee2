"""The list of rules, and what documents it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import diagramkit
import rules
from diagramkit.checking.catalog import catalog

CODE = re.compile(r"[a-z]+(-[a-z]+)+")
DRAWS = ("layout", "mermaid", "text", "theme/fonts.py", "drawing.py")


def reported() -> Iterator[str]:
    """The codes of the warnings in the rooms that draw."""
    for room in DRAWS:
        place = Path(diagramkit.__file__).parent / room
        for file in place.rglob("*.py") if place.is_dir() else [place]:
            yield from _codes(ast.parse(file.read_text(encoding="utf-8")))


def _codes(tree: ast.AST) -> Iterator[str]:
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        level = [word.value for word in call.keywords if word.arg == "severity"]
        warns = any(isinstance(one, ast.Constant) and one.value == "warning" for one in level)
        if warns or name in ("warn", "exceeded"):
            values = [one.value for one in call.args if isinstance(one, ast.Constant)]
            yield from (one for one in values if isinstance(one, str) and CODE.fullmatch(one))


def test_the_table_in_the_handbook_is_the_list_of_rules() -> None:
    text = rules.PAGE.read_text(encoding="utf-8")
    assert rules.written() == text, "write it anew: python tests/rules.py"


def test_what_drawing_reports_is_documented() -> None:
    found = set(reported())
    assert len(found) > 8
    assert found <= set(catalog())


@pytest.mark.parametrize("code", catalog())
def test_the_documentation_of_a_rule_has_its_four_parts(code: str) -> None:
    """What it finds, why that is bad, an example, what to do instead."""
    explanation = catalog()[code].explanation
    assert re.search(r"\A[A-Z].+?\.\n\nWhy: .+\n\nExample: .+\n\nUse instead: ", explanation, re.S)
