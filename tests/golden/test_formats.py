"""The formats for programs and for pull requests."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from diagramkit.golden.explanation import Cause, Step, Verdict
from diagramkit.golden.report import markdown
from diagramkit.golden.report.entry import Entry, Report

from .conftest import Project

STROKE = "light: {roles: {primary: {stroke: '#111112'}}}"


@pytest.fixture
def drifted(project: Project) -> Project:
    """A token and some content changed, one diagram new, one that cannot be drawn."""
    project.set_theme(STROKE)
    project.edit("Scene 1", "Scene 1 < 2 | 3")
    (project.folder / "diagrams" / "three.mmd").write_text("flowchart LR\n  A --> B\n")
    (project.folder / "diagrams" / "bad.mmd").write_text("flowchart LR\n  A -->\n")
    return project


def test_json_has_a_version_and_counts(drifted: Project) -> None:
    report = drifted.report()
    assert report["version"] == 1
    assert report["summary"] == {
        "same": 1,
        "drifted": 3,
        "renamed": 0,
        "new": 2,
        "stale": 0,
        "orphan": 0,
        "unreadable": 0,
        "failed": 1,
    }


def test_json_groups_causes_over_all_diagrams(drifted: Project) -> None:
    cause = drifted.report()["causes"][0]
    assert cause["id"] == "token:light.roles.primary.stroke"
    assert cause["steps"] == [
        {"subject": "light.roles.primary.stroke", "before": "#111111", "after": "#111112"}
    ]
    assert (cause["explains"], cause["partly"]) == (["two.house.light"], ["one.house.light"])


def test_json_tells_how_much_one_sees(drifted: Project) -> None:
    (golden,) = [
        golden for golden in drifted.report()["goldens"] if golden["name"] == "two.house.light"
    ]
    change = golden["causes"][0]["changes"][0]
    assert (change["key"], change["what"], change["unit"]) == ("node:X", "stroke", "ΔE")
    assert 0 < change["amount"] < 1
    assert 0 < golden["pixels"]["share"] < 0.1
    assert golden["pixels"]["largest"] == 1


def test_json_names_what_cannot_be_drawn(drifted: Project) -> None:
    (error,) = drifted.report()["errors"]
    assert (error["path"], error["line"]) == ("diagrams/bad.mmd", 2)


def test_a_failing_source_makes_the_run_unusable(drifted: Project) -> None:
    assert drifted.test("--format", "json").status == 2


def test_junit_has_a_case_a_golden_and_an_error_a_failing_source(drifted: Project) -> None:
    suite = ElementTree.fromstring(drifted.test("--format", "junit").out)
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("7", "5", "1")
    kinds = [failure.get("type") for failure in suite.iter("failure")]
    assert sorted(map(str, kinds)) == ["drifted", "drifted", "drifted", "new", "new"]


def test_github_has_a_remark_at_the_line_of_each_cause(drifted: Project) -> None:
    lines = drifted.test("--format", "github").out.splitlines()
    places = [line.split(",title=")[0] for line in lines if "title=drifted%3A" in line]
    assert places == [
        "::error file=house.yaml,line=3",
        "::error file=diagrams/one.mmd,line=4",
    ]


def test_github_has_a_remark_at_what_cannot_be_drawn(drifted: Project) -> None:
    lines = drifted.test("--format", "github").out.splitlines()
    assert any(line.startswith("::error file=diagrams/bad.mmd,line=2,col=") for line in lines)


def test_words_of_a_source_do_not_end_a_github_remark(project: Project) -> None:
    project.edit("Scene 1", "a%0A::warning::b")
    lines = project.test("--format", "github").out.splitlines()
    assert all(line.startswith("::error file=diagrams/one.mmd,") for line in lines)


def test_the_summary_is_markdown_that_shows_words_as_they_are(drifted: Project) -> None:
    drifted.test()
    summary = (drifted.folder / "diagrams-report" / "summary.md").read_text(encoding="utf-8")
    assert "**1 same, 3 drifted, 2 new, 1 failed**" in summary
    assert 'says "Scene 1 &lt; 2 | 3", not "Scene 1"' in summary
    assert "- new: three (house.light, house.dark): there is no golden yet" in summary


def test_the_summary_shows_the_first_pictures_side_by_side(drifted: Project) -> None:
    drifted.test("--report-url", "https://example.org/run/7/")
    summary = (drifted.folder / "diagrams-report" / "summary.md").read_text(encoding="utf-8")
    at = "https://example.org/run/7/one.house.light"
    assert f"| ![expected]({at}.expected.png) | ![now]({at}.actual.png) |" in summary


def test_the_summary_fits_a_comment_whatever_has_changed() -> None:
    causes = tuple(
        Cause("token", (Step(f"light.{'x' * 200}{number}", "#111111", "#222222"),))
        for number in range(300)
    )
    entries = tuple(
        Entry(Verdict(f"{'n' * 200}{number}.a.light", "drifted", causes), f"goldens/{number}")
        for number in range(300)
    )
    summary = markdown.document(Report(entries))
    assert len(summary) <= 65_536
    assert "```sh\ndiagrams accept\n```" in summary


def test_github_has_one_remark_for_all_that_is_new(project: Project) -> None:
    for number in range(30):
        (project.folder / "diagrams" / f"n{number}.mmd").write_text("flowchart LR\n A --> B\n")
    assert project.test("--format", "github").out.count("::error") == 1


def test_pictures_of_a_failing_run_are_in_the_report_folder(drifted: Project) -> None:
    drifted.test("--report", "out")
    names = {path.name for path in (drifted.folder / "out").iterdir()}
    kinds = {f"one.house.light.{kind}.png" for kind in ("actual", "expected", "difference")}
    assert kinds <= names
    assert not (drifted.folder / "diagrams-report").exists()


def test_the_report_folder_keeps_files_of_others(drifted: Project) -> None:
    folder = drifted.folder / "out"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    drifted.test("--report", "out")
    drifted.run("accept", "--report", "out")
    assert (folder / "mine.txt").read_text() == "mine"


def test_a_later_run_takes_away_the_pictures_of_an_earlier_one(drifted: Project) -> None:
    drifted.test()
    drifted.test("diagrams/three.mmd")
    names = {path.name for path in (drifted.folder / "diagrams-report").iterdir()}
    assert not any(name.startswith("one.") for name in names)


def test_the_same_run_gives_the_same_report(drifted: Project) -> None:
    drifted.test()
    page = drifted.folder / "diagrams-report" / "index.html"
    first = page.read_bytes()
    drifted.test()
    assert page.read_bytes() == first
