"""Themes written for sites that draw Mermaid themselves, read back as those read them."""

from __future__ import annotations

import ast
import json
import re
import tomllib

import pytest

from diagramkit.theme.export import export
from diagramkit.theme.export.mermaid_init import settings
from diagramkit.themes import blueprint, editorial

WANTED = settings(editorial, "light")


@pytest.mark.parametrize(
    ("target", "added"),
    [("vitepress", {}), ("mkdocs", {}), ("mdbook", {"startOnLoad": True})],
)
def test_javascript_holds_what_a_directive_says(target: str, added: dict[str, object]) -> None:
    text = export(editorial, target)
    start = text.index("{\n")
    found, _ = json.JSONDecoder().raw_decode(text, start)
    assert found == {**added, **WANTED}


def test_docusaurus_has_the_theme_apart_from_the_options() -> None:
    text = export(editorial, "docusaurus")
    found, _ = json.JSONDecoder().raw_decode(text, text.index("options: ") + len("options: "))
    assert {"theme": "base", **found} == WANTED
    assert 'theme: {light: "base", dark: "base"},' in text


def test_sphinx_reads_a_setting_of_its_configuration() -> None:
    text = export(editorial, "sphinx")
    (statement,) = ast.parse(text).body
    assert isinstance(statement, ast.Assign)
    assert ast.literal_eval(statement.value) == {"startOnLoad": False, **WANTED}


def test_docsy_reads_tables() -> None:
    assert tomllib.loads(export(editorial, "docsy"))["params"]["mermaid"] == WANTED


@pytest.mark.parametrize(
    "target", ["docsy", "docusaurus", "mdbook", "mkdocs", "sphinx", "vitepress"]
)
def test_a_site_has_the_colours_of_its_theme_and_mode(target: str) -> None:
    text = export(blueprint, target, "dark")
    assert blueprint.dark.canvas in text
    assert not re.search(r"#(?:F5F1EA|f5f1ea)", text)
