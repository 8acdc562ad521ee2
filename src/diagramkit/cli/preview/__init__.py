"""A theme in one page: its colours, what was measured, three colour blindnesses, and a sample of
every kind of diagram, light beside dark. The samples are the files of `samples/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from diagramkit.color import DEFICIENCIES, simulate

if TYPE_CHECKING:
    from diagramkit.diagnostics import Diagnostic
    from diagramkit.theme.model import ModeName, Theme

SAMPLES = Path(__file__).parent / "samples"
FIRST = SAMPLES / "flowchart.mmd"
"""The sample with all roles, edges, labels and a group."""
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}\b")
_TOKENS = ("canvas", "panel", "text", "muted", "accent", "line", "border")


@dataclass(frozen=True, slots=True)
class Swatch:
    """A box of the table of colours: what it is called, and its paint."""

    name: str
    fill: str
    stroke: str
    text: str


def page(theme: Theme) -> tuple[str, list[Diagnostic]]:
    """The page, one file without scripts or anything from elsewhere; and what drawing it warned
    of."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from diagramkit.theme.contrast import measure_theme

    warnings: list[Diagnostic] = []
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    text = environment.get_template("page.j2").render(
        theme=theme,
        modes=theme.modes,
        swatches={mode: list(_swatches(theme, mode)) for mode in theme.modes},
        tokens=_TOKENS,
        samples={file.stem.replace("_", " "): _drawn(file, theme, warnings) for file in _files()},
        blind={each: _seen(theme, each) for each in DEFICIENCIES},
        measured=[each for each in measure_theme(theme) if each.kind != "size"],
    )
    return text, warnings


def _files() -> list[Path]:
    """The samples, that of all roles first."""
    return sorted(SAMPLES.iterdir(), key=lambda file: (file != FIRST, file.name))


def _swatches(theme: Theme, mode: ModeName) -> Iterator[Swatch]:
    look = theme.mode(mode)
    for name in (*(role for role, _ in look.roles), *(f"category-{n}" for n in range(1, 7))):
        box = look.box(name)
        fill = look.canvas if box.fill == "none" else box.fill
        yield Swatch(name, fill, box.stroke, box.text)


def _drawn(file: Path, theme: Theme, warnings: list[Diagnostic]) -> dict[str, str]:
    from diagramkit.drawing import render

    drawing = render(file, theme=theme, name=f"preview-{file.stem}", title="always")
    warnings += [each for each in drawing.warnings if each not in warnings]
    return {mode: drawing.in_mode(mode).svg for mode in theme.modes}


def _seen(theme: Theme, deficiency: str) -> dict[str, str]:
    """Roles and categories as somebody with a deficiency sees them."""
    from diagramkit.drawing import render

    kind = next(each for each in DEFICIENCIES if each == deficiency)
    found: dict[str, str] = {}
    for mode in theme.modes:
        files = (FIRST, SAMPLES / "categories.mmd")
        drawn = (render(file, theme=theme, mode=mode, name=f"{kind}-{file.stem}") for file in files)
        svg = "".join(each.svg for each in drawn)
        found[mode] = _COLOR.sub(lambda color: simulate(color[0], kind), svg)
    return found
