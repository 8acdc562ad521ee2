"""Styles of single nodes, groups and links: `style A …`, `linkStyle 0 …`, `linkStyle default …`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from diagramkit.color import plain
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.sync.change import Change
from diagramkit.sync.declarations import differences, read_declarations, rewritten
from diagramkit.sync.look import DASH, GROUP, LABEL, LINKS, Look, Paint
from diagramkit.sync.restyling import removed, restyled, said
from diagramkit.sync.statements import LinkStyle, NodeStyle
from diagramkit.theme.paints import own_line, paint_of

if TYPE_CHECKING:
    from diagramkit.layout.graph.roles import Roles


@dataclass
class OwnPaint:
    """The paint that nodes, groups and links have by what they mean."""

    chart: Flowchart
    look: Look

    @cached_property
    def roles(self) -> Roles:
        """What the nodes, groups and links of the chart mean."""
        from diagramkit.layout import ROLES
        from diagramkit.layout.graph.roles import assign

        default = next(role for role in ROLES if role == self.look.default_role)
        return assign(self.chart, self.look.classes, default, self.look.known)

    @cached_property
    def by_class(self) -> Roles:
        """The same without styles of single nodes and groups."""
        from diagramkit.layout import ROLES
        from diagramkit.layout.graph.roles import assign

        default = next(role for role in ROLES if role == self.look.default_role)
        plain = replace(
            self.chart,
            nodes=tuple(replace(node, style=()) for node in self.chart.nodes),
            groups=tuple(replace(group, style=()) for group in self.chart.groups),
        )
        return assign(plain, self.look.classes, default, self.look.known)

    def paint(self, target: str) -> Paint | None:
        """The paint of the node or group of that name; None where there is no such thing."""
        return self._painted(target, self.roles)

    def is_said_by_class(self, target: str) -> bool:
        """Whether a node or group would have the paint without a style of its own."""
        return self._painted(target, self.by_class) == self.paint(target)

    def _painted(self, target: str, roles: Roles) -> Paint | None:
        if role := roles.nodes.get(target):
            return self.look.paint(role)
        if all(group.id != target for group in self.chart.groups):
            return None
        return self.look.paint(roles.groups.get(target, GROUP))


def fitted(paint: Paint, written: Mapping[str, str], look: Look) -> tuple[Paint, list[str]]:
    """What of a paint has to be written where an author wrote something, and what of that has to
    go: the author's dashes and thin and thick lines stay, those of a theme that was written before
    do not."""
    values, dropped = dict(paint.values), []
    own = own_line(written, look.known)
    if own.dash:
        values.pop(DASH, None)
    elif DASH in written and DASH not in values:
        dropped.append(DASH)
    if own.weight != "normal":
        values.pop("stroke-width", None)
    return Paint(values, {key: paint.tokens[key] for key in values}), dropped


def node_style(
    text: str, statement: NodeStyle, own: OwnPaint, look: Look
) -> tuple[Change | None, bool]:
    """The change to `style A …`, if it says a colour and not what the paint of the node says; and
    whether that takes the whole statement away."""
    written = read_declarations(statement.style.text)
    paint = own.paint(statement.target.text)
    if paint is None or not paint_of(written.items()):
        return None, False
    paint, dropped = fitted(paint, written, look)
    subject = f"style {statement.target.text}"
    others = written.keys() - paint.values.keys() - set(dropped)
    if own.is_said_by_class(statement.target.text) and not others:
        message = f"{subject} says what the theme says without it"
        return removed(statement.whole, message), True
    if not differences(written, paint.values) and not dropped:
        return None, False
    style = rewritten(statement.style.text, paint.values, dropped)
    return restyled(text, statement, style, said(subject, written, paint)), False


def link_style(text: str, statement: LinkStyle, own: OwnPaint, look: Look) -> Iterator[Change]:
    """The change to `linkStyle …`, if it says anything that the theme says otherwise."""
    written = read_declarations(statement.style.text)
    paint = _link_paint(statement, written, own, look)
    if statement.style.text and differences(written, paint.values):
        numbers = ",".join(map(str, statement.numbers))
        message = said(f"linkStyle {numbers}" if numbers else LINKS, written, paint)
        yield restyled(text, statement, rewritten(statement.style.text, paint.values), message)


def _link_paint(
    statement: LinkStyle, written: Mapping[str, str], own: OwnPaint, look: Look
) -> Paint:
    """A single link is accent or of a category by its colour; its width is its own."""
    links, words = look.paint(LINKS), look.paint(LABEL)
    values, tokens = {}, {}
    if not statement.numbers:
        fit, _ = fitted(links, written, look)
        values, tokens = dict(fit.values), dict(fit.tokens)
    elif "stroke" in written:
        line = look.line(_line_role(statement, written, own, look))
        values, tokens = dict(line.values), dict(line.tokens)
    if "color" in written:
        values["color"], tokens["color"] = words.values["color"], words.tokens["color"]
    return Paint(values, tokens)


def _line_role(statement: LinkStyle, written: Mapping[str, str], own: OwnPaint, look: Look) -> str:
    known = look.known.get((plain(written["stroke"]),))
    if known and known.role == "accent":
        return "accent"
    number = statement.numbers[0]
    category: str | None = own.roles.lines.get(number)
    if category is None and number < len(own.roles.edges):
        return own.roles.edges[number]
    return category or "main"
