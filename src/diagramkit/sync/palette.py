"""The palette that a repository has, as the tokens of a theme of its own.

What Mermaid is told by name (`primaryColor`) is taken at its word; what drawings have in common is
told apart by how light and how loud it is. A colour that would fail the checks of themes is left
out.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from diagramkit.color import plain
from diagramkit.diagnostics import counted
from diagramkit.sync.survey import Survey
from diagramkit.sync.witnesses import hue_of
from diagramkit.theme.contrast import measure_theme
from diagramkit.theme.load import load_theme
from diagramkit.theme.model import ModeName, Theme, tokens
from diagramkit.theme.tokens import assemble

_VARIABLES = {
    "background": "canvas",
    "tertiaryColor": "panel",
    "textColor": "text",
    "lineColor": "line",
    "primaryColor": "roles.primary.fill",
    "primaryBorderColor": "roles.primary.stroke",
    "primaryTextColor": "roles.primary.text",
    "secondaryColor": "roles.secondary.fill",
    "secondaryBorderColor": "roles.secondary.stroke",
    "secondaryTextColor": "roles.secondary.text",
    "noteBkgColor": "roles.note.fill",
    "noteBorderColor": "roles.note.stroke",
    "noteTextColor": "roles.note.text",
    "clusterBkg": "group.fill",
    "clusterBorder": "group.stroke",
}
_FEWEST = 2
"""The fewest colours that are a palette, and the fewest diagrams that say one."""
_FEWEST_DRAWINGS = 3
_COMMON = 0.5
# Relative luminance: what is as light as paper, and as dark as ink.
_PAPER, _INK = 0.75, 0.06
_LOUD = 0.1
_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by path in a mode, each with where it is from, and what was left out and why."""

    base: str
    mode: ModeName
    tokens: Mapping[str, tuple[str, str]]
    left_out: Mapping[str, tuple[str, str]]

    def theme(self) -> Theme:
        """The theme that the file describes."""
        return _with(load_theme(self.base), self.mode, self.tokens)

    def text(self, name: str) -> str:
        """A theme file."""
        lines = ["# Written by `diagrams adopt` from the colours that were found."]
        lines += [f"extends: {self.base}", f"name: {json.dumps(name, ensure_ascii=False)}"]
        lines.append(f"{self.mode}:")
        above: list[str] = []
        for path, (color, reason) in sorted(self.tokens.items()):
            *groups, last = path.split(".")
            for depth, group in enumerate(groups):
                if above[: depth + 1] != groups[: depth + 1]:
                    lines.append(f"{'  ' * (depth + 1)}{group}:")
                    above = groups[: depth + 1]
            above = groups
            lines.append(f'{"  " * (len(groups) + 1)}{last}: "{color}"  # {reason}')
        for path, (color, reason) in self.left_out.items():
            lines.append(f"  # {path}: {color} is left out: {reason}")
        return "\n".join(lines) + "\n"


def palette_of(survey: Survey, base: Theme) -> Palette | None:
    """The palette of a repository that a theme on the ground of `base` can have; None where it has
    too few colours in common."""
    found = {**dict(_drawn(survey)), **dict(_named(survey))}
    canvas = found.get("canvas", found.get("roles.primary.fill", ("#ffffff", "")))[0]
    mode: ModeName = "dark" if _luminance(canvas) < _INK else "light"
    theirs = tokens(base)
    found = {
        path: each
        for path, each in found.items()
        if plain(str(theirs[f"{mode}.{path}"])) != each[0]
    }
    kept, left = _passing(found, base, mode) if len(found) >= _FEWEST else ({}, {})
    return Palette(base.name, mode, kept, left) if len(kept) >= _FEWEST else None


def _named(survey: Survey) -> Iterator[tuple[str, tuple[str, str]]]:
    """What directives and front matter say by name, the commonest of each."""
    for name, path in _VARIABLES.items():
        if name in survey.variables:
            color, count = min(survey.variables[name].items(), key=lambda one: (-one[1], one[0]))
            if count < _FEWEST:
                continue
            yield path, (color, f"{name} in {counted(count, 'diagram')}")


def _drawn(survey: Survey) -> Iterator[tuple[str, tuple[str, str]]]:
    """What drawings have in common."""
    if survey.drawings < _FEWEST_DRAWINGS:
        return
    common = {
        color: count
        for color, count in sorted(survey.drawing_colors.items(), key=lambda one: (-one[1], one[0]))
        if count >= _COMMON * survey.drawings and len(color) == 7
    }
    for path, color in _ranked(common):
        yield path, (color, f"in {common[color]} of {survey.drawings} drawings")


def _ranked(common: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    quiet = [color for color in common if hue_of(color)[0] < _LOUD]
    loud = [color for color in common if color not in quiet]
    paper = [color for color in quiet if _luminance(color) > _PAPER and color != "#ffffff"]
    ink = [color for color in quiet if _luminance(color) < _INK]
    middle = [color for color in quiet if _INK <= _luminance(color) <= _PAPER]
    yield from zip(("canvas", "panel"), paper, strict=False)
    for color in ink[:1]:
        yield "text", color
        yield "line", color
    middle.sort(key=_luminance)
    yield from zip(("muted",), middle, strict=False)
    if len(middle) > 1:
        yield "border", middle[-1]
    if len(loud) == 1:  # among several none is the one that matters most
        yield "accent", loud[0]


def _passing(
    found: Mapping[str, tuple[str, str]], base: Theme, mode: ModeName
) -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]]:
    """The colours with which a theme passes its checks, and those that are left out."""
    kept, left = dict(found), dict[str, tuple[str, str]]()
    known = _faults(base)
    for _ in range(_ROUNDS):
        faults = _faults(_with(base, mode, kept))
        blamed: Counter[str] = Counter()
        for fault in faults.keys() - known.keys():
            blamed.update(path for path in kept if any(f"{mode}.{path}" in part for part in fault))
        if not faults.keys() - known.keys():
            return kept, left
        worst = min(blamed, key=lambda path: (-blamed[path], path), default=next(iter(kept)))
        color, _ = kept.pop(worst)
        said = next((text for parts, text in faults.items() if f"{mode}.{worst}" in parts[0]), "")
        left[worst] = color, said or "other colours would fail beside it"
        if not kept:
            break
    return {}, left


def _with(base: Theme, mode: ModeName, colors: Mapping[str, tuple[str, str]]) -> Theme:
    """The theme with colours of a mode changed, and with what follows from them."""
    from diagramkit.theme.written import resolved, written

    values = {path: each.value for path, each in written(base.name).items()}
    values |= {f"{mode}.{path}": color for path, (color, _) in colors.items()}
    nested: dict[str, object] = {}
    for path, value in {**resolved(values)}.items():
        *steps, last = path.split(".")
        place: dict[str, object] = nested
        for step in steps:
            inner = place.setdefault(step, {})
            assert isinstance(inner, dict)
            place = inner
        place[last] = tuple(value) if isinstance(value, list) else value
    return assemble(Theme, {"name": base.name, **nested})


def _faults(theme: Theme) -> dict[tuple[str, str], str]:
    return {
        (found.path, found.against): str(found)
        for found in measure_theme(theme)
        if not found.passed
    }


def _luminance(color: str) -> float:
    from coloraide import Color

    return Color(color).luminance()
