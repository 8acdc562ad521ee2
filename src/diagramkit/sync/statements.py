"""The statements of a flowchart that say how it looks, and where each of their words stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.mermaid.kinds.flowchart.reader import read
from diagramkit.mermaid.kinds.flowchart.scanner import ID_KINDS, Scanner, Token
from diagramkit.mermaid.source import Source


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of a diagram; `start` and `end` count in the original text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Definition:
    """`classDef a,b fill:#eee`."""

    whole: Word
    names: Word
    style: Word


@dataclass(frozen=True, slots=True)
class Use:
    """The name of a class behind `class A` or `:::`."""

    name: Word


@dataclass(frozen=True, slots=True)
class NodeStyle:
    """`style A fill:#eee`."""

    whole: Word
    target: Word
    style: Word


@dataclass(frozen=True, slots=True)
class LinkStyle:
    """`linkStyle 0,1 stroke:#eee`; `numbers` is empty for `linkStyle default`.

    `style` is empty where only `interpolate` is said.
    """

    whole: Word
    numbers: tuple[int, ...]
    style: Word

    @property
    def is_default(self) -> bool:
        """Whether it styles all links."""
        return not self.numbers and bool(self.style.text)


Statement = Definition | Use | NodeStyle | LinkStyle


class _Watched(Scanner):
    """A scanner that remembers the tokens it gave away."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.taken: list[Token] = []

    def take(self) -> Token:
        token = super().take()
        self.taken.append(token)
        return token


def read_statements(source: Source) -> tuple[Flowchart, tuple[Statement, ...]]:
    """A flowchart and its statements of look, in order.

    Raises DiagramError where Mermaid would not read it.
    """
    scanner = _Watched(source)
    chart = read(source, scanner)
    found = (
        statement for tokens in _divided(scanner.taken) for statement in _statements(source, tokens)
    )
    return chart, tuple(found)


def _divided(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """The tokens of one statement after the other, without what stands between."""
    statement: list[Token] = []
    for token in tokens:
        if token.kind in ("newline", "semi"):
            yield statement
            statement = []
        # These three end by themselves.
        elif statement or token.kind not in ("space", "graph", "end", "direction", "acc_block"):
            statement.append(token)
    yield statement


def _statements(source: Source, tokens: Sequence[Token]) -> Iterator[Statement]:
    kind = tokens[0].kind if tokens else ""
    if kind == "class_def":
        names, style = _ids(tokens[2:]), tokens[2:]
        yield Definition(
            _word(source, tokens), _word(source, names), _word(source, style[len(names) + 1 :])
        )
    elif kind == "style":
        target, style = _ids(tokens[2:]), tokens[2:]
        yield NodeStyle(
            _word(source, tokens), _word(source, target), _word(source, style[len(target) + 1 :])
        )
    elif kind == "link_style":
        yield _link_style(source, tokens)
    elif kind == "class":
        targets = _ids(tokens[2:])
        yield Use(_word(source, _ids(tokens[3 + len(targets) :])))
    else:
        for place, token in enumerate(tokens):
            if token.kind == "separator":
                yield Use(_word(source, _ids(tokens[place + 1 :])))


def _link_style(source: Source, tokens: Sequence[Token]) -> LinkStyle:
    places = list(takewhile(lambda token: token.kind != "space", tokens[2:]))
    numbers = tuple(int(token.text[:9]) for token in places if token.kind == "number")
    style = tokens[3 + len(places) :]
    if style and style[0].kind == "interpolate":
        curve = list(takewhile(lambda token: token.kind != "space", style[2:]))
        style = style[3 + len(curve) :]
    return LinkStyle(_word(source, tokens), numbers, _word(source, style, tokens[-1].end))


def _ids(tokens: Sequence[Token]) -> list[Token]:
    return list(takewhile(lambda token: token.kind in ID_KINDS, tokens))


def _word(source: Source, tokens: Sequence[Token], empty_at: int = 0) -> Word:
    """The text of `tokens`, without the space behind it."""
    if not tokens:
        place = source.traced.origin(max(empty_at - 1, 0)) + 1
        return Word("", place, place)
    start, end = tokens[0].start, tokens[-1].end
    text = source.text[start:end].rstrip()
    begin = source.traced.origin(start)
    return Word(text, begin, source.traced.origin(start + len(text) - 1) + 1)
