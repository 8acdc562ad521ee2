"""The plug-in in projects of its users."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import Any

import coloraide
import pathspec
import pytest
import resvg_py
import yaml
from PIL import PngImagePlugin

import diagramkit.golden.report.html
import diagramkit.pytest_plugin.items
import diagramkit.theme.load

# pytester takes modules that a run has loaded out again, which extension modules do not survive:
# those that a run needs are loaded before.
LOADED = (
    coloraide,
    pathspec,
    resvg_py,
    yaml,
    PngImagePlugin,
    diagramkit.golden.report.html,
    diagramkit.pytest_plugin.items,
    diagramkit.theme.load,
)
pytest_plugins = ["pytester"]

SOURCE = "flowchart LR\n  A[One] --> B[Two]\n"
USER = 'def test_figure(diagram_golden):\n    diagram_golden("figure.mmd", mode="light")\n'
CAUSE = 'text: text:B:0 says "Three", not "Two"'


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project with an accepted diagram and a test of one's own with an accepted figure."""
    (pytester.path / "diagrams").mkdir()
    (pytester.path / "diagrams" / "way.mmd").write_text(SOURCE)
    (pytester.path / "tests").mkdir()
    (pytester.path / "tests" / "figure.mmd").write_text(SOURCE)
    (pytester.path / "tests" / "test_user.py").write_text(USER)
    pytester.makeini("[pytest]\ntestpaths = tests\n")
    pytester.runpytest("--diagrams", "--diagrams-accept").assert_outcomes(passed=3)
    return pytester


def change(project: pytest.Pytester, path: str) -> None:
    (project.path / path).write_text(SOURCE.replace("Two", "Three"))


def test_the_fixture_passes_on_an_accepted_figure(project: pytest.Pytester) -> None:
    project.runpytest().assert_outcomes(passed=1)


def test_the_fixture_fails_with_the_cause_in_one_line(project: pytest.Pytester) -> None:
    change(project, "tests/figure.mmd")
    ran = project.runpytest()
    ran.assert_outcomes(failed=1)
    ran.stdout.fnmatch_lines([f"figure.editorial.light: drifted: {CAUSE}*"])


def test_the_fixture_names_a_source_that_cannot_be_drawn(project: pytest.Pytester) -> None:
    (project.path / "tests" / "figure.mmd").write_text("flowchart LR\n  A -->\n")
    ran = project.runpytest()
    ran.assert_outcomes(failed=1)
    ran.stdout.fnmatch_lines(["*figure.mmd:*"])


def test_sources_are_collected_by_themselves(project: pytest.Pytester) -> None:
    ran = project.runpytest("--diagrams", "-v")
    ran.assert_outcomes(passed=3)
    ran.stdout.fnmatch_lines(["diagrams/way.mmd::way.editorial.light PASSED*"])


def test_without_the_option_sources_are_no_tests(project: pytest.Pytester) -> None:
    project.runpytest("diagrams", "tests").assert_outcomes(passed=1)


def test_other_folders_can_be_named(project: pytest.Pytester) -> None:
    project.makeini("[pytest]\ntestpaths = tests\ndiagrams_folders = tests\n")
    ran = project.runpytest("--diagrams")
    ran.assert_outcomes(passed=2, failed=1)
    ran.stdout.fnmatch_lines(["figure.editorial.dark: new: *"])


def test_a_source_that_is_named_is_collected_wherever_it_is(project: pytest.Pytester) -> None:
    project.runpytest("--diagrams", "tests/figure.mmd").assert_outcomes(passed=1, failed=1)


def test_a_collected_source_fails_with_the_cause(project: pytest.Pytester) -> None:
    change(project, "diagrams/way.mmd")
    ran = project.runpytest("--diagrams")
    ran.assert_outcomes(passed=1, failed=2)
    ran.stdout.fnmatch_lines([f"way.editorial.dark: drifted: {CAUSE}*"])


def test_what_git_ignores_is_not_collected(project: pytest.Pytester) -> None:
    (project.path / "diagrams" / ".gitignore").write_text("scratch.mmd\n")
    (project.path / "diagrams" / "scratch.mmd").write_text(SOURCE)
    project.runpytest("--diagrams").assert_outcomes(passed=3)


def test_a_failing_run_ends_with_the_report(project: pytest.Pytester) -> None:
    change(project, "tests/figure.mmd")
    project.runpytest().stdout.fnmatch_lines(["report: diagrams-report?index.html"])
    assert (project.path / "diagrams-report" / "figure.editorial.light.expected.png").is_file()


def test_a_passing_run_leaves_no_report(project: pytest.Pytester) -> None:
    project.runpytest("--diagrams")
    assert not (project.path / "diagrams-report").exists()


def test_accepting_passes_and_so_does_the_next_run(project: pytest.Pytester) -> None:
    change(project, "tests/figure.mmd")
    project.runpytest("--diagrams-accept").assert_outcomes(passed=1)
    project.runpytest().assert_outcomes(passed=1)


def test_a_failing_run_says_how_to_accept(project: pytest.Pytester) -> None:
    change(project, "tests/figure.mmd")
    ran = project.runpytest()
    ran.stdout.fnmatch_lines(["to take the new look: pytest --diagrams-accept"])


def test_a_renamed_source_fails_with_its_former_name_and_is_moved(
    project: pytest.Pytester,
) -> None:
    tests = project.path / "tests"
    (tests / "figure.mmd").rename(tests / "drawing.mmd")
    (tests / "test_user.py").write_text(USER.replace("figure", "drawing"))
    ran = project.runpytest()
    ran.stdout.fnmatch_lines(["*renamed from figure.editorial.light; the same*"])
    project.runpytest("--diagrams-accept").assert_outcomes(passed=1)
    names = sorted(path.name for path in (tests / "goldens").glob("*.png"))
    assert names == ["drawing.editorial.light.png"]


OBJECTS = """\
import pytest
from diagramkit import render

class Picture:
    def __init__(self, method, data): setattr(self, method, lambda: data)

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h{}v9z"/></svg>'
TEXT = "flowchart LR\\n a --> {}"

def test_text(diagram_golden): diagram_golden(TEXT.format("b"))
def test_drawing(diagram_golden): diagram_golden(render(TEXT.format("b")), name="ab")
def test_svg(diagram_golden): diagram_golden(Picture("_repr_svg_", SVG.format(8)), name="svg")
def test_bytes(diagram_golden): diagram_golden(SVG.format(8).encode())
def test_file(diagram_golden, request):
    request.path.with_name("by-hand.svg").write_text(SVG.format(8))
    diagram_golden("by-hand.svg")
def test_png(diagram_golden):
    diagram_golden(Picture("_repr_png_", render(TEXT.format("b")).png()))
@pytest.mark.parametrize("end", ["c", "d"])
def test_many(diagram_golden, end):
    diagram_golden(TEXT.format(end))
    diagram_golden(TEXT.format(end + "2"))
"""


@pytest.fixture
def objects(pytester: pytest.Pytester) -> pytest.Pytester:
    """Tests of what has no file, accepted."""
    pytester.makepyfile(test_objects=OBJECTS)
    pytester.runpytest("--diagrams-accept").assert_outcomes(passed=8)
    return pytester


def test_the_fixture_takes_text_drawings_and_pictures(objects: pytest.Pytester) -> None:
    objects.runpytest().assert_outcomes(passed=8)


def test_goldens_of_tests_are_called_after_them_and_their_parameters(
    objects: pytest.Pytester,
) -> None:
    names = {path.name for path in (objects.path / "goldens").glob("*.light.png")}
    assert names == {
        "ab.editorial.light.png",
        "by-hand.picture.light.png",
        "svg.picture.light.png",
        "test_bytes.picture.light.png",
        "test_png.picture.light.png",
        "test_text.editorial.light.png",
        *(f"test_many-{end}.editorial.light.png" for end in ("c", "c-2", "d", "d-2")),
    }


def test_what_has_no_file_fails_where_it_changes(objects: pytest.Pytester) -> None:
    changed = OBJECTS.replace('"b"', '"z"').replace("SVG.format(8)", "SVG.format(7)")
    (objects.path / "test_objects.py").write_text(changed)
    objects.runpytest().assert_outcomes(failed=6, passed=2)


def test_a_figure_of_matplotlib_has_a_golden(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        "class Figure:\n"
        "    def savefig(self, target, **options):\n"
        "        from diagramkit import render\n"
        "        target.write(render('flowchart LR\\n a --> b').png())\n"
        "def test_plot(diagram_golden): diagram_golden(Figure(), name='plot')\n"
    )
    pytester.runpytest("--diagrams-accept").assert_outcomes(passed=1)
    pytester.runpytest().assert_outcomes(passed=1)


def test_a_golden_without_its_source_fails_the_run(project: pytest.Pytester) -> None:
    (project.path / "diagrams" / "way.mmd").unlink()
    ran = project.runpytest("--diagrams")
    assert ran.ret == pytest.ExitCode.TESTS_FAILED
    ran.stdout.fnmatch_lines(["diagrams?goldens?way.editorial.light: orphan: *"])


def test_a_golden_that_no_test_uses_any_more_fails_the_run(project: pytest.Pytester) -> None:
    (project.path / "tests" / "test_user.py").write_text("def test_nothing(): pass\n")
    (project.path / "tests" / "test_more.py").write_text(USER.replace("figure.mmd", "more.mmd"))
    (project.path / "tests" / "more.mmd").write_text(SOURCE)
    project.runpytest("--diagrams-accept", "tests/test_more.py").assert_outcomes(passed=1)
    assert project.runpytest().ret == pytest.ExitCode.TESTS_FAILED


SELECTIONS = {
    "-k": ["-k", "nothing"],
    "another file": ["tests/test_other.py"],
    "one test": ["tests/test_other.py::test_other"],
    "deselected": ["--deselect", "tests/test_user.py::test_figure"],
}


@pytest.mark.parametrize("options", SELECTIONS.values(), ids=SELECTIONS)
def test_a_selection_knows_no_orphans(project: pytest.Pytester, options: list[str]) -> None:
    (project.path / "tests" / "more.mmd").write_text(SOURCE)
    other = USER.replace("figure.mmd", "more.mmd").replace("test_figure", "test_other")
    (project.path / "tests" / "test_other.py").write_text(f"{other}\ndef test_nothing(): pass\n")
    project.runpytest("--diagrams-accept").assert_outcomes(passed=3)
    project.runpytest(*options).stdout.no_fnmatch_line("*: orphan:*")
    assert project.runpytest(*options).ret == pytest.ExitCode.OK


def test_a_skipped_test_does_not_make_its_goldens_orphans(project: pytest.Pytester) -> None:
    user = project.path / "tests" / "test_user.py"
    skipped = USER.replace(":\n", ":\n    import pytest; pytest.skip('later')\n", 1)
    user.write_text(skipped + USER.replace("figure", "more"))
    (project.path / "tests" / "more.mmd").write_text(SOURCE)
    project.runpytest("--diagrams-accept")
    assert project.runpytest().ret == pytest.ExitCode.OK


def test_workers_of_xdist_find_what_one_process_finds(project: pytest.Pytester) -> None:
    change(project, "diagrams/way.mmd")
    (project.path / "tests" / "figure.mmd").rename(project.path / "tests" / "renamed.mmd")
    ran = project.runpytest_subprocess("--diagrams", "-n", "2")
    ran.assert_outcomes(failed=3)
    ran.stdout.fnmatch_lines(["tests?goldens?figure.editorial.light: orphan: *", "report: *"])


def test_all_modes_of_a_diagram_are_drawn_by_one_worker(project: pytest.Pytester) -> None:
    for number in range(4):
        (project.path / "diagrams" / f"n{number}.mmd").write_text(SOURCE)
    ran = project.runpytest_subprocess("--diagrams", "diagrams", "-n", "2", "-v")
    workers: dict[str, set[str]] = {}
    for worker, name in re.findall(r"\[(gw\d)\].*? \w+ diagrams/(n\d)\.mmd::", ran.stdout.str()):
        workers.setdefault(name, set()).add(worker)
    assert len(workers) == 4
    assert all(len(found) == 1 for found in workers.values())


def test_the_terminal_begins_with_the_causes(project: pytest.Pytester) -> None:
    change(project, "diagrams/way.mmd")
    ran = project.runpytest("--diagrams")
    lines = ran.outlines[
        next(at for at, line in enumerate(ran.outlines) if "= diagrams =" in line) :
    ]
    assert re.match(r"way \(.*\): drifted", lines[1])
    assert lines[2].startswith("  text: ")
    assert "to take the new look: pytest --diagrams-accept" in lines


def test_a_run_that_accepts_a_cause_leaves_the_others(project: pytest.Pytester) -> None:
    change(project, "diagrams/way.mmd")
    change(project, "tests/figure.mmd")
    causes = {
        cause["id"]
        for golden in _report(project)["goldens"]
        if golden["name"].startswith("way.")
        for cause in golden["causes"]
    }
    options = [word for cause in causes for word in ("--diagrams-cause", cause)]
    goldens = ("--diagrams-golden", "way.*")
    ran = project.runpytest("--diagrams", "--diagrams-accept", *options, *goldens)
    ran.assert_outcomes(passed=2, failed=1)
    ran.stdout.fnmatch_lines(["accepted 2 goldens"])
    project.runpytest("--diagrams").assert_outcomes(passed=2, failed=1)


def test_a_cause_that_there_is_not_is_told(project: pytest.Pytester) -> None:
    change(project, "diagrams/way.mmd")
    ran = project.runpytest("--diagrams", "--diagrams-accept", "--diagrams-cause", "token:no")
    assert ran.ret == pytest.ExitCode.TESTS_FAILED
    ran.stdout.fnmatch_lines(["nothing to accept is called token:no"])


def _report(project: pytest.Pytester) -> Any:
    project.runpytest("--diagrams")
    return json.loads((project.path / "diagrams-report" / "run.json").read_text())


def test_a_project_that_does_not_use_it_loads_the_hooks_alone(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "test_plain.py").write_text(
        "import sys\n"
        "def test_plain():\n"
        "    names = sorted(name for name in sys.modules if name.startswith('diagramkit'))\n"
        "    assert names == ['diagramkit', 'diagramkit.pytest_plugin']\n"
    )
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout.decode()
