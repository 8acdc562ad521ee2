"""What a fill or a stroke of a style comes to: colours, gradients and opacities."""

from __future__ import annotations

from dataclasses import dataclass, field

from diagramkit.scene import NO_COLOR
from diagramkit.svg.read import colors
from diagramkit.svg.read.cascade import Cascade
from diagramkit.svg.read.colors import NOTHING, Color
from diagramkit.svg.read.document import Document, Node
from diagramkit.svg.read.style import Style
from diagramkit.svg.read.values import share

INVISIBLE = 0.01
_SERVERS = {"linearGradient": "gradient", "radialGradient": "gradient", "pattern": "pattern"}
_UNKNOWN = Color("#808080", 0.5)


@dataclass(slots=True)
class Paints:
    """Looks up paint in one document and mode; gradients count as the middle of their stops."""

    document: Document
    cascade: Cascade
    _averages: dict[str, Color] = field(default_factory=dict)
    _stops: dict[Node, Node] = field(default_factory=dict)
    """What gradients without stops take theirs from."""

    def color(self, style: Style, name: str, alpha: float, default: str = NO_COLOR) -> Color:
        """What a property paints with; `alpha` is the opacity of the element."""
        value = style.get(name, default)
        if not value or value == NO_COLOR:
            return NOTHING
        current, mode = style.get("color", "#000000"), self.cascade.mode
        if found := colors.server(value):
            color = self._served(*found, current)
        else:
            # What is no colour is as if it were not there.
            color = colors.parse(value, current, mode) or colors.parse(default, current, mode)
        if color is None:
            return NOTHING
        opacity = style.get(f"{name}-opacity")
        whole = color.alpha * alpha * (share(opacity) if opacity else 1.0)
        return Color(color.hex, whole) if whole > INVISIBLE else NOTHING

    def servers(self, style: Style) -> frozenset[str]:
        """The kinds of paint servers that fill and stroke use: `gradient`, `pattern`."""
        values = (style.get(name) for name in ("fill", "stroke"))
        found = (colors.server(value) for value in values if value.startswith("url"))
        nodes = (self.document.by_id.get(pair[0]) for pair in found if pair)
        return frozenset(_SERVERS[node.tag] for node in nodes if node and node.tag in _SERVERS)

    def _served(self, name: str, otherwise: str, current: str) -> Color | None:
        node = self.document.by_id.get(name)
        if node is None:
            return colors.parse(otherwise, current, self.cascade.mode) if otherwise else None
        if name not in self._averages:
            self._averages[name] = self._average(self._with_stops(node), current)
        return self._averages[name]

    def _with_stops(self, node: Node) -> Node:
        """A gradient, or the one it takes its stops from."""
        passed = {node: None}
        while not node.children:
            target = self.document.by_id.get(node.href[1:]) if node.href[:1] == "#" else None
            if target is None or target in passed:
                break
            node = self._stops.get(target, target)
            passed[node] = None
        self._stops.update(dict.fromkeys(passed, node))
        return node

    def _average(self, node: Node, current: str) -> Color:
        stops = [stop for stop in node.children if stop.tag == "stop"]
        looks = [self._stop(stop, current) for stop in (stops[:1] + stops[-1:])]
        if not looks:
            return _UNKNOWN
        first, last = looks
        return Color(colors.blend(first.hex, 0.5, last.hex), (first.alpha + last.alpha) / 2)

    def _stop(self, stop: Node, current: str) -> Color:
        style = Style().child(self.cascade.declared(stop))
        value = style.own.get("stop-color", "#000000")
        color = colors.parse(value, current, self.cascade.mode) or colors.BLACK
        return Color(color.hex, color.alpha * share(style.own.get("stop-opacity")))
