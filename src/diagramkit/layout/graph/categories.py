"""Which boxes, groups and lines of a flowchart belong to which category.

A colour that an author gave to some boxes says that they belong together. What it says is kept
without the colour: every paint that no role and no map claims becomes a category of the theme, in
order of appearance. One paint of boxes alone sets them off from the rest, as `secondary` does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from diagramkit.color import plain
from diagramkit.diagnostics import Diagnostic, Location
from diagramkit.layout import CATEGORIES, ROLES, NodeRole
from diagramkit.mermaid.kinds.flowchart.model import Flowchart, Group, Node
from diagramkit.theme.paints import Paint, Painted, paint_of

EVERY = "*"
"""The name, in a map of classes, that stands for all that are not in it."""

_OTHERS = ROLES + CATEGORIES


@dataclass(frozen=True, slots=True)
class Categories:
    """Roles that come of colours: by name of class, by id of a node or group with a style of its
    own, and by position in the list of edges. `overflow` is how many paints found no category."""

    classes: dict[str, NodeRole]
    own: dict[str, NodeRole]
    edges: dict[int, NodeRole]
    overflow: int = 0


def categories(
    chart: Flowchart, classes: Mapping[str, str], known: Mapping[Paint, Painted] = {}
) -> Categories:
    """The categories of a chart.

    Args:
        chart: what to look at.
        classes: maps names of classes, and colours, to roles.
        known: what paints of themes mean, as `theme.paints` has them: what was painted with them
            stays what it is.
    """
    named = {name: paint_of(style) for name, style in chart.class_styles.items()}
    claimed = {color: role for key, role in classes.items() if (color := plain(key))}
    unnamed = EVERY in classes
    used: dict[str, Paint] = {}
    own: dict[str, Paint] = {}
    order: list[Paint] = []
    taken: set[str] = set()
    framed: set[Paint] = set()
    things: tuple[Node | Group, ...] = (*chart.nodes, *chart.groups)
    for thing in things:
        said = [name if name in _OTHERS else classes.get(name) for name in thing.classes]
        if any(said):
            taken.update(filter(None, said))
            continue
        paint = paint_of(thing.style)
        if paint:
            own[thing.id] = paint
        for name in thing.classes:
            if named.get(name):
                used[name] = named[name]
                paint = paint or named[name]
        order += [paint] if paint else []
        framed.update([paint] if isinstance(thing, Group) else [])
    lines = {
        index: (stroke,)
        for index, edge in enumerate(chart.edges)
        if (stroke := plain(dict(edge.style).get("stroke", "")))
    }
    known_roles = {} if unnamed else {paint: each.role for paint, each in known.items()}
    # A frame or a line that stands out has no role of a box.
    alone = not framed and "secondary" not in taken
    boxes, overflow = _numbered(order, claimed, known_roles, taken, alone, unnamed)
    # A colour that all lines have tells none of them from another.
    common = len(lines) == len(chart.edges) and len(set(lines.values())) == 1
    strokes, more = _numbered(lines.values(), claimed, known_roles, set(), False, unnamed or common)
    return Categories(
        {name: boxes[paint] for name, paint in used.items() if paint in boxes},
        {name: boxes[paint] for name, paint in own.items() if paint in boxes},
        {
            index: role
            for index, paint in lines.items()
            if (role := strokes.get(paint)) and (role == "accent" or role in CATEGORIES)
        },
        overflow + more,
    )


def overflow_warning(found: Categories, place: Location | None) -> Iterator[Diagnostic]:
    """A warning where a chart has more paints than there are categories."""
    if found.overflow:
        most = len(CATEGORIES)
        message = (
            f"{most + found.overflow} colours tell things apart, and there are {most} categories: "
            "the rest are drawn as primary; give colours or classes a role in [classes]"
        )
        yield Diagnostic("many-categories", message, place, severity="warning")


def _numbered(
    paints: Collection[Paint],
    claimed: Mapping[str, str],
    known: Mapping[Paint, str],
    others: set[str],
    alone: bool,
    unnamed: bool,
) -> tuple[dict[Paint, NodeRole], int]:
    """The role of each paint: the one that claims it, else a category that no map gives to
    `others`, or `secondary` for one that is `alone`; how many found none."""
    found: dict[Paint, NodeRole] = {}
    free, single = [], []
    for paint in dict.fromkeys(paints):
        claim = next((claimed[color] for color in paint if color in claimed), None)
        role = claim or known.get(paint)
        if role is None:
            free.append(paint)
        else:
            found[paint] = next(other for other in _OTHERS if other == role)
        if role == "secondary" and claim is None:
            single.append(paint)
    if unnamed:
        return found, 0
    if free and single and not set(found.values()) & set(CATEGORIES):
        # Secondary is what one paint alone is: it makes room when others come.
        found = {paint: role for paint, role in found.items() if paint not in single}
        free = [paint for paint in dict.fromkeys(paints) if paint not in found]
    taken = set(found.values())
    left = [category for category in CATEGORIES if category not in taken | others]
    if len(free) == 1 and alone and not taken & {"secondary", *CATEGORIES}:
        return {**found, free[0]: "secondary"}, 0
    found |= dict(zip(free, left, strict=False))
    found |= dict.fromkeys(free[len(left) :], "primary")
    return found, max(0, len(free) - len(left))
