"""The words of a history: labels of commits, tags, names of branches."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from diagramkit.geometry import Size
from diagramkit.layout.lines import set_lines
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.gitgraph.model import Commit, GitGraph
from diagramkit.mermaid.label import words
from diagramkit.theme.model import Theme

PADDING, TAG_GAP = 8.0, 4.0
"""Left and right of the words of a tag, and between tags, in user units."""
_HASH = re.compile("[0-9a-f]{12,64}")
LEAST_DIGITS = 7
"""A hash has so many digits at least, as git abbreviates it."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is written at a commit: its id or number, its message, its tags.

    `tag_sizes` are those of the plates of tags. `is_named` says that it has an id or a message,
    not a number alone.
    """

    name: Label
    message: Label
    tags: tuple[Label, ...]
    tag_sizes: tuple[Size, ...]
    is_named: bool

    @property
    def size(self) -> Size:
        """The room of name and message, one below the other."""
        name, message = self.name.size, self.message.size
        return Size(max(name.width, message.width), name.height + message.height)


def all_words(chart: GitGraph, theme: Theme, width: float) -> list[Words]:
    """Set the words of the commits; names that are too long for `width` are broken, and hashes
    have as many digits as tell them apart.

    A merge or a cherry-pick without an id has no name, as in Mermaid.
    """
    hashes = {commit.id for commit in chart.commits if _HASH.fullmatch(commit.id)}
    digits = next(
        length
        for length in range(LEAST_DIGITS, 65)
        if len({one[:length] for one in hashes}) == len(hashes)
    )
    return [
        _words_of(chart, one, one.id[:digits] if one.id in hashes else one.id, theme, width)
        for one in chart.commits
    ]


def _words_of(chart: GitGraph, commit: Commit, shown: str, theme: Theme, width: float) -> Words:
    """Set the words of a commit whose id is shown so."""
    name = words(shown, "string")
    message = commit.message
    if not name:
        name, message = message, ""
    is_named = bool(name)
    if not name and commit.kind not in ("merge", "cherry_pick"):
        name = str(commit.number + 1)
    if not chart.shows_labels:
        name = message = ""
    tags = tuple(set_lines(theme, tag, "label", width) for tag in commit.tags if tag)
    return Words(
        set_lines(theme, name, "label", width, strong=commit.number in chart.critical),
        set_lines(theme, message, "label", width),
        tags,
        tuple(_plate(tag.size, theme) for tag in tags),
        is_named,
    )


def _plate(words: Size, theme: Theme) -> Size:
    """The plate around the words of a tag."""
    return Size(math.ceil(words.width + 2 * PADDING), words.height + theme.box.padding_y - 2)


def branch_label(name: str, theme: Theme, width: float) -> Label:
    """The name of a branch."""
    return set_lines(theme, words(name, "string"), "emphasis", width)
