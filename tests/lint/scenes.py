"""Small scenes by hand: boxes, words, lines with a head, and what a rule says of them."""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect
from diagramkit.lint import Finding, check
from diagramkit.scene import Box, Connector, Head, Mark, Paint, Primitive, Scene, Text
from diagramkit.theme.load import load_theme

THEME = load_theme("editorial")
INK = "#111111"
CANVAS = "#f5f1ea"


def scene(*primitives: Primitive, width: float = 400, height: float = 300) -> Scene:
    return Scene("drawing", "light", width, height, CANVAS, "Drawing", "", primitives)


def box(
    name: str,
    x: float,
    y: float,
    width: float = 96,
    height: float = 40,
    *,
    owner: str = "",
    radius: float = 6,
    outline: Path | None = None,
    details: tuple[Path, ...] = (),
    fill: str = CANVAS,
) -> Box:
    paint = Paint(fill, INK, 1.4)
    rect = Rect(x, y, width, height)
    return Box(f"node:{name}", "primary", rect, paint, radius, outline, details, owner)


def group(name: str, x: float, y: float, width: float, height: float, *, owner: str = "") -> Box:
    rect = Rect(x, y, width, height)
    return Box(f"group:{name}", "group", rect, Paint("none", INK, 1.2), 8, owner=owner)


def diamond(name: str, x: float, y: float, width: float = 120, height: float = 60) -> Box:
    left, top, right, bottom = x, y, x + width, y + height
    middle = Point((left + right) / 2, (top + bottom) / 2)
    corners = [
        Point(left, middle.y),
        Point(middle.x, top),
        Point(right, middle.y),
        Point(middle.x, bottom),
    ]
    return box(name, x, y, width, height, outline=Path.polygon(corners))


def circle(name: str, x: float, y: float, size: float) -> Box:
    r, middle = size / 2, y + size / 2
    arcs = (
        ("M", x, middle),
        ("A", r, r, 0, 0, 1, x + size, middle),
        ("A", r, r, 0, 0, 1, x, middle),
        ("Z",),
    )
    return box(name, x, y, size, size, outline=Path(arcs))


def words(
    text: str,
    left: float,
    baseline: float,
    width: float,
    *,
    owner: str = "",
    size: float = 12,
    halo: str = "",
) -> Text:
    """Words that take `width`, 0.76 of their size above the baseline and, if a letter of theirs
    reaches there, 0.22 below it."""
    families = ("Inter", "sans-serif")
    key = f"text:{text}"
    return Text(
        key, "label", text, left, baseline, width, size, 400, INK, families, "start", owner, halo
    )


def edge(
    source: str,
    target: str,
    *points: tuple[float, float],
    head: tuple[float, float] | None = None,
    radius: float = 8,
    number: int = 0,
) -> Connector:
    """A line from box to box through `points`; `head` is where the tip of its head is."""
    line = tuple(Point(*point) for point in points)
    heads = (_head(line, Point(*head)),) if head else ()
    ends = [f"node:{name}" if name else "" for name in (source, target)]
    key = f"edge:{source}->{target}:{number}"
    return Connector(
        key, "main-edge", *ends, line, Paint(stroke=INK, stroke_width=1.4), radius, heads
    )


def mark(*points: tuple[float, float]) -> Mark:
    path = Path.polyline([Point(*point) for point in points])
    return Mark("mark:rule", "rule", path, Paint(stroke=INK, stroke_width=1))


def found(rule: str, drawing: Scene) -> list[Finding]:
    """What one rule finds in a drawing by the house theme's numbers."""
    return [finding for finding in check(drawing, THEME, least="style") if finding.rule == rule]


def keys(rule: str, drawing: Scene) -> list[tuple[str, ...]]:
    """The keys of what one rule finds."""
    return [finding.keys for finding in found(rule, drawing)]


def _head(line: tuple[Point, ...], tip: Point, length: float = 8, width: float = 7) -> Head:
    before = line[-2] if tip.distance(line[-1]) < tip.distance(line[0]) else line[1]
    span = before.distance(tip)
    dx, dy = (tip.x - before.x) / span, (tip.y - before.y) / span
    base, half = tip.moved(-dx * length, -dy * length), width / 2
    sides = base.moved(-dy * half, dx * half), base.moved(dy * half, -dx * half)
    return Head(Path.polygon([sides[0], tip, sides[1]]), tip)
