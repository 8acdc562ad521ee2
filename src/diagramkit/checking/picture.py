"""A drawing with its findings marked on it."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from diagramkit.checking.remark import Remark
from diagramkit.diagnostics import Severity
from diagramkit.geometry import number

_COLORS: dict[Severity, str] = {"error": "#d11507", "warning": "#b35c00", "style": "#0b63ce"}
_AIR, _WIDTH, _SIZE = 3.0, 2.0, 12.0


def marked(text: str, remarks: Sequence[Remark]) -> str:
    """The drawing `text` with a frame around the place of each finding, its number beside it and
    its sentence as the frame's title; in user units of the root."""
    end = text.rfind("</svg")
    if end < 0:
        return text
    frames = [_frame(remark, place) for place, remark in enumerate(remarks, 1) if remark.box]
    group = '<g fill="none" font-family="sans-serif" font-weight="700" font-size="12">'
    return f"{text[:end]}{group}\n{''.join(frames)}</g>\n{text[end:]}"


def _frame(remark: Remark, place: int) -> str:
    assert remark.box
    room, color = remark.box.grown(_AIR), _COLORS[remark.severity]
    x, y, width, height = map(number, room)
    above = number(max(room.y - 2, _SIZE))
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" stroke="{color}" '
        f'stroke-width="{number(_WIDTH)}"><title>{escape(f"{remark.code}: {remark.message}")}'
        f'</title></rect><text x="{x}" y="{above}" style="fill: {color}; stroke: none">{place}'
        "</text>\n"
    )
