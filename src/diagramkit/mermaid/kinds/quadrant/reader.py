"""The statements of a quadrant chart: axes, quadrants, points.

Follows the grammar of Mermaid 11.17 (`quadrant.jison`). Of an axis or a quadrant that is named
twice the last words count.
"""

from __future__ import annotations

import re

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.critical import critical_names
from diagramkit.mermaid.kinds.quadrant.model import Ends, Point, Quadrant, Style
from diagramkit.mermaid.kinds.quadrant.scanner import FIRST_WORD_KINDS, WORD_KINDS, Scanner
from diagramkit.mermaid.kinds.quadrant.styles import read_styles, style_error
from diagramkit.mermaid.label import Wording, words
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import WHITE
from diagramkit.mermaid.titles import Titles
from diagramkit.mermaid.tokens import Token

MAX_POINTS = 200
"""The most points of a chart."""

_NUMBER = rf"{WHITE}*(1|0(?:\.[0-9]+)?)"
_PLACE = re.compile(rf"{_NUMBER}(?:{WHITE}*,{_NUMBER}(?P<end>{WHITE}*\] *)?)?", re.ASCII)
_CLASS = re.compile(r"[ \t]([A-Za-z0-9\-,:&#*]|[^\x00-\x7f])+[ \t]", re.ASCII)
_ENDS = ("newline", "semi", "eof")
_STATEMENT = 'a point such as "A: [0.3, 0.6]", an axis, a quadrant or a title'
_QUOTES = 'words with other signs stand in double quotes: "…"'


def read(source: Source) -> Quadrant:
    """Read a quadrant chart. Raises DiagramError where Mermaid would not read it."""
    return _Reader(source).chart()


class _Reader:
    """One chart being read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.scanner = Scanner(source)
        self.ends: dict[str, Ends] = {"x": ("", ""), "y": ("", "")}
        self.quadrants = ["", "", "", ""]
        self.points: list[Point] = []
        self.classes: list[tuple[str, Style]] = []
        self.titles = Titles(source)

    def chart(self) -> Quadrant:
        """The whole chart."""
        scanner = self.scanner
        scanner.need("chart", '"quadrantChart"')
        while scanner.peek().kind != "eof":
            scanner.skip_spaces()
            if scanner.peek().kind not in _ENDS:
                self._statement()
            if not scanner.take_if(*_ENDS):
                raise self._expected("the end of the line")
        known = dict.fromkeys(point.text for point in self.points)
        return Quadrant(
            self.ends["x"],
            self.ends["y"],
            (self.quadrants[0], self.quadrants[1], self.quadrants[2], self.quadrants[3]),
            tuple(self.points),
            tuple(self.classes),
            critical_names(self.source, known),
            **self.titles.fields(),
        )

    def _statement(self) -> None:
        token = self.scanner.peek()
        if token.kind in ("x_axis", "y_axis"):
            self.scanner.take()
            self._axis(token.kind[0])
        elif token.kind == "quadrant":
            self.scanner.take()
            self.quadrants[int(token.text.strip()[-1]) - 1] = self._words("the words of a quadrant")
        elif token.kind == "class_def":
            self._class()
        elif token.kind == "title":
            self.titles.heading = self._line()
        elif token.kind == "acc_title":
            self.titles.name = self.scanner.description()
        elif token.kind in ("acc_descr", "acc_block"):
            self.titles.description = self.scanner.description()
        else:
            self._point()

    def _line(self) -> str:
        """The words up to the end of the line."""
        start = self.scanner.take().end
        end = self.source.text.find("\n", start)
        end = len(self.source.text) if end < 0 else end
        self.scanner.go_to(end)
        return words(self.source.text[start:end])

    def _axis(self, name: str) -> None:
        """`low --> high`, `low -->` or `low`; the end that is not named keeps its words."""
        low = self._words("the words at the low end of the axis")
        high = self.ends[name][1]
        if self.scanner.take_if("arrow") and self.scanner.peek().kind not in _ENDS:
            high = self._words("the words at the high end of the axis, or the end of the line")
        self.ends[name] = (low, high)

    def _class(self) -> None:
        """`classDef name radius: 10`."""
        self.scanner.take()
        match = _CLASS.match(self.source.text, self.scanner.place)
        if match is None:
            raise self._expected("a space, the name of a class, a space and its styles")
        self.scanner.go_to(match.end())
        self.classes.append((match[0].strip(), self._styles()))

    def _point(self) -> None:
        token = self.scanner.peek()
        text = self._words(_STATEMENT)
        name = found.text if (found := self.scanner.take_if("class_name")) else ""
        if not self.scanner.take_if("point"):
            raise self._expected("a colon and a place in brackets, as in : [0.3, 0.6]")
        if len(self.points) == MAX_POINTS:
            raise self.source.limit(
                token.start, f"a quadrant chart has {MAX_POINTS} points at most"
            )
        x, y = self._place()
        style = self._styles() if self.scanner.peek().kind not in _ENDS else ()
        location = self.source.location(token.start)
        self.points.append(Point(text, x, y, name, style, location))

    def _place(self) -> tuple[float, float]:
        """`0.3, 0.6]`, behind the opening bracket."""
        start = self.scanner.place
        match = _PLACE.match(self.source.text, start)
        if match is None:
            raise self.source.error(start, "expected a number from 0 to 1, such as 0.3")
        self.scanner.go_to(match.end())
        if match[2] is None:
            raise self._expected("a comma and a second number from 0 to 1")
        if match["end"] is None:
            raise self._expected('"]" behind two numbers from 0 to 1')
        return float(match[1]), float(match[2])

    def _styles(self) -> Style:
        """Styles up to the end of the statement; spaces alone are none."""
        start = self.scanner.peek().start
        end = min(
            (at for at in (self.source.text.find(end, start) for end in "\n;") if at >= 0),
            default=len(self.source.text),
        )
        self.scanner.go_to(end)
        if not self.source.text[start:end].strip():
            if start == end:
                raise style_error(self.source, start)
            return ()
        return read_styles(self.source, start, end)

    def _words(self, wanted: str) -> str:
        """Words in quotes, bare ones, or bare ones behind quoted ones."""
        pieces: list[str] = []
        found = self.scanner.take_if("string", "markdown", *FIRST_WORD_KINDS)
        wording: Wording = "markdown" if found and found.kind == "markdown" else "text"
        while found:
            pieces.append(found.text)
            found = self.scanner.take_if(*WORD_KINDS)
        if not pieces:
            raise self._expected(wanted)
        return words("".join(pieces), wording)

    def _expected(self, wanted: str) -> DiagramError:
        token = self.scanner.peek()
        return self.scanner.expected(wanted, _hint(token))


def _hint(token: Token) -> str:
    if token.text == '"':
        return "this double quote is never closed"
    return _QUOTES if token.kind in ("unknown", "colon", "string") else ""
