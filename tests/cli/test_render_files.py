"""`diagrams render`: which pictures are written, and where."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

GOOD = "flowchart LR\n  A[One] --> B[Two]\n"
BAD = "syntax error\n"
NOTES = f"# Notes\n\n```mermaid\n{GOOD}```\n\nwords  \n"
Run = Callable[..., Any]


def _touch(name: str, text: str = GOOD) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8", newline="")


def _files(folder: str = ".") -> list[str]:
    """The pictures and pages under a folder."""
    kinds = (".svg", ".png", ".pdf", ".webp", ".md")
    found = (path for path in Path(folder).rglob("*") if path.suffix in kinds)
    return sorted(path.as_posix() for path in found)


def test_without_a_path_the_folder_diagrams_is_drawn_in_both_modes(run: Run) -> None:
    _touch("diagrams/a.mmd")
    assert run("render").status == 0
    names = ["a.dark.png", "a.dark.svg", "a.light.png", "a.light.svg"]
    assert _files() == [f"diagrams/rendered/{name}" for name in names]


def test_a_single_file_is_drawn_as_svg_in_both_modes(run: Run) -> None:
    _touch("a.mmd")
    run("render", "a.mmd")
    assert _files() == ["rendered/a.dark.svg", "rendered/a.light.svg"]


def test_pictures_go_beside_each_source(run: Run) -> None:
    _touch("d/a.mmd")
    _touch("d/sub/b.mmd")
    run("render", "d", "-f", "svg", "--mode", "light")
    assert _files() == ["d/rendered/a.light.svg", "d/sub/rendered/b.light.svg"]


def test_an_output_folder_keeps_equal_names_apart(run: Run) -> None:
    _touch("d/x/a.mmd")
    _touch("d/y/a.mmd")
    run("render", "d", "-o", "out/", "-f", "svg", "--mode", "dark")
    assert _files() == ["out/x/a.dark.svg", "out/y/a.dark.svg"]


def test_mode_both_gives_one_svg_and_a_png_for_each_mode(run: Run) -> None:
    _touch("a.mmd")
    run("render", "a.mmd", "--mode", "both", "-f", "svg,png", "-o", "out/")
    assert _files() == ["out/a.dark.png", "out/a.light.png", "out/a.svg"]


@pytest.mark.parametrize(
    ("name", "magic"),
    [
        ("x.svg", b"<"),
        ("x.png", b"\x89PNG"),
        ("x.webp", b"RIFF"),
        ("x.pdf", b"%PDF"),
    ],
)
def test_an_output_file_has_the_format_of_its_suffix(run: Run, name: str, magic: bytes) -> None:
    _touch("a.mmd")
    assert run("render", "a.mmd", "-o", f"out/{name}").status == 0
    assert Path("out", name).read_bytes().startswith(magic)


def test_an_output_file_is_light_unless_another_mode_is_asked_for(run: Run) -> None:
    _touch("a.mmd")
    for name, mode in (("plain", ()), ("light", ("--mode", "light")), ("dark", ("--mode", "dark"))):
        run("render", "a.mmd", "-o", f"{name}.svg", *mode)
    plain, light, dark = (Path(f"{name}.svg").read_bytes() for name in ("plain", "light", "dark"))
    assert plain == light != dark


def test_standard_output_is_the_svg_alone(run: Run) -> None:
    _touch("a.mmd")
    ran = run("render", "a.mmd", "-o", "-")
    run("render", "a.mmd", "-o", "a.svg")
    assert (ran.out, ran.err) == (Path("a.svg").read_bytes(), "")


def test_standard_output_takes_the_one_format_asked_for(run: Run) -> None:
    _touch("a.mmd")
    assert run("render", "a.mmd", "-o", "-", "-f", "png").out.startswith(b"\x89PNG")


def test_standard_input_goes_to_standard_output(run: Run) -> None:
    ran = run("render", "-", stdin=GOOD.encode())
    assert (ran.status, ran.out[:1]) == (0, b"<")
    assert _files() == []


def test_standard_input_can_go_to_a_folder(run: Run) -> None:
    run("render", "-", "-o", "out/", "-f", "svg", "--mode", "light", stdin=GOOD.encode())
    assert _files() == ["out/diagram.light.svg"]


def test_each_block_of_a_markdown_file_is_a_picture(run: Run) -> None:
    _touch("notes.md", NOTES + NOTES)
    run("render", "notes.md", "-o", "out/", "--mode", "light", "-f", "svg")
    assert _files("out") == ["out/notes-notes-2.light.svg", "out/notes-notes.light.svg"]


def test_a_page_shows_the_picture_of_the_readers_mode_in_place_of_the_block(run: Run) -> None:
    _touch("notes.md", NOTES)
    assert run("render", "notes.md", "-o", "web/out.md").status == 0
    page = Path("web/out.md").read_text()
    assert page.startswith("# Notes\n\n[//]: # (picture: ../notes.md#notes)\n\n<picture>\n")
    assert 'srcSet="notes-notes.dark.svg" />' in page
    assert 'src="notes-notes.light.svg"' in page
    assert page.endswith("</picture>\n\n[//]: # (/picture)\n\nwords  \n")
    names = ["notes-notes.dark.svg", "notes-notes.light.svg", "out.md"]
    assert _files("web") == [f"web/{name}" for name in names]


def test_page_keeps_what_render_wrote_into_a_page_up_to_date(run: Run) -> None:
    _touch("notes.md", NOTES)
    run("render", "notes.md", "-o", "out.md")
    assert run("page", "--check", "out.md").status == 0
    _touch("notes.md", NOTES.replace(GOOD, GOOD + "  Z --> Y\n"))
    assert run("page", "--check", "out.md").status == 1


@pytest.mark.parametrize(
    ("options", "file"),
    [
        (("--mode", "light"), "notes-notes.light.svg"),
        (("--mode", "both"), "notes-notes.svg"),
        (("--mode", "dark", "-f", "png,svg"), "notes-notes.dark.png"),
    ],
)
def test_a_page_shows_a_single_picture_as_an_image(
    run: Run, options: tuple[str, ...], file: str
) -> None:
    _touch("notes.md", NOTES)
    run("render", "notes.md", "-o", "out.md", *options)
    page = Path("out.md").read_text()
    assert f' src="{file}" ' in page
    assert "<source" not in page


def test_an_address_with_spaces_is_quoted_on_a_page(run: Run) -> None:
    _touch("my notes.md", NOTES)
    run("render", "my notes.md", "-o", "out.md", "--mode", "light")
    assert 'src="my%20notes-notes.light.svg"' in Path("out.md").read_text()


def test_a_block_that_cannot_be_drawn_stays_on_the_page(run: Run) -> None:
    _touch("notes.md", NOTES + f"```mermaid\n{BAD}```\n")
    ran = run("render", "notes.md", "-o", "out.md")
    assert ran.status == 2
    assert Path("out.md").read_text().endswith(f"```mermaid\n{BAD}```\n")
    assert "notes.md:10:" in ran.err


def test_a_page_without_blocks_is_copied(run: Run) -> None:
    _touch("notes.md", "\ufeff# Notes\r\n")
    assert run("render", "notes.md", "-o", "out.md").status == 0
    assert Path("out.md").read_bytes() == Path("notes.md").read_bytes()


def test_the_rest_is_drawn_beside_a_broken_file(run: Run) -> None:
    _touch("d/a.mmd")
    _touch("d/b.mmd", BAD)
    _touch("d/c.mmd")
    ran = run("render", "d", "-f", "svg", "--mode", "light")
    assert ran.status == 2
    assert _files() == ["d/rendered/a.light.svg", "d/rendered/c.light.svg"]


def test_sources_that_would_share_a_picture_are_told_apart(run: Run) -> None:
    _touch("d/a.mmd")
    _touch("d/a.mermaid")
    ran = run("render", "d")
    assert ran.status == 2
    assert "d/a.mmd:1:1: its pictures would have the same names as those of d/a.mermaid" in ran.err


def test_the_configuration_sets_what_the_command_line_leaves_open(run: Run) -> None:
    _touch("diagrams.toml", 'mode = "dark"\nformats = ["webp"]\noutput = "pictures"\n')
    _touch("docs/x/a.mmd")
    run("render", "docs")
    assert _files() == ["pictures/docs/x/a.dark.webp"]


def test_the_command_line_goes_before_the_configuration(run: Run) -> None:
    _touch("diagrams.toml", 'mode = "dark"\nformats = ["webp"]\noutput = "pictures"\n')
    _touch("a.mmd")
    run("render", "a.mmd", "--mode", "light", "-f", "svg", "-o", "out/")
    assert _files() == ["out/a.light.svg"]


def test_scale_and_width_set_the_size_of_a_picture(run: Run) -> None:
    from PIL import Image

    _touch("a.mmd")
    sizes = {}
    for name, option in (("one", "--scale=1"), ("three", "--scale=3"), ("wide", "--width=333")):
        run("render", "a.mmd", "-o", f"{name}.png", option)
        with Image.open(f"{name}.png") as image:
            sizes[name] = image.size[0]
    assert sizes["wide"] == 333
    assert abs(sizes["three"] - 3 * sizes["one"]) <= 3


def test_nothing_is_left_behind_but_pictures_and_the_cache(run: Run) -> None:
    _touch("d/a.mmd")
    run("render", "d", "-f", "svg", "--mode", "light")
    assert sorted(os.listdir("d/rendered")) == [".diagrams-cache.json", "a.light.svg"]


def test_pictures_have_the_access_rights_of_ordinary_files(run: Run) -> None:
    _touch("a.mmd")
    run("render", "a.mmd", "-o", "a.svg")
    assert stat.S_IMODE(Path("a.svg").stat().st_mode) == stat.S_IMODE(Path("a.mmd").stat().st_mode)


def test_a_kind_that_is_not_drawn_is_a_warning_in_a_page_and_counted(run: Run) -> None:
    _touch("notes.md", NOTES + "```mermaid\nerror\n```\n")
    ran = run("render", "notes.md", "-o", "out/")
    assert ran.status == 0
    assert 'notes.md:10:1: warning: diagrams of the kind "error" are not drawn' in ran.err
    assert "drew 1 diagram, 1 of kinds that are not drawn" in ran.err


def test_a_kind_that_is_not_drawn_is_an_error_in_a_file_that_is_named(run: Run) -> None:
    _touch("day.mmd", "error\n")
    assert run("render", "day.mmd").status == 2


def test_a_project_can_have_kinds_that_are_not_drawn_as_errors(run: Run) -> None:
    _touch("notes.md", NOTES + "```mermaid\nerror\n```\n")
    _touch("diagrams.toml", 'undrawn = "error"\n')
    assert run("render", "notes.md", "-o", "out/").status == 2


@pytest.mark.parametrize(
    ("configuration", "options"),
    [
        ("", ("--exclude", "drafts/")),
        ('exclude = ["drafts/"]\n', ()),
        ('include = ["/a.mmd"]\n', ()),
    ],
    ids=["option", "exclude", "include"],
)
def test_what_is_excluded_is_not_drawn(
    run: Run, configuration: str, options: tuple[str, ...]
) -> None:
    _touch("diagrams.toml", configuration)
    _touch("a.mmd")
    _touch("drafts/b.mmd")
    assert run("render", ".", "-o", "out/", "-f", "svg", "--mode", "light", *options).status == 0
    assert _files("out") == ["out/a.light.svg"]
