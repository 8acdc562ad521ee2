"""Railroad diagrams: a thin track for each rule, stations as ruled boxes, words for how often.

What may be passed over has a track above it, what repeats one that leads back below it. Characters
stand in rounded boxes, rules in square ones, what is said of them in dashed ones. Tracks break into
rows where they are wider than the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from diagramkit.diagnostics import Location, counted
from diagramkit.geometry import Point, Rect, circle, rounded
from diagramkit.layout import Layout, NodeRole
from diagramkit.layout.budget import too_wide
from diagramkit.layout.charts.chart import CURE, around, chart_kit, chart_layout, worded
from diagramkit.layout.description import flat, tell
from diagramkit.layout.figure.brush import BODY, LINE, TOP, Brush, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.words import Label, LineKind
from diagramkit.mermaid.kinds.railroad.model import Node, Railroad
from diagramkit.mermaid.kinds.railroad.reader import written
from diagramkit.scene import NO_COLOR, Paint
from diagramkit.theme.model import Theme

GAP = 12.0
"""Between stations, and between the tracks of a choice."""
TURN = 8.0
"""Radius of the bends of tracks."""
PADDING = 10.0
HIGH = 26.0
"""The least height of a station."""
BYPASS = 12.0
"""Between a station and the track that passes it by, or leads back."""
END = 3.5
"""Radius of the dots at the ends of a track."""
RUN = 16.0
"""From the end of a track to its first station."""
BELOW = 28.0
"""Between rules."""
ROLES: Mapping[str, NodeRole] = {"terminal": "primary", "rule": "secondary", "special": "note"}


@dataclass
class _Part:
    """A piece of a grammar with its size: how far it reaches above and below its track."""

    node: Node
    wide: float
    up: float
    down: float
    words: Label = field(default_factory=Label)
    parts: list[_Part] = field(default_factory=list)


@dataclass
class _Plan:
    """Boxes and tracks in their places."""

    model: Railroad
    boxes: list[tuple[_Part, Rect]] = field(default_factory=list)
    tracks: list[list[Point]] = field(default_factory=list)
    ends: list[Point] = field(default_factory=list)
    words: list[tuple[str, Label, Point]] = field(default_factory=list)
    ink: Rect = field(default_factory=lambda: Rect(0, 0, 0, 0))

    def track(self, *points: Point) -> None:
        """A track through points; none where it leads nowhere."""
        if points[0] != points[-1]:
            self.tracks.append(list(points))


def lay_out_chart(model: Railroad, theme: Theme, path: str) -> Layout:
    """Place a railroad diagram; its stations have no classes."""
    kit = chart_kit(theme)
    plan = _plan(model, kit)
    size, paint = around(kit, plan.ink, partial(_painted, plan))
    warnings = tuple(too_wide(theme, size.width, Location(path), CURE))
    return chart_layout(theme, size, paint, model, model.description or describe(model), warnings)


def describe(model: Railroad) -> str:
    """A railroad diagram in words: its rules."""
    opening = f"Railroad diagram of {counted(len(model.rules), 'rule', 'rules')}"
    return tell(opening, [f"{one.name} is {flat(written(one.definition))}" for one in model.rules])


def _plan(model: Railroad, kit: Kit) -> _Plan:
    plan = _Plan(model)
    room = kit.theme.page.max_width - 2 * kit.margin - 2 * (RUN + 3 * END)
    y, right = 0.0, 0.0
    for number, rule in enumerate(model.rules, 1):
        title = kit.block(worded(rule.name, "title"), room)
        plan.words.append((f"rule:{number}", title, Point(0, y)))
        y += title.size.height + 4
        rows = _rows(_part(rule.definition, kit), room)
        right = max(right, title.size.width)
        for place, row in enumerate(rows):
            y += row.up
            x = RUN + END
            is_first, is_last = place == 0, place == len(rows) - 1
            plan.track(Point(END if is_first else 0, y), Point(x, y))
            plan.track(Point(x + row.wide, y), Point(x + row.wide + RUN, y))
            plan.ends += [Point(END / 2, y)] if is_first else []
            plan.ends += [Point(x + row.wide + RUN + END / 2, y)] if is_last else []
            _place(plan, row, x, y, kit)
            right = max(right, x + row.wide + RUN + 2 * END)
            y += row.down + (GAP if not is_last else 0)
        y += BELOW
    plan.ink = Rect(-END, 0, right + END, max(y - BELOW, 0.0))
    return plan


def _rows(part: _Part, room: float) -> list[_Part]:
    """A sequence in rows that fit the page; anything else is one row."""
    if part.node.kind != "sequence" or part.wide <= room:
        return [part]
    rows: list[list[_Part]] = [[]]
    for each in part.parts:
        if rows[-1] and _length([*rows[-1], each]) > room:
            rows.append([])
        rows[-1].append(each)
    return [_joined(part.node, row) for row in rows]


def _length(parts: Sequence[_Part]) -> float:
    return sum(part.wide for part in parts) + GAP * (len(parts) - 1)


def _joined(node: Node, parts: list[_Part]) -> _Part:
    up, down = max(part.up for part in parts), max(part.down for part in parts)
    return _Part(node, _length(parts), up, down, parts=parts)


def _part(node: Node, kit: Kit) -> _Part:
    """A piece with its size."""
    parts = [_part(part, kit) for part in node.parts]
    if node.kind == "sequence":
        return _joined(node, parts)
    if node.kind == "choice":
        down = parts[0].down + sum(GAP + part.up + part.down for part in parts[1:])
        wide = max(part.wide for part in parts) + 4 * TURN
        return _Part(node, wide, parts[0].up, down, parts=parts)
    if node.kind == "optional":
        (part,) = parts
        return _Part(node, part.wide + 4 * TURN, part.up + BYPASS, part.down, parts=parts)
    if node.kind == "repeat":
        (part,) = parts
        words = kit.block(worded(_times(node), "label"))
        wide = max(part.wide, words.size.width) + 4 * TURN
        up = part.up + (0.0 if node.least else BYPASS)
        down = part.down + BYPASS + (words.ink_height + 6 if words.lines else 0.0)
        return _Part(node, wide + (0.0 if node.least else 4 * TURN), up, down, words, parts)
    kind: LineKind = "mono" if node.kind == "terminal" else "body"
    words = kit.block([(line, kind) for line in node.text.split("\n")])
    wide = kit.up(words.size.width + 2 * PADDING, 2)
    high = max(HIGH, words.ink_height + 14) / 2
    return _Part(node, max(wide, HIGH), high, high, words)


def _times(node: Node) -> str:
    """How often something repeats, where that is not told by its tracks."""
    if node.most is None:
        return "" if node.least < 2 else f"{node.least} times or more"
    if node.least == node.most:
        return f"{node.least} times"
    return f"{node.least} to {node.most} times"


def _place(plan: _Plan, part: _Part, x: float, y: float, kit: Kit) -> None:
    """Put a piece where its track comes in; its own track leads on to its right side."""
    kind = part.node.kind
    if kind == "sequence":
        for place, each in enumerate(part.parts):
            if place:
                plan.track(Point(x, y), Point(x + GAP, y))
                x += GAP
            _place(plan, each, x, y, kit)
            x += each.wide
    elif kind == "choice":
        _choice(plan, part, x, y, kit)
    elif kind == "optional":
        _bypassed(plan, part, x, y, kit)
    elif kind == "repeat":
        _repeated(plan, part, x, y, kit)
    else:
        plan.boxes.append((part, Rect(x, y - part.up, part.wide, part.up + part.down)))


def _centred(plan: _Plan, part: _Part, x: float, y: float, wide: float, kit: Kit) -> None:
    """A piece in the middle of a stretch of track."""
    start = x + (wide - part.wide) / 2
    plan.track(Point(x, y), Point(start, y))
    _place(plan, part, start, y, kit)
    plan.track(Point(start + part.wide, y), Point(x + wide, y))


def _choice(plan: _Plan, part: _Part, x: float, y: float, kit: Kit) -> None:
    end, inner = x + part.wide, part.wide - 4 * TURN
    level = y
    for place, each in enumerate(part.parts):
        if place:
            level += GAP + each.up
            left = [Point(x, y), Point(x + TURN, y), Point(x + TURN, level)]
            plan.track(*left, Point(x + 2 * TURN, level))
            right = [Point(end - 2 * TURN, level), Point(end - TURN, level)]
            plan.track(*right, Point(end - TURN, y), Point(end, y))
        else:
            plan.track(Point(x, y), Point(x + 2 * TURN, y))
            plan.track(Point(end - 2 * TURN, y), Point(end, y))
        _centred(plan, each, x + 2 * TURN, level, inner, kit)
        level += each.down


def _bypassed(plan: _Plan, part: _Part, x: float, y: float, kit: Kit) -> None:
    """What may be passed over, with the track above it."""
    (each,) = part.parts
    _over(plan, x, x + part.wide, y, each.up + BYPASS)
    _centred(plan, each, x, y, part.wide, kit)


def _over(plan: _Plan, x: float, end: float, y: float, high: float) -> None:
    top = y - high
    left = [Point(x, y), Point(x + TURN, y), Point(x + TURN, top)]
    plan.track(*left, Point(end - TURN, top), Point(end - TURN, y), Point(end, y))


def _repeated(plan: _Plan, part: _Part, x: float, y: float, kit: Kit) -> None:
    """What repeats, with the track that leads back below it, and the one over all of it where it
    may be passed over."""
    (each,) = part.parts
    start, wide = x, part.wide
    if not part.node.least:
        _over(plan, x, x + part.wide, y, each.up + BYPASS)
        start, wide = x + 2 * TURN, part.wide - 4 * TURN
        plan.track(Point(x, y), Point(start, y))
        plan.track(Point(start + wide, y), Point(x + part.wide, y))
    low = y + each.down + BYPASS
    end = start + wide
    back = [Point(end - 2 * TURN, y), Point(end - TURN, y), Point(end - TURN, low)]
    plan.track(*back, Point(start + TURN, low), Point(start + TURN, y), Point(start + 2 * TURN, y))
    _centred(plan, each, start, y, wide, kit)
    if part.words.lines:
        at = Point(start + wide / 2, low + 6)
        plan.words.append((f"times:{len(plan.words)}", part.words, at))


def _painted(plan: _Plan, brush: Brush) -> Iterator[Painted]:
    line = brush.mode.edges.main
    paint = Paint(NO_COLOR, line.stroke, brush.mode.edges.side.stroke_width)
    for place, points in enumerate(plan.tracks, 1):
        yield brush.mark(f"track:{place}", "track", rounded(points, TURN), paint, LINE)
    for place, at in enumerate(plan.ends, 1):
        yield brush.mark(f"end:{place}", "end", circle(at, END), Paint(line.stroke), BODY)
    for place, (part, rect) in enumerate(plan.boxes, 1):
        role = ROLES[part.node.kind]
        role = "accent" if part.node.text in plan.model.critical else role
        radius = rect.height / 2 if part.node.kind == "terminal" else 2.0
        key = f"node:{place}"
        dashed = part.node.kind == "special"
        yield brush.box(key, role, rect, radius, owner="", dashed=dashed)
        at = Point(rect.center.x, rect.center.y - part.words.ink_height / 2)
        ink = brush.look(role).text
        yield from brush.block(f"words:{place}", role, part.words, at, "middle", key, TOP, ink)
    for key, block, at in plan.words:
        anchor = "start" if key.startswith("rule") else "middle"
        color = brush.mode.text if key.startswith("rule") else None
        yield from brush.block(key, "", block, at, anchor, color=color)  # type: ignore[arg-type]
