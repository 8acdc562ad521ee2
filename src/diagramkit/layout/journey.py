"""User journeys: the words of tasks at the left, a line of their scores at the right.

Scores run from bad at the left to good at the right, so that the line goes down through the tasks
as they follow each other; who takes part stands beside. There are no faces, and no colours for
people: the same words stand in one column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diagramkit.diagnostics import Location, counted
from diagramkit.geometry import Path, Point, Rect, Size, rounded_rect
from diagramkit.layout import Layout
from diagramkit.layout.budget import accent_overused, too_wide
from diagramkit.layout.charts.chart import CURE, chart_kit, chart_layout, page_size, worded
from diagramkit.layout.description import flat, tell
from diagramkit.layout.figure.brush import BODY, GROUND, LINE, Brush, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.journey.model import LEAST, MOST, Journey, Section, Task
from diagramkit.scene import NO_COLOR, Paint
from diagramkit.theme.model import Theme

GAP = 24.0
"""Between columns."""
AIR = 8.0
"""Above and below the words of a row."""
LEAST_TRACK = 0.5
"""The least width of the scores on a narrow page, in that of a wide one."""
DOT = 4.0
"""The radius of a score's dot."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A task, or the title of a section (`task` is None), in its place."""

    key: str
    task: Task | None
    words: Label
    people: Label
    rect: Rect
    is_critical: bool = False


@dataclass(frozen=True, slots=True)
class _Plan:
    """All rows, and the columns of the chart by their left sides; `scores` are those of the axis
    with their words."""

    rows: tuple[_Row, ...]
    scores: tuple[tuple[float, Label], ...]
    track: Rect
    people: float
    size: Size

    def at(self, row: _Row, score: float) -> Point:
        """Where the score of a row stands."""
        share = (score - LEAST) / (MOST - LEAST)
        return Point(self.track.x + share * self.track.width, row.rect.center.y)


def lay_out_chart(model: Journey, theme: Theme, path: str) -> Layout:
    """Place a user journey; its tasks have no classes."""
    plan = _plan(model, chart_kit(theme))
    tasks, place = model.tasks, Location(path)
    critical = sum(task.text in model.critical for task in tasks)
    warnings = (
        *accent_overused(theme, critical, len(tasks), "tasks", place),
        *too_wide(theme, plan.size.width, place, CURE),
    )

    def paint(brush: Brush) -> Iterator[Painted]:
        yield from _painted(plan, brush)

    description = model.description or describe(model)
    return chart_layout(theme, plan.size, paint, model, description, warnings)


def describe(model: Journey) -> str:
    """A journey in words: its tasks by section, with their scores and who takes part."""
    opening = f"User journey of {counted(len(model.tasks), 'task', 'tasks')}"
    return tell(opening, [_told(one, task) for one in model.sections for task in one.tasks])


def _told(section: Section, task: Task) -> str:
    title = f"{flat(section.title)}: " if section.title else ""
    score = "" if task.score is None else f" {task.score:g} of {MOST}"
    people = f", {', '.join(map(flat, task.people))}" if task.people else ""
    return f"{title}{flat(task.text)}{score}{people}"


def _plan(model: Journey, kit: Kit) -> _Plan:
    margin, longest = kit.margin, kit.theme.figure.bar_length * 0.75
    room = kit.theme.page.max_width - 2 * margin - 2 * GAP
    wrap = min(kit.theme.box.wrap, (room - LEAST_TRACK * longest) / 2 - 4)
    scores = [(float(at), kit.block([(str(at), "label")])) for at in range(LEAST, MOST + 1)]
    top = margin + max(block.size.height for _, block in scores) + AIR
    rows: list[_Row] = []
    for number, section in enumerate(model.sections, 1):
        if section.title:
            title = kit.block(worded(section.title, "group"), wrap)
            height = title.size.height + 2 * AIR
            rect = Rect(margin, top, title.size.width, height)
            rows.append(_Row(f"section:{number}", None, title, kit.block([]), rect))
            top += height
        for place, task in enumerate(section.tasks, 1):
            said = kit.block(worded(task.text, "body"), wrap)
            people = kit.block(worded(", ".join(task.people), "label"), wrap)
            height = max(said.size.height, people.size.height) + 2 * AIR
            rect = Rect(margin, top, said.size.width, height)
            is_critical = task.text in model.critical
            rows.append(_Row(f"{number}:{place}", task, said, people, rect, is_critical))
            top += height
    widest = max((row.words.size.width for row in rows), default=0.0)
    left = kit.up(margin + widest + GAP, 4)
    most = max((row.people.size.width for row in rows), default=0.0)
    free = kit.theme.page.max_width - margin - left - (GAP + most + 4 if most else DOT)
    track = Rect(left, margin, min(longest, max(free, LEAST_TRACK * longest)), top - margin)
    beside = kit.up(track.right + GAP, 4)
    right = beside + most if most else track.right + DOT
    size = page_size(kit, Rect(margin, margin, right - margin, top - margin))
    return _Plan(tuple(rows), tuple(scores), track, beside, size)


def _painted(plan: _Plan, brush: Brush) -> Iterator[Painted]:
    yield from _axis(plan, brush)
    scored = [(row, row.task.score) for row in plan.rows if row.task and row.task.score is not None]
    yield from _line([plan.at(row, score) for row, score in scored], brush)
    right = plan.size.width - brush.theme.page.margin
    for place, row in enumerate(plan.rows):
        start = Point(row.rect.x, row.rect.y)
        if place and row.task is None:
            yield brush.rule(f"rule:{row.key}", start, Point(right, start.y), "border")
        at = Point(row.rect.x, row.rect.center.y - row.words.ink_height / 2)
        ink = brush.mode.text if row.task else None
        yield from brush.block(f"words:{row.key}", "", row.words, at, "start", color=ink)
        at = Point(plan.people, row.rect.center.y - row.people.ink_height / 2)
        yield from brush.block(f"people:{row.key}", "", row.people, at, "start")
    for row, score in scored:
        look = brush.mode.edges.accent if row.is_critical else brush.mode.edges.main
        size = DOT + (1 if row.is_critical else 0)
        path = rounded_rect(Rect(*plan.at(row, score), 0, 0).grown(size), size)
        role = "accent-dot" if row.is_critical else "dot"
        yield brush.mark(f"dot:{row.key}", role, path, Paint(look.stroke), BODY)


def _axis(plan: _Plan, brush: Brush) -> Iterator[Painted]:
    """A thin line for each score, below its number."""
    hair = brush.mode.group.stroke_width
    for score, words in plan.scores:
        x = plan.track.x + (score - LEAST) / (MOST - LEAST) * plan.track.width
        top, bottom = Point(x, plan.track.y + words.size.height + 4), Point(x, plan.track.bottom)
        paint = Paint(NO_COLOR, brush.ink("border"), hair)
        path = Path.polyline([top, bottom])
        yield brush.mark(f"grid:{score:g}", "grid", path, paint, GROUND)
        yield from brush.block(f"score:{score:g}", "", words, Point(x, plan.track.y), "middle")


def _line(points: Sequence[Point], brush: Brush) -> Iterator[Painted]:
    if len(points) > 1:
        main = brush.mode.edges.main
        paint = Paint(NO_COLOR, main.stroke, main.stroke_width)
        yield brush.mark("line", "series", Path.polyline(list(points)), paint, LINE)
