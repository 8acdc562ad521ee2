"""`diagrams theme`: list, show, check, preview, export."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from diagramkit import load_theme, mermaid
from diagramkit.cli.preview import SAMPLES
from diagramkit.theme.builtin import builtin_names
from diagramkit.theme.export import export, summary, targets
from diagramkit.theme.model import tokens
from diagramkit.themes import editorial

KINDS = Path(mermaid.__file__).parent / "kinds"
Run = Callable[..., Any]

OWN = "extends: editorial\ndescription: Mine.\n"
PALE = OWN + 'light:\n  roles:\n    note: {text: "#B0ABA3"}\n'
BROKEN = "extends: editorial\nlight: {acent: red}\ndark: {text: $nowhere}\n"


@pytest.fixture(autouse=True)
def _files(run: Run) -> None:  # noqa: ARG001 (it changes the folder)
    Path("own.yaml").write_text(OWN)
    Path("pale.yaml").write_text(PALE)
    Path("broken.yaml").write_text(BROKEN)


def test_the_list_has_every_builtin_theme_with_its_description(run: Run) -> None:
    ran = run("theme", "list")
    lines = ran.out.decode().splitlines()
    assert [line[2:].split()[0] for line in lines] == list(builtin_names())
    assert all(
        line.endswith(load_theme(name).description)
        for line, name in zip(lines, builtin_names(), strict=True)
    )


def test_the_list_marks_the_theme_that_is_drawn_with(run: Run) -> None:
    starred = [line for line in run("theme", "list").out.decode().splitlines() if line[0] == "*"]
    assert [line.split()[1] for line in starred] == ["editorial"]


def test_the_list_marks_the_theme_of_the_project(run: Run) -> None:
    Path("diagrams.toml").write_text('theme = "blueprint"')
    starred = [line for line in run("theme", "list").out.decode().splitlines() if line[0] == "*"]
    assert [line.split()[1] for line in starred] == ["blueprint"]


def test_the_list_has_the_theme_file_of_the_project(run: Run) -> None:
    Path("diagrams.toml").write_text('theme = "own.yaml"')
    assert "* own.yaml   Mine.\n" in run("theme", "list").out.decode()


def test_the_list_as_json(run: Run) -> None:
    document = json.loads(run("theme", "list", "--format", "json").out)
    assert document["version"] == 1
    assert {
        "name": "editorial",
        "description": editorial.description,
        "default": True,
    } in document["themes"]


def test_show_has_every_token_with_its_value(run: Run) -> None:
    lines = run("theme", "show", "editorial").out.decode().splitlines()
    shown = dict(line.split(maxsplit=1) for line in lines[1:] if line)
    assert shown.keys() == tokens(editorial).keys()
    assert shown["light.roles.accent.stroke"] == "#D9392E"
    assert shown["edge.dash"] == "5, 4"
    assert shown["light.roles.primary.stroke_width"] == "1.4"
    assert shown["fonts.sans"] == "Inter, Arial, sans-serif"


def test_show_has_aliases_with_the_line_that_says_what_they_stand_for(run: Run) -> None:
    Path("navy.yaml").write_text('extends: editorial\nlight:\n  line: "#0b2545"\n')
    lines = run("theme", "show", "navy.yaml", "--written").out.decode().splitlines()
    shown = {line.split()[0]: line.split()[1:] for line in lines if line}
    assert shown["light.edges.main.stroke"] == ["#0B2545", "$line", "navy.yaml:3"]
    assert shown["light.line"] == ["#0B2545", "navy.yaml:3"]


def test_show_puts_tokens_in_groups(run: Run) -> None:
    text = run("theme", "show", "editorial").out.decode()
    groups = [block.split(".")[0] for block in text.split("\n\n")[1:]]
    assert groups == list(dict.fromkeys(path.partition(".")[0] for path in tokens(editorial)))


def test_show_as_json_is_the_export(run: Run) -> None:
    ran = run("theme", "show", "editorial", "--format", "json")
    assert ran.out.decode() == export(editorial, "json")


def test_show_puts_no_swatch_into_a_pipe(run: Run) -> None:
    assert b"\x1b" not in run("theme", "show", "editorial").out


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals on this system")
@pytest.mark.parametrize(
    ("setting", "swatch"),
    [({}, b"\x1b[48;2;217;57;46m  \x1b[0m #D9392E"), ({"NO_COLOR": "1"}, b"  #D9392E")],
)
def test_show_puts_a_swatch_before_a_colour_on_a_terminal(
    setting: dict[str, str], swatch: bytes
) -> None:
    import pty

    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    environment |= {"TERM": "xterm"} | setting
    here, terminal = pty.openpty()
    show = [sys.executable, "-m", "diagramkit", "theme", "show", "editorial"]
    with subprocess.Popen(show, stdout=terminal, env=environment) as process:
        os.close(terminal)
        shown = _read_all(here)
    os.close(here)
    assert process.returncode == 0
    line = next(line for line in shown.splitlines() if line.startswith(b"light.accent "))
    assert line.removeprefix(b"light.accent").strip() == swatch.strip()


def _read_all(terminal: int) -> bytes:
    shown = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other end is closed
            return shown
        if not part:
            return shown
        shown += part


@pytest.mark.parametrize("name", builtin_names())
def test_check_of_a_builtin_theme_is_clean(run: Run, name: str) -> None:
    ran = run("theme", "check", name)
    assert ran.status == 0
    assert ran.err.endswith(" measured, 0 too low\n")
    assert {line.split()[0] for line in ran.out.decode().splitlines()} == {"ok", "exempt"}


def test_check_prints_what_was_measured(run: Run) -> None:
    lines = run("theme", "check", "editorial").out.decode().splitlines()
    measured = [" ".join(line.split()) for line in lines]
    assert "ok light.accent on light.canvas 4.08:1 needed 3:1" in measured
    assert "exempt light.group.stroke on light.canvas 1.35:1 needed 3:1" in measured


def test_check_finds_what_is_too_low_and_where_it_is_written(run: Run) -> None:
    ran = run("theme", "check", "pale.yaml")
    assert ran.status == 1
    assert ran.err.splitlines() == [
        "pale.yaml:5:18: light.roles.note.text reaches 2.03:1 on light.roles.note.fill; "
        "needed is 4.5:1; the nearest that passes is #706B64",
        "pale: 270 measured, 1 too low",
    ]
    low = [line.split() for line in ran.out.decode().splitlines() if line.startswith("low")]
    assert [row[1] for row in low] == ["light.roles.note.text"]


@pytest.mark.parametrize(("name", "passed"), [("pale.yaml", False), ("own.yaml", True)])
def test_check_as_json(run: Run, name: str, passed: bool) -> None:
    ran = run("theme", "check", name, "--format", "json")
    document = json.loads(ran.out)
    assert (document["version"], document["theme"]) == (1, Path(name).stem)
    assert all(row["passed"] for row in document["measurements"]) is passed
    assert ran.status == (0 if passed else 1)


def test_check_as_json_has_every_part_of_a_measurement(run: Run) -> None:
    document = json.loads(run("theme", "check", "editorial", "--format", "json").out)
    row = next(row for row in document["measurements"] if row["path"] == "light.accent")
    assert row == {
        "kind": "line",
        "path": "light.accent",
        "against": "on light.canvas",
        "measured": pytest.approx(4.0766, abs=0.001),
        "required": 3.0,
        "unit": ":1",
        "exempt": False,
        "passed": True,
        "color": "#D9392E",
        "other": "#F5F1EA",
        "nearest": "",
        "ground": "",
    }


def test_what_a_builtin_theme_says_is_mended_in_the_theme_that_extends_it(run: Run) -> None:
    Path("pink.yaml").write_text('extends: editorial\nlight: {accent: "#d1495b"}\n')
    first = run("theme", "check", "pink.yaml").err.splitlines()[0]
    assert first.startswith("pink.yaml:1:1: light.categories.")
    assert re.search(r"passes is #\w{6}: write light\.categories\.\w+\.stroke in this file", first)


@pytest.mark.parametrize("target", targets())
def test_export_writes_a_target_to_standard_output(run: Run, target: str) -> None:
    ran = run("theme", "export", "editorial", "--to", target, "--mode", "dark")
    assert ran.out.decode() == export(editorial, target, "dark")
    assert (ran.status, ran.err) == (0, "")


def test_export_takes_light_when_nothing_is_said(run: Run) -> None:
    ran = run("theme", "export", "editorial", "--to", "mermaid-classdefs")
    assert ran.out.decode() == export(editorial, "mermaid-classdefs", "light")


def test_export_writes_a_file(run: Run) -> None:
    ran = run("theme", "export", "own.yaml", "--to", "css", "-o", "site/own.css")
    assert Path("site/own.css").read_text("utf-8") == export(load_theme("own.yaml"), "css")
    assert (ran.out, ran.err) == (b"", "wrote site/own.css\n")


def test_export_lists_its_targets_with_what_they_are(run: Run) -> None:
    words = " ".join(run("theme", "export", "--help").out.decode().split())
    assert all(f"{target} {summary(target)}" in words for target in targets())


@pytest.mark.parametrize("more", [[], ["--to", "nope"]])
def test_export_without_a_target_is_told_which_there_are(run: Run, more: list[str]) -> None:
    ran = run("theme", "export", "editorial", *more)
    assert ran.status == 2
    assert "mermaid-frontmatter" in ran.err


def test_a_template_of_the_project_is_a_target_by_its_name(run: Run) -> None:
    Path("templates").mkdir()
    Path("templates/scss.j2").write_text("$accent: {{ mode.accent }};")
    ran = run("theme", "export", "editorial", "--to", "scss", "--mode", "dark")
    assert ran.out == b"$accent: #D9392E;\n"


def test_a_template_is_filled_in_by_its_path(run: Run) -> None:
    Path("own.j2").write_text("{{ box.radius | css }}")
    assert run("theme", "export", "editorial", "--template", "own.j2").out == b"6px\n"


def test_design_tokens_are_imported(run: Run) -> None:
    run("theme", "export", "own.yaml", "--to", "design-tokens", "-o", "own.tokens.json")
    ran = run("theme", "import", "own.tokens.json", "-o", "back.yaml")
    assert ran.err.startswith("wrote back.yaml\n")
    assert load_theme("back.yaml").light == load_theme("own.yaml").light


def test_the_page_of_a_theme_shows_every_kind_in_both_modes(run: Run) -> None:
    ran = run("theme", "preview", "own.yaml", "-o", "own.html")
    assert (ran.status, ran.err) == (0, "wrote own.html\n")
    page = Path("own.html").read_text(encoding="utf-8")
    for kind in (file.stem for file in SAMPLES.iterdir()):
        shown = re.findall(f'id="preview-{kind}-(light|dark)-[0-9a-f]+"', page)
        assert sorted(shown) == ["dark", "light"], kind
    assert all(each in page for each in ("protanopia", "deuteranopia", "tritanopia"))
    assert not re.search(r"https?://(?!www\.w3\.org)|<script", page)


def test_every_kind_that_is_drawn_has_a_sample() -> None:
    kinds = {path.stem for path in KINDS.iterdir() if not path.stem.startswith("_")}
    assert kinds <= {file.stem for file in SAMPLES.iterdir()}


def test_a_file_that_cannot_be_written_is_named(run: Run) -> None:
    ran = run("theme", "export", "editorial", "--to", "css", "-o", "own.yaml/x.css")
    assert ran.status == 2
    assert "own.yaml/x.css: cannot be written" in ran.err


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", builtin_names())
def test_preview_shows_all_that_a_theme_paints(run: Run, name: str, mode: str) -> None:
    ran = run("theme", "preview", name, "--mode", mode)
    assert (ran.status, ran.err) == (0, "")
    look = load_theme(name).mode("dark" if mode == "dark" else "light")
    strokes = {box.stroke for _, box in look.roles} | {line.stroke for _, line in look.edges}
    fills = {box.fill for _, box in look.roles}
    words = {look.label, look.label_accent, look.group.text}
    svg = ran.out.decode()
    missing = {color for color in strokes | fills | words if color not in svg} - {look.canvas}
    assert missing == set()


@pytest.mark.parametrize(
    ("name", "start"), [("p.svg", b"<svg"), ("p.png", b"\x89PNG"), ("p.webp", b"RIFF")]
)
def test_preview_writes_the_picture_that_the_name_asks_for(
    run: Run, name: str, start: bytes
) -> None:
    assert run("theme", "preview", "own.yaml", "-o", name).err == f"wrote {name}\n"
    assert start in Path(name).read_bytes()[:100]


@pytest.mark.parametrize("output", ["p.gif", "p", "."])
def test_preview_refuses_a_name_that_is_no_picture(run: Run, output: str) -> None:
    ran = run("theme", "preview", "editorial", "-o", output)
    assert ran.status == 2
    assert "expected .html, .svg, .png, .webp, .pdf" in ran.err


USES = [
    ["show", "{}"],
    ["check", "{}"],
    ["preview", "{}"],
    ["export", "{}", "--to", "css"],
]


@pytest.mark.parametrize("use", USES, ids=lambda use: use[0])
def test_a_theme_file_is_as_good_as_a_name(run: Run, use: list[str]) -> None:
    ran = run("theme", *[word.format("own.yaml") for word in use])
    assert ran.status == 0
    assert ran.out


@pytest.mark.parametrize("use", USES, ids=lambda use: use[0])
def test_every_fault_of_a_theme_file_is_said_and_nothing_else(run: Run, use: list[str]) -> None:
    ran = run("theme", *[word.format("broken.yaml") for word in use])
    places = [line.partition(": ")[0] for line in ran.err.splitlines() if ".yaml:" in line]
    assert (ran.status, ran.out) == (2, b"")
    assert places == ["broken.yaml:2:9", "broken.yaml:3:14"]


@pytest.mark.parametrize("use", USES, ids=lambda use: use[0])
def test_a_theme_that_is_not_there_is_named(run: Run, use: list[str]) -> None:
    ran = run("theme", *[word.format("editoral") for word in use])
    assert ran.status == 2
    assert 'there is no theme "editoral" (did you mean "editorial"?)' in ran.err


def test_without_a_name_the_theme_of_the_project_is_taken(run: Run) -> None:
    Path("diagrams.toml").write_text('theme = "own.yaml"')
    assert run("theme", "show").out.startswith(b"own: Mine.\n")


def test_without_a_name_and_a_project_the_default_theme_is_taken(run: Run) -> None:
    assert run("theme", "show").out.startswith(b"editorial: ")


@pytest.mark.parametrize("command", ["list", "show", "check", "preview", "export"])
def test_help_says_what_a_command_does(run: Run, command: str) -> None:
    ran = run("theme", command, "--help")
    assert (ran.status, ran.err) == (0, "")
    assert f"diagrams theme {command}" in ran.out.decode()


@pytest.mark.parametrize("command", ["list", "show", "export"])
def test_what_needs_no_measuring_and_no_drawing_loads_neither(command: str) -> None:
    arguments = {"export": ["--to", "json"]}.get(command, [])
    code = (
        f"import sys; from diagramkit.cli import main; main(['theme', '{command}', *{arguments}]); "
        "print({'coloraide', 'graphlay', 'rich', 'jinja2'} & {*sys.modules}, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stderr.strip() == "set()"
