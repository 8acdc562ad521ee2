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

from diagramkit.color import as_light_as, plain
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


Colors = Mapping[str, tuple[str, str]]
"""Colours by their path in a mode, each with where it is from or why it is left out."""


@dataclass(frozen=True, slots=True)
class Block:
    """The colours of one mode, and those that were left out."""

    mode: ModeName
    tokens: Colors
    left_out: Colors

    def lines(self) -> Iterator[str]:
        """The block of a theme file."""
        yield f"{self.mode}:"
        above: list[str] = []
        for path, (color, reason) in sorted(self.tokens.items()):
            *groups, last = path.split(".")
            for depth, group in enumerate(groups):
                if above[: depth + 1] != groups[: depth + 1]:
                    yield f"{'  ' * (depth + 1)}{group}:"
                    above = groups[: depth + 1]
            above = groups
            yield f'{"  " * (len(groups) + 1)}{last}: "{color}"  # {reason}'
        for path, (color, reason) in self.left_out.items():
            yield f"  # {path}: {color} is left out: {reason}"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a repository in the mode that it has them in, and what they are in the
    other."""

    base: str
    blocks: tuple[Block, ...]

    @property
    def mode(self) -> ModeName:
        """The mode that the repository is in."""
        return self.blocks[0].mode

    def theme(self) -> Theme:
        """The theme that the file describes."""
        found = {
            f"{block.mode}.{path}": color
            for block in self.blocks
            for path, (color, _) in block.tokens.items()
        }
        return _with(load_theme(self.base), found)

    def text(self, name: str) -> str:
        """A theme file."""
        lines = ["# Written by `diagrams adopt` from the colours that were found."]
        lines += [f"extends: {self.base}", f"name: {json.dumps(name, ensure_ascii=False)}"]
        lines += [line for block in self.blocks if block.tokens for line in block.lines()]
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
    own = _passing(found, base, mode) if len(found) >= _FEWEST else Block(mode, {}, {})
    if len(own.tokens) < _FEWEST:
        return None
    other: ModeName = "light" if mode == "dark" else "dark"
    return Palette(base.name, (own, _passing(dict(_turned(own, base, other)), base, other)))


def _turned(block: Block, base: Theme, mode: ModeName) -> Iterator[tuple[str, tuple[str, str]]]:
    """The colours of a block in the other mode, as light there as those of the theme are."""
    theirs = tokens(base)
    for path, (color, _) in block.tokens.items():
        like = str(theirs[f"{mode}.{path}"])
        if like.startswith("#"):
            shade = as_light_as(color, like).lower()
            if shade != like.lower():
                yield (
                    path,
                    (shade, f"as light as the theme's {like.lower()}, with the hue of {color}"),
                )


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


def _passing(found: Colors, base: Theme, mode: ModeName) -> Block:
    """The colours with which a theme passes its checks, and those that are left out."""
    kept, left = dict(found), dict[str, tuple[str, str]]()
    known = _faults(base)
    for _ in range(_ROUNDS):
        faults = _faults(_with(base, {f"{mode}.{path}": kept[path][0] for path in kept}))
        blamed: Counter[str] = Counter()
        for fault in faults.keys() - known.keys():
            blamed.update(path for path in kept if any(f"{mode}.{path}" in part for part in fault))
        if not faults.keys() - known.keys():
            return Block(mode, kept, left)
        worst = min(blamed, key=lambda path: (-blamed[path], path), default=next(iter(kept)))
        color, _ = kept.pop(worst)
        said = next((text for parts, text in faults.items() if f"{mode}.{worst}" in parts[0]), "")
        left[worst] = color, said or "other colours would fail beside it"
        if not kept:
            break
    return Block(mode, {}, left)


def _with(base: Theme, colors: Mapping[str, str]) -> Theme:
    """The theme with colours changed, by path, and with what follows from them."""
    from diagramkit.theme.written import resolved, written

    values = {path: each.value for path, each in written(base.name).items()}
    values |= colors
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
