"""Folders that hold pictures and nothing that one is drawn from."""

from __future__ import annotations

from .conftest import Project

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M1 1h{}v7z"/></svg>'


def test_a_folder_of_pictures_alone_is_accepted_and_compared(project: Project) -> None:
    folder = project.folder / "shown"
    folder.mkdir()
    (folder / "one.svg").write_text(SVG.format(3))
    assert project.test("shown", "--new", "fail").status == 1
    assert project.run("accept", "shown").status == 0
    assert project.test("shown").status == 0
    (folder / "one.svg").write_text(SVG.format(7))
    ran = project.test("shown")
    assert (ran.status, "no diagrams" in ran.err) == (1, False)


def test_pictures_beside_diagrams_have_goldens_where_they_are_named(project: Project) -> None:
    (project.folder / "diagrams" / "other.svg").write_text(SVG.format(3))
    assert project.run("accept").status == 0
    assert not list(project.goldens.glob("other.*"))
