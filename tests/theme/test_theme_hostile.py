"""Theme files made to do harm: refused in words, at once, whatever they hold."""

from __future__ import annotations

import os
from pathlib import Path
from time import process_time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from diagramkit import DiagramError, Theme, load_theme
from diagramkit.theme import document
from diagramkit.theme.builtin import builtin_folder, builtin_names
from diagramkit.theme.model import tokens
from diagramkit.themes import editorial

START = "extends: editorial\n"
LONG = "borderroles" * 6

# What a file holds, and how a code of what is said begins.
HOSTILE: dict[str, tuple[str | bytes, str]] = {
    "bomb of anchors": (
        START + "a: &a [x, x]\n" + "".join(f"{c}: &{c} [*a, *a, *a]\n" for c in "bcdefgh"),
        "theme-anchor",
    ),
    "anchor of itself": ("a: &a [*a]", "theme-anchor"),
    "object of Python": (
        "extends: !!python/object/apply:os.system [touch harm]",
        "theme-yaml",
    ),
    "deep, never closed": ("[" * 100_000, "theme-"),
    "deep mappings": ("{a: " * 30 + "1" + "}" * 30, "theme-too-large"),
    "deep blocks": ("".join(" " * n + "a:\n" for n in range(400)), "theme-too-large"),
    "wide": (START + "a: [" + "1, " * 6000 + "1]", "theme-too-large"),
    "large": (b"#" * 1_000_001, "theme-too-large"),
    "large line": (START + "a: " + "x" * 900_000, "theme-unknown-key"),
    "large number": (START + "box: {radius: " + "9" * 900_000 + "}", "theme-type"),
    "many unknown keys": (
        START + "".join(f"{LONG}{n}: 1\n" for n in range(2400)),
        "theme-unknown-key",
    ),
    "many aliases to nothing": (
        START + "light:\n" + "".join(f"  {LONG}{n}: ${LONG}x{n}\n" for n in range(2400)),
        "theme-alias-unknown",
    ),
    "long row of aliases": (
        START + "".join(f"a{n}: $a{n + 1}\n" for n in range(2000)),
        "theme-unknown-key",
    ),
    "deep tower of aliases": (
        START + "".join(f"a{n}: {{x: $a{n + 1}, y: $a{n + 1}}}\n" for n in range(700)),
        "theme-unknown-key",
    ),
    "tower of steps": (
        START + "".join(f"a{n}: {{x: $a{n + 1}.x, y: $a{n + 1}.y}}\n" for n in range(700)),
        "theme-unknown-key",
    ),
    "many loops": (
        START + "light:\n" + "".join(f"  a{n}: $a{(n * 7 + 1) % 2000}\n" for n in range(2000)),
        "theme-unknown-key",
    ),
    "Latin-1": (b"extends: editorial\ndescription: caf\xe9\n", "theme-yaml"),
    "UTF-16": ("extends: editorial".encode("utf-16"), "theme-yaml"),
    "zero byte": (b"extends: editorial\x00", "theme-yaml"),
    "long name of a theme": (f"extends: {'n' * 100_000}.yaml", "theme-extends"),
    "merge key": (START + "<<: {light: {}}", "theme-unknown-key"),
}


@pytest.mark.parametrize(("content", "code"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_in_words_and_at_once(
    tmp_path: Path, content: str | bytes, code: str
) -> None:
    file = tmp_path / "t.yaml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    start = process_time()
    with pytest.raises(DiagramError) as caught:
        load_theme(file)
    assert process_time() - start < 5
    assert any(found.code.startswith(code) for found in caught.value.diagnostics)
    assert max(len(found.headline) for found in caught.value.diagnostics) < 1000
    assert list(tmp_path.iterdir()) == [file]


@pytest.fixture
def _without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "Loader", yaml.SafeLoader)


@pytest.mark.usefixtures("_without_libyaml")
@pytest.mark.parametrize(
    "name",
    ["bomb of anchors", "object of Python", "deep, never closed", "deep blocks", "zero byte"],
)
def test_a_hostile_file_is_refused_where_libyaml_is_missing(tmp_path: Path, name: str) -> None:
    test_a_hostile_file_is_refused_in_words_and_at_once(tmp_path, *HOSTILE[name])


@pytest.mark.usefixtures("_without_libyaml")
@pytest.mark.parametrize("name", builtin_names())
def test_a_theme_is_the_same_where_libyaml_is_missing(name: str) -> None:
    assert load_theme(builtin_folder() / f"{name}.yaml") == load_theme(name)


def test_a_folder_is_no_theme(tmp_path: Path) -> None:
    folder = tmp_path / "folder.yaml"
    folder.mkdir()
    with pytest.raises(DiagramError, match="there is no theme"):
        load_theme(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    with pytest.raises(DiagramError, match="there is no theme"):
        load_theme(pipe)


def test_more_themes_in_a_row_than_eight_are_refused(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number}.yaml").write_text(f"extends: {number + 1}.yaml")
    (tmp_path / "20.yaml").write_text(START)
    with pytest.raises(DiagramError, match="more themes in a row"):
        load_theme(tmp_path / "0.yaml")


EDITORIAL = (builtin_folder() / "editorial.yaml").read_text(encoding="utf-8")
MARKS = ["$", "&a ", "*a", "!!int ", "- ", ": ", "{", "}", "[", "]", '"', "#", "\n", "? ", "|", ">"]
WORDS = ["$light", "$accent", "roles", "none", "true", "~", "<<", "1e999", "light:\n", "---\n"]
RARE = ["\u2028", "\x85", "\t", "\x00", "é", "extends: blueprint\n", "  accent: $line\n"]
PIECES = st.sampled_from([*MARKS, *WORDS, *RARE])


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, len(EDITORIAL)), PIECES), min_size=1, max_size=6))
def test_a_damaged_file_is_a_theme_or_refused_with_places(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[int, str]]
) -> None:
    text = EDITORIAL
    for at, piece in damage:
        text = text[:at] + piece + text[at:]
    file = tmp_path_factory.getbasetemp() / "damaged.yaml"
    file.write_text(text, encoding="utf-8", newline="")
    try:
        theme = load_theme(file)
    except DiagramError as error:
        places = [found.location for found in error.diagnostics]
    else:
        places = [isinstance(theme, Theme) and tokens(theme).keys() == tokens(editorial).keys()]
    assert places
    assert all(places)
