"""The statements of a Wardley map: components and anchors, links, evolution, pipelines, remarks.

Follows the grammar of Mermaid 12.3 (`wardley.langium`) and what it asks of numbers
(`wardleyParser.ts`): 0 to 1, or 1 to 100 for per cent. Offsets of labels are read and say nothing.
What names a component that there is not is left out and warned of.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from diagramkit.mermaid.critical import read_critical
from diagramkit.mermaid.kinds.wardley.model import (
    Component,
    Flow,
    Link,
    Place,
    Remark,
    Stage,
    Wardley,
)
from diagramkit.mermaid.label import words
from diagramkit.mermaid.langium import DESCRIPTIONS, NAME, STRING, LangiumScanner
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.tokens import Token

MAX_THINGS = 1_000
STAGES = ("Genesis", "Custom built", "Product", "Commodity")
"""What the stages of evolution are called unless told."""

_PART = r"(?:[A-Za-z0-9_()&]|-(?!>))*"
_SPACED = rf"(?!title\s|accTitle|accDescr)[A-Za-z]{_PART}(?:[ \t]+[A-Za-z(]{_PART})*"
_TOKEN = re.compile(
    r"(?P<port>\+<>|\+>|\+<)|(?P<arrow>->|-->|-\.->|>|\+'[^']*'(?:<>|<|>))|(?P<label>;[^\n]+)"
    r"|(?P<sign>[\[\],@/(){}-])|(?P<decimal>[0-9]+\.[0-9]+)|(?P<strategy>build|buy|outsource|market)"
    r"|(?P<keyword>wardley-beta|size|evolution|anchor|component|label|inertia|evolve|pipeline"
    r"|note|annotations|annotation|accelerator|deaccelerator)"
    rf"|(?P<spaced>{_SPACED})|{DESCRIPTIONS}|(?P<int>(?:0|[1-9][0-9]*)(?!\.))|(?P<string>{STRING})"
    rf"|(?P<id>{NAME})|(?P<newline>\n)|(?P<unknown>.)",
    re.DOTALL | re.ASCII,
)
_NAMES = ("string", "id", "spaced")
_FLOWS: dict[str, Flow] = {"<>": "both", "<": "backward", ">": "forward"}


def read(source: Source) -> Wardley:
    """Read a Wardley map. Raises DiagramError where Mermaid would not read it."""
    reader = _Reader(source)
    reader.statements()
    return reader.chart()


class _Reader:
    """One map being read."""

    def __init__(self, source: Source) -> None:
        self.source, self.scanner = source, LangiumScanner(source, _TOKEN)
        self.map = Wardley()
        self.links: list[tuple[Token, Token, Link]] = []
        self.evolves: list[tuple[Token, float]] = []
        self.pipelines: list[tuple[Token, list[tuple[str, float]]]] = []
        self.count = 0

    def statements(self) -> None:
        """Everything, from the header on."""
        scanner = self.scanner
        if scanner.peek().text != "wardley-beta":
            raise scanner.expected('"wardley-beta"')
        scanner.take()
        while scanner.peek().kind != "eof":
            if scanner.take_blank_or_title():
                continue
            self.count += 1
            if self.count > MAX_THINGS:
                raise self.source.limit(
                    scanner.peek().start, f"a map has {MAX_THINGS} statements at most"
                )
            wanted = "component, anchor, evolve, note, a link such as A -> B, or a title"
            token = scanner.need(("keyword", *_NAMES), wanted)
            if token.kind == "keyword":
                self._keyword(token, wanted)
            else:
                self._link(token)
            scanner.need(("newline", "eof"), "the end of the line")

    def chart(self) -> Wardley:
        """What was read, with links and pipelines by the ids of their components."""
        found = self.map
        for parent, parts in self.pipelines:
            self._pipeline_of(parent, parts)
        ids = {one.label: one.id for one in reversed(found.components.values())}
        ids |= {name: name for name in found.components}
        for source, target, link in self.links:
            lost = next((token for token in (source, target) if token.text not in ids), None)
            if lost is None:
                ends = ids[source.text], ids[target.text]
                found.links.append(Link(*ends, link.label, link.flow, link.is_dashed))
            else:
                self._lost(lost, f"the link {source.text[:40]} to {target.text[:40]}", ids)
        for token, target_at in self.evolves:
            if token.text in found.components:
                found.evolves[token.text] = target_at
            else:
                self._lost(token, f"the evolution of {token.text[:40]}", found.components)
        paths = read_critical(self.source, ids)
        named = [[ids[name] for name in path] for path in paths]
        found.critical = frozenset(name for path in named for name in path)
        found.critical_links = frozenset(pair for path in named for pair in pairwise(path))
        titles = self.scanner.titles
        found.title, found.description, found.heading = (
            titles.title,
            titles.description,
            titles.heading,
        )
        return found

    def _lost(self, token: Token, what: str, known: dict[str, str] | dict[str, Component]) -> None:
        near = self.source.near(token.text, known)
        message = f'no component is called "{token.text[:40]}"{near}: {what} is left out'
        self.source.warn(token.start, message, "wardley-left-out")

    def _keyword(self, token: Token, wanted: str) -> None:
        readers: dict[str, Callable[[], None]] = {
            "size": self._size,
            "evolution": self._evolution,
            "anchor": self._anchor,
            "component": self._component,
            "evolve": self._evolve,
            "pipeline": self._pipeline,
            "annotations": self._annotations,
            "annotation": self._annotation,
            "note": self._note,
            "accelerator": lambda: self._remark(self.map.accelerators),
            "deaccelerator": lambda: self._remark(self.map.deaccelerators),
        }
        if token.text not in readers:
            raise self.scanner.error(token.start, f'expected {wanted}, found "{token.text}"')
        readers[token.text]()

    def _name(self) -> Token:
        hint = ""
        if self.scanner.peek().kind in ("keyword", "strategy"):
            hint = "names that begin with a keyword stand in quotes"
        return self.scanner.need(_NAMES, "the name of a component", hint)

    def _share(self, *kinds: str) -> float:
        """A number from 0 to 1, or above that in per cent."""
        kinds = kinds or ("decimal",)
        token = self.scanner.need(kinds, "a number with a point, from 0.0 to 1.0")
        value = float(token.text[:20])
        if value > 100:
            raise self.scanner.error(token.start, "a place is from 0 to 1, or to 100 for per cent")
        return value / 100 if value > 1 else value

    def _place(self, *kinds: str) -> Place:
        self.scanner.need_sign("[")
        visibility = self._share(*kinds)
        self.scanner.need_sign(",")
        place = Place(visibility, self._share(*kinds))
        self.scanner.need_sign("]")
        return place

    def _int(self, wanted: str) -> int:
        token = self.scanner.need("int", wanted)
        if len(token.text) > 5:
            raise self.source.limit(token.start, "a number of this length")
        return int(token.text)

    def _size(self) -> None:
        self.scanner.need_sign("[")
        width = self._int("the width of the map, such as 800")
        self.scanner.need_sign(",")
        self.map.size = width, self._int("the height of the map")
        self.scanner.need_sign("]")

    def _evolution(self) -> None:
        names: list[str] = []
        ends: list[float] = []
        while True:
            name = words(self.scanner.need(_NAMES, "the name of a stage").text)
            if self.scanner.take_sign("@"):
                ends.append(self._share())
            if self.scanner.take_sign("/"):
                name = f"{name} / {words(self.scanner.need(_NAMES, 'its other name').text)}"
            names.append(name)
            if self.scanner.peek().text != "->" or not self.scanner.take_if("arrow"):
                break
        if len(names) < 2:
            raise self.scanner.expected('"->" and a further stage')
        count = len(names)
        is_told = len(ends) == count and all(one <= other for one, other in pairwise(ends))
        shares = ends if is_told else [(place + 1) / count for place in range(count)]
        self.map.stages = tuple(map(Stage, names, shares))

    def _anchor(self) -> None:
        name = self._name().text
        self.map.components[name] = Component(name, words(name), self._place(), is_anchor=True)

    def _component(self) -> None:
        name = self._name().text
        place = self._place()
        self._label()
        strategy, inertia = "", False
        while self.scanner.take_sign("(") and not inertia:
            token = self.scanner.need(("strategy", "keyword"), "build, buy, outsource or market")
            is_again = token.kind == "strategy" and strategy
            if is_again or (token.kind == "keyword" and token.text != "inertia"):
                raise self.scanner.error(token.start, "expected build, buy, outsource or market")
            inertia = token.kind == "keyword"
            strategy = strategy if inertia else token.text
            self.scanner.need_sign(")")
        if not inertia and self.scanner.peek().text == "inertia":
            inertia = self.scanner.take_if("keyword") is not None
        self.map.components[name] = Component(name, words(name), place, False, strategy, inertia)

    def _label(self) -> None:
        """`label [-10, 5]`, an offset that the layout has no use for."""
        if self.scanner.peek().text != "label" or not self.scanner.take_if("keyword"):
            return
        self.scanner.need_sign("[")
        self.scanner.take_sign("-")
        self._int("how far the label is moved, such as 10")
        self.scanner.need_sign(",")
        self.scanner.take_sign("-")
        self._int("how far the label is moved, such as 10")
        self.scanner.need_sign("]")

    def _evolve(self) -> None:
        name = self._name()
        self.evolves.append((name, self._share()))

    def _pipeline(self) -> None:
        parent = self._name()
        self.scanner.need_sign("{")
        self._lines()
        parts: list[tuple[str, float]] = []
        while not (parts and self.scanner.take_sign("}")):
            keyword = self.scanner.need("keyword", "a component of the pipeline")
            if keyword.text != "component":
                message = f'expected "component", found "{keyword.text}"'
                raise self.scanner.error(keyword.start, message)
            name = self._name().text
            self.scanner.need_sign("[")
            parts.append((name, self._share()))
            self.scanner.need_sign("]")
            self._label()
            self._lines()
        self.pipelines.append((parent, parts))

    def _lines(self) -> None:
        self.scanner.need("newline", "the end of the line")
        while self.scanner.take_if("newline"):
            pass

    def _pipeline_of(self, parent: Token, parts: list[tuple[str, float]]) -> None:
        owner = self.map.components.get(parent.text)
        if owner is None:
            message = f'a pipeline is of a component, and none is called "{parent.text[:40]}"'
            raise self.scanner.error(parent.start, message)
        ids = self.map.pipelines.setdefault(owner.id, [])
        for name, evolution in parts:
            made = f"{owner.id}_{name}"
            at = Place(owner.at.visibility, evolution)
            self.map.components[made] = Component(made, words(name), at, pipeline=owner.id)
            ids.append(made)

    def _remark(self, remarks: list[Remark]) -> None:
        name = self._name().text
        remarks.append(Remark(words(name), self._place()))

    def _note(self) -> None:
        text = self.scanner.need("string", "the words of the note in quotes").text
        self.map.notes.append(Remark(words(text), self._place()))

    def _annotations(self) -> None:
        self._place("decimal", "int")  # where Mermaid lists them; here they stand below the map

    def _annotation(self) -> None:
        number = self._int("the number of the annotation")
        self.scanner.need_sign(",")
        place = self._place("decimal", "int")
        text = self.scanner.need("string", "the words of the annotation in quotes").text
        self.map.annotations.append(Remark(words(text), place, number))

    def _link(self, source: Token) -> None:
        """`A -> B`, with ports and an arrow, each or none, and a label behind `;`."""
        scanner = self.scanner
        first = scanner.take_if("port")
        arrow = scanner.take_if("arrow")
        target = scanner.need(_NAMES, "an arrow and the component at the end of the link")
        last = scanner.take_if("port")
        behind = scanner.take_if("label")
        written = arrow.text if arrow else ""
        name, flow = "", ""
        if written.startswith("+"):
            name, _, flow = written[2:].rpartition("'")
        port = (first or last).text[1:] if (first or last) else flow  # type: ignore[union-attr]
        label = name or (behind.text[1:].strip() if behind else "")
        way = _FLOWS.get(port, "")
        self.links.append((source, target, Link("", "", words(label), way, written == "-.->")))
