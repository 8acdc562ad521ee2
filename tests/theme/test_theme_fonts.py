"""Fonts that a theme brings, and those that nobody has brought."""

from __future__ import annotations

import re
import shutil
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from diagramkit import DiagramError, load_theme, render
from diagramkit.golden.facts import current_tools
from diagramkit.text import TextStyle
from diagramkit.text.fonts import faces
from diagramkit.text.measure import measure
from diagramkit.theme.fonts import font_warnings
from diagramkit.themes import editorial

BRAND = "extends: editorial\nfonts: {sans: [Housefont, sans-serif], files: [fonts/house.ttf]}\n"
SOURCE = "flowchart LR\n  a[Words] --> b[More words]"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a font of its own, as wide as code: JetBrains Mono by another name."""
    (tmp_path / "diagrams.toml").touch()
    (tmp_path / "fonts").mkdir()
    font = TTFont(faces(("JetBrains Mono",))[0].path)
    for record in font["name"].names:
        if record.nameID in (1, 16):
            record.string = "Housefont"
    font.save(tmp_path / "fonts" / "house.ttf")
    (tmp_path / "t.yaml").write_text(BRAND)
    return tmp_path


def test_words_are_measured_in_the_font_that_a_theme_brings(project: Path) -> None:
    stack = load_theme(project / "t.yaml").fonts.stack("body")
    same = measure("Words of a house", TextStyle(("JetBrains Mono",), 14))
    assert measure("Words of a house", TextStyle(stack, 14)) == pytest.approx(same)


def test_a_font_of_one_theme_is_not_measured_for_another(project: Path) -> None:
    load_theme(project / "t.yaml").fonts.stack("body")
    (project / "u.yaml").write_text("extends: editorial\nfonts: {sans: [Housefont, sans-serif]}")
    other = load_theme(project / "u.yaml").fonts.stack("body")
    bare = measure("Words", TextStyle(("sans-serif",), 14))
    assert measure("Words", TextStyle(other, 14)) == bare


def test_pictures_are_drawn_with_the_font_that_a_theme_brings(project: Path) -> None:
    brought = render(SOURCE, theme=project / "t.yaml", text="outlines").svg
    (project / "mono.yaml").write_text("extends: editorial\nfonts: {sans: [JetBrains Mono]}")
    same = render(SOURCE, theme=project / "mono.yaml", text="outlines").svg
    assert re.findall(' d="([^"]+)"', brought) == re.findall(' d="([^"]+)"', same)


def test_goldens_know_the_font_that_a_theme_brings(project: Path) -> None:
    scene = render(SOURCE, theme=project / "t.yaml").scene
    assert "house.ttf" in current_tools(scene, 1).fonts
    assert "house.ttf" not in current_tools(render(SOURCE).scene, 1).fonts


def test_embedded_fonts_have_the_glyphs_that_are_drawn_and_no_others(project: Path) -> None:
    svg = render(SOURCE, theme=project / "t.yaml", text="embedded").svg
    (data,) = re.findall('base64,([^)"&]+)', svg)
    font = TTFont(BytesIO(b64decode(data)))
    assert {chr(code) for code in font["cmap"].getBestCmap()} == set("Words" + "More words")
    assert ">More words</text>" in svg


def test_embedded_fonts_are_called_as_no_other_drawing_calls_its_own() -> None:
    drawn = (render(f"flowchart LR\n  a[{words}]", text="embedded").svg for words in "ab")
    names = [re.findall('font-family: "([^"]+-font-1)"', svg)[0] for svg in drawn]
    assert names[0] != names[1]


def test_the_same_words_embed_the_same_bytes(project: Path) -> None:
    from diagramkit.svg.embed import _subset

    first = render(SOURCE, theme=project / "t.yaml", text="embedded").svg
    _subset.cache_clear()
    assert render(SOURCE, theme=project / "t.yaml", text="embedded").svg == first


def test_a_font_that_may_not_be_embedded_is_refused(project: Path) -> None:
    file = project / "fonts" / "house.ttf"
    font = TTFont(file)
    font["OS/2"].fsType = 2
    font.save(file)
    with pytest.raises(DiagramError, match="does not allow to be embedded"):
        print(render(SOURCE, theme=project / "t.yaml", text="embedded").svg)  # noqa: T201


def test_a_family_that_nobody_has_brought_is_named_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "t.yaml"
    file.write_text("extends: editorial\nname: plex\nfonts: {sans: [DejaVu Sans, sans-serif]}\n")
    (found,) = font_warnings(load_theme(file))
    assert str(found.location) == f"{file}:3:15"
    assert 'the font "DejaVu Sans" of fonts.sans is neither at hand' in found.message
    assert "measured as Arimo" in found.message


def test_a_drawing_warns_of_a_family_that_nobody_has_brought(tmp_path: Path) -> None:
    file = tmp_path / "t.yaml"
    file.write_text("extends: editorial\nfonts: {sans: [DejaVu Sans, sans-serif]}\n")
    (found,) = render(SOURCE, theme=file).warnings
    assert f"{file}:2:15" in found.message


def test_the_fonts_of_builtin_themes_are_at_hand() -> None:
    assert font_warnings(editorial) == font_warnings(load_theme("blueprint")) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nope.ttf", 'the font "nope.ttf" cannot be used: no such file or directory'),
        ("text.ttf", 'the font "text.ttf" cannot be used: no TrueType or OpenType font'),
        ("../out.ttf", '"../out.ttf" is outside of the project'),
        ("house.woff", "allowed is the path of a .ttf or .otf file"),
    ],
)
def test_a_font_that_cannot_be_used_is_named_with_its_place(
    project: Path, name: str, words: str
) -> None:
    shutil.copy(project / "fonts" / "house.ttf", project.parent / "out.ttf")
    (project / "text.ttf").write_text("no font")
    (project / "t.yaml").write_text(f"extends: editorial\nfonts:\n  files: ['{name}']\n")
    with pytest.raises(DiagramError) as caught:
        load_theme(project / "t.yaml")
    (found,) = caught.value.diagnostics
    assert words in found.message
    assert found.location is not None
    assert (found.location.line, found.location.column) == (3, 11)
