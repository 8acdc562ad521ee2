"""How large every node is before it is placed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from diagramkit.geometry import Size
from diagramkit.layout.graph import shapes
from diagramkit.layout.graph.compartments import Inscription, inscription
from diagramkit.layout.graph.flow import Flow
from diagramkit.layout.graph.label import label, titled_label
from diagramkit.layout.graph.record import Record, Titled
from diagramkit.layout.graph.spine import Arc, in_order
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.flowchart.model import Node
from diagramkit.theme.model import Theme

# A label may poke this far into the padding before a box takes the next step of the grid.
SNAP_SLACK = 0.25
DECISION_WRAP = 126.0


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to set a chart: compact type or not, equal widths along the spine or not, the
    width at which words wrap in user units, whether long rows and wide ranks are folded, and
    whether a chart is turned to run the other way, down or sideways.

    `words` is the width at which the words of edges wrap (None: as the theme has it for boxes),
    `nested` the share of the room that a group may take where it is folded. A chart that runs down
    breaks into columns that are no taller than `tall` (None: into none).
    """

    compact: bool
    equal: bool
    wrap: float
    fold: bool = False
    turned: bool = False
    words: float | None = None
    nested: float = 1.0
    tall: float | None = None


def node_label(node: Node, role: str, theme: Theme, variant: Variant) -> Label:
    """The words of a node, set for a variant."""
    if isinstance(node, Record):
        return inscription(node, theme, compact=variant.compact, width=variant.wrap)
    if isinstance(node, Titled):
        words = node.text, node.kicker, node.detail
        return titled_label(theme, *words, compact=variant.compact, width=variant.wrap)
    decision = shapes.is_decision(node.shape)
    text = node.text or (node.id if node.shape is None else "")
    if shapes.is_wordless(node.shape):
        text = ""
    width = min(variant.wrap, DECISION_WRAP) if decision and _short(text) else variant.wrap
    return label(theme, text, role=role, compact=variant.compact, width=width, decision=decision)


def _short(text: str) -> bool:
    """Whether a question fits a flat diamond: at most two lines of 18 characters."""
    return len(text) <= 36 and "\n" not in text


def node_size(node: Node, words: Label, theme: Theme, variant: Variant) -> Size:
    """The outline of a node on the page, on the grid of the theme."""
    if isinstance(words, Inscription):
        return _record_size(words, theme)
    size = shapes.fit(node.shape, words.size, theme, variant.compact)
    grid = theme.page.grid_compact if variant.compact else theme.page.grid
    # Centres stay on the grid when heights are even multiples of it.
    return Size(_up(size.width, grid), _up(size.height, 2 * theme.page.grid))


def _record_size(words: Inscription, theme: Theme) -> Size:
    """The outline of a record, in steps so small that no compartment looks padded."""
    box, step = theme.box, 2 * theme.page.grid_compact
    return Size(
        _up(max(words.extent.width, box.min_width), 2 * step),
        _up(max(words.extent.height, box.min_height), step),
    )


def _up(value: float, step: float) -> float:
    return math.ceil((value - SNAP_SLACK) / step) * step


def widen(
    sizes: dict[str, Size], needs: Mapping[str, float], step: float, *, vertical: bool
) -> None:
    """Make boxes as wide as their ends need, or as high where lines run sideways."""
    for name, need in needs.items():
        size, least = sizes.get(name), math.ceil(need / step) * step
        if size and vertical:
            sizes[name] = Size(max(size.width, least), size.height)
        elif size:
            sizes[name] = Size(size.width, max(size.height, least))


def turn(names: Iterable[str], sizes: dict[str, Size], flow: Flow) -> None:
    """Lay bars across the flow."""
    for name in names:
        short, long = sorted(sizes[name])
        sizes[name] = flow.size(Size(short, long))


def share_widths(
    sizes: dict[str, Size], sets: Iterable[Sequence[str]], ratio: float, least: float
) -> None:
    """Give the boxes of a set one width where the widest is at most `ratio` times the
    narrowest. Boxes narrower than `least` (circles, joints) are left alone."""
    for names in sets:
        members = [name for name in names if sizes[name].width >= least]
        widths = [sizes[name].width for name in members]
        if len(members) > 1 and (widest := max(widths)) <= ratio * min(widths):
            for name in members:
                sizes[name] = Size(widest, sizes[name].height)


def share_heights(
    sizes: dict[str, Size], sets: Iterable[Sequence[str]], step: float, least: float
) -> None:
    """Give the boxes of a set one height where they differ by one line at most. What is lower
    than `least` (dots, bars) is left alone."""
    for names in sets:
        members = [name for name in names if sizes[name].height >= least]
        heights = [sizes[name].height for name in members]
        if len(members) > 1 and (highest := max(heights)) - min(heights) <= step:
            for name in members:
                sizes[name] = Size(sizes[name].width, highest)


def chains(arcs: Sequence[Arc]) -> list[list[str]]:
    """The longest runs of nodes each of which leads to the next alone, and is led to by the one
    before alone; of three nodes at least."""
    behind: dict[str, set[str]] = {}
    ahead: dict[str, set[str]] = {}
    for source, target in arcs:
        behind.setdefault(source, set()).add(target)
        ahead.setdefault(target, set()).add(source)
    following = {
        source: next(iter(targets))
        for source, targets in behind.items()
        if len(targets) == 1 and all(len(ahead[target]) == 1 for target in targets)
    }
    later = set(following.values())
    found: list[list[str]] = []
    for first in following:
        if first not in later:
            run = [first]
            while run[-1] in following:
                run.append(following[run[-1]])
            found.append(run)
    return [run for run in found if len(run) > 2]


def ranks(nodes: Sequence[str], arcs: Sequence[Arc]) -> list[list[str]]:
    """Nodes by their longest distance from a start, sources drawn up to their first target.

    Pre: `arcs` has no cycle.
    """
    rank = dict.fromkeys(nodes, 0)
    order, outgoing = in_order(nodes, arcs)
    for node in order:
        for target in outgoing[node]:
            rank[target] = max(rank[target], rank[node] + 1)
    later = {target for _, target in arcs}
    for node in nodes:
        if outgoing[node] and node not in later:
            rank[node] = min(rank[target] for target in outgoing[node]) - 1
    found: dict[int, list[str]] = {}
    for node in nodes:
        found.setdefault(rank[node], []).append(node)
    return [found[key] for key in sorted(found)]
