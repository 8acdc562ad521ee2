"""The pytest plug-in: drawings as tests, and goldens in tests of one's own.

    def test_figure(diagram_golden):
        diagram_golden("figure.mmd")

`pytest --diagrams` collects the project's diagrams by itself (those in `diagrams/`, or in the
folders of the ini option `diagrams_folders`), `--diagrams-accept` takes the new look. This module
holds the hooks alone; everything else is imported when it is used, so that a project that does not
use it pays next to nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from diagramkit.pytest_plugin.fixture import DiagramGolden
    from diagramkit.pytest_plugin.session import Goldens

FIXTURE = "diagram_golden"
_GOLDENS: pytest.StashKey[Goldens] = pytest.StashKey()
_PARTIAL: pytest.StashKey[bool] = pytest.StashKey()


def goldens_of(config: pytest.Config) -> Goldens:
    """What the session knows of goldens; made when it is first asked for."""
    if _GOLDENS not in config.stash:
        from diagramkit.pytest_plugin.session import Goldens

        config.stash[_GOLDENS] = Goldens(config)
    return config.stash[_GOLDENS]


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("diagrams", "goldens of diagrams")
    group.addoption(
        "--diagrams", action="store_true", help="Test the project's diagrams with their goldens."
    )
    parser.addini(
        "diagrams_folders",
        "Folders whose sources --diagrams tests, from the root folder.",
        type="args",
        default=["diagrams"],
    )
    group.addoption(
        "--diagrams-accept",
        action="store_true",
        help="Take the new look of the diagrams that differ.",
    )
    group.addoption(
        "--diagrams-cause",
        action="append",
        default=[],
        metavar="CAUSE",
        help="Take only what these causes explain wholly: token:light.accent, 'token:light.*', …",
    )
    group.addoption(
        "--diagrams-golden",
        action="append",
        default=[],
        metavar="NAME",
        help="Take only these goldens: path.editorial.dark, 'path.*', …",
    )
    group.addoption(
        "--diagrams-all",
        action="store_true",
        help="Compare pixels even where nothing else differs.",
    )
    group.addoption(
        "--diagrams-report",
        metavar="DIR",
        help="Where the report of a failing run goes. Default: diagrams-report/.",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--diagrams"):
        goldens_of(config).add_folders()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if not parent.config.getoption("--diagrams"):
        return None
    from diagramkit.project.discovery import SUFFIXES

    if file_path.suffix.lower() not in SUFFIXES:
        return None
    from diagramkit.pytest_plugin.items import collect

    return collect(goldens_of(parent.config), file_path, parent)


def pytest_deselected(items: Sequence[pytest.Item]) -> None:
    for item in items:
        if _uses_goldens(item):
            item.config.stash[_PARTIAL] = True
            return


def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[Any]) -> None:
    # A test that was skipped, or failed before it looked, leaves its goldens unused.
    if call.excinfo is not None and FIXTURE in getattr(item, "fixturenames", ()):
        item.config.stash[_PARTIAL] = True


def _uses_goldens(item: pytest.Item) -> bool:
    from_plugin = type(item).__module__.startswith("diagramkit.")
    return from_plugin or FIXTURE in getattr(item, "fixturenames", ())


@pytest.fixture
def diagram_golden(request: pytest.FixtureRequest) -> DiagramGolden:
    """Compare a diagram with its goldens, and fail with the cause when it differs.

    `diagram_golden("figure.mmd")`: the path counts from the file of the test. It also takes the
    text of a diagram, a `Drawing`, a `Figure`, and pictures: bytes of PNG or SVG, a figure of
    matplotlib, anything with `_repr_svg_` or `_repr_png_`. `name` says what the golden is called,
    `theme` and `mode` choose other than the project's.
    """
    from diagramkit.pytest_plugin.fixture import DiagramGolden

    return DiagramGolden(goldens_of(request.config), request.path, request.node.name)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Let one worker of pytest-xdist have all modes of a diagram, which share a drawing."""
    if not config.getoption("--diagrams") or config.getoption("dist") != "load":
        return None
    from diagramkit.pytest_plugin.workers import scheduler

    return scheduler(config, log)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """A worker of pytest-xdist has ended: take over what it has found."""
    output = getattr(node, "workeroutput", {})
    if error is not None:
        node.config.stash[_PARTIAL] = True
    if "diagramkit" in output:
        found, partial = output["diagramkit"]
        goldens_of(node.config).take(found)
        node.config.stash[_PARTIAL] = node.config.stash.get(_PARTIAL, False) or partial


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    config = session.config
    if _GOLDENS not in config.stash:
        return
    partial = config.stash.get(_PARTIAL, False) or bool(session.shouldstop or session.shouldfail)
    if hasattr(config, "workeroutput"):
        config.workeroutput["diagramkit"] = (goldens_of(config).packed(), partial)
        return
    if goldens_of(config).finish(partial=partial) and session.exitstatus in (
        pytest.ExitCode.OK,
        pytest.ExitCode.NO_TESTS_COLLECTED,
    ):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any) -> None:
    config = terminalreporter.config
    if _GOLDENS in config.stash:
        lines = goldens_of(config).closing_lines
        if lines:
            terminalreporter.section("diagrams")
            for line in lines:
                terminalreporter.line(line)
