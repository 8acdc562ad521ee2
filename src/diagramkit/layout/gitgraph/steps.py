"""Where commits stand in time and how the lines between them go, in steps and lanes.

A step is a place along time, a lane is a branch. A line keeps to its lane where it can; between
lanes it crosses right behind the step that it leaves or right before the step that it enters,
where no words are. Where other commits are in the way, it goes around them beside the lane.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Literal

from diagramkit.mermaid.kinds.gitgraph.model import Commit, GitGraph

Way = Literal["along", "out", "in", "around"]


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from a parent to a commit, by their numbers.

    `along` stays in its lane; `out` changes lanes behind the parent, `in` before the child;
    `around` leaves its lane behind the parent, runs beside the lane of the child, on the side of
    the parent, and enters before the child. `picked` says that the child is a copy.
    """

    parent: int
    child: int
    way: Way
    picked: bool


@dataclass(frozen=True, slots=True)
class Steps:
    """A history in steps and lanes: the step and the lane of each commit, and the lines."""

    step: tuple[int, ...]
    lane: tuple[int, ...]
    edges: tuple[Edge, ...]
    count: int
    lanes: int

    @classmethod
    def of(cls, chart: GitGraph) -> Steps:
        """Every commit at a step of its own, unless the chart is parallel."""
        places = {name: place for place, name in enumerate(chart.branches)}
        lane = tuple(places[commit.branch] for commit in chart.commits)
        step = _steps(chart)
        taken: list[list[int]] = [[] for _ in chart.branches]
        for commit in chart.commits:
            taken[lane[commit.number]].append(step[commit.number])
        for steps in taken:
            steps.sort()
        joins = {
            (lane[commit.number], step[commit.number])
            for commit in chart.commits
            if len(set(commit.parents)) > 1
        }
        edges = tuple(
            _edge(commit, place, step, lane, taken, joins)
            for commit in chart.commits
            for place in range(len(set(commit.parents)))
        )
        return cls(step, lane, edges, max(step, default=-1) + 1, len(chart.branches))


def _steps(chart: GitGraph) -> tuple[int, ...]:
    if not chart.parallel:
        return tuple(commit.number for commit in chart.commits)
    steps: list[int] = []
    for commit in chart.commits:
        steps.append(max((steps[parent] + 1 for parent in commit.parents), default=0))
    return tuple(steps)


def _edge(
    commit: Commit,
    place: int,
    step: Sequence[int],
    lane: Sequence[int],
    taken: Sequence[Sequence[int]],
    joins: Container[tuple[int, int]],
) -> Edge:
    """The line from one of the parents of a commit; `joins` are the lanes and steps at which
    other lines enter a lane, too."""
    parent, child = commit.parents[place], commit.number
    from_, to = lane[parent], lane[child]
    own, other = (_is_free(taken[one], step[parent], step[child]) for one in (from_, to))
    is_second = commit.kind in ("merge", "cherry_pick") and place == len(commit.parents) - 1
    way: Way = "around"
    if from_ == to:
        way = "along" if own else "around"
    elif other and not is_second:
        way = "out"
    elif own and (from_, step[child]) not in joins:
        way = "in"
    return Edge(parent, child, way, commit.kind == "cherry_pick" and is_second)


def _is_free(taken: Sequence[int], start: int, end: int) -> bool:
    """Whether no commit of a lane stands between two steps."""
    return bisect_right(taken, start) >= bisect_left(taken, end)
