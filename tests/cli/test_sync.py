"""`diagrams sync`: files changed in place, exit status and words."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
BLOCK = "```mermaid\nflowchart LR\n  A:::gpu --> B\n```\n"
STALE = f"# Notes\n\n{BLOCK}\nwords  \n"


@pytest.fixture(autouse=True)
def _page(run: Run) -> None:  # noqa: ARG001 (it changes the folder)
    Path("notes.md").write_text(STALE)


def test_files_are_brought_in_step_in_place(run: Run) -> None:
    ran = run("sync")
    assert (ran.status, ran.out) == (0, b"")
    assert "wrote the theme into 1 diagram in 1 file, 0 in step" in ran.err
    text = Path("notes.md").read_text()
    assert "classDef default fill:#F5F1EA" in text
    assert text.endswith("\n```\n\nwords  \n")


def test_a_second_run_writes_nothing(run: Run) -> None:
    run("sync")
    os.utime("notes.md", (1, 1))
    assert "wrote the theme into 0 diagrams, 1 in step" in run("sync").err
    assert Path("notes.md").stat().st_mtime == 1


def test_check_writes_nothing_and_names_place_and_token(run: Run) -> None:
    ran = run("sync", "--check", "notes.md")
    assert ran.status == 1
    assert Path("notes.md").read_text() == STALE
    assert "notes.md:5:15: linkStyle default is missing (light.page.line)" in ran.err


def test_check_is_content_with_what_sync_wrote(run: Run) -> None:
    run("sync")
    ran = run("sync", "--check")
    assert (ran.status, ran.out) == (0, b"")
    assert "0 diagrams out of step, 1 in step" in ran.err


def test_diff_shows_the_change_and_writes_nothing(run: Run) -> None:
    ran = run("sync", "--diff")
    assert ran.status == 1
    assert Path("notes.md").read_text() == STALE
    lines = ran.out.decode().splitlines()
    assert lines[:2] == ["--- a/notes.md", "+++ b/notes.md"]
    assert [line for line in lines[2:] if line[0] == "-"] == []
    assert any(line.startswith("+  linkStyle default stroke:#6F6A63") for line in lines)


def test_classes_without_a_role_are_named_in_one_line(run: Run) -> None:
    assert "[tool.diagrams.classes], so drawn as primary: gpu; diagrams adopt" in run("sync").err


def test_the_configuration_maps_classes_and_rules_directives(run: Run) -> None:
    Path("diagrams.toml").write_text(
        'theme = "blueprint"\nmode = "dark"\ndirective = "always"\n[classes]\ngpu = "accent"\n'
    )
    assert run("sync").status == 0
    text = Path("notes.md").read_text()
    assert "A:::gpu --> B" in text
    assert '```mermaid\n%%{init: {"theme": "base"' in text
    assert '"darkMode": true' in text


def test_the_command_line_goes_before_the_configuration(run: Run) -> None:
    Path("diagrams.toml").write_text('theme = "blueprint"\nmode = "dark"\n')
    run("sync", "--theme", "editorial", "--mode", "light")
    assert "classDef default fill:#F5F1EA" in Path("notes.md").read_text()


def test_a_folder_is_searched_and_what_git_ignores_is_not(run: Run) -> None:
    for name in ("docs/a.mdx", "docs/b.mmd", "docs/out/c.md"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(BLOCK if "b" not in name else "graph\nA\n")
    Path(".git").mkdir()
    Path(".gitignore").write_text("out/\n")
    assert "into 2 diagrams in 2 files" in run("sync", "docs").err
    assert Path("docs/out/c.md").read_text() == BLOCK


def test_latin_1_stays_latin_1(run: Run) -> None:
    Path("notes.md").write_bytes(STALE.replace("words", "caf\xe9").encode("latin-1"))
    assert run("sync").status == 0
    assert Path("notes.md").read_bytes().endswith(b"\n```\n\ncaf\xe9  \n")


def test_permissions_stay(run: Run) -> None:
    Path("notes.md").chmod(0o640)
    run("sync")
    assert Path("notes.md").stat().st_mode & 0o777 == 0o640


def test_a_link_inside_the_project_is_followed_to_its_file(run: Run) -> None:
    Path("diagrams.toml").write_text("")
    Path("link.md").symlink_to("notes.md")
    assert run("sync", "link.md").status == 0
    assert Path("link.md").is_symlink()
    assert "linkStyle default" in Path("notes.md").read_text()


def test_a_link_out_of_the_project_is_not_followed(run: Run, tmp_path: Path) -> None:
    outside = tmp_path.parent / "outside.md"
    outside.write_text(STALE)
    Path("link.md").symlink_to(outside)
    ran = run("sync", "link.md")
    assert ran.status == 2
    assert "is outside of the project and not named" in ran.err
    assert outside.read_text() == STALE


def test_what_cannot_be_read_is_named_and_the_rest_is_done(run: Run) -> None:
    Path("bad.md").write_text(STALE.replace("--> B", "-->"))
    ran = run("sync")
    assert ran.status == 2
    assert "bad.md:5:" in ran.err
    assert "linkStyle default" in Path("notes.md").read_text()


@pytest.mark.parametrize("text", [STALE, "flowchart LR\n  A --> B\n"])
def test_standard_input_goes_in_step_to_standard_output(run: Run, text: str) -> None:
    ran = run("sync", "-", stdin=text.encode())
    assert (ran.status, ran.err) == (0, "")
    assert "  linkStyle default stroke:#6F6A63" in ran.out.decode()


def test_standard_input_that_cannot_be_read_goes_through_as_it_is(run: Run) -> None:
    ran = run("sync", "-", stdin=b"flowchart LR\n  A -->\n")
    assert (ran.status, ran.out) == (2, b"flowchart LR\n  A -->\n")
    assert "<stdin>:2:" in ran.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("sync - notes.md", "goes with no other path"),
        ("sync nothing.md", "nothing.md: no such file or folder"),
        ("sync --theme nope", "nope"),
        ("sync --mode both", "--mode"),
    ],
)
def test_unusable_input_has_status_2(run: Run, arguments: str, words: str) -> None:
    ran = run(*arguments.split())
    assert ran.status == 2
    assert words in ran.err


def test_ten_megabytes_are_brought_in_step(run: Run) -> None:
    filler = ("words of a long line " * 500 + "\n") * 500
    Path("notes.md").write_text(filler + "\n" + BLOCK + filler)
    assert run("sync", "notes.md").status == 0
    text = Path("notes.md").read_text()
    assert text.startswith(filler)
    assert text.endswith(filler)
    assert "linkStyle default" in text


def test_diagrams_without_a_directive_are_counted_apart(run: Run) -> None:
    Path("notes.md").write_text(
        "```mermaid\nsequenceDiagram\n  A->>B: hello\n```\n\n"
        "```mermaid\nflowchart LR\n  a --> b\n```\n"
    )
    run("sync")
    ran = run("sync", "--check")
    assert ran.status == 0
    assert "1 in step, 1 left: no directive there" in ran.err


def test_a_diagram_that_is_kept_is_left_and_named_when_asked_for(run: Run) -> None:
    text = "```mermaid\n%% diagram: keep\nflowchart LR\n  a --> b\n  style a fill:#f00\n```\n"
    Path("notes.md").write_text(text)
    ran = run("sync", "-v")
    assert Path("notes.md").read_text() == text
    assert "notes.md:2:1: kept as it is" in ran.err
    assert "1 left: kept by a comment" in ran.err


def test_a_drawing_by_hand_that_carries_the_palette_gets_its_dark_twin(run: Run) -> None:
    colors = ("#F5F1EA", "#111111", "#D9392E")
    shapes = "".join(f'<rect width="9" height="9" fill="{color}"/>' for color in colors)
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{shapes}</svg>'
    Path("figure.svg").write_text(drawing)
    assert "wrote the theme into 2 diagrams in 2 files" in run("sync").err
    assert Path("figure.svg").read_text() == drawing
    assert "#171717" in Path("figure.dark.svg").read_text()
    assert "2 in step" in run("sync", "--check").err


def test_every_block_is_counted_as_what_it_is(run: Run) -> None:
    bodies = {
        "written": "flowchart LR\n  a --> b\n",
        "left": "flowchart LR\n  a\n  style a fill:none\n  classDef default fill:#F5F1EA,"
        "stroke:#111111,stroke-width:1.4px,color:#050505\n",
        "kept": "%% diagram: keep\nflowchart LR\n  a --> b\n",
        "bare": "pie\n  title a\n",
        "nothing": "nonsense\n",
        "broken": "flowchart LR\n  a -->\n",
    }
    Path("notes.md").write_text("\n".join(f"```mermaid\n{body}```\n" for body in bodies.values()))
    told = run("sync", "--check", "-v")
    assert told.status == 2
    assert told.err.splitlines()[-1] == (
        "1 diagram out of step in 1 file, 0 in step, 1 cannot be read, 1 left: colours without a "
        'role, 1 left: kept by a comment, 1 left: no directive there (directive = "needed" adds '
        "one), 1 left: of no known kind"
    )


def test_check_does_not_fail_for_what_is_left(run: Run) -> None:
    Path("diagrams.toml").write_text('directive = "never"\n')
    Path("notes.md").write_text("```mermaid\npie\n  title a\n```\n")
    told = run("sync", "--check", "-v")
    assert (told.status, told.err) == (
        0,
        'notes.md:2:1: takes colours by directive alone, and directive = "never"\n'
        '0 diagrams out of step, 0 in step, 1 left: directive = "never"\n',
    )


def test_a_role_that_a_theme_dashes_is_dashed_in_step(run: Run) -> None:
    Path("own.yaml").write_text("extends: editorial\nlight: {roles: {note: {dash: [4, 3]}}}\n")
    Path("notes.md").write_text("```mermaid\nflowchart LR\n  a --> b:::note\n```\n")
    run("sync", "--theme", "own.yaml")
    assert "color:#6F6A63,stroke-dasharray:4 3" in Path("notes.md").read_text()
    assert run("sync", "--theme", "own.yaml", "--check").status == 0
