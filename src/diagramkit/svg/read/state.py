"""What holds at a place in the tree: the map to the canvas, the style, what clips and dims."""

from __future__ import annotations

from dataclasses import dataclass, replace

from diagramkit.geometry import Rect
from diagramkit.svg.read import colors
from diagramkit.svg.read.cascade import Cascade
from diagramkit.svg.read.document import Document, Node
from diagramkit.svg.read.matrix import Matrix, parse_transform
from diagramkit.svg.read.shapes import outline
from diagramkit.svg.read.style import Style
from diagramkit.svg.read.values import Room, share
from diagramkit.svg.read.viewport import fitted, placed, view_box

_CLIP_PARTS = 100


@dataclass(frozen=True, slots=True)
class State:
    """What holds where the painter is.

    `via` is the outermost `use` that led there, `used` what it led to on the way; `clip` the
    room on the canvas in which anything shows; `effects` names what is done to all inside
    (`shadow`, `filter`, `fallback`: another child of a `switch` would do).
    """

    matrix: Matrix
    style: Style
    room: Room
    alpha: float = 1.0
    link: str = ""
    clip: Rect | None = None
    via: Node | None = None
    used: tuple[Node, ...] = ()
    effects: frozenset[str] = frozenset()


def entered(node: Node, outer: State, document: Document, cascade: Cascade) -> State | None:
    """What holds for an element and in it; None where nothing of it shows."""
    style = outer.style.child(cascade.declared(node))
    own = style.own
    alpha = outer.alpha * (share(own["opacity"]) if own.get("opacity") else 1.0)
    local = own.get("transform") or node.attributes.get("transform", "")
    matrix = outer.matrix.after(parse_transform(local)) if local else outer.matrix
    is_flat = abs(matrix.a * matrix.d - matrix.b * matrix.c) < 1e-12
    if own.get("display") == "none" or alpha <= 0.01 or is_flat:
        return None
    state = State(
        matrix,
        style,
        outer.room,
        alpha,
        (node.href if node.tag == "a" else "") or outer.link,
        outer.clip,
        outer.via,
        outer.used,
        outer.effects,
    )
    clip = own.get("clip-path") or own.get("mask")
    if clip and clip != "none":
        state = replace(state, clip=_clip(clip, state, document))
    if own.get("filter", "none") != "none":
        state = replace(state, effects=state.effects | {_filter(own["filter"], document)})
    return state


def inside(node: Node, state: State, place: Rect | None = None) -> State:
    """What holds inside a nested `svg`, or a `symbol` that is used at `place`."""
    place = place or placed(node, state.style, state.room, whole="100%")
    box = view_box(node)
    inner = fitted(box, place, node.attributes.get("preserveAspectRatio", ""))
    clip = state.clip
    if state.style.own.get("overflow", "hidden") not in ("visible", "auto"):
        clip = _both(state.matrix.rect(place), clip)
    room = Room(box.width, box.height) if box else Room(place.width, place.height)
    return replace(state, matrix=state.matrix.after(inner), room=room, clip=clip)


def _clip(value: str, state: State, document: Document) -> Rect | None:
    """The room that a clip path or a mask leaves, as an upright rectangle."""
    found = colors.server(value)
    target = document.by_id.get(found[0]) if found else None
    if target is None or target.tag not in ("clipPath", "mask"):
        return state.clip
    units = "userSpaceOnUse" if target.tag == "clipPath" else "objectBoundingBox"
    if target.attributes.get(f"{target.tag}Units", units) == "objectBoundingBox":
        return state.clip
    style = Style()
    shapes = (outline(child, style, state.room) for child in target.children[:_CLIP_PARTS])
    rects = [state.matrix.rect(Rect.bounding(shape.path.flattened())) for shape in shapes if shape]
    if not rects:
        return state.clip
    whole = rects[0]
    for rect in rects[1:]:
        whole = whole.union(rect)
    return _both(whole, state.clip)


def _both(one: Rect, other: Rect | None) -> Rect:
    return one.intersection(other) if other else one


def _filter(value: str, document: Document) -> str:
    found = colors.server(value)
    target = document.by_id.get(found[0]) if found else None
    parts = {child.tag for child in target.children} if target else set()
    is_shadow = "drop-shadow" in value or parts & {"feDropShadow", "feOffset"}
    return "shadow" if is_shadow else "filter"
