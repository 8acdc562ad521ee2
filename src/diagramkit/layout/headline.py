"""The title of a drawing as its first line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from diagramkit.geometry import Point, Size
from diagramkit.layout import Layout, Titles
from diagramkit.layout.shifted import shifted
from diagramkit.scene import Box, Primitive, Text
from diagramkit.theme.model import Mode, Theme

ROOM = 380.0
"""The least width in which a headline is set, in user units: a narrow drawing is widened for it."""
GAP = 12.0
"""From the headline to the drawing, beside the drawing's own margin."""


def _left(items: Iterable[Primitive], layout: Layout, margin: float) -> float:
    """Where the words and boxes of a drawing begin: further left than usual in a compact one."""
    edges = [item.rect.x for item in items if isinstance(item, Box | Text)]
    return min(margin, max(layout.theme.page.margin_compact, min(edges, default=margin)))


def headlined(layout: Layout, titles: Titles) -> Layout:
    """A drawing with its title above it, where `titles` asks for that; else as it was.

    The headline is flush left, in the type of headings, and wrapped at the width of the drawing.
    """
    heading = layout.title if layout.heading is None else layout.heading
    if not heading.strip() or titles == "never" or (titles == "charts" and not layout.is_chart):
        return layout
    from diagramkit.layout.charts.chart import chart_kit, worded
    from diagramkit.layout.figure.brush import Brush

    kit = chart_kit(layout.theme)
    first = layout.theme, layout.theme.light
    known = tuple(layout.paint(*first, False))
    margin = _left(known, layout, kit.margin)
    room = max(layout.size.width - 2 * margin, ROOM)
    second = [(line, "body") for line in layout.subtitle]
    block = kit.block([*worded(heading, "heading"), *second], room)  # type: ignore[list-item]
    gap = GAP + (8.0 if layout.subtitle else 0.0)
    down = kit.up(block.ink_height + gap, 4)
    width = max(layout.size.width, kit.up(block.size.width + 2 * margin, 2))

    def paint(theme: Theme, mode: Mode, source_colors: bool) -> Iterator[Primitive]:
        at = Point(margin, margin)
        is_known = theme is first[0] and mode is first[1] and not source_colors
        painted = known if is_known else layout.paint(theme, mode, source_colors)
        brush = Brush(theme, mode)
        yield from (one.item for one in brush.block("headline", "", block, at, "start"))
        yield from (shifted(item, 0.0, down) for item in painted)

    return replace(layout, size=Size(width, layout.size.height + down), paint=paint)
