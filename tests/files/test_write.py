"""Files are written whole or not at all, and never another's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.files.border import Border
from diagramkit.files.write import remove_file, replace_file, write_file

POSIX = pytest.mark.skipif(os.name != "posix", reason="links, pipes and locks of POSIX")


def here(folder: Path) -> Border:
    return Border.around([folder])


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    write_file(tmp_path / "a" / "b" / "c.svg", b"x", here(tmp_path))
    assert (tmp_path / "a" / "b" / "c.svg").read_bytes() == b"x"


def test_nothing_but_the_file_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "c.svg").write_bytes(b"old")
    write_file(tmp_path / "c.svg", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["c.svg"]
    assert (tmp_path / "c.svg").read_bytes() == b"new"


@POSIX
def test_permissions_stay(tmp_path: Path) -> None:
    (tmp_path / "c.svg").write_bytes(b"old")
    (tmp_path / "c.svg").chmod(0o640)
    write_file(tmp_path / "c.svg", b"new")
    assert (tmp_path / "c.svg").stat().st_mode & 0o777 == 0o640


@POSIX
def test_a_link_is_replaced_and_its_target_left_alone(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"precious")
    (tmp_path / "c.svg").symlink_to(tmp_path / "target")
    write_file(tmp_path / "c.svg", b"new")
    assert (tmp_path / "target").read_bytes() == b"precious"


def test_a_place_that_cannot_be_written_is_named_and_left_clean(tmp_path: Path) -> None:
    (tmp_path / "c.svg").mkdir()
    with pytest.raises(DiagramError, match=r"c\.svg: cannot be written: is a directory"):
        write_file(tmp_path / "c.svg", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["c.svg"]


def test_a_file_in_place_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DiagramError, match="cannot be written"):
        write_file(tmp_path / "file" / "c.svg", b"x")


@POSIX
def test_a_pipe_is_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "c.svg")
    with pytest.raises(DiagramError, match="not a regular file"):
        write_file(tmp_path / "c.svg", b"x")


@POSIX
@pytest.mark.parametrize("path", ["link/c.svg", "../outside/c.svg", "link/deeper/c.svg"])
def test_what_leads_out_of_the_border_is_refused(tmp_path: Path, path: str) -> None:
    project, outside = tmp_path / "project", tmp_path / "outside"
    project.mkdir()
    outside.mkdir()
    (project / "link").symlink_to(outside)
    with pytest.raises(DiagramError, match="outside of the project"):
        write_file(project / path, b"x", here(project))
    assert list(outside.iterdir()) == []


@POSIX
def test_a_linked_folder_inside_the_border_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    write_file(tmp_path / "link" / "c.svg", b"x", here(tmp_path))
    assert (tmp_path / "real" / "c.svg").read_bytes() == b"x"


def test_a_folder_whose_name_begins_alike_is_outside(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    assert not here(tmp_path / "docs").holds(tmp_path / "docs-of-others" / "a.md")


def test_a_file_that_changed_since_it_was_read_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(b"edited meanwhile")
    with pytest.raises(DiagramError, match=r"page\.md: has changed since it was read"):
        replace_file(page, b"as read", b"new", here(tmp_path))
    assert page.read_bytes() == b"edited meanwhile"
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


def test_a_file_that_was_made_meanwhile_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes(b"somebody's")
    with pytest.raises(DiagramError, match="has changed"):
        replace_file(tmp_path / "page.md", None, b"new", here(tmp_path))


def test_a_file_that_another_run_has_put_in_step_is_no_change(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes(b"new")
    replace_file(tmp_path / "page.md", b"old", b"new", here(tmp_path))


@POSIX
def test_a_link_is_followed_to_the_file_that_was_read(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")
    replace_file(tmp_path / "link.md", b"old", b"new", here(tmp_path))
    assert (tmp_path / "real.md").read_bytes() == b"new"
    assert (tmp_path / "link.md").is_symlink()


def test_what_is_not_proved_ours_is_not_removed(tmp_path: Path) -> None:
    (tmp_path / "notes").write_bytes(b"theirs")
    assert not remove_file(tmp_path / "notes", lambda data: data == b"ours", here(tmp_path))
    assert (tmp_path / "notes").exists()


@POSIX
def test_what_a_killed_run_has_left_is_swept(tmp_path: Path) -> None:
    left = tmp_path / ".diagrams-0123456789abcdef.tmp"
    left.write_bytes(b"half")
    write_file(tmp_path / "c.svg", b"x")
    assert not left.exists()


@POSIX
def test_what_a_live_run_is_writing_is_not_swept(tmp_path: Path) -> None:
    import fcntl

    live = tmp_path / ".diagrams-0123456789abcdef.tmp"
    with live.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        write_file(tmp_path / "c.svg", b"x")
        assert live.exists()


def test_files_of_others_that_look_alike_are_not_swept(tmp_path: Path) -> None:
    names = [".diagrams-mine.tmp", ".c.svg.123.tmp", "diagrams-0123456789abcdef.tmp", ".draft.new"]
    for name in names:
        (tmp_path / name).touch()
    write_file(tmp_path / "c.svg", b"x")
    assert {path.name for path in tmp_path.iterdir()} == {*names, "c.svg"}
