"""A run spread over machines, and the reports of its parts made one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Project


@pytest.fixture
def many(project: Project) -> Project:
    """A project of seven diagrams, two of which have drifted, one is new; and an orphan."""
    for number in range(5):
        (project.folder / "diagrams" / f"n{number}.mmd").write_text(
            f"flowchart LR\n A --> B{number}\n"
        )
    project.run("accept")
    project.edit("Scene 1", "Scene 2")
    (project.folder / "diagrams" / "n3.mmd").write_text("flowchart LR\n A --> C\n")
    (project.folder / "diagrams" / "n1.mmd").unlink()
    (project.folder / "diagrams" / "new.mmd").write_text("flowchart TD\n P --> Q --> R\n")
    return project


def _shards(project: Project, count: int) -> None:
    for number in range(1, count + 1):
        project.test("--shard", f"{number}/{count}", "--report", f"shards/{number}")


def test_a_merge_says_what_one_run_says(many: Project) -> None:
    whole = many.test("--format", "json")
    _shards(many, 3)
    merged = many.test("--merge", "shards", "--format", "json")
    assert merged.status == whole.status == 1
    one, other = (json.loads(ran.out) for ran in (whole, merged))
    key = "golden"
    for report in (one, other):
        report["goldens"].sort(key=lambda entry: entry[key])
    assert one["goldens"] == other["goldens"]
    assert one["summary"] == other["summary"]
    assert {cause["id"] for cause in one["causes"]} == {cause["id"] for cause in other["causes"]}


def test_a_merged_report_has_the_pictures_and_can_be_accepted(many: Project) -> None:
    _shards(many, 2)
    many.test("--merge", "shards/1", "--merge", "shards/2")
    names = {path.name for path in (many.folder / "diagrams-report").iterdir()}
    assert {"index.html", "one.house.light.expected.png", "n3.house.dark.actual.png"} <= names
    assert many.run("accept").status == 0
    assert many.test("--all").status == 0


def test_reports_of_another_checkout_are_merged(many: Project, tmp_path: Path) -> None:
    _shards(many, 2)
    there = tmp_path / "downloaded"
    (many.folder / "shards").rename(there)
    assert many.test("--merge", str(there)).status == 1


def test_every_diagram_is_in_one_shard(many: Project) -> None:
    seen: list[str] = []
    for number in (1, 2, 3):
        report = json.loads(many.test("--shard", f"{number}/3", "--format", "json").out)
        seen += [entry["name"] for entry in report["goldens"] if entry["status"] != "orphan"]
    assert len(seen) == len(set(seen)) == 14


def test_a_clean_shard_leaves_its_report(project: Project) -> None:
    _shards(project, 2)
    ran = project.test("--merge", "shards")
    assert (ran.status, ran.err) == (0, "goldens: 4 same\n")


def test_a_missing_shard_is_told(many: Project) -> None:
    many.test("--shard", "1/2", "--report", "shards/1")
    ran = many.test("--merge", "shards")
    assert ran.status == 2
    assert "the report of a shard is missing: 2/2" in ran.err


def test_shards_of_different_runs_are_told(many: Project) -> None:
    many.test("--shard", "1/2", "--report", "shards/1")
    many.test("--shard", "2/3", "--report", "shards/2")
    ran = many.test("--merge", "shards")
    assert ran.status == 2
    assert "different runs: 1/2, 2/3" in ran.err


@pytest.mark.parametrize("value", ["0/3", "4/3", "1", "a/b", "1/0", "1/99999"])
def test_a_shard_that_is_none_is_refused(project: Project, value: str) -> None:
    assert project.test("--shard", value).status == 2


def test_a_damaged_report_is_refused(many: Project) -> None:
    many.test("--shard", "1/1", "--report", "shards/1")
    (many.folder / "shards" / "1" / "one.house.light.expected.png").write_bytes(b"x")
    ran = many.test("--merge", "shards")
    assert ran.status == 2
    assert "damaged" in ran.err
