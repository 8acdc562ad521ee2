"""`info`: the version of Mermaid whose language is read, as one line of words."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.geometry import Point, Rect
from diagramkit.layout import Layout
from diagramkit.layout.charts.chart import around, chart_kit, chart_layout
from diagramkit.layout.figure.brush import Brush, Painted
from diagramkit.mermaid.kinds.info.model import Info
from diagramkit.theme.model import Theme

SAID = "Mermaid 12.3"
"""The version whose grammars `mermaid/kinds` follows."""


def lay_out_chart(model: Info, theme: Theme, path: str) -> Layout:  # noqa: ARG001
    """Place the version."""
    kit = chart_kit(theme)
    block = kit.block([(SAID, "title")])

    def paint(brush: Brush) -> Iterator[Painted]:
        yield from brush.block("version", "", block, Point(0, 0), "start")

    size, painted = around(kit, Rect(0, 0, block.size.width, block.ink_height), paint)
    return chart_layout(theme, size, painted, model, model.description or f"{SAID}.", ())
