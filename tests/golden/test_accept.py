"""`diagrams accept`: what it takes, what it refuses, and that it does not draw again."""

from __future__ import annotations

import pytest

from diagramkit.golden.record import Record
from diagramkit.golden.store import Folder

from .conftest import OTHER, Project

PATH = "light.roles.primary.stroke"
STROKE = "light: {roles: {primary: {stroke: '#111112'}}}"


def test_what_was_accepted_is_the_same(project: Project) -> None:
    project.edit("Scene 1", "Scene 2")
    project.test()
    assert project.run("accept").status == 0
    assert project.test("--all").status == 0


def test_accept_takes_the_last_run_without_drawing(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.edit("Scene 1", "Scene 2")
    project.test()
    monkeypatch.setattr("diagramkit.drift.comparison.draw", None)
    ran = project.run("accept")
    assert (ran.status, ran.err) == (0, "accepted 2 goldens (2 drifted)\n")


def test_accept_draws_when_there_is_no_run(project: Project) -> None:
    project.edit("Scene 1", "Scene 2")
    assert project.run("accept").err == "accepted 2 goldens (2 drifted)\n"


def test_accept_draws_what_the_last_run_has_not_seen(project: Project) -> None:
    project.edit("Scene 1", "Scene 2")
    project.test("diagrams/one.mmd")
    (project.folder / "diagrams" / "two.mmd").write_text(OTHER.replace("Two", "2"))
    assert project.run("accept").err == "accepted 4 goldens (4 drifted)\n"


def test_a_second_accept_has_nothing_to_do(project: Project) -> None:
    project.edit("Scene 1", "Scene 2")
    project.test()
    project.run("accept")
    assert project.run("accept").err == "accepted 0 goldens\n"


def test_accept_by_path_leaves_the_others(project: Project) -> None:
    project.set_theme(STROKE)
    project.test()
    project.run("accept", "diagrams/two.mmd")
    ran = project.test()
    assert ran.status == 1
    assert "explains 1 of 1 drifted diagram" in ran.out


def test_accept_by_mode_leaves_the_other(project: Project) -> None:
    project.edit("Scene 1", "Scene 2")
    project.test()
    assert project.run("accept", "--mode", "dark").err == "accepted 1 golden (1 drifted)\n"


@pytest.mark.parametrize(
    "cause", ["token", "token:light.roles.primary.stroke", "token:light.*", "token:*.stroke"]
)
def test_accept_by_cause_takes_what_the_cause_explains_wholly(project: Project, cause: str) -> None:
    project.set_theme(STROKE)
    project.edit("Scene 1", "Scene 2")
    project.test()
    ran = project.run("accept", "--cause", cause)
    assert "accepted 1 golden (1 drifted)" in ran.err
    assert "one.house.light: not accepted, there is more in it: text:text:C:0" in ran.err


def test_accept_new_only_leaves_drifts(project: Project) -> None:
    project.edit("Scene 1", "Scene 2")
    (project.folder / "diagrams" / "three.mmd").write_text(OTHER)
    project.test()
    assert project.run("accept", "--new-only").err == "accepted 2 goldens (2 new)\n"


def test_accept_removes_orphans_with_all_their_files(project: Project) -> None:
    project.source.unlink()
    project.test()
    project.run("accept")
    assert [name for name in project.files() if name.startswith("one")] == []


def test_accept_replaces_what_is_unreadable(project: Project) -> None:
    (project.goldens / "one.house.light.json").write_text("{")
    project.test()
    project.run("accept")
    assert project.test().status == 0


def test_a_lost_manifest_is_made_anew(project: Project) -> None:
    (project.goldens / "manifest.json").unlink()
    project.test()
    project.run("accept")
    assert project.test().status == 0


def test_a_source_that_changed_since_is_refused_by_name(project: Project) -> None:
    project.edit("Scene 1", "Scene 2")
    project.test()
    project.edit("Scene 2", "Scene 3")
    before = project.files()
    ran = project.run("accept")
    assert ran.status == 2
    assert "one.house.light: not accepted: its source has changed since the last run" in ran.err
    assert project.files() == before


def test_a_theme_that_changed_since_is_refused_by_name(project: Project) -> None:
    project.edit("Scene 1", "Scene 2")
    project.test()
    project.set_theme(STROKE)
    ran = project.run("accept")
    assert ran.status == 2
    assert "one.house.dark: not accepted: its theme has changed since the last run" in ran.err


def test_a_golden_that_changed_since_is_refused_by_name(project: Project) -> None:
    project.edit("Scene 1", "Scene 2")
    project.test()
    project.edit_golden("one.house.dark", lambda scene: scene, source="elsewhere")
    ran = project.run("accept")
    assert ran.status == 2
    assert "one.house.dark: not accepted: its golden has changed since the last run" in ran.err
    assert "accepted 1 golden" in ran.err


def test_a_report_that_was_tampered_with_is_drawn_anew(project: Project) -> None:
    project.edit("Scene 1", "Scene 2")
    project.test()
    picture = project.folder / "diagrams-report" / "one.house.light.actual.png"
    picture.write_bytes(b"something else")
    project.run("accept")
    assert project.test("--all").status == 0


def test_a_golden_that_was_not_accepted_keeps_what_it_was_drawn_with(project: Project) -> None:
    project.set_theme(STROKE)
    project.test()
    project.run("accept", "diagrams/two.mmd")
    strokes = {name: record.made.look.values[PATH] for name, record in records(project).items()}
    assert strokes["one.house.light"] == "$line"
    assert strokes["two.house.light"] == "#111112"


def test_a_golden_names_programs_fonts_and_the_theme_as_it_was_written(project: Project) -> None:
    made = records(project)["two.house.light"].made
    assert sorted(made.tools.versions) == ["diagramkit", "graphlay", "rasterizer", "uharfbuzz"]
    assert all(len(hashed) == 64 for hashed in made.tools.fonts.values())
    assert (made.text, made.look.theme, made.look.extends) == (OTHER, "house.yaml", "editorial")
    assert made.look.values["light.muted"].startswith("#")


def records(project: Project) -> dict[str, Record]:
    """The goldens by name."""
    folder = Folder(project.goldens)
    return {name: record for name in folder.names if (record := folder.record(name))}


def test_a_cause_that_there_is_not_is_refused_with_those_that_there_are(project: Project) -> None:
    project.set_theme(STROKE)
    project.test()
    ran = project.run("accept", "--cause", "token:light.accent")
    assert ran.status == 2
    assert "token:light.roles.primary.stroke" in ran.err


def test_both_built_in_themes_have_goldens_side_by_side(project: Project) -> None:
    themes = "--theme", "editorial", "--theme", "blueprint"
    project.run("accept", *themes)
    assert project.test(*themes, "--all").err == "goldens: 8 same\n"


def test_hashes_alone_are_kept_where_the_project_wants_no_pictures(project: Project) -> None:
    keep_hashes(project)
    assert not list(project.goldens.glob("*.png"))
    assert project.test("--all").status == 0


def test_a_drift_from_a_hash_draws_the_picture_that_was_expected(project: Project) -> None:
    expected = (project.goldens / "one.house.light.png").read_bytes()
    keep_hashes(project)
    project.edit("Scene 1", "Scene 2")
    ran = project.test()
    assert ran.status == 1
    shown = project.folder / "diagrams-report" / "one.house.light.expected.png"
    assert shown.read_bytes() == expected


def keep_hashes(project: Project) -> None:
    """Make the project keep hashes, its goldens as they are."""
    settings = project.folder / "pyproject.toml"
    settings.write_text(f'{settings.read_text()}goldens = "scene"\n')
    for path in project.goldens.iterdir():
        path.unlink()
    project.run("accept")


def test_goldens_go_where_the_configuration_says(project: Project) -> None:
    settings = project.folder / "pyproject.toml"
    settings.write_text(f'{settings.read_text()}goldens = {{folder = "kept", scale = 2}}\n')
    project.run("accept", "diagrams/two.mmd")
    kept = project.folder / "kept" / "diagrams"
    assert sorted(path.name for path in kept.iterdir()) == [
        "manifest.json",
        "two.house.dark.json",
        "two.house.dark.png",
        "two.house.light.json",
        "two.house.light.png",
    ]
    assert project.test("diagrams/two.mmd").status == 0


def test_a_link_out_of_the_folder_is_not_followed(project: Project) -> None:
    outside = project.folder.parent / "outside"
    project.goldens.rename(outside)
    project.goldens.symlink_to(outside)
    ran = project.run("accept")
    assert ran.status == 2
    assert "nothing is read or written there" in ran.err
