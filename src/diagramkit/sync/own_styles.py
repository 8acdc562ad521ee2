"""Styles of single nodes, groups and links: `style A …`, `linkStyle 0 …`, `linkStyle default …`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.sync.change import Change
from diagramkit.sync.declarations import differences, read_declarations, rewritten
from diagramkit.sync.look import GROUP, LABEL, LINKS, PAINT, Look, Paint
from diagramkit.sync.restyling import restyled, said
from diagramkit.sync.statements import LinkStyle, NodeStyle


@dataclass
class OwnPaint:
    """The paint that a node or a group has by its class; `used` are the classes with colours."""

    chart: Flowchart
    look: Look
    used: Collection[str]

    def paint(self, target: str) -> Paint | None:
        """The paint of the node or group of that name; None where there is no such thing."""
        if role := self._roles.get(target):
            return self.look.paint(role)
        group = next((group for group in self.chart.groups if group.id == target), None)
        if group is None:
            return None
        classes = [self.look.renamed(name) for name in group.classes if name in self.used]
        return self.look.paint(classes[-1] if classes else GROUP)

    @cached_property
    def _roles(self) -> Mapping[str, str]:
        from diagramkit.layout import ROLES
        from diagramkit.layout.graph.roles import assign

        default = next(role for role in ROLES if role == self.look.default_role)
        return assign(self.chart, self.look.classes, default).nodes


def node_style(text: str, statement: NodeStyle, paint: Paint | None) -> Iterator[Change]:
    """The change to `style A …`, if it says something of colour and not what `paint` says."""
    written = read_declarations(statement.style.text)
    if paint and written.keys() & set(PAINT) and differences(written, paint.values):
        message = said(f"style {statement.target.text}", written, paint)
        yield restyled(text, statement, rewritten(statement.style.text, paint.values), message)


def link_style(text: str, statement: LinkStyle, look: Look) -> Iterator[Change]:
    """The change to `linkStyle …`, if it says anything that the theme says otherwise."""
    written = read_declarations(statement.style.text)
    paint = _link_paint(statement, written, look)
    if statement.style.text and differences(written, paint.values):
        numbers = ",".join(map(str, statement.numbers))
        message = said(f"linkStyle {numbers}" if numbers else LINKS, written, paint)
        yield restyled(text, statement, rewritten(statement.style.text, paint.values), message)


def _link_paint(statement: LinkStyle, written: Mapping[str, str], look: Look) -> Paint:
    """A single link is accent if it is so already, else like all others; its width is its own."""
    links, words = look.paint(LINKS), look.paint(LABEL)
    values, tokens = {}, {}
    if not statement.numbers:
        values, tokens = dict(links.values), dict(links.tokens)
    elif written.get("stroke", "").lower() in look.accents:
        values, tokens = {"stroke": look.page.accent}, {"stroke": f"{look.mode}.page.accent"}
    elif "stroke" in written:
        values, tokens = {"stroke": links.values["stroke"]}, {"stroke": links.tokens["stroke"]}
    if "color" in written:
        values["color"], tokens["color"] = words.values["color"], words.tokens["color"]
    return Paint(values, tokens)
