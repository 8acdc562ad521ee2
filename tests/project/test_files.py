"""Files are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.project.files import write_atomically


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a" / "b" / "c.svg", b"x")
    assert (tmp_path / "a" / "b" / "c.svg").read_bytes() == b"x"


def test_nothing_but_the_file_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "c.svg").write_bytes(b"old")
    write_atomically(tmp_path / "c.svg", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["c.svg"]
    assert (tmp_path / "c.svg").read_bytes() == b"new"


def test_a_link_is_replaced_and_its_target_left_alone(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"precious")
    (tmp_path / "c.svg").symlink_to(tmp_path / "target")
    write_atomically(tmp_path / "c.svg", b"new")
    assert (tmp_path / "target").read_bytes() == b"precious"


def test_a_place_that_cannot_be_written_is_named_and_left_clean(tmp_path: Path) -> None:
    (tmp_path / "c.svg").mkdir()
    with pytest.raises(DiagramError, match=r"c\.svg: cannot be written: is a directory"):
        write_atomically(tmp_path / "c.svg", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["c.svg"]


def test_a_file_in_place_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DiagramError, match="cannot be written"):
        write_atomically(tmp_path / "file" / "c.svg", b"x")
