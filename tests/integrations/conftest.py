"""Sites built by the programs that they are for, and looked at in Chromium."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from browsing import Browser

ROOT = Path(__file__).parents[2]

FLOW = """\
%% diagram: critical draft --> review
flowchart LR
  draft[Draft] --> review{Good enough?}
  review -->|yes| done([Published])
  click done "guide.md#links" "Guide"
"""
FIGURE = "figure: pair\ntitle: Two\ndesc: Two boxes.\nrow: [{box: Grounds}, {box: Wells}]\n"
BROKEN = "flowchart LR\n  a[[One] --> b\n"

Build = Callable[..., subprocess.CompletedProcess[str]]
Look = Callable[..., list[Any]]


@pytest.fixture(scope="session")
def entry_points(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the path in which programs find the plug-ins of this checkout, however it is
    installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    home = tmp_path_factory.mktemp("plug-ins")
    info = home / "diagramkit_checkout-0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: diagramkit-checkout\nVersion: 0\n")
    lines = [
        line
        for group, entries in project["entry-points"].items()
        if group != "pytest11"
        for line in [f"[{group}]", *(f"{name} = {value}" for name, value in entries.items())]
    ]
    (info / "entry_points.txt").write_text("\n".join(lines) + "\n")
    return home


@pytest.fixture(scope="session")
def build(entry_points: Path) -> Build:
    """Run a module of Python in a folder, with this checkout and its plug-ins."""

    def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        paths = [str(entry_points), str(ROOT / "src")]
        return subprocess.run(
            [sys.executable, "-W", "ignore", "-m", *arguments],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def look(browser: Browser) -> Look:
    """What a page answers to scripts in Chromium, at a width, for readers of light or dark."""

    def at(page: Path, *scripts: str, width: int = 1280, scheme: str = "light") -> list[Any]:
        steps = [("value", script) for script in scripts]
        return browser.use(page.as_uri(), *steps, width=width, scheme=scheme)

    return at


def rgb(color: str) -> str:
    """A colour as browsers tell it."""
    return f"rgb({', '.join(map(str, bytes.fromhex(color[1:])))})"
