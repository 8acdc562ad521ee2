"""The statements of a radar chart: axes, curves with their values, options, a title.

Follows the grammar of Mermaid 12.3 (`radar.langium`), in which statements need no line of their
own, and what it asks of values that name their axes (`radar/db.ts`).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from diagramkit.mermaid.critical import critical_names
from diagramkit.mermaid.kinds.radar.model import Axis, Curve, Radar
from diagramkit.mermaid.label import words
from diagramkit.mermaid.langium import DESCRIPTIONS, NAME, NUMBER, STRING, WORD_END, LangiumScanner
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.tokens import Token

MAX_AXES, MAX_CURVES, MAX_RINGS = 500, 100, 32
MAX_VALUE = 1e15

_TOKEN = re.compile(
    rf"(?P<radar>radar-beta(?!\w):?)|(?P<keyword>(?:axis|curve){WORD_END})"
    rf"|(?P<option>(?:showLegend|ticks|max|min|graticule){WORD_END})|{DESCRIPTIONS}"
    rf"|(?P<form>circle|polygon)|(?P<boolean>true|false)|(?P<number>{NUMBER})"
    rf"|(?P<string>{STRING})|(?P<id>{NAME})|(?P<sign>[\[\]{{}},:])|(?P<newline>\n)|(?P<unknown>.)",
    re.DOTALL,
)
_VALUES = {"showLegend": "boolean", "graticule": "form"}
_WANTED = {"boolean": "true or false", "form": "circle or polygon", "number": "a number, 0 or more"}


def read(source: Source) -> Radar:
    """Read a radar chart. Raises DiagramError where Mermaid would not read it."""
    reader = _Reader(source)
    reader.statements()
    return reader.chart()


class _Reader:
    """One chart being read."""

    def __init__(self, source: Source) -> None:
        self.source, self.scanner = source, LangiumScanner(source, _TOKEN)
        self.axes: list[Axis] = []
        self.curves: list[tuple[Token, str, list[tuple[str, float]]]] = []
        self.options: dict[str, str] = {}

    def statements(self) -> None:
        """Everything, from the header on."""
        scanner = self.scanner
        if not scanner.need("radar", '"radar-beta"').text.endswith(":"):
            self.scanner.take_sign(":")
        while scanner.peek().kind != "eof":
            if scanner.take_blank_or_title():
                continue
            wanted = "axis, curve, an option such as max 5, or a title"
            if scanner.peek().kind == "option":
                self._list(self._option)
            else:
                token = scanner.need("keyword", wanted)
                self._list(self._axis if token.text == "axis" else self._curve)

    def chart(self) -> Radar:
        """What was read, with the values of curves in the order of the axes."""
        curves = tuple(self._ordered(*curve) for curve in self.curves)
        values = [value for curve in curves for value in curve.values]
        most = float(self.options.get("max", max(values, default=1.0)))
        things: list[Curve | Axis] = [*curves, *self.axes]
        names = [name for one in things for name in (one.name, one.label)]
        critical = critical_names(self.source, names)
        return Radar(
            tuple(self.axes),
            curves,
            float(self.options.get("min", 0)),
            most,
            int(min(MAX_RINGS, float(self.options.get("ticks", 5)))),
            self.options.get("graticule") != "polygon",
            critical,
            **self.scanner.titles.fields(),
        )

    def _list(self, entry: Callable[[], None]) -> None:
        """Entries with commas between them."""
        entry()
        while self.scanner.take_sign(","):
            entry()

    def _option(self) -> None:
        token = self.scanner.need("option", "an option such as max 5")
        kind = _VALUES.get(token.text, "number")
        value = self.scanner.need(kind, _WANTED[kind])
        self.options[token.text] = f"{self._number(value)}" if kind == "number" else value.text

    def _label(self, name: Token) -> str:
        if not self.scanner.take_sign("["):
            return name.text
        label = words(self.scanner.need("string", "a label in quotes").text)
        self.scanner.need_sign("]", 'a "]" behind the label')
        return label

    def _axis(self) -> None:
        name = self.scanner.need("id", 'the name of an axis, as in axis speed["Speed"]')
        if len(self.axes) == MAX_AXES:
            raise self.source.limit(name.start, f"a radar chart has {MAX_AXES} axes at most")
        self.axes.append(Axis(name.text, self._label(name)))

    def _curve(self) -> None:
        name = self.scanner.need("id", 'the name of a curve, as in curve a["A"]{1, 2, 3}')
        if len(self.curves) == MAX_CURVES:
            raise self.source.limit(name.start, f"a radar chart has {MAX_CURVES} curves at most")
        # A curve has to be called something; an axis may have no words.
        label = self._label(name).strip() or name.text
        self.scanner.need_sign("{", 'the values of the curve between "{" and "}"')
        self.curves.append((name, label, self._entries()))

    def _entries(self) -> list[tuple[str, float]]:
        """The values with the names of their axes; all have one, or none."""
        entries: list[tuple[str, float]] = []
        self._lines()
        is_named = self.scanner.peek().kind == "id"
        while True:
            axis = self.scanner.need("id", "the name of an axis").text if is_named else ""
            if is_named:
                self.scanner.take_sign(":")
            value = self.scanner.need("number", "a value, 0 or more")
            entries.append((axis, self._number(value)))
            if len(entries) > MAX_AXES:
                raise self.source.limit(value.start, f"a curve has {MAX_AXES} values at most")
            comma = self.scanner.take_sign(",")
            self._lines()
            if not comma:
                self.scanner.need_sign("}", 'a comma, or "}" behind the last value')
                return entries

    def _lines(self) -> None:
        while self.scanner.take_if("newline"):
            pass

    def _number(self, token: Token) -> float:
        value = float(token.text)
        if value > MAX_VALUE:
            raise self.source.limit(token.start, f"a value is {MAX_VALUE:.0e} at most")
        return value

    def _ordered(self, name: Token, label: str, entries: list[tuple[str, float]]) -> Curve:
        """A curve with its values in the order of the axes."""
        if not entries[0][0]:
            values = tuple(value for _, value in entries)
            if len(values) != len(self.axes):
                message = f"{len(values)} values for {len(self.axes)} axes"
                self.source.warn(name.start, f"{name.text[:40]}: {message}", "radar-values")
            return Curve(name.text, label, values)
        found: dict[str, float] = {}
        for axis, value in entries:
            found.setdefault(axis, value)
        for each in self.axes:
            if each.name not in found:
                message = f'"{name.text[:40]}" has no value for the axis "{each.name[:40]}"'
                raise self.source.error(name.start, message)
        if not self.axes:
            raise self.source.error(name.start, "values that name their axes, and no axis")
        return Curve(name.text, label, tuple(found[axis.name] for axis in self.axes))
