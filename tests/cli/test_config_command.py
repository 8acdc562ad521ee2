"""`diagrams config`: keys, schema, and what is in force."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from diagramkit.project.config import known_settings

Run = Callable[..., Any]
GOOD = """theme = "house.yaml"
mode = ["light", "dark"]
scale = 2.5
widths = [440, 960]
exclude = ["vendor/"]
undrawn = "error"
[classes]
gpu = "accent"
[goldens]
keep = "scene"
tolerance = {moved = 1}
"""


@pytest.fixture
def schema(run: Run) -> Any:
    return json.loads(run("config", "schema").out)


def test_the_schema_accepts_what_the_program_accepts(run: Run, schema: Any) -> None:
    Path("diagrams.toml").write_text(GOOD)
    assert run("config", "show").status == 0
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(tomllib.loads(GOOD), schema)


@pytest.mark.parametrize(
    "text",
    [
        "thme = 'x'",
        "theme = ' '",
        "mode = 'dim'",
        "scale = 0",
        "widths = [10]",
        "classes = {gpu = 'red'}",
        "goldens = {size = 1}",
        "goldens = 'jpeg'",
        "background = 'blue'",
    ],
)
def test_the_schema_refuses_what_the_program_refuses(run: Run, schema: Any, text: str) -> None:
    Path("diagrams.toml").write_text(text)
    assert run("config", "show").status == 2
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(text), schema)


def test_every_key_has_a_description_in_the_schema(schema: Any) -> None:
    assert list(schema["properties"]) == list(known_settings())
    assert all(each["description"] for each in schema["properties"].values())


def test_show_prints_what_is_in_force(run: Run) -> None:
    Path("diagrams.toml").write_text(GOOD)
    shown = json.loads(run("config", "show").out)
    assert (shown["mode"], shown["goldens"]["keep"]) == (["light", "dark"], "scene")
    assert shown["theme"] == str(Path("house.yaml").absolute())
