"""Lines of words painted: one text for a line that is set in one way, else one for each stretch."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.layout.words.label import Line
from diagramkit.scene import Anchor, Mark, Paint, Text

STARTS = {"start": 0.0, "middle": 0.5, "end": 1.0}


def line_texts(
    key: str,
    role: str,
    line: Line,
    x: float,
    y: float,
    color: str,
    *,
    anchor: Anchor = "middle",
    owner: str = "",
    link: str = "",
) -> Iterator[Text | Mark]:
    """One line on its baseline `y`, anchored at `x`: words as text, formulas as outlines."""
    if not line.runs:
        style = line.style
        yield Text(
            key, role, line.text, x, y, line.width, style.size, style.weight, color,
            style.families, anchor, owner, link=link,
        )  # fmt: skip
        return
    left = x - STARTS[anchor] * line.width
    for place, run in enumerate(line.runs):
        name, style = f"{key}:{place}", run.style
        if isinstance(run.content, str):
            yield Text(
                name, role, run.content, left + run.x, y + run.drop, run.width, style.size,
                style.weight, color, style.families, "start", owner,
                link=run.link or link,
            )  # fmt: skip
        else:
            path = run.content.path(left + run.x, y)
            yield Mark(f"formula:{name}", f"{role}-formula", path, Paint(color))
