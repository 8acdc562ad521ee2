"""Histories of commits: a lane for each branch, thin lines, a dot for each commit.

A plain commit is a dot, a highlight a square, a merge a ring, a reverse commit a ring with a
cross, a cherry-pick a ring with a dot, its line from the origin dashed. Words are never turned.
"""

from __future__ import annotations

from diagramkit.diagnostics import Location, counted
from diagramkit.layout import Layout
from diagramkit.layout.budget import accent_overused, too_wide
from diagramkit.layout.description import tell
from diagramkit.layout.gitgraph import across, down
from diagramkit.layout.gitgraph.pen import Pen
from diagramkit.layout.lines import distinct
from diagramkit.mermaid.kinds.gitgraph.model import Commit, GitGraph
from diagramkit.theme.model import Theme

__all__ = ["lay_out_chart"]


def lay_out_chart(chart: GitGraph, theme: Theme, path: str) -> Layout:
    """Place a history. Commits have no classes."""
    keys = distinct(commit.id or f"#{commit.number + 1}" for commit in chart.commits)
    place = across.place if chart.direction == "LR" else down.place
    placed = place(chart, keys, theme)
    critical, whole = len(chart.critical), Location(path)
    return Layout(
        theme,
        (
            *accent_overused(theme, critical, len(chart.commits), "commits", whole),
            *too_wide(theme, placed.size.width, whole, "shorten names, or show fewer branches"),
        ),
        chart.title,
        chart.description or _describe(chart),
        placed.size,
        lambda theme, mode, _: Pen(placed, theme, mode).primitives(),
    )


def _describe(chart: GitGraph) -> str:
    """A history in words: its commits in order."""
    commits = counted(len(chart.commits), "commit", "commits")
    branches = counted(len(chart.branches), "branch", "branches")
    head = f"History of {commits} on {branches}, {', '.join(chart.branches[:24])}"
    return tell(head, (_sentence(chart, commit) for commit in chart.commits))


def _sentence(chart: GitGraph, commit: Commit) -> str:
    """A commit in words: where it is, what it joins or copies, its tags."""
    name = commit.id or commit.message or str(commit.number + 1)
    verb = {"merge": " merges ", "cherry_pick": " copies "}.get(commit.kind)
    other = chart.commits[commit.parents[-1]] if commit.parents else None
    joined = ""
    if verb and other:
        joined = verb + (other.branch if commit.kind == "merge" else other.id)
    tags = f", tagged {', '.join(commit.tags)}" if commit.tags else ""
    return f"{name} on {commit.branch}{joined}{tags}"
