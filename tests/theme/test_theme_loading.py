"""Theme files that are well: names, paths, aliases, `extends`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from diagramkit import DiagramError, Theme, load_theme
from diagramkit.theme.builtin import builtin_folder, builtin_names
from diagramkit.theme.model import tokens
from diagramkit.theme.written import origins
from diagramkit.themes import editorial

Load = Callable[[str], Theme]

OWN = """\
extends: editorial
name: green
description: Editorial in green.
light:
  accent: "#1F7A4D"
  roles:
    accent: {fill: "#E8F2EC"}
dark:
  accent: "#5BB98B"
page: {margin: 32}
"""


def test_a_theme_of_ones_own_takes_ten_lines(load: Load) -> None:
    assert len(OWN.splitlines()) == 10
    assert load(OWN).light.roles.accent.fill == "#E8F2EC"


def test_what_a_theme_does_not_say_is_as_in_the_theme_it_extends(load: Load) -> None:
    said = {"light.roles.accent.fill", "page.margin"}
    reached = {path for path in tokens(editorial) if "accent" in path and "stroke" in path}
    accents = {"light.accent", "dark.accent"}
    own, base = tokens(load(OWN)), tokens(editorial)
    changed = {path for path, value in own.items() if value != base[path]}
    assert changed == said | accents | {path for path in reached if not path.endswith("width")}


def test_name_and_description_are_not_inherited(load: Load) -> None:
    theme = load("extends: editorial")
    assert (theme.name, theme.description) == ("t", "")


def test_a_new_value_reaches_every_alias_of_it(load: Load) -> None:
    theme = load('extends: editorial\nlight: {accent: "#1F7A4D"}')
    assert theme.light.edges.accent.stroke == "#1F7A4D"


def test_an_alias_is_looked_up_in_its_own_mode_first(load: Load) -> None:
    theme = load("extends: editorial\ndark: {caption: $text}")
    assert theme.dark.caption == editorial.dark.text


def test_an_alias_may_name_a_token_from_the_top(load: Load) -> None:
    theme = load("extends: editorial\ndark: {caption: $light.canvas}")
    assert theme.dark.caption == editorial.light.canvas


def test_an_alias_may_name_a_whole_group(load: Load) -> None:
    theme = load("extends: editorial\nlight: {roles: {note: $roles.accent}}")
    assert theme.light.roles.note == editorial.light.roles.accent


def test_an_alias_may_name_a_whole_mode(load: Load) -> None:
    theme = load("extends: editorial\ndark: $light")
    assert theme.dark == editorial.light


def test_an_alias_may_name_what_is_an_alias_itself(load: Load) -> None:
    theme = load("extends: editorial\nlight: {caption: $label}")
    assert theme.light.caption == editorial.light.muted


def test_an_alias_may_stand_for_a_size(load: Load) -> None:
    theme = load("extends: editorial\nbox: {radius: $box.group_radius}")
    assert theme.box.radius == editorial.box.group_radius


def test_an_alias_may_stand_in_a_list(load: Load) -> None:
    theme = load("extends: editorial\nedge: {dash: [$edge.radius, 3]}")
    assert theme.edge.dash == (editorial.edge.radius, 3)


def test_a_dollar_in_a_description_is_a_dollar(load: Load) -> None:
    assert load("extends: editorial\ndescription: $5 a piece").description == "$5 a piece"


def test_a_list_replaces_the_list_of_the_theme_it_extends(load: Load) -> None:
    theme = load("extends: editorial\nfonts: {sans: [Georgia, serif]}")
    assert theme.fonts.sans == ("Georgia", "serif")


def test_a_theme_may_extend_a_file_beside_it(load: Load, tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("extends: blueprint\npage: {margin: 7}")
    theme = load("extends: base.yml\npage: {grid: 2}")
    assert (theme.page.margin, theme.page.grid, theme.box.radius) == (7, 2, 0)


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    file = tmp_path / "t.yaml"
    file.write_bytes(b"\xef\xbb\xbfextends: editorial\r\n")
    assert load_theme(file).light == editorial.light


def test_a_file_without_extends_is_a_whole_theme(load: Load) -> None:
    text = (builtin_folder() / "editorial.yaml").read_text(encoding="utf-8")
    assert load(text) == editorial


def test_a_path_may_be_text(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("extends: editorial")
    assert load_theme(str(file)).name == "mine"


def test_a_builtin_name_goes_before_a_file_of_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("editorial").write_text("extends: blueprint")
    assert load_theme("editorial") is editorial
    assert load_theme(Path("editorial")).box.radius == 0


def test_a_builtin_theme_is_loaded_once() -> None:
    assert load_theme("blueprint") is load_theme("blueprint")


@pytest.mark.parametrize("name", ["", "nope", "x.yaml", "/", "n" * 5000, "\0", "a/b.yaml/"])
@pytest.mark.parametrize("kind", [str, Path])
def test_a_theme_that_is_not_there_is_named_with_what_there_is(
    name: str, kind: Callable[[str], str | Path]
) -> None:
    with pytest.raises(DiagramError, match=r"built-in themes \(.*editorial.*\)"):
        load_theme(kind(name))


def test_a_theme_misspelt_gets_the_nearest_name() -> None:
    with pytest.raises(DiagramError, match='did you mean "editorial"'):
        load_theme("editoral")


def test_themes_are_frozen() -> None:
    with pytest.raises(AttributeError, match="frozen"):
        editorial.light.accent = "#000000"  # type: ignore[misc]


def test_tokens_are_listed_by_path() -> None:
    every = tokens(editorial)
    assert every["light.roles.accent.stroke"] == "#D9392E"
    assert every["edge.dash"] == (5, 4)
    assert not {"name", "description"} & every.keys()


def test_a_token_is_located_where_it_is_written(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text('extends: editorial\nlight:\n  accent: "#112233"\n')
    found = origins(file, ["light.accent", "light.text", "light.nothing"])
    own, inherited = found["light.accent"], found["light.text"]
    assert str(own) == f"{file}:3:11"
    assert inherited.path == str(builtin_folder() / "editorial.yaml")
    assert "light.nothing" not in found


def test_the_builtin_themes_are_the_files_of_their_folder() -> None:
    assert set(builtin_names()) == {path.stem for path in builtin_folder().glob("*.yaml")}
    assert {"editorial", "blueprint"} <= set(builtin_names())
