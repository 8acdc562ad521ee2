"""The JSON Schema that editors read: written from the model, and of one mind with the loader."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from diagramkit import DiagramError, Theme
from diagramkit.theme.builtin import builtin_folder, builtin_names
from diagramkit.theme.export import export
from diagramkit.theme.export.schema import json_schema
from diagramkit.themes import editorial

Load = Callable[[str], Theme]

FOLDER = builtin_folder()
VALIDATOR = Draft7Validator(json_schema())
REWRITE = "python tests/themes.py"

RIGHT = {
    "extends alone": "extends: editorial",
    "a colour": 'extends: editorial\nlight: {accent: "#112233"}',
    "an alias for a colour": "extends: editorial\nlight: {accent: $dark.accent}",
    "an alias for a mode": "extends: editorial\ndark: $light",
    "an alias in a list": "extends: editorial\nedge: {dash: [$edge.radius, 3]}",
    "no fill": "extends: editorial\nlight: {roles: {note: {fill: none}}}",
    "a font stack": "extends: editorial\nfonts: {sans: [Georgia, serif]}",
    "a dollar in words": "extends: editorial\ndescription: $ 5",
}
WRONG = {
    "nothing": "{}",
    "a part without extends": 'light: {accent: "#112233"}',
    "an unknown key": "extends: editorial\nlihgt: {}",
    "an unknown key deep down": "extends: editorial\nlight: {roles: {note: {fil: none}}}",
    "a colour of five digits": 'extends: editorial\nlight: {accent: "#12345"}',
    "a colour of one's own with a gap in its name": 'extends: editorial\npalette: {"a b": "#123"}',
    "a colour that is none": "extends: editorial\nlight: {accent: none}",
    "a number in quotes": 'extends: editorial\nbox: {radius: "6"}',
    "a number out of range": "extends: editorial\nbox: {radius: -1}",
    "a fraction of a weight": "extends: editorial\ntype: {emphasis: 600.5}",
    "a pair of three": "extends: editorial\nedge: {dash: [1, 2, 3]}",
    "no font": "extends: editorial\nfonts: {sans: []}",
    "a font with a quote": "extends: editorial\nfonts: {sans: ['a\"b']}",
    "a list for a group": "extends: editorial\nlight: []",
    "an empty group": "extends: editorial\nlight:",
    "a number for extends": "extends: 1",
    "a name with a slash": "extends: editorial\nname: a/b",
}


def test_the_schema_in_the_repository_is_what_the_model_writes() -> None:
    written = (FOLDER / "theme.schema.json").read_text(encoding="utf-8")
    assert written == export(editorial, "schema"), f"run `{REWRITE}`"


def test_the_schema_is_a_schema() -> None:
    Draft7Validator.check_schema(json_schema())


@pytest.mark.parametrize("name", builtin_names())
def test_every_builtin_theme_is_valid(name: str) -> None:
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    assert list(VALIDATOR.iter_errors(yaml.safe_load(text))) == []


@pytest.mark.parametrize("name", builtin_names())
def test_every_builtin_theme_tells_editors_of_the_schema(name: str) -> None:
    first = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=theme.schema.json"


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_editors_accept_what_the_loader_accepts(load: Load, text: str) -> None:
    assert load(text)
    assert VALIDATOR.is_valid(yaml.safe_load(text))


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_editors_refuse_what_the_loader_refuses(load: Load, text: str) -> None:
    with pytest.raises(DiagramError):
        load(text)
    assert not VALIDATOR.is_valid(yaml.safe_load(text))


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("role", ["primary", "secondary", "note", "accent"])
def test_editors_miss_a_role_in_a_file_that_extends_nothing(mode: str, role: str) -> None:
    document = yaml.safe_load((FOLDER / "editorial.yaml").read_text(encoding="utf-8"))
    del document[mode]["roles"][role]
    (error,) = VALIDATOR.iter_errors(document)
    assert error.message == f"'{role}' is a required property"


def test_every_token_is_explained_to_editors() -> None:
    unexplained = [path for path, token in _properties(json_schema()) if not token["description"]]
    assert unexplained == []


def test_a_token_is_explained_in_the_words_of_the_model() -> None:
    tokens = dict(_properties(json_schema()))
    assert tokens["Boxes.radius"]["description"] == "Corner radius of a box; 0 is a square corner."


def test_the_schema_is_the_same_whatever_the_theme_and_mode() -> None:
    assert json.loads(export(editorial, "schema", "dark")) == json_schema()


def _properties(schema: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every token with the name of its group."""
    groups = {"Theme": schema, **schema["$defs"]}
    for name, group in groups.items():
        if not name.startswith("Whole"):
            for key, token in group.get("properties", {}).items():
                yield f"{name}.{key}", token
