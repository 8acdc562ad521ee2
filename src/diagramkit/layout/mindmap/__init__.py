"""Mind maps: the root and its branches are boxes, what hangs off them is words over thin lines.

A tree leads from the root to the right, or to both sides where that fits the page and the tree
would be tall. Words are wrapped more narrowly before the type is compact. A map too deep for a
tree becomes an outline, so that no map is wider than the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from diagramkit.diagnostics import Location, counted
from diagramkit.geometry import Size
from diagramkit.layout import Layout, NodeRole
from diagramkit.layout.budget import accent_overused, too_wide
from diagramkit.layout.description import flat, tell
from diagramkit.layout.mindmap import outline, tidy
from diagramkit.layout.mindmap.pen import Pen
from diagramkit.layout.mindmap.tidy import Placed
from diagramkit.layout.mindmap.topics import WIDEST, Setting, Topic, measure_all, needed, topics
from diagramkit.mermaid.kinds.mindmap.model import Mindmap
from diagramkit.theme.model import Theme

__all__ = ["lay_out"]

TALL = 720.0
"""A tree to one side that is taller than this, in user units, had better lead to both."""
MOST_NARROW = 2.0
"""The same for a tree that is higher than this, in its own widths."""
MOST_ASPECT = 1.5
"""A tree that is higher than this, in widths of the page, had better stand in columns."""
COLUMNS, LOWER = (3, 2), 0.75
"""How many columns are tried, and to what share of a tree's height they have to bring it."""
WRAPS = (WIDEST, 1.3, 1.15, 1.0, 0.9, 0.8, 0.7, 0.6)
"""How wide words may run, as a share of the theme's width for boxes, the best first. Words in
boxes never run wider than that."""


def lay_out(
    chart: Mindmap,
    theme: Theme,
    *,
    classes: Mapping[str, str],
    default_role: NodeRole = "primary",
    path: str = "<string>",
) -> Layout:
    """Place a mind map; the root without a class is of `default_role`, its branches secondary."""
    found, warnings = topics(chart, classes, default_role)
    placed, underlined = _placed(found, theme)
    margin, bounds = theme.page.margin, placed.bounds
    placed = placed.moved(margin - bounds.x, margin - bounds.y).crisp()
    size = Size(bounds.width + 2 * margin, bounds.height + 2 * margin)
    accent, whole = sum(topic.role == "accent" for topic in found), Location(path)
    return Layout(
        theme,
        (
            *warnings,
            *accent_overused(theme, accent, len(found), "topics", whole),
            *too_wide(theme, size.width, whole, "shorten the longest words"),
        ),
        chart.title or "".join(map(_words, found[:1])),
        _describe(found),
        size,
        lambda theme, mode, _: Pen(found, placed, theme, mode, underlined=underlined).primitives(),
        chart.title,
    )


def _placed(found: Sequence[Topic], theme: Theme) -> tuple[Placed, bool]:
    """The topics in the first way that fits the page, and whether lines run below words."""
    if not found:
        return Placed(), False
    tree = _tree(found, theme)
    height = (tree or outline.place(found, theme)).bounds.height
    if height > MOST_ASPECT * theme.page.max_width:
        for count in COLUMNS:
            placed = outline.in_columns(found, theme, count)
            if placed and placed.bounds.height < LOWER * height:
                return placed, False
        # What was tried last has measured the topics anew.
        tree = _tree(found, theme) if tree else None
    return (tree, True) if tree else (outline.place(found, theme), False)


def _tree(found: Sequence[Topic], theme: Theme) -> Placed | None:
    """The first tree that fits the page; None where there is none."""
    room = theme.page.max_width - 2 * theme.page.margin
    if tidy.least_width(found, theme) > room:
        return None
    # Words that are too wide to one side are too wide to both.
    too_wide_words: set[tuple[float, bool]] = set()
    for setting in _settings(found, theme):
        words = (setting.wrap, setting.compact)
        if words in too_wide_words:
            continue
        measure_all(found, theme, setting)
        if tidy.width(found, theme) > room:
            too_wide_words.add(words)
            continue
        placed = tidy.place(found, theme, both=setting.both)
        if placed.bounds.width <= room:
            return placed
    return None


def _settings(found: Sequence[Topic], theme: Theme) -> Iterator[Setting]:
    """Ways to set a map, the best first; none that would break a word."""
    sides = (True, False) if _is_tall(found, theme) else (False,)
    for both in sides:
        for compact in (False, True):
            least = needed(found, theme, compact)
            for share in WRAPS:
                if share * theme.box.wrap >= least:
                    yield Setting(share * theme.box.wrap, compact, both)


def _is_tall(found: Sequence[Topic], theme: Theme) -> bool:
    if len(found[0].children) < 2:
        return False
    measure_all(found, theme, Setting(theme.box.wrap, compact=False, both=False))
    bounds = tidy.place(found, theme, both=False).bounds
    return bounds.height > min(TALL, MOST_NARROW * bounds.width)


def _words(topic: Topic) -> str:
    return flat(topic.node.text)


def _describe(found: Sequence[Topic]) -> str:
    """A map in words: its topics with what hangs off each."""
    parents = [topic for topic in found if topic.children] or found[:1]
    return tell(
        f"Mind map of {counted(len(found), 'topic', 'topics')}",
        (
            ": ".join(filter(None, (_words(it), ", ".join(_words(found[n]) for n in it.children))))
            for it in parents
        ),
    )
