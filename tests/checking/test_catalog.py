"""The list of rules, and what documents it."""

from __future__ import annotations

import re

import pytest

import rules
from diagramkit.checking.catalog import catalog


def test_the_table_in_the_readme_is_the_list_of_rules() -> None:
    text = rules.README.read_text(encoding="utf-8")
    assert rules.written() == text, "write it anew: python tests/rules.py"


@pytest.mark.parametrize("code", catalog())
def test_the_documentation_of_a_rule_has_its_four_parts(code: str) -> None:
    """What it finds, why that is bad, an example, what to do instead."""
    explanation = catalog()[code].explanation
    assert re.search(r"\A[A-Z].+?\.\n\nWhy: .+\n\nExample: .+\n\nUse instead: ", explanation, re.S)
