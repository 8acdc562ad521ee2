"""Icons, which are small shapes without words: what overlaps by mistake, and what is meant to."""

from __future__ import annotations

import pytest

from diagramkit.lint import check
from diagramkit.svg.read import read

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">'
LOOK = 'fill="#F3EFE7" stroke="#111111"'
SERVER = f'<rect width="24" height="30" rx="3" {LOOK}/><circle cx="12" cy="8" r="3"/>'
DISK = f'<ellipse cx="12" cy="15" rx="12" ry="15" {LOOK}/><path d="M0 15H24" stroke="#111111"/>'


def square(x: float, y: float, size: float = 24, more: str = "") -> str:
    return f'<rect x="{x}" y="{y}" width="{size}" height="{size}" {LOOK} {more}/>'


def circle(x: float) -> str:
    return f'<circle cx="{x}" cy="60" r="12" {LOOK}/>'


def group(x: float, y: float, inside: str = SERVER) -> str:
    return f'<g transform="translate({x} {y})">{inside}</g>'


FAULTS = {
    "shapes": square(40, 40) + square(56, 48),
    "polygons": f'<path d="M40 60H60L50 40Z" {LOOK}/><path d="M52 62H72L62 42Z" {LOOK}/>',
    "groups": group(40, 40) + group(55, 50),
    "unlike-groups": group(40, 40) + group(55, 50, DISK),
    "copies": f'<defs><g id="i">{SERVER}</g></defs>'
    '<use href="#i" x="40" y="40"/><use href="#i" x="55" y="50"/>',
}
MEANT = {
    "apart": square(40, 40) + square(70, 40),
    "touching": square(40, 40) + square(64, 40),
    "inside": square(40, 40, 40) + square(50, 50),
    "sets": circle(60) + circle(74),
    "stack": square(40, 40) + square(45, 45),
    "row": square(40, 40) + square(56, 40) + square(72, 40),
    "badge": group(40, 40) + group(58, 34, square(0, 0, 11)),
    "one-group": f"<g>{square(40, 40)}{square(56, 48)}</g>",
    "one-of-unlike": square(40, 40) + circle(66),
    "translucent": square(40, 40) + square(56, 48, more='fill-opacity="0.4"'),
    "data": "".join(square(40 + 97 * n % 60, 40 + 61 * n % 50) for n in range(8)),
    "large": square(40, 40, 120) + square(130, 100, 120),
}


def found(body: str) -> int:
    reading = read(f"{HEAD}{body}</svg>")
    findings = check(reading.scene, reading=reading)
    return sum(finding.rule == "icons-overlap" for finding in findings)


@pytest.mark.parametrize("case", FAULTS)
def test_icons_that_overlap_are_found_once(case: str) -> None:
    assert found(FAULTS[case]) == 1


@pytest.mark.parametrize("case", MEANT)
def test_what_is_meant_to_overlap_passes(case: str) -> None:
    assert found(MEANT[case]) == 0
