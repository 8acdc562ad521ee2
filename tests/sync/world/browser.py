"""What the real Mermaid paints, in Chromium."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from diagramkit.theme.page import PAGES

VERSIONS = ("mermaid", "mermaid12")
"""Versions 11.17 and 12.3, by the names that they are installed under."""

_THEMES = dict(zip(PAGES, ("default", "dark"), strict=True))


@dataclass(frozen=True)
class Painted:
    """The colours of one diagram as one version paints it on one page, each `#rrggbb`."""

    version: str
    page: str
    diagram: int
    error: str | None
    nodes: tuple[dict[str, str], ...] = ()
    links: tuple[dict[str, str], ...] = ()
    labels: tuple[dict[str, str], ...] = ()
    groups: tuple[dict[str, str], ...] = ()


def tools() -> tuple[str, str, Path]:
    """Node, Chromium and the folder with the npm packages; skips the test without them."""
    node, chromium = shutil.which("node"), shutil.which("chromium")
    modules = Path(os.environ.get("DIAGRAMKIT_WORLD", "/nowhere"))
    if node is None or chromium is None:
        pytest.skip("needs Node and Chromium (Debian: apt install nodejs chromium)")
    if not all(
        (modules / "node_modules" / name).is_dir()
        for name in (*VERSIONS, "playwright-core", "@mdx-js/mdx")
    ):
        pytest.skip(
            "needs DIAGRAMKIT_WORLD, a folder in which npm installed mermaid@11.17.0, "
            "mermaid12@npm:mermaid@12.3.0, playwright-core and @mdx-js/mdx"
        )
    return node, chromium, modules


def painted(diagrams: Sequence[str]) -> list[Painted]:
    """Every diagram in both versions on both pages."""
    pages = [{"color": color, "theme": theme} for color, theme in _THEMES.items()]
    job = {"versions": VERSIONS, "pages": pages, "diagrams": diagrams}
    return [_painted(result) for result in _run("paint.mjs", job)]


@dataclass(frozen=True)
class Part:
    """One thing that is painted: its colours by property, each `#rrggbb`, and the least contrast
    that it has on each of `PAGES`, where it can be measured.

    `kind` is `words`, a `line`, a `mark` (painted and without words) or a `box`; `path` names the
    elements that it stands in, with their classes.
    """

    kind: str
    path: str
    colors: dict[str, str]
    contrast: list[float] | None
    words: str = ""


@dataclass(frozen=True)
class Measured:
    """All parts of one diagram as one version paints it."""

    version: str
    name: str
    error: str = ""
    parts: tuple[Part, ...] = ()


def measured(diagrams: Mapping[str, str], versions: Sequence[str] = VERSIONS) -> list[Measured]:
    """Every diagram in some versions."""
    jobs = [
        {"version": version, "name": name, "text": text}
        for version in versions
        for name, text in diagrams.items()
    ]
    return [
        Measured(
            result["version"],
            result["name"],
            result.get("error", ""),
            tuple(Part(**part) for part in result.get("parts", ())),
        )
        for result in _run("measure.mjs", {"pages": PAGES, "jobs": jobs})
    ]


def _run(script: str, job: dict[str, Any]) -> list[dict[str, Any]]:
    node, chromium, modules = tools()
    done = subprocess.run(
        [node, str(Path(__file__).with_name(script))],
        input=json.dumps({"modules": str(modules), "chromium": chromium, **job}),
        capture_output=True,
        check=True,
        text=True,
        timeout=600,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def _painted(result: dict[str, Any]) -> Painted:
    about = {key: result.pop(key) for key in ("version", "page", "diagram")}
    error = result.pop("error", None)
    return Painted(
        **about, error=error, **{key: tuple(map(_hex, each)) for key, each in result.items()}
    )


def _hex(value: Any) -> Any:
    """Colours of the browser, `rgb(1, 2, 3)`, as hex; a see-through one stays as it is."""
    if isinstance(value, dict):
        return {key: _hex(each) for key, each in value.items()}
    found = re.fullmatch(r"rgb\((\d+), (\d+), (\d+)\)", value or "")
    return "#{:02x}{:02x}{:02x}".format(*map(int, found.groups())) if found else value
