"""The statements of a chart of bars and lines.

Follows the grammar of Mermaid 11.17 (`xychart.jison`). Words without quotes lose the spaces in
them, as they do in Mermaid: `x-axis Batch size` is the axis "Batchsize".
"""

from __future__ import annotations

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.critical import critical_names
from diagramkit.mermaid.kinds.xychart.model import Axis, Form, Series, XYChart
from diagramkit.mermaid.kinds.xychart.scanner import WORD_KINDS, Scanner
from diagramkit.mermaid.label import words
from diagramkit.mermaid.settings import read_settings
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.titles import Titles

MAX_VALUES = 500
"""The most values of a series, and names along an axis."""

MAX_WORDS = 200
"""The most values with words of their own: finding room for them takes the square of the time."""

MAX_SERIES = 24
"""The most series of a chart."""

MAX_VALUE = 1e15
"""The greatest number, above zero or below."""

_ENDS = ("newline", "semi", "eof")
_QUOTES = 'words with spaces or other signs than & + = * . # - _ stand in double quotes: "…"'
_STATEMENT = '"x-axis", "y-axis", "line", "bar" or "title"'


def read(source: Source) -> XYChart:
    """Read a chart. Raises DiagramError where Mermaid would not read it."""
    return _Reader(source).chart()


class _Reader:
    """One chart being read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.scanner = Scanner(source)
        self.axes = {"x": Axis(), "y": Axis()}
        self.series: list[Series] = []
        self.worded = 0
        self.titles = Titles(source)
        self.settings = read_settings(source, "xyChart")
        self.orientation = self.settings.get("chartOrientation", "")

    def chart(self) -> XYChart:
        """The whole chart."""
        self._header()
        while self.scanner.peek().kind != "eof":
            if not self.scanner.take_if("newline", "semi"):
                self._statement()
        names = dict.fromkeys(
            (*(one.name for one in self.series if one.name), *self.axes["x"].names)
        )
        return XYChart(
            self.axes["x"],
            self.axes["y"],
            tuple(self.series),
            self.orientation == "horizontal",
            bool(self.settings.get("showDataLabel")),
            critical_names(self.source, names),
            **self.titles.fields(),
        )

    def _header(self) -> None:
        scanner = self.scanner
        scanner.need("xychart", '"xychart"')
        while True:
            if found := scanner.take_if("orientation"):
                self.orientation = found.text.lower()
            while scanner.take_if("newline", "semi"):
                pass
            if not scanner.take_if("xychart"):
                return

    def _statement(self) -> None:
        kind = self.scanner.peek().kind
        if kind == "title":
            self.scanner.take()
            self.titles.heading = self._words("the words of the title")
        elif kind in ("x_axis", "y_axis"):
            self.scanner.take()
            self._axis(kind[0])
        elif kind in ("line", "bar"):
            self._series("line" if kind == "line" else "bar")
        elif kind == "acc_title":
            self.titles.name = self.scanner.description()
        elif kind in ("acc_descr", "acc_block"):
            self.titles.description = self.scanner.description()
        else:
            raise self._expected(_STATEMENT)

    def _axis(self, name: str) -> None:
        """`"title" 0 --> 10` and, for the first axis, `"title" [a, b]`; either part may lack."""
        scanner, old = self.scanner, self.axes[name]
        found = scanner.peek().kind
        if name == "x":
            wanted = "a title, names in brackets or a range such as 0 --> 10"
        else:
            wanted = "a title or a range such as 0 --> 10"
        title = self._words(wanted) if found not in ("open", "number") else ""
        if name == "x" and scanner.take_if("open"):
            self.axes[name] = Axis(title, self._names())
        elif low := scanner.take_if("number"):
            scanner.need("arrow", 'the arrow "-->" of a range', _range_hint(low.text))
            self.axes[name] = Axis(title, (), (self._number(low.text, low.start), self._high()))
        elif not title:
            raise self._expected(wanted)
        else:
            self.axes[name] = Axis(title, old.names, old.range)

    def _high(self) -> float:
        token = self.scanner.need("number", "the number that the range ends at")
        return self._number(token.text, token.start)

    def _names(self) -> tuple[str, ...]:
        names = [self._words("a name")]
        while self.scanner.take_if("comma"):
            self._count(len(names))
            names.append(self._words("a name"))
        self._close("a comma or the closing bracket")
        return tuple(names)

    def _series(self, form: Form) -> None:
        token = self.scanner.take()
        self._count(len(self.series), MAX_SERIES, "series")
        name = "" if self.scanner.peek().kind == "open" else self._words("a name or values in [ ]")
        self.scanner.need("open", "values in brackets, as in [10, 20]")
        pairs = [self._value()]
        while self.scanner.take_if("comma"):
            self._count(len(pairs))
            pairs.append(self._value())
        self._close("a comma or the closing bracket")
        values, said = zip(*pairs, strict=True)
        place = self.source.location(token.start)
        self.series.append(Series(form, name, values, said, place))

    def _value(self) -> tuple[float, str]:
        """A number and the words behind it, if there are any."""
        token = self.scanner.need("number", "a number")
        label = self.scanner.take_if("string")
        if label:
            self._count(self.worded, MAX_WORDS, "values with words")
            self.worded += 1
        return self._number(token.text, token.start), words(label.text) if label else ""

    def _number(self, text: str, place: int) -> float:
        value = float(text)
        if abs(value) > MAX_VALUE:
            message = f"a number is at most {MAX_VALUE:.0e}"
            raise self.source.error(place, message, "mermaid-limit")
        return value

    def _words(self, wanted: str) -> str:
        """Words in quotes, or letters, digits and signs in a row."""
        if quoted := self.scanner.take_if("string"):
            return words(quoted.text)
        pieces: list[str] = []
        while token := self.scanner.take_if(*WORD_KINDS):
            pieces.append(token.text)
        if not pieces:
            raise self._expected(wanted)
        return words("".join(pieces))

    def _close(self, wanted: str) -> None:
        if not self.scanner.take_if("close"):
            raise self._expected(wanted)

    def _count(self, count: int, most: int = MAX_VALUES, what: str = "values or names") -> None:
        if count >= most:
            raise self.source.limit(self.scanner.place, f"a chart has {most} {what} at most")

    def _expected(self, wanted: str) -> DiagramError:
        token = self.scanner.peek()
        if token.kind != "unknown":
            return self.scanner.expected(wanted)
        hint = "this double quote is never closed" if token.text == '"' else _QUOTES
        return self.scanner.expected(wanted, hint)


def _range_hint(number: str) -> str:
    return f'a title with a number in it stands in double quotes: "… {number}"'
