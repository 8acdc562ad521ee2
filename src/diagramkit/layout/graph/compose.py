"""A placed chart in the paints of a mode: the scene."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from diagramkit.color import plain
from diagramkit.geometry import Path, Point
from diagramkit.layout import NodeRole
from diagramkit.layout.graph import shapes
from diagramkit.layout.graph.beside import Lane, Region
from diagramkit.layout.graph.compartments import Inscription
from diagramkit.layout.graph.dividers import dividers
from diagramkit.layout.graph.heads import onto_outline
from diagramkit.layout.graph.marks import with_end
from diagramkit.layout.graph.page import Page, Spot
from diagramkit.layout.graph.record_words import RecordWriter
from diagramkit.layout.graph.roles import EdgeRole, Roles
from diagramkit.layout.graph.tree import Tree
from diagramkit.layout.words import CAP_HEIGHT, line_texts
from diagramkit.mermaid.kinds.flowchart.model import Edge, Flowchart, Group, Node, Style
from diagramkit.scene import NO_COLOR, Box, Connector, Head, Mark, Paint, Primitive, Text
from diagramkit.theme.model import Mode, Theme
from diagramkit.theme.paints import dash_of, known_paints, own_line, width_of


class Composer:
    """Turns a placed chart into primitives, in paint order."""

    def __init__(
        self,
        chart: Flowchart,
        page: Page,
        spots: dict[int, Spot],
        roles: Roles,
        theme: Theme,
        mode: Mode,
        source_colors: bool,
    ) -> None:
        self.chart, self.page, self.spots, self.roles = chart, page, spots, roles
        self.theme, self.source_colors = theme, source_colors
        self.mode = mode
        self.keys = edge_keys(chart)
        self.parents = Tree.of(chart).parent
        self.regions = {group.id for group in chart.groups if isinstance(group, Region)}

    def primitives(self) -> tuple[Primitive, ...]:
        """Groups, then lines, then boxes with their words, then the words of lines."""
        page = self.page
        groups = [
            group
            for group in self.chart.groups
            if group.id in page.rects and not isinstance(group, Region)
        ]
        groups.sort(key=lambda group: -page.rects[group.id].width * page.rects[group.id].height)
        inside = {group.id for group in groups}
        nodes = [node for node in self.chart.nodes if node.id not in inside]
        boxes = {node.id: self._box(node) for node in nodes}
        frames = {group.id: self._frame(group) for group in groups}
        items: list[Primitive] = [*frames.values(), *self._dividers()]
        items.extend(self._connectors({**boxes, **frames}))
        for node in nodes:
            items.append(boxes[node.id])
            items.extend(self._words(node))
        for group in groups:
            items.extend(self._title(group))
        items.extend(self._labels())
        items.extend(self._end_words())
        return tuple(items)

    def _box(self, node: Node) -> Box:
        role = self.roles.nodes[node.id]
        rect, tokens = self.page.rects[node.id], self.theme.box
        paint = box_paint(role, self.mode, self.source_colors)
        if shapes.is_solid(node.shape):
            paint = replace(paint, fill=paint.stroke)
        elif shapes.is_unfilled(node.shape):
            paint = replace(paint, fill=NO_COLOR)
        if shapes.is_frameless(node.shape):
            paint = Paint()
        else:
            paint = self._styled(paint, self._style(node.classes, node.style))
        return Box(
            f"node:{node.id}",
            role,
            rect,
            paint,
            tokens.note_radius if role == "note" else tokens.radius,
            shapes.outline(node.shape, rect, self.page.labels[node.id].size, self.theme),
            shapes.details(node.shape, rect, self.theme),
            owner=self._owner(node.id),
            link=node.link or "",
        )

    def _frame(self, group: Group) -> Box:
        look = self.mode.group
        paint = Paint(look.fill, look.stroke, look.stroke_width)
        if category := self.roles.groups.get(group.id):
            paint = replace(box_paint(category, self.mode, self.source_colors), fill=look.fill)
        paint = self._styled(paint, self._style(group.classes, group.style))
        return Box(
            f"group:{group.id}",
            "lane" if isinstance(group, Lane) else "group",
            self.page.rects[group.id],
            paint,
            self.theme.box.group_radius,
            owner=self._owner(group.id),
        )

    def _dividers(self) -> Iterator[Mark]:
        """Dashed lines between the regions of each group."""
        look = self.mode.group
        paint = Paint(NO_COLOR, look.stroke, look.stroke_width, tuple(self.theme.edge.dash))
        for group in self.chart.groups:
            rects = [self.page.rects[name] for name in group.members if name in self.regions]
            for place, (start, end) in enumerate(dividers(self.page.rects[group.id], rects)):
                path = Path((("M", *start), ("L", *end)))
                yield Mark(f"divider:{group.id}:{place}", "group", path, paint)

    def _owner(self, name: str) -> str:
        """The key of the group that a node or group stands in; empty at the top."""
        parent = self.parents.get(name)
        while parent in self.regions:
            parent = self.parents.get(parent)
        return f"group:{parent}" if parent else ""

    def _words(self, node: Node) -> Iterator[Text | Mark]:
        label, rect = self.page.labels[node.id], self.page.rects[node.id]
        role = self.roles.nodes[node.id]
        look = self.mode.box(role)
        own = dict(self._style(node.classes, node.style)) if self.source_colors else {}
        if isinstance(label, Inscription):
            rule = Paint(NO_COLOR, self.mode.border, self.theme.record.rule)
            color = _shown(own.get("color", ""))
            link = node.link or ""
            writer = RecordWriter(node.id, role, label, rect, look, rule, color, link)
            yield from writer.primitives()
            return
        middle = rect.center.y + shapes.shift(node.shape, self.theme)
        starts = label.starts(rect.center.x)
        for place, (line, y) in enumerate(zip(label.lines, label.baselines(middle), strict=True)):
            color = look.muted if line.kind == "body" else look.text
            color = _shown(own.get("color", "")) or color
            start = starts[place]
            yield from line_texts(
                f"text:{node.id}:{place}",
                f"{role}-{line.kind}" if line.kind != role else role + "-text",
                line,
                rect.center.x if start is None else start,
                y,
                color,
                anchor="middle" if start is None else "start",
                owner=f"node:{node.id}",
                link=node.link or "",
            )

    def _title(self, group: Group) -> Iterator[Text | Mark]:
        label, rect = self.page.labels[group.id], self.page.rects[group.id]
        left = rect.x + self.page.titles[group.id]
        header = self.theme.spacing.group_header
        for place, line in enumerate(label.lines):
            drop = header / 2 + line.style.size * CAP_HEIGHT / 2 + place * line.rise
            yield from line_texts(
                f"title:{group.id}:{place}",
                "group-title",
                line,
                left,
                rect.y + drop + 2,
                self.mode.group.text,
                anchor="start",
                owner=f"group:{group.id}",
            )

    def _labels(self) -> Iterator[Text | Mark]:
        keys = self.keys
        for index, spot in self.spots.items():
            label = self.page.edge_labels[index]
            accent = self.roles.edges[index] == "accent"
            color = self.mode.label_accent if accent else self.mode.label
            for place, (line, y) in enumerate(
                zip(label.lines, label.baselines(spot.rect.center.y), strict=True)
            ):
                yield from line_texts(
                    f"label:{keys[index]}:{place}",
                    "accent-label" if accent else "label",
                    line,
                    spot.x,
                    y,
                    color,
                    anchor=spot.anchor,
                    owner=f"edge:{keys[index]}",
                )

    def _end_words(self) -> Iterator[Text | Mark]:
        keys = self.keys
        for (index, tail), spot in self.page.end_spots.items():
            label = self.page.end_labels[index, tail]
            baselines = label.baselines(spot.rect.center.y)
            for place, y in enumerate(baselines):
                yield from line_texts(
                    f"{'tail' if tail else 'head'}:{keys[index]}:{place}",
                    "label",
                    label.lines[place],
                    spot.x,
                    y,
                    self.mode.label,
                    anchor=spot.anchor,
                    owner=f"edge:{keys[index]}",
                )

    def _connectors(self, boxes: dict[str, Box]) -> Iterator[Connector]:
        keys = self.keys
        accents: list[Connector] = []
        for index, edge in enumerate(self.chart.edges):
            route = self.page.routes.get(index)
            if route is None or edge.line == "invisible" or len(route) < 2:
                continue
            connector = self._connector(keys[index], index, edge, route, boxes)
            if connector.role == "accent-edge":
                accents.append(connector)
            else:
                yield connector
        # The critical path is painted over what it crosses.
        yield from accents

    def _connector(
        self, key: str, index: int, edge: Edge, route: list[Point], boxes: dict[str, Box]
    ) -> Connector:
        role = self._edge_role(index)
        look = getattr(self.mode.edges, role)
        width = look.stroke_width
        if edge.line == "thick":
            # A heavy line that is not the critical path is heavy all the same.
            width = max(width, self.mode.edges.accent.stroke_width)
        paint = Paint(stroke=look.stroke, stroke_width=width)
        tokens = self.theme.edge
        if role == "dashed" or edge.line == "dotted":
            paint = Paint(NO_COLOR, paint.stroke, paint.stroke_width, tuple(tokens.dash))
        if category := self.roles.lines.get(index):
            stroke = self.mode.box(category).stroke
            paint = Paint(NO_COLOR, stroke, paint.stroke_width, paint.dash)
        paint = self._styled(paint, edge.style)
        size = getattr(tokens.head, "main" if role == "dashed" else role)
        heads: list[Head] = []
        points = onto_outline(route, boxes[edge.target].polygon)
        points, head = with_end(points, edge, tail=False, size=size, theme=self.theme)
        heads.extend([head] if head else [])
        points = onto_outline(points[::-1], boxes[edge.source].polygon)
        points, tail = with_end(points, edge, tail=True, size=size, theme=self.theme)
        heads.extend([tail] if tail else [])
        return Connector(
            f"edge:{key}",
            f"{role}-edge",
            boxes[edge.source].key,
            boxes[edge.target].key,
            tuple(points[::-1]),
            paint,
            tokens.radius,
            tuple(heads),
        )

    def _edge_role(self, index: int) -> EdgeRole:
        """A return to the next row is drawn as secondary, unless it is critical."""
        role = self.roles.edges[index]
        return "side" if index in self.page.returns and role == "main" else role

    def _styled(self, paint: Paint, style: Style) -> Paint:
        return styled(paint, style, self.theme, self.mode, self.source_colors)

    def _style(self, classes: tuple[str, ...], own: Style) -> Style:
        defined = [part for name in classes for part in self.chart.class_styles.get(name, ())]
        return tuple({**dict(defined), **dict(own)}.items())


def box_paint(role: NodeRole, mode: Mode, source_colors: bool) -> Paint:
    """The paint of boxes of a role; where the source has its own colours, without the dashes that
    tell categories apart."""
    look = mode.box(role)
    dash = () if source_colors else look.dash
    return Paint(look.fill, look.stroke, look.stroke_width, dash)


def styled(paint: Paint, style: Style, theme: Theme, mode: Mode, source_colors: bool) -> Paint:
    """A paint with what the source says of it: dashes and how heavy lines are, which is no colour,
    always; the rest where its colours are kept."""
    if source_colors:
        return _repainted(paint, style)
    if not style:
        return paint
    own = own_line(dict(style), known_paints(theme))
    if own.weight == "none":
        return Paint(paint.fill)
    width = {
        "thin": min(paint.stroke_width, mode.edges.side.stroke_width),
        "thick": max(paint.stroke_width, mode.edges.accent.stroke_width),
    }.get(own.weight, paint.stroke_width)
    dash = tuple(theme.edge.dash) if own.dash else paint.dash
    return Paint(paint.fill, paint.stroke, width, dash)


def edge_keys(chart: Flowchart) -> list[str]:
    """`A->B:0` for the first edge from A to B, `A->B:1` for the next, and so on."""
    counts: Counter[str] = Counter()
    keys: list[str] = []
    for edge in chart.edges:
        pair = f"{edge.source}->{edge.target}"
        keys.append(f"{pair}:{counts[pair]}")
        counts[pair] += 1
    return keys


def _repainted(paint: Paint, style: Style) -> Paint:
    """A paint with the colours that the source gives; what is no plain colour is passed over."""
    own = dict(style)
    fill, stroke = (_shown(own.get(name, "")) for name in ("fill", "stroke"))
    width = width_of(own.get("stroke-width", ""))
    return Paint(
        fill if fill and paint.fill != NO_COLOR else paint.fill,
        stroke or paint.stroke,
        paint.stroke_width if width is None else width,
        dash_of(own.get("stroke-dasharray", "")) or paint.dash,
    )


def _shown(text: str) -> str:
    """A colour of the source as `#rrggbb`; empty for what is none."""
    return plain(text)[:7]


def moved(page: Page, spots: dict[int, Spot], dx: float, dy: float) -> dict[int, Spot]:
    """Shift a whole page; returns the shifted labels."""
    page.rects = {name: rect.moved(dx, dy) for name, rect in page.rects.items()}
    page.routes = {
        index: [point.moved(dx, dy) for point in route] for index, route in page.routes.items()
    }
    page.end_spots = {end: spot.moved(dx, dy) for end, spot in page.end_spots.items()}
    return {index: spot.moved(dx, dy) for index, spot in spots.items()}
