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


def test_a_change_beyond_the_shapes_that_are_read_is_seen(project: Project) -> None:
    folder = project.folder / "shown"
    folder.mkdir()
    dots = [f'<circle cx="{9 + n % 30 * 9}" cy="{9 + n // 30 * 9}" r="2"/>' for n in range(620)]
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300">{}</svg>'
    (folder / "dots.svg").write_text(drawing.format("".join(dots)))
    assert project.run("accept", "shown").status == 0
    assert project.test("shown").status == 0
    dots[599] = dots[599].replace('r="2"', 'r="3"')
    (folder / "dots.svg").write_text(drawing.format("".join(dots)))
    assert project.test("shown").status == 1
