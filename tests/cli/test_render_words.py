"""`diagrams render`: exit status and words for everything that can be wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from diagramkit import __version__
from diagramkit.diagnostics import printable

GOOD = "flowchart LR\n  A[One] --> B[Two]\n"
BAD = "syntax error\n"
Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def _sources(run: Run) -> None:  # noqa: ARG001 (it changes the folder)
    Path("good.mmd").write_text(GOOD)
    Path("bad.mmd").write_text(BAD)
    Path("latin.mmd").write_bytes(b"caf\xe9")
    Path("figure.yaml").write_text("")
    Path("plain.md").write_text("# Words\n")
    Path("notes.md").write_text(f"```mermaid\n{GOOD}```\n" * 2)
    Path("empty").mkdir()
    Path("pages").mkdir()
    Path("pages/plain.md").write_text("# Words\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("render nothing.mmd", "nothing.mmd: no such file or folder"),
        ("render empty", "empty: no diagrams in this folder"),
        ("render pages", "no diagram to draw in 1 file"),
        ("render plain.md", "plain.md: no diagram to draw in this file"),
        ("render figure.yaml", "a figure is a mapping of keys, such as `figure: flow`"),
        ("render latin.mmd", "latin.mmd:1:4: not UTF-8 text (byte 0xe9): save the file as UTF-8"),
        ("render", "there is no folder diagrams: name the files or folders to draw"),
        ("render - good.mmd", "cannot be combined with other paths"),
        ("render good.mmd -o good.mmd/", "expected a folder, found a file"),
        ("render good.mmd -o good.mmd", "good.mmd: expected .svg, .png, .pdf, .webp, .md"),
        ("render good.mmd -o x.gif", "x.gif: expected .svg, .png, .pdf, .webp, .md"),
        ("render good.mmd -o bad.mmd/x/", "cannot be written: not a directory"),
        ("render notes.md -o x.svg", "x.svg holds one diagram, 2 were found"),
        ("render notes.md -o -", "standard output holds one diagram, 2 were found"),
        ("render good.mmd -o x.png -f svg", "-f svg does not go with -o x.png"),
        ("render good.mmd -o - -f svg,png", "one picture has one format"),
        ("render good.mmd -o x.png --mode both", "png cannot follow the reader"),
        ("render good.mmd -o x.svg --mode light,dark", "one picture shows one mode"),
        ("render notes.md -o notes.md", "is the source itself"),
        ("render good.mmd -o out.md", "needs one Markdown file"),
        ("render notes.md -o out.md -f pdf", "a page cannot show PDF"),
        ("render good.mmd --mode dim", "expected light, dark, both, or light,dark"),
        ("render good.mmd -f gif", "expected one or more of svg, png, pdf, webp"),
        ("render good.mmd --background red", "expected canvas, transparent or #rrggbb"),
        ("render good.mmd --theme nope", "nope"),
        ("render good.mmd --theme nope.yaml", "nope.yaml"),
        ("render good.mmd --scale 0", "--scale"),
        ("render good.mmd --scale nan -o x.png", "expected a number above 0, at most 1000"),
        ("render good.mmd --scale 1000 -o x.png", "choose another scale or width"),
        ("render good.mmd --width 0", "--width"),
        ("render good.mmd -j 0", "--jobs"),
        ("render good.mmd --nope", "--nope"),
        ("nope", "nope"),
    ],
)
def test_unusable_input_is_named_in_words_with_status_2(
    run: Run, arguments: str, words: str
) -> None:
    ran = run(*arguments.split())
    assert (ran.status, ran.out) == (2, b"")
    assert words in ran.err
    assert "Traceback" not in ran.err


def test_a_broken_file_is_named_with_place_line_and_caret(run: Run) -> None:
    ran = run("render", "bad.mmd")
    place, line, caret, summary = ran.err.splitlines()
    assert place.startswith("bad.mmd:1:")
    assert line == "| syntax error"
    assert caret.strip("| ") == "^"
    assert summary == "drew 0 diagrams, 1 failed"


def test_a_broken_block_is_named_with_its_line_in_the_markdown(run: Run) -> None:
    Path("n.md").write_text(f"# a\n\n```mermaid\n{BAD}```\n")
    assert run("render", "n.md").err.startswith("n.md:4:")


def test_broken_standard_input_is_named(run: Run) -> None:
    ran = run("render", "-", stdin=BAD.encode())
    assert (ran.status, ran.out) == (2, b"")
    assert ran.err.startswith("<stdin>:1:")


def test_the_summary_counts_what_was_drawn_and_what_failed(run: Run) -> None:
    ran = run("render", "good.mmd", "bad.mmd", "nothing.mmd")
    assert ran.err.splitlines()[-1] == "drew 1 diagram, 2 failed (rendered)"


def test_every_fault_of_a_configuration_is_told_with_status_2(run: Run) -> None:
    Path("diagrams.toml").write_text('thme = "x"\nscale = 0\n')
    ran = run("render", "good.mmd")
    assert ran.status == 2
    assert "diagrams.toml:1:1: unknown key 'thme': did you mean theme?" in ran.err
    assert "diagrams.toml:2:1: scale = 0: expected a number above 0" in ran.err


def test_an_unknown_class_is_told_once_for_both_modes(run: Run) -> None:
    Path("g.mmd").write_text("flowchart LR\n  A:::gpu --> B\n")
    ran = run("render", "g.mmd")
    assert ran.status == 0
    assert ran.err.count("warning: ") == 1


def test_a_fault_of_ours_in_one_diagram_leaves_the_others(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from diagramkit import drawing

    real = drawing.draw

    def draw(source: Any, options: Any) -> Any:
        if source.name == "bad":
            raise KeyError("oops")
        return real(source, options)

    monkeypatch.setattr(drawing, "draw", draw)
    ran = run("render", "good.mmd", "bad.mmd")
    assert ran.status == 2
    assert "bad.mmd:1:1: a fault of diagramkit, not of the diagram: KeyError: 'oops'" in ran.err
    assert "drew 1 diagram, 1 failed" in ran.err


def test_without_cairo_its_rasterizer_names_the_package_and_all_else_is_drawn(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "cairosvg", None)
    monkeypatch.setitem(sys.modules, "cairosvg.surface", None)
    ran = run("render", "good.mmd", "-o", "x.png", "--rasterizer", "cairosvg")
    assert ran.status == 2
    assert "apt install libcairo2" in ran.err
    assert run("render", "good.mmd", "-o", "x.png").status == 0
    assert run("render", "good.mmd", "-o", "x.pdf").status == 0


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_that_cannot_be_written_is_named(run: Run) -> None:
    os.chmod("empty", 0o500)
    ran = run("render", "good.mmd", "-o", "empty/")
    os.chmod("empty", 0o700)
    assert ran.status == 2
    assert "cannot be written: permission denied" in ran.err


def test_control_characters_do_not_reach_the_terminal(run: Run) -> None:
    Path("bad.mmd").write_text("syntax \x1b[2J\x1b]0;owned\x07 \u202e error\n", encoding="utf-8")
    ran = run("render", "bad.mmd")
    assert not set("\x1b\x07\u202e") & set(ran.err)


def test_printable_keeps_words_and_tabs_in_one_line() -> None:
    assert printable("한글\té\n\x1b[1m") == "한글\té\ufffd\ufffd[1m"


@pytest.mark.parametrize("text", ["::set-output name=a::b", "  ::stop-commands::t", "a ##[error]b"])
def test_printable_says_nothing_that_github_takes_for_a_command(text: str) -> None:
    shown = printable(text)
    assert not shown.lstrip().startswith("::")
    assert "##[" not in shown


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", [(), ("render",)])
def test_help_shows_examples(run: Run, command: tuple[str, ...], flag: str) -> None:
    ran = run(*command, flag)
    assert ran.status == 0
    assert b"Examples:\n" in ran.out


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out.decode().strip() == f"diagramkit, version {__version__}"


def _program(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "diagramkit", *arguments],
        capture_output=True,
        check=False,
        **options,
    )


def test_a_reader_who_leaves_early_is_no_error() -> None:
    command = f"'{sys.executable}' -m diagramkit render good.mmd -o - -f png --scale 20 | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"\x89", b"")


def test_no_color_goes_to_a_file_or_pipe() -> None:
    done = _program("render", "bad.mmd")
    assert done.returncode == 2
    assert b"\x1b" not in done.stderr


def _on_terminal(*arguments: str, **environment: str) -> str:
    """What the program writes on standard error when that is a terminal."""
    import pty

    parent, child = pty.openpty()
    variables = {"TERM": "xterm-256color", **environment}
    keep = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM")}
    with subprocess.Popen(
        [sys.executable, "-m", "diagramkit", *arguments],
        stderr=child,
        stdout=subprocess.DEVNULL,
        env={**keep, **variables},
    ) as process:
        os.close(child)
        parts = []
        while True:
            try:
                part = os.read(parent, 65536)
            except OSError:  # how Linux says that the other end is closed
                break
            if not part:
                break
            parts.append(part)
        process.wait()
    os.close(parent)
    return b"".join(parts).decode()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_is_written_to_in_color_unless_no_color_is_set() -> None:
    assert "\x1b[" in _on_terminal("render", "bad.mmd")
    assert "\x1b[" not in _on_terminal("render", "bad.mmd", NO_COLOR="1")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_bar_is_shown_on_a_terminal_for_many_diagrams_only() -> None:
    Path("many").mkdir()
    for number in range(80):
        Path(f"many/{number}.mmd").write_text(f"flowchart LR\nA --> B{number} --> C & D\n")
    assert "/80" in _on_terminal("render", "many", "-f", "svg")
    assert "/1" not in _on_terminal("render", "good.mmd")


def test_what_no_font_has_is_warned_of_unless_the_words_stay_live(run: Run) -> None:
    Path("rare.mmd").write_text("flowchart LR\nA[ꓥ is rare]\n", encoding="utf-8")
    assert "no font at hand" not in run("render", "rare.mmd", "-o", "x.svg").err
    assert "no font at hand" not in run("render", "rare.mmd", "-o", "-").err
    assert "no font at hand" in run("render", "rare.mmd", "-o", "x.png").err
    assert "no font at hand" in run("render", "rare.mmd", "-o", "y.svg", "--text", "outlines").err
