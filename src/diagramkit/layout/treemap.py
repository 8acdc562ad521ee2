"""Treemaps: ruled rooms as large as their values, sections below a rule with their title and sum.

Rooms are as square as they get, the largest first (Bruls, Huizing and van Wijk 2000). What a room
is too small for stands below the chart with its value, and with a number that is in the room.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from diagramkit.diagnostics import Location, counted
from diagramkit.geometry import Point, Rect
from diagramkit.layout import ClassLook, Layout, NodeRole
from diagramkit.layout.budget import accent_overused
from diagramkit.layout.charts.chart import chart_kit, chart_layout, notation_of, page_size, worded
from diagramkit.layout.charts.numbers import Notation, said
from diagramkit.layout.description import flat, tell
from diagramkit.layout.figure.brush import BODY, TOP, Brush, Ink, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.graph.compose import box_paint, styled
from diagramkit.layout.graph.roles import Roles, assign
from diagramkit.layout.words import Label, LineKind
from diagramkit.mermaid.kinds.flowchart.model import Flowchart, Node, Style
from diagramkit.mermaid.kinds.treemap.model import Item, Treemap
from diagramkit.scene import Box
from diagramkit.scene import Paint as BoxPaint
from diagramkit.theme.model import Mode, Theme

WIDTH, HEIGHT = 720.0, 440.0
"""Of all the rooms together, where the page is not narrower."""
GAP = 4.0
"""Between rooms."""
APART = 12.0
"""Between sections of the first level; between those inside of them, GAP twice."""
PADDING = 8.0
TITLE, LINE = 24.0, 16.0
"""Height of the title of a section below its rule, and of each of its lines."""
MOST_LINES = 2
"""Of the title of a section."""
COLUMN = 24.0
"""Between columns of what stands below."""

_FORMAT = re.compile(r"(\$?)(0?,0?)?(?:\.(\d{1,2}))?([fe%d]?)")


@dataclass(frozen=True, slots=True)
class _Room:
    """A leaf or a section in its place; words without lines stand below the chart."""

    key: str
    item: Item
    rect: Rect
    depth: int
    words: Label
    value: Label
    is_flat: bool
    """Whether a leaf is so low that its value stands beside its name."""


@dataclass
class _Plan:
    rooms: list[_Room] = field(default_factory=list)
    told: list[tuple[Label, Label, Point]] = field(default_factory=list)
    marks: list[tuple[Label, Point, str]] = field(default_factory=list)
    """Numbers, where their capitals begin in the middle, and the keys of their rooms."""
    leaves: list[Node] = field(default_factory=list)
    quiet: tuple[str, ...] = ()
    """The classes of a leaf without any."""


def lay_out(
    model: Treemap,
    theme: Theme,
    *,
    classes: Mapping[str, str],
    default_role: NodeRole = "primary",
    path: str = "<string>",
) -> Layout:
    """Place a treemap; leaves have the roles of their classes and of those of their sections."""
    kit = chart_kit(theme)
    plan = _Plan()
    names = dict(zip(_all(model.items), _written(model, kit), strict=True))
    width = min(WIDTH, theme.page.max_width - 2 * kit.margin)
    whole = Rect(kit.margin, kit.margin, width, HEIGHT)
    # Black lines around every room would be a grid: what has no class is quiet.
    plan.quiet = ("secondary",) if default_role == "primary" else ()
    _fill(plan, model.items, whole, ("",), names, kit)
    bottom = _tell(plan, kit, whole, names) if model.items else whole.y
    size = page_size(kit, Rect(*whole[:3], bottom - whole.y))
    styles = dict(model.class_styles)
    chart = Flowchart("TB", tuple(plan.leaves), class_styles=styles)
    roles = assign(chart, classes, default_role)
    count = sum(node.text in model.critical for node in plan.leaves)
    over = accent_overused(theme, count, len(plan.leaves), "leaves", Location(path))

    def look(name: str, role: NodeRole) -> ClassLook:
        def of(theme: Theme, mode: Mode, source_colors: bool) -> BoxPaint:
            own = styles.get(name, ())
            return styled(box_paint(role, mode, source_colors), own, theme, mode, source_colors)

        return ClassLook(name, of)

    description = model.description or describe(model)
    paint = partial(_painted, plan, model, roles, styles)
    layout = chart_layout(theme, size, paint, model, description, (*roles.warnings, *over))
    looks = tuple(look(*one) for one in roles.classes.items())
    return replace(layout, classes=looks)


def describe(model: Treemap) -> str:
    """A treemap in words: its leaves with their values, by section."""
    leaves = list(_paths(model.items, ""))
    opening = f"Treemap of {counted(len(leaves), 'leaf', 'leaves')}"
    return tell(opening, [f"{path} {item.value:g}" for path, item in leaves])


def _paths(items: Iterable[Item], before: str) -> Iterator[tuple[str, Item]]:
    for item in items:
        name = f"{before}{flat(item.name)}"
        if item.value is not None:
            yield name, item
        else:
            yield from _paths(item.parts, f"{name}: ")


def _all(items: Iterable[Item]) -> Iterator[int]:
    """The identity of every item, since two may say the same."""
    for item in items:
        yield id(item)
        yield from _all(item.parts)


def _totals(items: Iterable[Item]) -> Iterator[float]:
    for item in items:
        yield item.total
        yield from _totals(item.parts)


def _written(model: Treemap, kit: Kit) -> list[str]:
    """The value of every item in words; none where they are not shown."""
    values = list(_totals(model.items))
    if not model.shows_values:
        return [""] * len(values)
    notation = notation_of(kit.theme)
    form = _FORMAT.fullmatch(model.value_format)
    if form is None or not (form[3] or form[1] or form[4]):
        return said(values, notation=notation)
    return [_formatted(value, form, notation) for value in values]


def _formatted(value: float, form: re.Match[str], notation: Notation) -> str:
    """A value as d3-format writes it, as far as diagrams use that."""
    digits = int(form[3]) if form[3] else 0
    kind = "f" if form[4] in ("", "d") else form[4]
    plain = value == int(value) and not form[3] and kind == "f"
    words = f"{int(value):,}" if plain else f"{value:,.{digits}{kind}}"
    return form[1] + notation.of(words if form[2] else words.replace(",", ""))


def _fill(
    plan: _Plan,
    items: Sequence[Item],
    room: Rect,
    above: tuple[str, ...],
    names: Mapping[int, str],
    kit: Kit,
) -> None:
    """Items in a room; `above` holds their number and the classes of the sections around them."""
    depth, classes = above[0].count("."), above[1:]
    gap = GAP if all(item.value is not None for item in items) else (2 * GAP if depth else APART)
    order = sorted(range(len(items)), key=lambda place: -items[place].total)
    rects = squarified([items[place].total for place in order], room, gap)
    for place, exact in zip(order, rects, strict=True):
        left, top, right, bottom = map(round, (exact.x, exact.y, exact.right, exact.bottom))
        rect = Rect(left, top, right - left, bottom - top)
        item, number = items[place], f"{above[0]}{place + 1}"
        own = (*classes, item.class_name) if item.class_name else classes
        words, value = _words(item, names[id(item)], rect, kit)
        is_flat = words.size.height + value.size.height > rect.height - 2 * PADDING
        plan.rooms.append(_Room(number, item, rect, depth, words, value, is_flat))
        if item.value is not None:
            plan.leaves.append(Node(number, item.name, None, own or plan.quiet))
            continue
        head = TITLE - LINE + words.size.height if words.lines else 0.0
        inner = Rect(left, top + head, rect.width, max(rect.height - head, 0.0))
        _fill(plan, item.parts, inner, (f"{number}.", *own), names, kit)


def _words(item: Item, number: str, rect: Rect, kit: Kit) -> tuple[Label, Label]:
    """The words of an item and its value, above each other in a leaf, side by side over a section
    and in a leaf that is too low; nothing where they have no room."""
    kind: LineKind = "group" if item.value is None else "body"
    value = kit.block(worded(number, "label"), WIDTH)
    beside = value.size.width + COLUMN if item.value is None and value.lines else 0.0
    wide = rect.width - (beside if item.value is None else 2 * PADDING)
    words = kit.block(worded(item.name, kind), max(wide, 1.0))
    longest = kit.block([(word, kind) for word in item.name.split()], WIDTH).size.width
    if item.value is None and not words.lines:
        return words, words
    if item.value is None:
        fits = len(words.lines) <= MOST_LINES and rect.height > TITLE + words.size.height
    else:
        high = words.size.height + value.size.height
        fits = value.size.width <= wide and high <= rect.height - 2 * PADDING
        if not fits:
            # Too low for both above each other.
            wide -= value.size.width + PADDING if value.lines else 0.0
            words = kit.block(worded(item.name, kind), max(wide, 1.0))
            fits = max(words.size.height, value.size.height) + GAP <= rect.height
    return (words, value) if fits and longest <= wide else (kit.block([]), kit.block([]))


def squarified(values: Sequence[float], room: Rect, gap: float) -> list[Rect]:
    """Rooms of areas in proportion to values, in descending order, in rows along the shorter side
    of what is left: a row grows as long as its rooms get squarer. What is nothing has no area."""
    total = sum(values)
    if not total or min(room.size) <= 0:
        return [Rect(room.x, room.y, 0.0, 0.0) for _ in values]
    scale = (room.width + gap) * (room.height + gap) / total
    rest = Rect(room.x, room.y, room.width + gap, room.height + gap)
    found: list[Rect] = []
    while len(found) < len(values):
        side = min(rest.size)
        count, area = 1, values[len(found)] * scale
        while len(found) + count < len(values):
            row = values[len(found) : len(found) + count + 1]
            grown = area + row[-1] * scale
            if _worst(row, grown, side, scale) > _worst(row[:-1], area, side, scale):
                break
            count, area = count + 1, grown
        thick = area / side if side else 0.0
        is_column = rest.width >= rest.height
        at = rest.y if is_column else rest.x
        for value in values[len(found) : len(found) + count]:
            long = value * scale / thick if thick else 0.0
            cell = Rect(rest.x, at, thick, long) if is_column else Rect(at, rest.y, long, thick)
            found.append(cell)
            at += long
        if is_column:
            rest = Rect(rest.x + thick, rest.y, max(rest.width - thick, 0.0), rest.height)
        else:
            rest = Rect(rest.x, rest.y + thick, rest.width, max(rest.height - thick, 0.0))
    return [
        Rect(one.x, one.y, max(one.width - gap, 0.0), max(one.height - gap, 0.0)) for one in found
    ]


def _worst(row: Sequence[float], area: float, side: float, scale: float) -> float:
    """The ratio of the sides of the room in a row that is furthest from a square."""
    if not area or not row[-1]:
        return float("inf") if area else 0.0
    thick = area / side
    return max(max(thick * thick / (one * scale), one * scale / thick**2) for one in row)


def _tell(plan: _Plan, kit: Kit, whole: Rect, names: Mapping[int, str]) -> float:
    """Words in columns below the chart for rooms that are too small for theirs; where all ends."""
    small = [room for room in plan.rooms if not room.words.lines and room.item.name]
    bottom = whole.bottom if any(room.rect.width for room in plan.rooms) else whole.y
    blocks: list[tuple[Label, Label]] = []
    for room in small:
        value = kit.block(worded(names[id(room.item)], "label"))
        said_name = f"{_marked(plan, room, kit)} {flat(room.item.name)}".lstrip()
        wrap = max(whole.width - value.size.width - PADDING, whole.width / 2)
        blocks.append((kit.block(worded(said_name, "body"), wrap), value))
    if not blocks:
        return bottom
    gap = PADDING
    width = max(name.size.width + gap + value.size.width for name, value in blocks) + COLUMN
    columns = max(1, int((whole.width + COLUMN) // width))
    top = bottom + APART if bottom > whole.y else whole.y
    for start in range(0, len(blocks), columns):
        row = blocks[start : start + columns]
        for column, (name, value) in enumerate(row):
            plan.told.append((name, value, Point(whole.x + column * width, top)))
        top += max(max(name.size.height, value.size.height) for name, value in row)
    return top


def _marked(plan: _Plan, room: _Room, kit: Kit) -> str:
    """The number that stands in the room of a leaf, which is noted down; none where even that has
    no room."""
    number = str(len(plan.marks) + 1)
    block, rect = kit.block([(number, "label")]), room.rect
    if room.item.value is None or block.size.width + GAP > rect.width or rect.height < LINE:
        return ""
    at = Point(rect.center.x, rect.center.y - block.ink_height / 2)
    plan.marks.append((block, at, f"node:{room.key}"))
    return number


def _painted(
    plan: _Plan,
    model: Treemap,
    roles: Roles,
    styles: Mapping[str, Style],
    brush: Brush,
) -> Iterator[Painted]:
    classes = {node.id: node.classes for node in plan.leaves}
    for room in plan.rooms:
        rect, is_critical = room.rect, room.item.name in model.critical
        if min(rect.size) <= 0:
            continue
        if room.item.value is None:
            yield from _section(room, is_critical, brush)
            continue
        role: NodeRole = "accent" if is_critical else roles.nodes[room.key]
        style = tuple(one for name in classes[room.key] for one in styles.get(name, ()))
        base = box_paint(role, brush.mode, brush.source_colors)
        paint = styled(base, style, brush.theme, brush.mode, brush.source_colors)
        layer = TOP if is_critical else BODY
        inset = min(paint.stroke_width, *rect.size) / 2
        box = Box(f"node:{room.key}", role, rect.grown(-inset), paint)
        yield Painted(layer, box)
        at = Point(rect.x + PADDING, rect.y + PADDING + 2)
        if room.is_flat:
            at = Point(at.x, rect.center.y - room.words.ink_height / 2)
        look, key = brush.mode.box(role), f"words:{room.key}"
        yield from brush.block(key, "", room.words, at, "start", box.key, TOP, look.text)
        rise = room.words.ink_height - room.value.ink_height
        beside = Point(room.words.size.width + PADDING, rise)
        below = Point(0, room.words.size.height)
        at, key = at.moved(*(beside if room.is_flat else below)), f"value:{room.key}"
        yield from brush.block(key, "", room.value, at, "start", box.key, TOP, look.muted)
    for place, (block, at, home) in enumerate(plan.marks, 1):
        yield from brush.block(f"mark:{place}", "", block, at, "middle", home, TOP, brush.mode.text)
    for place, (name, value, at) in enumerate(plan.told, 1):
        yield from brush.block(f"told:{place}", "", name, at, "start")
        beside = at.moved(name.size.width + PADDING, 0)
        yield from brush.block(f"told-value:{place}", "", value, beside, "start")


def _section(room: _Room, is_critical: bool, brush: Brush) -> Iterator[Painted]:
    """The rule of a section, its title and its sum."""
    rect = room.rect
    if room.words.lines:
        ink: Ink = "accent" if is_critical else "border" if room.depth else "line"
        ends = Point(rect.x, rect.y), Point(rect.right, rect.y)
        yield brush.rule(f"rule:{room.key}", *ends, ink)
    at = Point(rect.x, rect.y + PADDING)
    yield from brush.block(f"title:{room.key}", "", room.words, at, "start", color=brush.mode.text)
    at = Point(rect.right, rect.y + PADDING)
    yield from brush.block(f"sum:{room.key}", "", room.value, at, "end")
