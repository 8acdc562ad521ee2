"""The main path of a chart, the edges that run against it, and the leaves that hang off it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

Arc = tuple[str, str]
BRANCH = 3
"""The rest of a straight path is more than so many times as long as a side branch."""


@dataclass(frozen=True, slots=True)
class Spine:
    """`path` is the main path, node by node; `leaves` maps a hung leaf to its parent.

    They hang on one side, those in `above` on the other. `arcs` are the steps of the path that are
    drawn straight, whatever branches off beside them.
    """

    path: tuple[str, ...] = ()
    leaves: Mapping[str, str] | None = None
    above: frozenset[str] = frozenset()
    arcs: frozenset[Arc] = frozenset()

    def holding(self, left: Mapping[str, str], right: Mapping[str, str]) -> Spine:
        """The spine with boxes that must hang, mapped to what they hang from: those on the left
        of a flow that runs down, and those on the right, which no other leaf shares."""
        taken = set(right.values())
        others = {leaf: box for leaf, box in (self.leaves or {}).items() if box not in taken}
        return replace(self, leaves={**others, **left, **right}, above=frozenset(left))


def feedback(nodes: Sequence[str], arcs: Sequence[Arc]) -> set[int]:
    """The positions of the arcs that close a cycle when the chart is read in source order.

    Depth-first from the nodes without incoming arcs, then from the others, in source order; an
    arc to a node that is still open is feedback (Eades, Lin and Smyth call the result a greedy
    cycle removal when ordered by degree; source order keeps the author's reading). Where fewer
    arcs are against a walk through all nodes in source order, as Mermaid has it, those it is.

    Post: without these arcs the graph has no cycle. Arcs from a node to itself are left out.
    """
    outgoing: dict[str, list[int]] = {node: [] for node in nodes}
    has_incoming: set[str] = set()
    for index, (source, target) in enumerate(arcs):
        if source != target:
            outgoing[source].append(index)
            has_incoming.add(target)
    starts = [node for node in nodes if node not in has_incoming]
    walks = ([*starts, *nodes], nodes)
    return min((_against(walk, arcs, outgoing) for walk in walks), key=len)


def _against(
    starts: Sequence[str], arcs: Sequence[Arc], outgoing: Mapping[str, Sequence[int]]
) -> set[int]:
    """The arcs to a node that is still open in a walk from each of the starts."""
    state: dict[str, int] = {}
    back: set[int] = set()
    for start in starts:
        if start not in state:
            _descend(start, arcs, outgoing, state, back)
    return back


def _descend(
    start: str,
    arcs: Sequence[Arc],
    outgoing: Mapping[str, Sequence[int]],
    state: dict[str, int],
    back: set[int],
) -> None:
    open_, done = 1, 2
    stack = [(start, iter(outgoing[start]))]
    state[start] = open_
    while stack:
        node, rest = stack[-1]
        index = next(rest, None)
        if index is None:
            state[node] = done
            stack.pop()
            continue
        target = arcs[index][1]
        if state.get(target) == open_:
            back.add(index)
        elif target not in state:
            state[target] = open_
            stack.append((target, iter(outgoing[target])))


def in_order(nodes: Iterable[str], arcs: Iterable[Arc]) -> tuple[list[str], dict[str, list[str]]]:
    """The nodes, each behind all that lead to it, and where each leads to. What is on a cycle, or
    behind one, is not among the first."""
    outgoing: dict[str, list[str]] = {node: [] for node in nodes}
    waiting = dict.fromkeys(outgoing, 0)
    for source, target in arcs:
        outgoing[source].append(target)
        waiting[target] += 1
    order = [node for node in outgoing if not waiting[node]]
    for node in order:
        for target in outgoing[node]:
            waiting[target] -= 1
            if not waiting[target]:
                order.append(target)
    return order, outgoing


def longest_path(nodes: Sequence[str], arcs: Iterable[Arc]) -> tuple[str, ...]:
    """The path of the most nodes in a graph without cycles.

    Of equals the first begins it, and the middle one goes on: what is drawn alike beside it
    then keeps its order.
    """
    order, outgoing = in_order(nodes, arcs)
    best: dict[str, int] = {}
    following: dict[str, str] = {}
    for node in reversed(order):
        best[node] = 1
        if outgoing[node]:
            longest = max(best[target] for target in outgoing[node])
            equals = [target for target in outgoing[node] if best[target] == longest]
            best[node], following[node] = longest + 1, equals[(len(equals) - 1) // 2]
    if not best:
        return ()
    node = max(nodes, key=lambda name: best.get(name, 0))
    path = [node]
    while path[-1] in following:
        path.append(following[path[-1]])
    return tuple(path)


def find(
    nodes: Sequence[str],
    arcs: Sequence[Arc],
    roles: Mapping[str, str],
    accents: Iterable[Arc],
    tied: Container[str],
    hosts: Container[str],
    least: int,
    share: float,
) -> Spine:
    """Find the spine and what hangs off it.

    The spine is the accent path, else the longest path of primary nodes. With a spine of at
    least `least` nodes, a leaf of degree one hangs off its parent, one a parent, never off
    the node before the end when the end itself is such a leaf (those two are alternatives);
    and only when spine and leaves are at least `share` of all nodes, so that a tree stays a
    tree. Nodes in `tied` are joined to more than `arcs` says and never leaves;
    leaves hang from nodes in `hosts` alone.

    Pre: `arcs` has no cycle.
    """
    accent = longest_path(nodes, dict.fromkeys(accents))
    primary = [node for node in nodes if roles.get(node, "note") not in ("secondary", "note")]
    inside = set(primary)
    within = [arc for arc in arcs if arc[0] in inside and arc[1] in inside]
    path = accent if len(accent) >= least else longest_path(primary, within)
    steps = frozenset(pairwise(path))
    if len(path) < max(least, 2):
        return Spine(path if len(path) > 1 else (), arcs=steps if path == accent else frozenset())
    leaves = _leaves(path, arcs, roles, tied, hosts)
    hung = leaves if len(path) + len(leaves) >= share * len(nodes) else {}
    beside = [arc for arc in arcs if not hung.keys() & set(arc)]
    return Spine(path, hung or None, arcs=steps if path == accent else _straight(path, beside))


def _straight(path: Sequence[str], arcs: Iterable[Arc]) -> frozenset[Arc]:
    """The steps of a path beside which nothing branches off, nor comes in, but what is shorter
    than a third of the path beside it: elsewhere the branches are drawn alike."""
    places = {node: place for place, node in enumerate(path)}
    following: dict[str, list[str]] = {}
    preceding: dict[str, list[str]] = {}
    for source, target in arcs:
        following.setdefault(source, []).append(target)
        preceding.setdefault(target, []).append(source)
    backward = {node: len(path) - 1 - place for node, place in places.items()}
    return frozenset(
        (source, target)
        for source, target in pairwise(path)
        if _is_short(source, following, places) and _is_short(target, preceding, backward)
    )


def _is_short(start: str, neighbours: Mapping[str, list[str]], places: Mapping[str, int]) -> bool:
    """Whether what is beside a path at a node is short, beside the rest of the path or beside as
    much of it as lies between the two ends of a way round."""
    rest, length = len(places) - 1 - places[start], 0
    front = [node for node in neighbours.get(start, []) if node not in places]
    while front:
        length += 1
        reached = dict.fromkeys(node for one in front for node in neighbours.get(one, []))
        ends = [places[node] - places[start] - 1 for node in reached if node in places]
        rest = min([rest, *ends])
        front = [node for node in reached if node not in places]
    return not length or length * BRANCH < rest


def _leaves(
    path: tuple[str, ...],
    arcs: Sequence[Arc],
    roles: Mapping[str, str],
    tied: Container[str],
    hosts: Container[str],
) -> dict[str, str]:
    touching: dict[str, list[Arc]] = {}
    for arc in arcs:
        for node in arc:
            touching.setdefault(node, []).append(arc)
    on_path = set(path)
    hung: dict[str, list[str]] = {}
    for node, ends in touching.items():
        other = ends[0][0] if ends[0][1] == node else ends[0][1]
        is_leaf = len(ends) == 1 and node not in tied and node not in on_path
        if is_leaf and other in on_path and other in hosts:
            hung.setdefault(other, []).append(node)
    alone = {parent: names[0] for parent, names in hung.items() if len(names) == 1}
    for parent, end, arc in (
        (path[-2], path[-1], (path[-2], alone.get(path[-2], ""))),
        (path[1], path[0], (alone.get(path[1], ""), path[1])),
    ):
        twin = alone.get(parent)
        alike = twin and arc in arcs and roles.get(twin) == roles.get(end)
        if alike and len(touching[end]) == 1:
            del alone[parent]
    return {leaf: parent for parent, leaf in alone.items()}
