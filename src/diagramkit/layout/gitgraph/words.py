"""The words of a history: labels of commits, tags, names of branches."""

from __future__ import annotations

import math
from dataclasses import dataclass

from diagramkit.geometry import Size
from diagramkit.layout.graph.label import Label
from diagramkit.layout.lines import set_lines
from diagramkit.mermaid.kinds.gitgraph.model import Commit, GitGraph
from diagramkit.mermaid.label import words
from diagramkit.theme.model import Theme

PADDING, TAG_GAP = 8.0, 4.0
"""Left and right of the words of a tag, and between tags, in user units."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is written at a commit: its id or number, its message, its tags.

    `is_named` says that it has an id or a message, not a number alone.
    """

    name: Label
    message: Label
    tags: tuple[Label, ...]
    is_named: bool
    tag_height: float

    @property
    def size(self) -> Size:
        """The room of name and message, one below the other."""
        name, message = self.name.size, self.message.size
        return Size(max(name.width, message.width), name.height + message.height)

    @property
    def tag_sizes(self) -> list[Size]:
        """The plates of the tags."""
        return [
            Size(math.ceil(tag.size.width + 2 * PADDING), self.tag_height + tag.size.height)
            for tag in self.tags
        ]


def words_of(chart: GitGraph, commit: Commit, theme: Theme, width: float) -> Words:
    """Set the words of a commit; names that are too long for `width` are broken.

    A merge or a cherry-pick without an id has no name, as in Mermaid.
    """
    name = words(commit.id, "string")
    message = commit.message
    if not name:
        name, message = message, ""
    is_named = bool(name)
    if not name and commit.kind not in ("merge", "cherry_pick"):
        name = str(commit.number + 1)
    if not chart.shows_labels:
        name = message = ""
    return Words(
        set_lines(theme, name, "label", width, strong=commit.number in chart.critical),
        set_lines(theme, message, "label", width),
        tuple(set_lines(theme, tag, "label", width) for tag in commit.tags if tag),
        is_named,
        theme.box.padding_y - 2,
    )


def branch_label(name: str, theme: Theme, width: float) -> Label:
    """The name of a branch."""
    return set_lines(theme, words(name, "string"), "emphasis", width)
