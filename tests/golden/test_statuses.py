"""Same, drifted, new, orphan, unreadable: what each is and what it returns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diagramkit.project.golden_options import GoldenOptions
from diagramkit.project.values import settings_of

from .conftest import Project

ONE = "one.house.light"


def test_an_unchanged_project_is_clean_and_leaves_no_report(project: Project) -> None:
    ran = project.test()
    assert (ran.status, ran.out, ran.err) == (0, "", "goldens: 4 same\n")
    assert not (project.folder / "diagrams-report").exists()


def test_a_test_run_leaves_the_goldens_alone(project: Project) -> None:
    before = project.files()
    project.edit("Scene 1", "Scene 2")
    project.test()
    assert project.files() == before


def test_a_drawing_without_a_golden_fails(project: Project) -> None:
    (project.folder / "diagrams" / "three.mmd").write_text("flowchart LR\n A --> B\n")
    ran = project.test()
    assert ran.status == 1
    assert "three (house.light, house.dark): new" in ran.out


def test_a_new_drawing_passes_when_it_may(project: Project) -> None:
    (project.folder / "diagrams" / "three.mmd").write_text("flowchart LR\n A --> B\n")
    assert project.test("--new", "ok").status == 0


def test_a_golden_without_a_source_fails(project: Project) -> None:
    project.source.unlink()
    ran = project.test()
    assert ran.status == 1
    assert "one.house.dark: orphan" in ran.out
    assert "one.house.light: orphan" in ran.out


def test_a_test_of_one_file_knows_nothing_of_others(project: Project) -> None:
    project.source.unlink()
    assert project.test("diagrams/two.mmd").status == 0


def test_a_mode_that_is_not_asked_for_is_no_orphan(project: Project) -> None:
    assert project.test("--mode", "dark").err == "goldens: 2 same\n"


def test_a_source_that_cannot_be_read_is_no_orphan(project: Project) -> None:
    project.source.write_bytes(b"flowchart LR\n A[\xff] --> B\n")
    ran = project.test()
    assert ran.status == 2
    assert "one.mmd:2:4" in ran.err
    assert "orphan" not in ran.out


def test_a_source_that_cannot_be_drawn_is_unusable_and_the_rest_is_done(project: Project) -> None:
    project.source.write_text("flowchart LR\n A --> \n")
    ran = project.test()
    assert ran.status == 2
    assert "2 same" in ran.err


DAMAGES = {
    "record cut short": (f"{ONE}.json", lambda data: data[:-20]),
    "record empty": (f"{ONE}.json", lambda _: b""),
    "record of another version": (
        f"{ONE}.json",
        lambda data: data.replace(b'"golden": 2', b'"golden": 99'),
    ),
    "record not text": (f"{ONE}.json", lambda _: b"\xff\xfe"),
    "picture cut short": (f"{ONE}.png", lambda data: data[:-20]),
    "picture of another": (f"{ONE}.png", lambda _: b"GIF89a"),
}


@pytest.mark.parametrize(("file", "damage"), DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_golden_is_unreadable_and_named(
    project: Project, file: str, damage: Callable[[bytes], bytes]
) -> None:
    path = project.goldens / file
    path.write_bytes(damage(path.read_bytes()))
    ran = project.test()
    assert ran.status == 1
    assert f"goldens/{file.removesuffix('.json').removesuffix('.png')}" in ran.out
    assert "unreadable" in ran.out


@pytest.mark.parametrize("file", [f"{ONE}.png", f"{ONE}.json"])
def test_a_lost_file_is_unreadable(project: Project, file: str) -> None:
    (project.goldens / file).unlink()
    ran = project.test()
    assert ran.status == 1
    assert "unreadable" in ran.out


@pytest.mark.parametrize("text", ["", "{", '{"version": 1}'])
def test_no_golden_needs_the_manifest(project: Project, text: str) -> None:
    (project.goldens / "manifest.json").write_text(text)
    project.edit("Scene 1", "Scene 2")
    assert "text: text:C:0" in project.test().out
    project.run("accept")
    assert project.test("--all").status == 0


def test_a_picture_recompressed_by_another_program_is_the_same(project: Project) -> None:
    from PIL import Image

    path = project.goldens / f"{ONE}.png"
    with Image.open(path) as image:
        image.convert("RGBA").save(path)
    assert project.test("--all").status == 0


def test_goldens_that_git_wrote_with_other_line_ends_are_the_same(project: Project) -> None:
    for path in project.goldens.glob("*.json"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert project.test("--all").status == 0


def test_pixels_decide_with_all_where_the_scene_is_the_same(project: Project) -> None:
    """The golden's picture has one pixel one step off, and its record agrees with it."""
    from dataclasses import replace

    from diagramkit.golden.picture import compact, decode, file_hash, pixel_hash
    from diagramkit.golden.record import load_record

    image = decode((project.goldens / f"{ONE}.png").read_bytes())
    red, green, blue, alpha = image.getpixel((3, 3))
    image.putpixel((3, 3), (red - 1, green, blue, alpha))
    (project.goldens / f"{ONE}.png").write_bytes(compact(image))
    file = project.goldens / f"{ONE}.json"
    record = load_record(file.read_text())
    head = replace(record.head, pixels=pixel_hash(image), png=file_hash(compact(image)))
    file.write_text(replace(record, head=head).dump())

    assert project.test().status == 0
    ran = project.test("--all")
    assert ran.status == 1
    assert ran.out.startswith("renderer resvg_py")


def test_a_drift_within_the_tolerance_passes_and_is_said(project: Project) -> None:
    project.set_theme("light: {roles: {primary: {stroke: '#111112'}}}")
    settings = project.folder / "pyproject.toml"
    settings.write_text(f"{settings.read_text()}goldens = {{tolerance = {{token = 1.0}}}}\n")
    ran = project.test()
    assert (ran.status, ran.err) == (0, "goldens: 4 same, 2 within the tolerance\n")


def test_a_tolerance_does_not_pass_what_exceeds_it(project: Project) -> None:
    project.set_theme("light: {roles: {primary: {stroke: '#FF1111'}}}")
    settings = project.folder / "pyproject.toml"
    settings.write_text(f"{settings.read_text()}goldens = {{tolerance = {{token = 1.0}}}}\n")
    assert project.test().status == 1


def test_the_help_names_every_key_of_goldens(project: Project) -> None:
    words = project.test("--help").out
    keys = [each.key for _, each in settings_of(GoldenOptions)]
    assert [key for key in keys if key not in words] == []
