"""Cynefin frameworks: four quiet regions around a small fifth, items as ruled notes.

A way between neighbours is a short arrow across their border with its words beside it; any other
is told below.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from diagramkit.diagnostics import Location, counted
from diagramkit.geometry import Path, Point, Rect
from diagramkit.layout import Layout
from diagramkit.layout.budget import accent_overused
from diagramkit.layout.charts.chart import around, chart_kit, chart_layout, worded
from diagramkit.layout.description import flat, tell
from diagramkit.layout.figure.arrow import Role, arrow
from diagramkit.layout.figure.brush import BEHIND, BODY, LINE, TOP, Brush, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.words import Label, LineKind
from diagramkit.mermaid.kinds.cynefin.model import Cynefin, Domain, Transition
from diagramkit.scene import NO_COLOR, Paint
from diagramkit.theme.model import Theme

SAID: Mapping[Domain, str] = {
    "complex": "Probe, sense, respond: emergent practice",
    "complicated": "Sense, analyse, respond: good practice",
    "clear": "Sense, categorise, respond: best practice",
    "chaotic": "Act, sense, respond: novel practice",
    "confusion": "Which of them is not known",
}
PLACES: Mapping[Domain, tuple[int, int]] = {
    "complex": (0, 0),
    "complicated": (1, 0),
    "chaotic": (0, 1),
    "clear": (1, 1),
}
"""Column and row of each region."""
WIDE = 344.0
"""Of a region."""
INSET = 16.0
NOTE = 8.0
"""Above and below the words of a note."""
ARROW = 44.0
"""Length of an arrow across a border."""
BAND = 40.0
"""Height of what an arrow across a border takes, with its words."""
ROW = 120.0
"""The least height of a region."""


@dataclass
class _Plan:
    """A framework whose borders cross at 0, 0."""

    model: Cynefin
    heads: dict[Domain, tuple[Label, Point]] = field(default_factory=dict)
    notes: list[tuple[str, Label, Rect]] = field(default_factory=list)
    arrows: list[tuple[Transition, Label, Point, Point, Point]] = field(default_factory=list)
    told: list[tuple[Label, Point]] = field(default_factory=list)
    middle: Rect = field(default_factory=lambda: Rect(0, 0, 0, 0))
    ink: Rect = field(default_factory=lambda: Rect(0, 0, 0, 0))


def lay_out_chart(model: Cynefin, theme: Theme, path: str) -> Layout:
    """Place a Cynefin framework; its items have no classes."""
    kit = chart_kit(theme)
    plan = _plan(model, kit)
    size, paint = around(kit, plan.ink, partial(_painted, plan))
    count = sum(words in model.critical for _, words in model.items)
    warnings = tuple(accent_overused(theme, count, len(model.items), "items", Location(path)))
    return chart_layout(theme, size, paint, model, model.description or describe(model), warnings)


def describe(model: Cynefin) -> str:
    """A Cynefin framework in words: its items by domain, then its transitions."""
    opening = f"Cynefin framework of {counted(len(model.items), 'item', 'items')}"
    ways = [_told(one) for one in model.transitions]
    return tell(opening, [*(f"{domain}: {flat(words)}" for domain, words in model.items), *ways])


def _told(one: Transition) -> str:
    label = f": {flat(one.label)}" if one.label else ""
    return f"{one.source.capitalize()} to {one.target}{label}"


def _plan(model: Cynefin, kit: Kit) -> _Plan:
    plan = _Plan(model)
    middle = _column(model, "confusion", kit)
    high = _height(middle) + INSET
    wide = max(block.size.width for block in middle) + 2 * INSET
    plan.middle = Rect(-wide / 2, -high / 2, wide, high)
    level, upright, rest = _sorted(model)
    columns = {domain: _column(model, domain, kit) for domain in PLACES}
    heights = []
    for row in (0, 1):
        inner = max(_height(columns[domain]) for domain, at in PLACES.items() if at[1] == row)
        bands = sum(PLACES[one.source][1] == row for one in level)
        reach = max(high / 2, ARROW if upright else 0.0)
        heights.append(max(ROW, inner + INSET + bands * BAND + reach))
    for domain, (column, row) in PLACES.items():
        x = INSET + (0.0 if column else -WIDE)
        y = INSET - heights[0] if row == 0 else max(high / 2, ARROW if upright else 0.0) + INSET / 2
        _fill(plan, domain, columns[domain], Point(x, y), WIDE - 2 * INSET)
    _fill(plan, "confusion", middle, Point(INSET - wide / 2, INSET - high / 2), wide - 2 * INSET)
    _across(plan, level, heights, kit)
    rest = [*rest, *_down(plan, upright, kit)]
    plan.ink = Rect(-WIDE, -heights[0], 2 * WIDE, sum(heights))
    y = heights[1] + INSET
    for one in rest:
        block = kit.block([(_told(one), "label")], 2 * WIDE)
        plan.told.append((block, Point(-WIDE, y)))
        y += block.size.height
    if rest:
        plan.ink = plan.ink.union(Rect(-WIDE, 0, 2 * WIDE, y))
    return plan


def _sorted(
    model: Cynefin,
) -> tuple[list[Transition], list[Transition], list[Transition]]:
    """The transitions between neighbours in a row, in a column, and the others."""
    level: list[Transition] = []
    upright: list[Transition] = []
    rest: list[Transition] = []
    for one in model.transitions:
        start, end = PLACES.get(one.source), PLACES.get(one.target)
        if start is None or end is None or start == end:
            rest.append(one)
        elif start[1] == end[1]:
            level.append(one)
        else:
            (upright if start[0] == end[0] else rest).append(one)
    return level, upright, rest


def _column(model: Cynefin, domain: Domain, kit: Kit) -> list[Label]:
    """The head of a region, and its notes."""
    room = (WIDE if domain in PLACES else WIDE / 2) - 2 * INSET
    head = kit.block([(domain.capitalize(), "title"), (SAID[domain], "label")], room)
    notes: list[Label] = []
    for words in model.of(domain):
        kind: LineKind = "emphasis" if words in model.critical else "body"
        notes.append(kit.block(worded(words, kind), room))
    return [head, *notes]


def _height(blocks: Sequence[Label]) -> float:
    head, *notes = blocks
    return INSET + head.ink_height + NOTE + sum(one.ink_height + 2 * NOTE for one in notes)


def _fill(plan: _Plan, domain: Domain, blocks: Sequence[Label], at: Point, wide: float) -> None:
    """Put the words of a region below each other."""
    head, *notes = blocks
    plan.heads[domain] = head, at
    y = at.y + head.ink_height + NOTE
    for place, block in enumerate(notes, 1):
        high = block.ink_height + 2 * NOTE
        plan.notes.append((f"{domain}:{place}", block, Rect(at.x, y, wide, high)))
        y += high


def _across(plan: _Plan, level: Sequence[Transition], heights: Sequence[float], kit: Kit) -> None:
    """Arrows across the upright border, below the notes of their row, words above each."""
    reach = max(-plan.middle.y, 0.0)
    y = [-max(reach, ARROW if plan.model.transitions else 0.0), heights[1]]
    for one in reversed(level):
        row = PLACES[one.source][1]
        block = kit.block(_label(one), 2 * WIDE - 4 * INSET)
        line = y[row] - 10
        way = 1 if PLACES[one.source][0] == 0 else -1
        ends = Point(-way * ARROW / 2, line), Point(way * ARROW / 2, line)
        at = Point(ARROW / 2 + 8, line - block.ink_height / 2)
        plan.arrows.append((one, block, *ends, at))
        y[row] -= BAND


def _label(one: Transition) -> list[tuple[str, LineKind]]:
    """The words of a transition on one line, as there is no room for another."""
    return worded(" ".join(one.label.split()), "label")


def _down(plan: _Plan, upright: Sequence[Transition], kit: Kit) -> list[Transition]:
    """Arrows across the level border beside each other; those without room are given back."""
    starts = {0: -WIDE + INSET, 1: plan.middle.right + INSET}
    ends = {0: plan.middle.x - INSET, 1: WIDE}
    lost: list[Transition] = []
    for one in upright:
        column, row = PLACES[one.source]
        block = kit.block(_label(one), 96.0)
        x = starts[column] + 8
        if x + 8 + block.size.width > ends[column] or block.ink_height > ARROW:
            lost.append(one)
            continue
        way = 1 if row == 0 else -1
        line = Point(x, -way * ARROW / 2), Point(x, way * ARROW / 2)
        # The words stand below the border, which they may not lie on.
        plan.arrows.append((one, block, *line, Point(x + 8, 8.0)))
        starts[column] = x + 8 + block.size.width + INSET
    return lost


def _painted(plan: _Plan, brush: Brush) -> Iterator[Painted]:
    yield from _borders(plan, brush)
    for domain, (block, at) in plan.heads.items():
        yield from brush.block(f"domain:{domain}", "", block, at, "start")
    for key, block, rect in plan.notes:
        start, end = Point(rect.x, rect.y), Point(rect.right, rect.y)
        is_critical = any(line.kind == "emphasis" for line in block.lines)
        yield brush.rule(f"rule:{key}", start, end, "accent" if is_critical else "border")
        at = Point(rect.x, rect.y + NOTE)
        ink = brush.mode.text
        yield from brush.block(f"item:{key}", "", block, at, "start", "", TOP, ink)
    for place, (one, block, start, end, at) in enumerate(plan.arrows, 1):
        role: Role = "accent" if one.label in plan.model.critical else "main"
        yield from arrow(brush, f"way:{place}", [start, end], role, layer=BODY)
        yield from brush.block(f"way-words:{place}", "", block, at, "start", layer=TOP)
    for place, (block, at) in enumerate(plan.told, 1):
        yield from brush.block(f"told:{place}", "", block, at, "start")


def _borders(plan: _Plan, brush: Brush) -> Iterator[Painted]:
    """The cross between the regions, open in its middle, where the fifth stands."""
    top = plan.ink.y
    bottom = plan.told[0][1].y - INSET if plan.told else plan.ink.bottom
    middle = plan.middle
    for name, start, end in (
        ("up", Point(0, top), Point(0, middle.y)),
        ("down", Point(0, middle.bottom), Point(0, bottom)),
        ("left", Point(-WIDE, 0), Point(middle.x, 0)),
        ("right", Point(middle.right, 0), Point(WIDE, 0)),
    ):
        hair = brush.mode.group.stroke_width
        paint = Paint(NO_COLOR, brush.mode.edges.side.stroke, hair)
        yield brush.mark(f"border:{name}", "border", Path.polyline([start, end]), paint, LINE)
    yield brush.box("node:confusion", "note", middle, 4.0, BEHIND)
