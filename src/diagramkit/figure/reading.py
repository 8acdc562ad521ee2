"""Source text to a figure, with everything that is wrong with it at once.

The tree of the source is walked part by part, and each part is validated on its own: so every
fault has its place, and one bad part does not hide the others.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import ValidationError

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.figure.check import Found, resolve
from diagramkit.figure.connection import Connection, parse
from diagramkit.figure.container import Container, Holder, body_fields
from diagramkit.figure.kinds import kinds
from diagramkit.figure.kinds.column import Column
from diagramkit.figure.messages import told
from diagramkit.figure.model import Figure
from diagramkit.figure.part import Model, Part, Written, models_in, slug
from diagramkit.theme.aliases import children, closest, shorten
from diagramkit.theme.document import Node
from diagramkit.theme.document import parse as parse_yaml

EXAMPLE = "figure: flow"
# What others call the containers.
_OTHER_NAMES = {"columns": "row", "rows": "column", "parts": "row", "text": "title"}
_UNKNOWN = "extra_forbidden"
Made = TypeVar("Made", bound=Model)


def read(text: str, path: str = "<string>", line: int = 1) -> Figure:
    """The figure that a source describes.

    Args:
        text: the source, at most 5,000 values, 24 levels deep.
        path: what diagnostics call the source.
        line: the line at which the text begins there, counted from 1.

    Raises:
        DiagramError: everything that is wrong, in the order of the source.
    """
    document = parse_yaml("\n" * (line - 1) + text, path, "figure", EXAMPLE)
    reader = _Reader(document.faults)
    figure = reader.figure(document.root)
    if figure is None or reader.faults:
        raise DiagramError(_in_order(reader.faults))
    return figure


def _in_order(faults: list[Diagnostic]) -> list[Diagnostic]:
    """Each place once, first to last."""
    kept: dict[tuple[int, int, str], Diagnostic] = {}
    for fault in faults:
        at = fault.location
        kept.setdefault((at.line, at.column, fault.code) if at else (0, 0, fault.code), fault)
    return [kept[key] for key in sorted(kept)]


class _Reader:
    """Turns nodes of the source into models; gathers faults on the way.

    `places` holds the node of every model by its `id`; `lost` the names of parts that could not
    be made, so that connectors to them are not told as well.
    """

    def __init__(self, faults: list[Diagnostic]) -> None:
        self.faults = faults
        self.places: dict[int, Node] = {}
        self.kept: list[Model] = []
        self.lost: set[str] = set()

    def figure(self, root: Node) -> Figure | None:
        """The whole figure."""
        fields = dict(children(root))
        body = self.body(root, fields, Figure.model_fields) or self.alone(root, fields)
        if body is None and not self.faults:
            self.faults.append(root.fault("figure-missing-key", "nothing to draw: " + _bodies()))
        connect = self.connections(fields.pop("connect", None))
        values: dict[str, Any] = {"connect": connect, "body": body}
        critical = fields.get("critical")
        made = self.make(Figure, fields, root, values)
        if made is not None:
            self.check(made.found, critical)
        elif body is not None:
            self.check(resolve(body, connect, _words(critical)), critical)
        return made

    def alone(self, root: Node, fields: dict[str, Node]) -> Container | None:
        """The one part of a figure that has no row, column or grid: its fields stand among those
        of the figure, and are taken out of `fields`."""
        name = next((key for key in fields if key in kinds() and not _is_container(key)), None)
        if name is None:
            return None
        own = {field.alias or key for key, field in kinds()[name].model_fields.items()}
        wanted = {name} | (own - Figure.model_fields.keys())
        part = self.part(
            replace(root, value={key: fields.pop(key) for key in [*fields] if key in wanted})
        )
        return Column(part) if part is not None else None

    def check(self, found: Found, critical: Node | None) -> None:
        """What the figure's paths do not lead to is a fault at its place."""
        for thing, said in found.faults:
            if isinstance(thing, tuple):
                node = _listed(critical)[thing[1]]
            elif id(thing) in self.places:
                node = self.places[id(thing)]
            else:
                continue
            if not self.lost & {slug(word) for word in re.findall(r'[^"./,]+', said)}:
                code = "figure-duplicate-name" if " is the name of " in said else "figure-path"
                self.faults.append(node.fault(code, said))

    def part(self, node: Node) -> Part | None:
        """One part, of whichever kind its keys say."""
        fields = dict(children(node)) if isinstance(node.value, dict) else {}
        found = [key for key in fields if key in kinds()]
        holding = [key for key in found if not issubclass(kinds()[key], Container)]
        if not found:
            self.faults.append(_no_kind(node))
            return None
        if len(holding) > 1 or len(found) - len(holding) > 1:
            two = holding if len(holding) > 1 else found
            message = f"a part is of one kind, not {two[0]} and {two[1]}"
            self.faults.append(fields[two[1]].key_fault("figure-kind", message))
            return None
        if not holding:
            return self.container(found[0], node, fields)
        kind = kinds()[holding[0]]
        values: dict[str, Any] = {}
        self.spread(kind, holding[0], fields)
        if issubclass(kind, Holder):
            values["body"] = self.body(node, fields, kind.model_fields)
        return self.make(kind, fields, node, values)

    def container(self, name: str, node: Node, fields: dict[str, Node]) -> Container | None:
        """A row, a column or a grid with the parts in it."""
        kind = kinds()[name]
        assert issubclass(kind, Container)
        listed = fields.pop(name)
        if isinstance(listed.value, dict):
            fields = {**fields, **listed.value}
            listed = fields.pop(name, listed)
        if not isinstance(listed.value, list):
            self.faults.append(listed.fault("figure-type", f"{name}: expected a list of parts"))
            return None
        if not listed.value:
            self.faults.append(listed.fault("figure-value", f"{name}: there is nothing in it"))
        made = [part for child in listed.value if (part := self.part(child)) is not None]
        if not made:
            return None
        values: dict[str, Any] = {name: tuple(made)}
        values["connect"] = self.connections(fields.pop("connect", None))
        return self.make(kind, fields, node, values)

    def body(self, node: Node, fields: dict[str, Node], own: Collection[str]) -> Container | None:
        """The row, column or grid among the fields of a part that may hold one; its fields are
        taken out of `fields`, but for those that the part has itself."""
        name = next((key for key in fields if _is_container(key)), None)
        if name is None:
            return None
        kind = kinds()[name]
        assert issubclass(kind, Container)
        wanted = {name} | body_fields(kind, own)
        inner = {key: fields.pop(key) for key in list(fields) if key in wanted}
        return self.container(name, node, inner)

    def spread(self, kind: type[Part], name: str, fields: dict[str, Node]) -> None:
        """Put what stands under the kind's key where it belongs: the main field, or fields."""
        value = fields.pop(name)
        if isinstance(value.value, dict):
            fields.update({key: node for key, node in value.value.items() if key not in fields})
        elif value.value is not None:
            fields[kind.MAIN] = value

    def connections(self, node: Node | None) -> tuple[Connection, ...]:
        """The connectors of a list, or a single one."""
        if node is None:
            return ()
        return tuple(made for item in _listed(node) for made in self.connection(item))

    def connection(self, node: Node) -> Iterator[Connection]:
        if isinstance(node.value, dict):
            made = self.make(Connection, node.value, node, {})
            yield from [made] if made else []
            return
        try:
            for link in parse(node.written):
                self.keep(link, node)
                yield link
        except (ValidationError, ValueError) as error:
            said = str(error.errors()[0]["msg"]) if isinstance(error, ValidationError) else error
            message = str(said).removeprefix("Value error, ")
            self.faults.append(node.fault("figure-connector", message))

    def make(
        self, kind: type[Made], fields: Mapping[str, Node], node: Node, values: dict[str, Any]
    ) -> Made | None:
        """A model of fields and of values that are made already."""
        plain = {key: _plain(field) for key, field in fields.items() if key not in values}
        try:
            made = kind(**values, **plain)
        except ValidationError as error:
            self.refused(error, kind, fields, node)
            self.lose(fields)
            return None
        self.keep(made, node)
        for name, field in fields.items():
            self.keep_inner(getattr(made, name, None), field)
        return made

    def keep(self, made: Model, node: Node) -> None:
        self.places[id(made)] = node
        self.kept.append(made)

    def keep_inner(self, made: object, node: Node) -> None:
        """The places of models in a field, such as cells."""
        if isinstance(made, Model):
            self.keep(made, node)
        elif isinstance(made, tuple) and isinstance(node.value, list):
            for item, child in zip(made, node.value, strict=False):
                self.keep_inner(item, child)

    def lose(self, fields: Mapping[str, Node]) -> None:
        for key in ("name", "title", "heading"):
            if key in fields:
                self.lost.add(slug(str(fields[key].value)))

    def refused(
        self, error: ValidationError, kind: type[Model], fields: Mapping[str, Node], node: Node
    ) -> None:
        """What the model says, each thing at its place."""
        details = error.errors(include_url=False, include_context=False)
        at_place: dict[tuple[int, str], tuple[Node, str, list[Any]]] = {}
        for detail in details:
            path = [str(step) for step in detail["loc"]]
            # A list whose items are refused is told to be too short as well.
            if detail["type"] == "too_short" and len(details) > 1:
                continue
            # A body that could not be made is told already.
            if path[:1] == ["body"]:
                continue
            place, known, known_at = node, dict(fields), 0
            for depth, step in enumerate(path):
                if step in known:
                    place, known, known_at = known[step], children(known[step]), depth + 1
            if detail["type"] == _UNKNOWN:
                self.faults.append(_unknown_key(path, place, kind))
            elif detail["type"] == "missing" and known_at < len(path) and _is_field(path[-1]):
                self.faults.append(place.fault("figure-missing-key", f'"{path[-1]}" is missing'))
            else:
                field = next((step for step in reversed(path) if _is_field(step)), "")
                key = (id(place), field)
                at_place.setdefault(key, (place, _shown(field, kind), []))[2].append(detail)
        for place, field, found in at_place.values():
            self.faults.append(place.fault("figure-value", told(found, field, place)))


def _shown(field: str, kind: type[Model]) -> str:
    """What a source calls a field: the main one of a part is what stands under its kind."""
    is_main = issubclass(kind, Part) and field == kind.MAIN and kind in kinds().values()
    return kind.__name__.lower() if is_main else field or kind.__name__.lower()


def _is_field(step: str) -> bool:
    """Whether a step of the model's path is a key: no index, and no name of a type."""
    is_type = step in ("int", "float", "str", "bool") or step[:1].isupper()
    return not (is_type or step.isdecimal() or re.search(r"[-\[(]", step))


def _unknown_key(path: list[str], place: Node, kind: type[Model]) -> Diagnostic:
    holder = _holder(kind, path[:-1])
    known = [field.alias or name for name, field in holder.model_fields.items() if name != "body"]
    if issubclass(holder, (Holder, Figure)):
        known += [name for name in kinds() if _is_container(name)]
    other = _OTHER_NAMES.get(path[-1], "")
    close = other if other in known else closest(path[-1], known)
    hint = f'; did you mean "{close}"?' if close else ""
    if not hint:
        hint = f"; allowed are {', '.join(known)}"
    message = f'unknown key "{shorten(path[-1])}"{hint}'
    return place.key_fault("figure-unknown-key", message)


def _holder(kind: type[Model], path: list[str]) -> type[Model]:
    """The model whose key is unknown, by the keys that lead to it."""
    for step in path:
        fields = {field.alias or key: field for key, field in kind.model_fields.items()}
        if step in fields:
            kind = next(iter(models_in(fields[step].annotation)), kind)
    return kind


def _no_kind(node: Node) -> Diagnostic:
    if not isinstance(node.value, dict) or not node.value:
        message = "a part is a mapping that begins with its kind, such as {box: Title}"
        return node.fault("figure-kind", message)
    for key, child in node.value.items():
        close = _OTHER_NAMES.get(key) or closest(key, kinds())
        if close:
            message = f'unknown kind "{shorten(key)}"; did you mean "{close}"?'
            return child.key_fault("figure-kind", message)
    key, child = next(iter(node.value.items()))
    message = f'unknown kind "{shorten(key)}"; known are {", ".join(kinds())}'
    return child.key_fault("figure-kind", message)


def _listed(node: Node | None) -> list[Node]:
    """The values of a list, or a single one."""
    if node is None or node.value is None:
        return []
    return node.value if isinstance(node.value, list) else [node]


def _words(node: Node | None) -> tuple[str, ...]:
    words = tuple(item.written for item in _listed(node))
    return words if all(words) else ()


def _is_container(name: str) -> bool:
    return name in kinds() and issubclass(kinds()[name], Container)


def _bodies() -> str:
    names = [name for name in kinds() if _is_container(name)]
    return f"a figure has one of {', '.join(names)}, or one part alone, such as a box"


def _plain(node: Node) -> object:
    if isinstance(node.value, dict):
        return {key: _plain(child) for key, child in node.value.items()}
    if isinstance(node.value, list):
        return tuple(_plain(child) for child in node.value)
    # `yes` may be a word of the author: it is read as it is written, by who wants a yes or no too.
    if isinstance(node.value, bool):
        return node.written
    if isinstance(node.value, float) or (isinstance(node.value, int) and _is_odd(node)):
        return Written(node.value, node.written)
    return node.value


def _is_odd(node: Node) -> bool:
    """Whether an integer is written in another way than its value would be, such as `007`."""
    return node.written != str(node.value)
