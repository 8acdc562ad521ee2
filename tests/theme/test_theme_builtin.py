"""The built-in themes: their values, their constants in Python, and that all can be read."""

from __future__ import annotations

import ast
import doctest
import json
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, get_type_hints

import pytest

from diagramkit import load_theme, themes
from diagramkit.theme import builtin, compiled, model
from diagramkit.theme.builtin import builtin_folder, builtin_names, compiled_values
from diagramkit.theme.contrast import check_theme
from diagramkit.theme.measures import Spine
from diagramkit.theme.model import MODES, Mode, ModeName, Theme, tokens
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
    "dark.text": "#F5F5F5",
    "dark.line": "#CFCFCF",
    "dark.edges.main.stroke": "#CFCFCF",
    "dark.edges.accent.stroke": "#D9392E",
    "dark.roles.primary": ("#232323", "#D0D0D0", 2, "#F5F5F5"),
    "dark.roles.secondary": ("#3B2F20", "#D0D0D0", 2, "#F5F5F5"),
    "dark.roles.note": ("#52676B", "#D0D0D0", 2, "#F5F5F5"),
    "dark.roles.accent": ("#62164D", "#D9392E", 2, "#F5F5F5"),
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
    compiled, validated = load_theme(name), load_theme(builtin_folder() / f"{name}.yaml")
    assert compiled is not validated
    assert compiled == validated
    assert repr(compiled) == repr(validated)


@pytest.mark.parametrize("name", builtin_names())
def test_a_builtin_theme_survives_being_written_and_read(name: str, tmp_path: Path) -> None:
    theme = load_theme(name)
    (tmp_path / "t.yaml").write_text(json.dumps(theme.as_dict()), encoding="utf-8")
    assert load_theme(tmp_path / "t.yaml") == theme


@pytest.mark.parametrize("name", ["editorial", "harbour"])
def test_a_theme_that_was_edited_after_it_was_compiled_is_read_anew(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    themes = shutil.copytree(builtin_folder(), tmp_path / "themes")
    (themes / "harbour.yaml").write_text("extends: editorial\n", encoding="utf-8")
    edited = (themes / "editorial.yaml").read_text(encoding="utf-8").replace("#D9392E", "#123456")
    (themes / "editorial.yaml").write_text(edited, encoding="utf-8")
    monkeypatch.setattr(builtin, "builtin_folder", lambda: themes)
    assert compiled_values(name) is None
    assert load_theme(themes / f"{name}.yaml").light.accent == "#123456"


def test_line_ends_leave_a_compiled_theme_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (builtin_folder() / "editorial.yaml").read_bytes()
    (tmp_path / "editorial.yaml").write_bytes(text.replace(b"\n", b"\r\n"))
    monkeypatch.setattr(builtin, "builtin_folder", lambda: tmp_path)
    assert compiled_values("editorial") is not None


@pytest.mark.parametrize("values", [{"share": 0.5}, {"least": 3, "share": 0.5, "more": 1}])
def test_a_group_is_made_of_its_own_fields_alone(values: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=r"Spine: missing or unknown: (least|more)"):
        Spine(**values)


def test_a_theme_with_a_value_replaced_is_another() -> None:
    other = editorial.replace(spine=editorial.spine.replace(least=9))
    assert (other.spine.least, editorial.spine.least) == (9, 3)
    assert other != editorial
    assert other.replace(spine=editorial.spine) == editorial


def test_constants_are_what_a_reader_expects() -> None:
    assert editorial.light.accent == "#D9392E"
    assert editorial.dark.roles.accent.fill == "#62164D"
    assert editorial.mode("dark") is editorial.dark
    assert editorial.mode("light") is editorial.light


def test_every_compiled_theme_is_declared_for_editors() -> None:
    tree = ast.parse(Path(compiled.__file__).read_text(encoding="utf-8"))
    (block,) = [node for node in tree.body if isinstance(node, ast.If)]
    declared = {ast.unparse(node) for node in block.body if isinstance(node, ast.AnnAssign)}
    assert declared == {f"{name}: Theme" for name in compiled.__all__}
    assert set(compiled.__all__) == set(compiled.VALUES) == set(compiled.SOURCES)


def test_every_builtin_theme_is_completed_at_run_time() -> None:
    assert set(builtin_names()) <= set(dir(themes))


def test_a_theme_that_is_not_built_in_is_no_constant() -> None:
    with pytest.raises(AttributeError, match="nope"):
        themes.nope  # noqa: B018


def test_a_colour_is_text_to_type_checkers() -> None:
    assert get_type_hints(Theme)["light"] is Mode
    assert get_type_hints(Mode)["accent"] is str


def test_a_builtin_theme_needs_no_heavy_library() -> None:
    heavy = {"jinja2", "coloraide", "rich", "click", "difflib", "pydantic", "yaml"}
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
    assert knowing == {"theme/compiled.py"}


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
