"""The built-in themes: their values, their constants in Python, and that all can be read."""

from __future__ import annotations

import ast
import doctest
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import get_type_hints

import pytest

from diagramkit import load_theme, themes
from diagramkit.theme import model
from diagramkit.theme.contrast import check_theme
from diagramkit.theme.load import builtin_folder, builtin_names
from diagramkit.theme.measures import Lines, Spine
from diagramkit.theme.model import MODES, Mode, ModeName, Theme, tokens
from diagramkit.theme.trusted import ShapeError, assemble
from diagramkit.themes import blueprint, editorial

EDITORIAL: dict[str, object] = {
    "fonts.sans": ("Inter", "Arial", "sans-serif"),
    "light.canvas": "#F5F1EA",
    "light.panel": "#F3EFE7",
    "light.text": "#050505",
    "light.muted": "#6F6A63",
    "light.accent": "#D9392E",
    "light.line": "#111111",
    "light.border": "#D8D1C7",
    "light.roles.primary": ("#F5F1EA", "#111111", 1.4, "#050505"),
    "light.roles.secondary": ("#F3EFE7", "#D8D1C7", 1.2, "#050505"),
    "light.roles.note": ("#F5F1EA", "#D8D1C7", 1, "#6F6A63"),
    "light.roles.accent": ("#F5F1EA", "#D9392E", 2, "#050505"),
    "dark.canvas": "#171717",
    "dark.text": "#f5f5f5",
    "dark.line": "#cfcfcf",
    "dark.edges.main.stroke": "#cfcfcf",
    "dark.edges.accent.stroke": "#D9392E",
    "dark.roles.primary": ("#232323", "#d0d0d0", 2, "#f5f5f5"),
    "dark.roles.secondary": ("#3b2f20", "#d0d0d0", 2, "#f5f5f5"),
    "dark.roles.note": ("#52676b", "#d0d0d0", 2, "#f5f5f5"),
    "dark.roles.accent": ("#62164d", "#D9392E", 2, "#f5f5f5"),
}


@pytest.mark.parametrize(("path", "value"), EDITORIAL.items(), ids=EDITORIAL)
def test_editorial_is_the_house_look(path: str, value: object) -> None:
    every = tokens(editorial)
    look = tuple(every.get(f"{path}.{part}") for part in ("fill", "stroke", "stroke_width", "text"))
    assert every.get(path, look) == value


@pytest.mark.parametrize("name", builtin_names())
def test_every_builtin_theme_can_be_read_in_both_modes(name: str) -> None:
    assert check_theme(load_theme(name)) == []


@pytest.mark.parametrize("name", builtin_names())
def test_a_builtin_theme_has_its_own_name_and_a_description(name: str) -> None:
    theme = load_theme(name)
    assert theme.name == name
    assert theme.description


@pytest.mark.parametrize("name", builtin_names())
def test_loading_without_the_validator_gives_what_the_validator_gives(name: str) -> None:
    trusted, validated = load_theme(name), load_theme(builtin_folder() / f"{name}.yaml")
    assert trusted is not validated
    assert trusted == validated
    assert trusted.model_fields_set == validated.model_fields_set
    assert list(map(repr, tokens(trusted).items())) == list(map(repr, tokens(validated).items()))


@pytest.mark.parametrize("name", builtin_names())
def test_a_builtin_theme_survives_being_written_and_read(name: str) -> None:
    theme = load_theme(name)
    assert Theme.model_validate_json(theme.model_dump_json()) == theme


@pytest.mark.parametrize(
    "values",
    [
        {"share": 0.5},
        {"least": None, "share": 0.5},
        {"least": "3", "share": 0.5},
        {"least": 3.0, "share": 0.5},
        {"least": True, "share": 0.5},
        {"least": 3, "share": "0.5"},
        {"least": 3, "share": True},
        {"least": 3, "share": 0.5, "more": 1},
        [3, 0.5],
        None,
    ],
)
def test_values_of_another_shape_are_left_to_the_validator(values: object) -> None:
    with pytest.raises(ShapeError):
        assemble(Spine, values)


@pytest.mark.parametrize("dash", [(5,), (5, 4, 3), [5, 4], (5, "4"), 5])
def test_a_pair_of_another_shape_is_left_to_the_validator(dash: object) -> None:
    values = editorial.edge.model_dump() | {"dash": dash}
    with pytest.raises(ShapeError):
        assemble(Lines, values)


def test_constants_are_what_a_reader_expects() -> None:
    assert editorial.light.accent == "#D9392E"
    assert editorial.dark.roles.accent.fill == "#62164d"
    assert editorial.mode("dark") is editorial.dark
    assert editorial.mode("light") is editorial.light


def test_every_builtin_theme_is_declared_for_editors() -> None:
    tree = ast.parse(Path(themes.__file__).read_text(encoding="utf-8"))
    declared = {
        node.target.id: ast.unparse(node.annotation)
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }
    assert declared == dict.fromkeys(builtin_names(), "Theme")


def test_every_builtin_theme_is_completed_at_run_time() -> None:
    assert set(builtin_names()) <= set(dir(themes))


def test_a_theme_that_is_not_built_in_is_no_constant() -> None:
    with pytest.raises(AttributeError, match="nope"):
        themes.nope  # noqa: B018


def test_a_colour_is_text_to_type_checkers() -> None:
    assert get_type_hints(Theme)["light"] is Mode
    assert get_type_hints(Mode)["accent"] is str


def test_a_builtin_theme_needs_no_heavy_library() -> None:
    heavy = {"jinja2", "coloraide", "rich", "click", "difflib"}
    code = f"import sys; from diagramkit.themes import editorial; print({heavy} & {{*sys.modules}})"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"


@pytest.mark.parametrize("module", [themes, model])
def test_the_examples_in_the_documentation_hold(module: ModuleType) -> None:
    results = doctest.testmod(module)
    assert results.attempted
    assert not results.failed


def test_no_code_knows_the_second_theme() -> None:
    package = Path(themes.__file__).parent.parent
    knowing = {
        file.relative_to(package).as_posix()
        for file in package.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if "blueprint" in (getattr(node, "id", None), getattr(node, "value", None))
    }
    assert knowing == {"themes/__init__.py"}


@pytest.mark.parametrize("mode", MODES)
def test_blueprint_shares_no_colour_with_editorial(mode: ModeName) -> None:
    one, other = (
        {str(value).lower() for path, value in tokens(theme).items() if path.startswith(mode)}
        for theme in (editorial, blueprint)
    )
    assert not {value for value in one & other if value.startswith("#")}


def test_blueprint_has_square_corners() -> None:
    box, edge = blueprint.box, blueprint.edge
    assert {box.radius, box.note_radius, box.group_radius, edge.radius} == {0}
