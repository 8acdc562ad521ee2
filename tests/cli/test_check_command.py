"""`diagrams check` and `diagrams rule`: what is looked at, what is said, and the exit status."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import Mock
from xml.etree import ElementTree

import pytest

from diagramkit.checking import diagrams

Run = Callable[..., Any]
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" role="img">\n'
    "<title>One</title><desc>One box.</desc>\n"
    '<rect width="400" height="300" fill="#F5F1EA"/>\n'
)
FONT = 'font-family="Inter, Arial, sans-serif" font-size="14" fill="#050505"'
CLEAN = f'{HEAD}<text x="40" y="60" {FONT}>words</text>\n</svg>\n'
PALE = CLEAN.replace("#050505", "#D8D1C7")
TRAP = "flowchart LR\n  A[read (cached)] --> B\n"


@pytest.fixture(autouse=True)
def _project(run: Run) -> None:  # noqa: ARG001 (it changes the folder)
    Path("pale.svg").write_text(PALE)


def codes(ran: Any) -> list[str]:
    return [finding["code"] for finding in json.loads(ran.out)["findings"]]


def test_a_finding_has_its_place_its_line_and_a_caret(run: Run) -> None:
    ran = run("check", "pale.svg")
    assert ran.status == 1
    lines = ran.out.decode().splitlines()
    assert lines[0].startswith("pale.svg:4:1: “words” (text@4) in #d8d1c7 has 1.35:1 on #f5f1ea")
    assert lines[0].endswith("[low-contrast]")
    assert lines[1].startswith('| <text x="40" y="60"')
    assert lines[2] == "| ^"


def test_a_clean_drawing_is_passed(run: Run) -> None:
    Path("pale.svg").write_text(CLEAN)
    ran = run("check")
    assert (ran.status, ran.out) == (0, b"")
    assert "nothing wrong in 1 drawing" in ran.err


def test_the_whole_project_is_looked_at(run: Run) -> None:
    Path("notes.md").write_text(f"# Notes\n\n```mermaid\n{TRAP}```\n")
    Path("flow.mmd").write_text(TRAP)
    findings = json.loads(run("check", "--format", "json").out)["findings"]
    assert [(each["path"], each["line"]) for each in findings] == [
        ("flow.mmd", 2),
        ("notes.md", 5),
        ("pale.svg", 4),
    ]


def test_the_same_block_is_drawn_once_and_told_wherever_it_stands(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    block = "```mermaid\n%% diagram: ignore jog\nflowchart LR\n  A --> B\n```\n\n"
    Path("notes.md").write_text("# Notes\n\n" + 3 * block)
    drawn = Mock(side_effect=diagrams.draw)
    monkeypatch.setattr("diagramkit.checking.diagrams.draw", drawn)
    findings = json.loads(run("check", "notes.md", "--format", "json").out)["findings"]
    assert [(each["code"], each["line"]) for each in findings] == [
        ("unused-suppression", line) for line in (4, 10, 16)
    ]
    assert drawn.call_count == 1


def test_a_file_that_is_no_drawing_is_a_problem_and_the_rest_is_done(run: Run) -> None:
    Path("bad.svg").write_text("<svg")
    ran = run("check", "--format", "json")
    assert ran.status == 2
    assert codes(ran) == ["low-contrast"]
    assert json.loads(ran.out)["errors"][0]["path"] == "bad.svg"


def test_a_drawing_comes_from_standard_input(run: Run) -> None:
    ran = run("check", "-", "--format", "json", stdin=PALE.encode())
    assert json.loads(ran.out)["findings"][0]["path"] == "<stdin>"


def test_a_diagram_comes_from_standard_input(run: Run) -> None:
    assert codes(run("check", "-", "--format", "json", stdin=TRAP.encode())) == [
        "unquoted-brackets"
    ]


def test_json_has_element_box_and_measure(run: Run) -> None:
    finding = json.loads(run("check", "--format", "json").out)["findings"][0]
    assert finding["elements"] == [{"key": "text@4", "line": 4, "column": 1}]
    assert finding["box"]["x"] == 40
    assert (finding["measured"], finding["passes"]) == (1.35, "at least 4.5:1")


def test_json_has_the_edit_that_repairs(run: Run) -> None:
    Path("flow.mmd").write_text(TRAP)
    finding = json.loads(run("check", "flow.mmd", "--format", "json").out)["findings"][0]
    (edit,) = finding["edits"]
    assert TRAP[: edit["start"]] + edit["text"] + TRAP[edit["end"] :] == TRAP.replace(
        "read (cached)", '"read (cached)"'
    )


def test_sarif_names_rule_and_place(run: Run) -> None:
    document = json.loads(run("check", "--format", "sarif").out)
    (result,) = document["runs"][0]["results"]
    assert (document["version"], result["ruleId"]) == ("2.1.0", "low-contrast")
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 4, "startColumn": 1}


def test_github_is_told_file_and_line(run: Run) -> None:
    out = run("check", "--format", "github").out.decode()
    assert out.startswith("::error file=pale.svg,line=4,col=1,title=low-contrast::“words”")


def test_junit_has_a_case_for_each_finding(run: Run) -> None:
    suite = ElementTree.fromstring(run("check", "--format", "junit").out)
    assert suite.get("failures") == "1"
    assert [case.get("file") for case in suite] == ["pale.svg"]


@pytest.mark.parametrize(
    ("options", "left"),
    [
        (("--ignore", "low-contrast"), []),
        (("--ignore", "low-*"), []),
        (("--select", "text-*"), []),
        (("--select", "low-contrast"), ["low-contrast"]),
    ],
)
def test_rules_are_chosen(run: Run, options: tuple[str, ...], left: list[str]) -> None:
    assert codes(run("check", "--format", "json", *options)) == left


def test_rules_of_style_are_asked_for(run: Run) -> None:
    Path("pale.svg").write_text(CLEAN.replace("Inter, Arial", "Comic Sans MS"))
    assert codes(run("check", "--format", "json")) == []
    assert codes(run("check", "--format", "json", "--select", "style")) == ["font-not-in-theme"]


def test_a_code_that_there_is_not_is_named(run: Run) -> None:
    ran = run("check", "--select", "low-contrats")
    assert ran.status == 2
    assert "did you mean low-contrast?" in ran.err


@pytest.mark.parametrize(
    ("table", "left"),
    [
        ('ignore = ["low-contrast"]', []),
        ('levels = { low-contrast = "warning" }', ["warning"]),
        ('levels = { low-contrast = "off" }', []),
        ('per_file_ignores = { "pale.svg" = ["low-contrast"] }', []),
        ('per_file_ignores = { "other/" = ["low-contrast"] }', ["error"]),
    ],
)
def test_the_configuration_chooses_rules_and_levels(run: Run, table: str, left: list[str]) -> None:
    Path("diagrams.toml").write_text(f"[check]\n{table}\n")
    findings = json.loads(run("check", "--format", "json").out)["findings"]
    assert [finding["severity"] for finding in findings] == left


@pytest.mark.parametrize(
    "comment",
    [
        ("<text", "<!-- diagrams: ignore low-contrast -->\n<text"),
        ("<svg", "<!-- diagrams: ignore low-contrast -->\n<svg"),
        ("</text>", "</text> <!-- diagrams: ignore low-contrast -->"),
    ],
)
def test_a_comment_keeps_a_rule_quiet(run: Run, comment: tuple[str, str]) -> None:
    Path("pale.svg").write_text(PALE.replace(*comment, 1))
    assert codes(run("check", "--format", "json")) == []


def test_a_comment_holds_for_the_next_element_alone(run: Run) -> None:
    body = PALE.replace("</svg>", f'<text x="40" y="90" {FONT}>more</text>\n</svg>')
    body = body.replace("#050505", "#D8D1C7").replace(
        "<text", "<!-- diagrams: ignore low-contrast -->\n<text", 1
    )
    Path("pale.svg").write_text(body)
    findings = json.loads(run("check", "--format", "json").out)["findings"]
    assert [finding["line"] for finding in findings] == [6]


def test_a_comment_that_ignores_nothing_is_reported(run: Run) -> None:
    Path("pale.svg").write_text(CLEAN.replace("<text", "<!-- diagrams: ignore jog --><text"))
    assert codes(run("check", "--format", "json")) == ["unused-suppression"]


def test_a_comment_in_a_diagram_keeps_a_rule_quiet(run: Run) -> None:
    Path("flow.mmd").write_text(f"%% diagram: ignore unquoted-brackets\n{TRAP}")
    assert codes(run("check", "flow.mmd", "--format", "json")) == []


def test_each_mode_of_a_drawing_is_looked_at_when_asked_for(run: Run) -> None:
    sheet = "<style>@media (prefers-color-scheme: dark) { text { fill: #F3EFE7 } }</style>"
    Path("pale.svg").write_text(CLEAN.replace("<text", f"{sheet}<text"))
    assert codes(run("check", "--format", "json", "--ignore", "off-palette")) == []
    dark = run("check", "--format", "json", "--ignore", "off-palette", "--mode", "dark")
    assert codes(dark) == ["low-contrast"]


def test_findings_are_marked_on_a_copy_of_the_drawing(run: Run) -> None:
    run("check", "--picture", "marked")
    text = Path("marked/pale.svg").read_text()
    assert "<title>low-contrast: “words” (text@4)" in text
    assert Path("pale.svg").read_text() == PALE


def test_a_rule_is_explained(run: Run) -> None:
    ran = run("rule", "low-contrast")
    assert ran.status == 0
    assert ran.out.decode().startswith("low-contrast (error)\n\nWords or a line stand out")


def test_all_rules_are_listed(run: Run) -> None:
    lines = run("rule", "--list").out.decode().splitlines()
    assert "text-overlaps-line" in [line.split()[0] for line in lines]


def test_a_rule_that_there_is_not_is_named(run: Run) -> None:
    ran = run("rule", "low-contrats")
    assert (ran.status, "did you mean low-contrast?" in ran.err) == (2, True)


def test_a_picture_that_diagramkit_drew_is_left_by_fix_which_says_so(run: Run) -> None:
    Path("flow.mmd").write_text("flowchart LR\n  a --> b\n")
    run("render", "flow.mmd", "-o", "flow.svg", "--theme", "blueprint")
    drawn = Path("flow.svg").read_bytes()
    ran = run("check", "flow.svg", "--fix")
    assert "flow.svg: left as it is: diagramkit drew it" in ran.err
    assert Path("flow.svg").read_bytes() == drawn


def test_a_picture_that_somebody_has_edited_since_is_repaired(run: Run) -> None:
    Path("flow.mmd").write_text("flowchart LR\n  a --> b\n")
    run("render", "flow.mmd", "-o", "flow.svg")
    drawn = Path("flow.svg").read_text()
    Path("flow.svg").write_text(drawn.replace("#050505", "#101018"))
    run("check", "flow.svg", "--fix")
    assert "#101018" not in Path("flow.svg").read_text()


@pytest.mark.parametrize("background", ["canvas", "transparent"])
def test_a_dark_picture_is_judged_by_the_dark_palette_wherever_it_is(
    run: Run, background: str
) -> None:
    Path("flow.mmd").write_text("flowchart LR\n  a --> b\n")
    run("render", "flow.mmd", "-o", "x.svg", "--mode", "dark", "--background", background)
    found = codes(run("check", "x.svg", "--ignore", "no-background", "--format", "json"))
    assert found == []


def test_a_drawing_called_dark_is_judged_on_a_dark_page(run: Run) -> None:
    ground = '<rect width="400" height="300" fill="#F5F1EA"/>\n'
    bare = CLEAN.replace(ground, "").replace("#050505", "#ededed")
    for name in ("one.dark.svg", "one.svg"):
        Path(name).write_text(bare)
    assert "low-contrast" in codes(run("check", "one.svg", "--format", "json"))
    assert "low-contrast" not in codes(run("check", "one.dark.svg", "--format", "json"))
