"""The schema that editors check with, and the reference, are those of the language."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from diagramkit.cli import main
from diagramkit.figure.kinds import example, kinds
from diagramkit.figure.reference import markdown
from diagramkit.figure.schema import json_schema

FOLDER = Path(__file__).parents[2] / "diagrams" / "cme295"
FIGURES = sorted(path.name for path in FOLDER.glob("*.yaml"))


@cache
def validator() -> Any:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def faults(text: str) -> list[str]:
    return [error.message for error in validator().iter_errors(yaml.safe_load(text))]


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_valid(name: str) -> None:
    assert faults((FOLDER / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("kind", kinds())
def test_the_example_of_a_kind_is_valid(kind: str) -> None:
    lines = example(kinds()[kind]).splitlines()
    text = "figure: f\ntitle: T\ndesc: D\nrow:\n" + "".join(f"  {line}\n" for line in lines)
    assert faults(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "row: [{bx: A}]",
        "row: [{box: A, smal: b}]",
        "row: [{box: A, role: red}]",
        "rows: [{box: A}]",
        "row: [{plot: [{line: dotted}]}]",
        "row: [{box: A, row: [{bx: B}]}]",
    ],
)
def test_a_fault_is_found(line: str) -> None:
    assert faults(f"figure: f\ntitle: T\ndesc: D\n{line}\n")


def test_a_figure_without_a_title_is_not_valid() -> None:
    assert faults("figure: f\ndesc: D\nrow: [{box: A}]\n")


def test_every_field_is_explained() -> None:
    bare = [
        f"{name}.{key}"
        for name, kind in kinds().items()
        for key, field in kind.model_fields.items()
        if not field.description
    ]
    assert bare == []


def test_the_reference_has_a_section_and_an_example_a_kind() -> None:
    text = markdown()
    for name, kind in kinds().items():
        assert f"\n### {name}\n" in text
        assert example(kind).rstrip() in text


@pytest.mark.parametrize(("what", "sign"), [("schema", "{"), ("kinds", "A figure")])
def test_the_command_prints_it(what: str, sign: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figure", what]) == 0
    out = capsys.readouterr().out
    assert out.startswith(sign)
    assert what == "kinds" or json.loads(out) == json_schema()


def test_the_reference_has_the_keys_of_what_stands_within_parts() -> None:
    text = markdown()
    for key in ("formula", "boundaries", "curve", "ticks", "from", "heads"):
        assert f"| `{key}` |" in text


def test_the_command_prints_one_kind_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figure", "kinds", "timeline"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("### timeline\n")
    assert "### box" not in out
    assert main(["figure", "kinds", "timelin"]) == 2
