"""Themes as tables and as JSON: what `diagrams theme` prints.

The shapes of the JSON, version 1: a list is `{"version": 1, "themes": [{"name", "description",
"default"}]}`, a check `{"version": 1, "theme": name, "measurements": [{"kind", "path",
"against", "measured", "required", "unit", "passed", "exempt"}]}`; a theme is written by
`diagramkit.theme.export.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diagramkit.diagnostics import printable

if TYPE_CHECKING:
    from diagramkit.theme.measurement import Measurement
    from diagramkit.theme.model import Theme
    from diagramkit.theme.written import Written

VERSION = 1


def list_text() -> str:
    """The themes there are, one a line, `*` before the one that is drawn with."""
    entries = _entries()
    width = max(len(name) for name, _, _ in entries)
    lines = [
        printable(f"{'*' if default else ' '} {name:<{width}}  {description}".rstrip())
        for name, description, default in entries
    ]
    return _page(lines)


def list_json() -> str:
    """The same as JSON."""
    themes = [
        {"name": name, "description": description, "default": default}
        for name, description, default in _entries()
    ]
    return _json({"version": VERSION, "themes": themes})


def show_text(theme: Theme, swatches: bool, as_written: bool = False) -> str:
    """Every token by its path, in groups; with `swatches`, colours have one before them, and
    `as_written` with what the theme says there, an alias or a tint, and the line that says it."""
    from diagramkit.theme.model import tokens

    every = tokens(theme)
    width = max(map(len, every))
    said = _said(theme, every) if as_written else {}
    lines = [printable(f"{theme.name}: {theme.description}".removesuffix(": "))]
    for _, group in groupby(every.items(), lambda token: token[0].partition(".")[0]):
        lines.append("")
        for path, value in group:
            swatch = _swatch(value) if swatches else ""
            shown = f"{path:<{width}}  {swatch}{printable(_words(value))}"
            lines.append(
                f"{shown:<{width + 12}}  {printable(said[path])}" if path in said else shown
            )
    return _page(lines)


def _said(theme: Theme, paths: Iterable[str]) -> dict[str, str]:
    """What is written for tokens and where, by path."""
    if theme.source is None:
        return {}
    from diagramkit.theme.written import origins, written

    places, values = origins(theme.source, paths), written(theme.source)
    return {
        path: " ".join([_alias(values, path), f"{_shown(place.path)}:{place.line}"]).strip()
        for path, place in places.items()
    }


def _alias(values: Mapping[str, Written], path: str) -> str:
    value = values[path].value if path in values else ""
    return value if isinstance(value, str) and value.startswith("$") else ""


def check_text(measured: Sequence[Measurement]) -> str:
    """What was measured, one a line: the verdict, the tokens, what is and what is needed."""
    rows = [
        (_verdict(each), each.path, each.against, each.shown, f"{each.required:g}{each.unit}")
        for each in measured
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return _page(
        f"{verdict:<{widths[0]}}  {path:<{widths[1]}}  {against:<{widths[2]}}  "
        f"{shown:>{widths[3]}}  needed {required}"
        for verdict, path, against, shown, required in rows
    )


def check_json(theme: Theme, measured: Sequence[Measurement]) -> str:
    """The same as JSON."""
    measurements = [
        {
            **asdict(each),
            "measured": round(each.measured, 4),
            "unit": each.unit.strip(),
            "passed": each.passed,
        }
        for each in measured
    ]
    return _json({"version": VERSION, "theme": theme.name, "measurements": measurements})


def _entries() -> list[tuple[str, str, bool]]:
    """Name or path, description, and whether a drawing takes it when no other is named."""
    from diagramkit.project.config import load_settings
    from diagramkit.theme.builtin import builtin_names
    from diagramkit.theme.load import load_theme

    default = load_settings(Path()).theme
    entries = [(name, load_theme(name).description, name == default) for name in builtin_names()]
    if default not in builtin_names():
        entries.append((_shown(default), load_theme(default).description, True))
    return entries


def _shown(reference: str | Path) -> str:
    path = Path(reference)
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_words, value)) or "none"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _swatch(value: object) -> str:
    if not isinstance(value, str) or not value.startswith("#"):
        return ""
    red, green, blue = bytes.fromhex(value[1:])
    return click.style("  ", bg=(red, green, blue)) + " "


def _verdict(measured: Measurement) -> str:
    if measured.exempt:
        return "exempt"
    return "ok" if measured.passed else "low"


def _page(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
