"""Names and places of pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.project.diagrams import Diagram
from diagramkit.project.options import FORMAT, MODE, Format, Mode
from diagramkit.project.outputs import Target, common_folder, parse_target, pictures, place


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _diagram(folder: str) -> Diagram:
    return Diagram("a", "graph", f"{folder}/a.mmd", 1, Path(folder))


@pytest.mark.parametrize(
    ("modes", "formats", "names"),
    [
        (("light",), ("svg",), ["a.light.svg"]),
        (
            ("light", "dark"),
            ("svg", "png"),
            ["a.light.svg", "a.light.png", "a.dark.svg", "a.dark.png"],
        ),
        (("both",), ("svg", "png"), ["a.svg", "a.light.png", "a.dark.png"]),
        (("both",), ("pdf", "webp"), ["a.light.pdf", "a.dark.pdf", "a.light.webp", "a.dark.webp"]),
    ],
)
def test_pictures_are_named_after_diagram_mode_and_format(
    modes: tuple[Mode, ...], formats: tuple[Format, ...], names: list[str]
) -> None:
    assert [picture.file for picture in pictures("a", modes, formats)] == names


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, "beside"),
        ("-", "stdout"),
        ("out", "folder"),
        ("out/", "folder"),
        ("out.v1/", "folder"),
        ("there.svg", "folder"),
        ("a.svg", "file"),
        ("a.PNG", "file"),
        ("x/a.webp", "file"),
        ("a.md", "markdown"),
        ("a.mdx", "markdown"),
    ],
)
def test_the_output_is_understood_by_its_form(value: str | None, kind: str) -> None:
    Path("there.svg").mkdir()
    assert parse_target(value).kind == kind


@pytest.mark.parametrize(
    ("value", "words"),
    [("a.gif", "expected .svg, .png"), ("file", "expected a folder, found a file")],
)
def test_an_output_of_no_known_form_is_refused(value: str, words: str) -> None:
    Path("file").touch()
    with pytest.raises(DiagramError, match=words):
        parse_target(value)


def test_without_output_pictures_go_beside_the_source() -> None:
    assert place(_diagram("docs/x"), Target("beside")) == (Path("docs/x/rendered"),) * 2


@pytest.mark.parametrize(
    ("paths", "folder", "expected"),
    [
        (["docs"], "docs/x", "out/x"),
        (["docs"], "docs", "out"),
        (["docs", "more"], "more/x", "out/more/x"),
        (["docs/x/a.mmd"], "docs/x", "out"),
    ],
)
def test_an_output_folder_mirrors_the_folders_of_the_sources(
    paths: list[str], folder: str, expected: str
) -> None:
    for name in ("docs/x", "more/x"):
        Path(name).mkdir(parents=True)
    Path("docs/x/a.mmd").touch()
    target = Target("folder", Path("out"), common_folder([Path(path) for path in paths]))
    assert place(_diagram(folder), target) == (Path("out"), Path(expected))


def test_a_source_outside_the_base_goes_to_the_top_of_the_output() -> None:
    target = Target("folder", Path("out"), Path("docs").absolute())
    assert place(_diagram("elsewhere"), target) == (Path("out"), Path("out"))


def test_a_link_out_of_the_output_folder_is_not_written_through(tmp_path: Path) -> None:
    Path("docs").mkdir()
    Path("docs/rendered").symlink_to(tmp_path.parent)
    with pytest.raises(DiagramError, match="leads out"):
        place(_diagram("docs"), Target("beside"))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("light", ("light",)),
        ("both", ("both",)),
        ("dark, light", ("dark", "light")),
        (["dark"], ("dark",)),
        ("Light,light", ("light",)),
    ],
)
def test_modes_are_read_from_words_and_lists(value: object, expected: tuple[str, ...]) -> None:
    assert MODE.check(value) == expected


@pytest.mark.parametrize("value", ["", "dim", "both,light", "light,", [], [1], 3, None])
def test_other_modes_are_refused(value: object) -> None:
    with pytest.raises(ValueError, match="expected light, dark, both"):
        MODE.check(value)


@pytest.mark.parametrize("value", ["", "gif", "svg,", [], [None], 3])
def test_other_formats_are_refused(value: object) -> None:
    with pytest.raises(ValueError, match="expected one or more of svg"):
        FORMAT.check(value)
