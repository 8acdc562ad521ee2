"""Tree views: names below each other, indented along thin lines, what is said of them in a grey
column at the right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from diagramkit.diagnostics import Location, counted
from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout import Layout, NodeRole
from diagramkit.layout.budget import accent_overused, too_wide
from diagramkit.layout.charts.chart import CURE, chart_kit, chart_layout, page_size, worded
from diagramkit.layout.description import flat, tell
from diagramkit.layout.figure.brush import BODY, LINE, Brush, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.graph.roles import named_role, unknown_classes
from diagramkit.layout.words import CAP_HEIGHT, Label
from diagramkit.mermaid.kinds.treeview.model import Entry, TreeView
from diagramkit.scene import NO_COLOR, Paint
from diagramkit.theme.model import Theme

STEP, AIR, GAP = 24.0, 5.0, 24.0
"""How far each level is indented; above and below the words of a row; before what is said of it."""
FOOT, LEAD = 8.0, 6.0
"""How far behind the beginning of a name the line of what it holds runs, and how far before the
name of an entry it ends."""
HIGHLIGHT = "highlight"
"""Mermaid's own class of an entry that stands out."""


@dataclass(frozen=True, slots=True)
class _Row:
    """An entry in its place; `parent` is the row of what it stands in."""

    key: str
    words: Label
    label: Label
    rect: Rect
    role: NodeRole
    parent: int | None

    @property
    def middle(self) -> float:
        """The middle of the capitals of its first line, which a line runs up to."""
        size = self.words.lines[0].style.size if self.words.lines else 0.0
        return self.rect.y + AIR + size * CAP_HEIGHT / 2


def lay_out(
    model: TreeView,
    theme: Theme,
    *,
    classes: Mapping[str, str],
    default_role: NodeRole = "primary",
    path: str = "<string>",
) -> Layout:
    """Place a tree view; arguments and errors as for `layout.lay_out`."""
    unknown: dict[str, Location | None] = {}
    roles = [_role(entry, model, classes, unknown) for entry in model.entries]
    rows, beside, size = _rows(model, roles, chart_kit(theme))
    place = Location(path)
    accents = roles.count("accent")
    warnings = (
        *unknown_classes(unknown, default_role),
        *accent_overused(theme, accents, len(roles), "entries", place),
        *too_wide(theme, size.width, place, CURE),
    )

    def paint(brush: Brush) -> Iterator[Painted]:
        yield from _painted(rows, beside, brush)

    description = model.description or describe(model)
    return chart_layout(theme, size, paint, model, description, warnings)


def describe(model: TreeView) -> str:
    """A tree view in words: its entries with what they stand in."""
    path: list[str] = []
    told: list[str] = []
    for entry in model.entries:
        path[entry.depth :] = [flat(entry.text).rstrip("/")]
        told.append("/".join(path))
    return tell(f"Tree of {counted(len(told), 'entry', 'entries')}", told)


def _role(
    entry: Entry,
    model: TreeView,
    classes: Mapping[str, str],
    unknown: dict[str, Location | None],
) -> NodeRole:
    if entry.text.rstrip("/") in model.critical:
        return "accent"
    names = [name for name in entry.classes if name != HIGHLIGHT]
    return named_role(names, classes, "primary", unknown, entry.location)


def _rows(model: TreeView, roles: list[NodeRole], kit: Kit) -> tuple[list[_Row], float, Size]:
    """The rows, where the column of what is said of them begins, and the size of the page."""
    wide, margin = 2 * kit.theme.box.wrap, kit.margin
    rows: list[_Row] = []
    path: list[int] = []
    top = margin
    for place, (entry, role) in enumerate(zip(model.entries, roles, strict=True)):
        del path[entry.depth :]
        strong = entry.text.endswith("/") or HIGHLIGHT in entry.classes or role == "accent"
        said = kit.block(worded(entry.text, "title" if strong else "note"), wide)
        label = kit.block(worded(entry.label, "label"), wide)
        height = max(said.size.height, label.size.height) + 2 * AIR
        rect = Rect(margin + entry.depth * STEP, top, said.size.width, height)
        rows.append(_Row(str(place), said, label, rect, role, path[-1] if path else None))
        path.append(place)
        top += height
    right = max((row.rect.right for row in rows), default=margin)
    beside = kit.up(right + GAP, 4)
    labels = [row.label.size.width for row in rows if row.label.lines]
    extent = beside + max(labels) if labels else right
    return rows, beside, page_size(kit, Rect(margin, margin, extent - margin, top - margin))


def _painted(rows: list[_Row], beside: float, brush: Brush) -> Iterator[Painted]:
    for row in rows:
        if row.parent is not None:
            yield _branch(row, rows[row.parent], brush)
    for row in rows:
        muted = row.role in ("secondary", "note")
        ink = brush.mode.muted if muted else brush.mode.text
        at = Point(row.rect.x, row.rect.y + AIR)
        yield from brush.block(f"name:{row.key}", "", row.words, at, "start", color=ink)
        at = Point(beside, row.rect.y + AIR)
        yield from brush.block(f"label:{row.key}", "", row.label, at, "start")


def _branch(row: _Row, parent: _Row, brush: Brush) -> Painted:
    """The line from what an entry stands in: down, and out to its name."""
    x = parent.rect.x + FOOT
    points = [Point(x, parent.rect.bottom - AIR / 2), Point(x, row.middle)]
    points.append(Point(row.rect.x - LEAD, row.middle))
    if row.role == "accent" and parent.role == "accent":
        accent = brush.mode.edges.accent
        paint, role, layer = (
            Paint(NO_COLOR, accent.stroke, accent.stroke_width),
            "accent-rule",
            BODY,
        )
    else:
        hair = brush.mode.group.stroke_width
        paint, role, layer = Paint(NO_COLOR, brush.ink("border"), hair), "hairline", LINE
    return brush.mark(f"branch:{row.key}", role, Path.polyline(points), paint, layer)
