"""The statements of an event model: time frames, data, notes, given-when-then.

Follows the grammar of Mermaid 12.3 (`event-modeling.langium`), which knows no title and in which
statements need no line of their own, and how it joins frames (`eventmodeling/db.ts`): to those that
are named, else to the one before that stands in another lane; a reset frame to none.
"""

from __future__ import annotations

import re

from diagramkit.mermaid.critical import critical_names
from diagramkit.mermaid.kinds.eventmodel.model import EventModel, Frame, Sort
from diagramkit.mermaid.label import words
from diagramkit.mermaid.langium import LangiumScanner
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.tokens import Token

MAX_FRAMES, MAX_LINES = 500, 2_000

_SORTS: dict[str, Sort] = {
    "ui": "screen",
    **dict.fromkeys(("pcr", "processor"), "processor"),
    **dict.fromkeys(("cmd", "command"), "command"),
    **dict.fromkeys(("rmo", "readmodel"), "read model"),
    **dict.fromkeys(("evt", "event"), "event"),
}
_FORMATS = ("json", "jsobj", "figma", "salt", "uri", "md", "html", "text")
_WORDS = (
    *("eventmodeling", "timeframe", "tf", "resetframe", "rf", "entity", "data", "note", "gwt"),
    *("given", "when", "then"),
)
_TOKEN = re.compile(
    rf"(?P<sort>(?:{'|'.join(_SORTS)})(?!\w))|(?P<format>(?:{'|'.join(_FORMATS)})(?!\w))"
    rf"|(?P<keyword>(?:{'|'.join(_WORDS)})(?!\w))|(?P<sign>->>|\[\[|\]\]|`|\.)"
    r"|(?P<id>[_a-zA-Z]\w*)|(?P<frame>[0-9]{1,3})"
    r"""|(?P<inline>\{.*\}|".*"|'.*')|(?P<block>\{[\t ]*\n(?:[\S\s]*?\n)?\}(?:\n|(?!\S)))"""
    r"|(?P<unknown>.)",
    re.ASCII,
)
_HIDDEN = re.compile(r"\s+|%%[^\n]*|/\*[\s\S]*?\*/|//[^\n]*")
_STATEMENT = "tf, rf, data, note, gwt or entity"


def read(source: Source) -> EventModel:
    """Read an event model. Raises DiagramError where Mermaid would not read it."""
    reader = _Reader(source)
    reader.statements()
    return reader.model()


class _Reader:
    """One model being read."""

    def __init__(self, source: Source) -> None:
        self.source, self.scanner = source, LangiumScanner(source, _TOKEN, _HIDDEN)
        self.frames: dict[str, tuple[Frame, bool, str]] = {}
        self.data: dict[str, tuple[str, ...]] = {}
        self.notes: list[tuple[str, str]] = []
        self.entities: list[str] = []
        self.lines = 0

    def statements(self) -> None:
        """Everything, from the header on."""
        scanner = self.scanner
        scanner.need("keyword", '"eventmodeling"')
        while scanner.peek().kind != "eof":
            token = scanner.need("keyword", _STATEMENT, _hint(scanner.peek()))
            if token.text in ("tf", "timeframe", "rf", "resetframe"):
                self._frame(is_reset=token.text[0] == "r")
            elif token.text == "data":
                name = scanner.need("id", "the name of the data").text
                self.data[name] = self._block()
            elif token.text == "note":
                frame = self._id()
                self.notes.append((frame.text, " ".join(self._block())))
            elif token.text == "gwt":
                self._example()
            elif token.text == "entity":
                self.entities.append(self._name())
            else:
                message = f'expected {_STATEMENT}, found "{token.text}"'
                raise scanner.error(token.start, message)

    def model(self) -> EventModel:
        """What was read, each frame with its sources and its data."""
        frames: list[Frame] = []
        for frame, is_reset, reference in self.frames.values():
            sources = tuple(one for one in frame.sources if one in self.frames)
            if not frame.sources and not is_reset:
                sources = _before(frames, frame)
            data = self.data.get(reference, ()) or frame.data
            frames.append(Frame(frame.id, frame.sort, frame.namespace, frame.name, sources, data))
        known = [name for frame in frames for name in (frame.id, frame.name)]
        critical = critical_names(self.source, known)
        title = self.source.title
        remarks = tuple(self._remarks())
        return EventModel(tuple(frames), remarks, critical, title=title, heading=title)

    def _remarks(self) -> list[str]:
        """Notes and examples with the names of their frames, and what no frame is of."""
        names = {key: frame.name for key, (frame, _, _) in self.frames.items()}
        found = [f"{names.get(frame, frame)}: {said}" for frame, said in self.notes]
        frames = [frame for frame, _, _ in self.frames.values()]
        used = {name for one in frames for name in (one.name, f"{one.namespace}.{one.name}")}
        idle = [name for name in self.entities if name not in used]
        return [*found, *([f"Besides: {', '.join(idle)}"] if idle else [])]

    def _id(self) -> Token:
        return self.scanner.need("frame", "the number of a frame, of up to three digits")

    def _sort(self) -> Sort:
        wanted = "what the frame is: ui, pcr, cmd, rmo or evt"
        return _SORTS[self.scanner.need("sort", wanted).text]

    def _name(self) -> str:
        """A name, with namespaces and points before it."""
        hint = "names are none of the words of the language"
        is_word = self.scanner.peek().kind in ("sort", "format", "keyword")
        name = self.scanner.need("id", "a name", hint if is_word else "").text
        while self.scanner.take_sign("."):
            name += f".{self.scanner.need('id', 'a name behind the point').text}"
        return name

    def _frame(self, *, is_reset: bool) -> None:
        token = self._id()
        if token.text in self.frames:
            raise self.scanner.error(token.start, f"a second frame with the number {token.text}")
        if len(self.frames) == MAX_FRAMES:
            raise self.source.limit(token.start, f"an event model has {MAX_FRAMES} frames at most")
        sort = self._sort()
        namespace, _, name = self._name().rpartition(".")
        sources: list[str] = []
        while self.scanner.take_sign("->>"):
            sources.append(self._id().text)
        reference = ""
        if self.scanner.take_sign("[["):
            reference = self.scanner.need("id", "the name of data").text
            self.scanner.need_sign("]]")
        data: tuple[str, ...] = ()
        if self._format() or self.scanner.peek().kind == "inline":
            written = self.scanner.need("inline", 'data such as { id: 7 } or "words"').text
            data = self._said([written[1:-1]])
        frame = Frame(token.text, sort, namespace, name, tuple(sources), data)
        self.frames[token.text] = (frame, is_reset, reference)

    def _format(self) -> bool:
        """The sort of data, such as `json` between two backticks."""
        if not self.scanner.take_sign("`"):
            return False
        self.scanner.need("format", f"one of {', '.join(_FORMATS)}")
        self.scanner.need_sign("`")
        return True

    def _block(self) -> tuple[str, ...]:
        self._format()
        hint = "its braces stand at the ends of lines"
        text = self.scanner.need("block", "data between braces on lines of their own", hint).text
        return self._said(text.strip()[1:-1].split("\n"))

    def _said(self, lines: list[str]) -> tuple[str, ...]:
        said = tuple(filter(None, (words(line.strip()) for line in lines)))
        self.lines += len(said)
        if self.lines > MAX_LINES:
            message = f"an event model has {MAX_LINES} lines of data at most"
            raise self.source.limit(self.scanner.peek().start, message)
        return said

    def _example(self) -> None:
        """`gwt 01 given … when … then …`, in words."""
        frame = self._id()
        told: list[str] = []
        for word in ("given", "when", "then"):
            if self.scanner.peek().text != word:
                if word == "when":
                    continue
                raise self.scanner.expected(f'"{word}"')
            self.scanner.take()
            names = [self._entity()]
            while self.scanner.peek().kind == "sort":
                names.append(self._entity())
            told.append(f"{word} {' and '.join(names)}")
        self.notes.append((frame.text, ", ".join(told)))

    def _entity(self) -> str:
        sort = self._sort()
        return f"{sort} {self.scanner.need('id', 'a name').text}"


def lane_of(frame: Frame) -> tuple[int, str]:
    """The lane of a frame: people and machines above, what they ask and see, then events; each
    namespace has its own."""
    group = {"screen": 0, "processor": 0, "command": 1, "read model": 1}.get(frame.sort, 2)
    return group, frame.namespace


def _before(frames: list[Frame], frame: Frame) -> tuple[str, ...]:
    """The last frame before one that stands in another lane."""
    lane = lane_of(frame)
    return next(((one.id,) for one in reversed(frames) if lane_of(one) != lane), ())


def _hint(token: Token) -> str:
    return "an event model has no title of its own" if token.text in ("title", "accTitle") else ""
