"""What follows the word `state`: `A {`, `"words" as A`, `A <<choice>>`."""

from __future__ import annotations

import re
from typing import NamedTuple

from diagramkit.mermaid.kinds.state.messages import expected_here
from diagramkit.mermaid.kinds.state.model import Kind
from diagramkit.mermaid.kinds.state.scanner import COMMENT, Scanner
from diagramkit.mermaid.kinds.state.statements import Mention
from diagramkit.mermaid.text import SPACES, WHITE, WHITE_CHARACTERS

_FLAGS = re.IGNORECASE | re.ASCII
_BLANK = re.compile(rf"(?:[{SPACES}]+|{COMMENT})*")
_MARKS: tuple[tuple[str, Kind], ...] = (
    ("<<fork>>", "fork"),
    ("<<join>>", "join"),
    ("<<choice>>", "choice"),
    ("[[fork]]", "fork"),
    ("[[join]]", "join"),
    ("[[choice]]", "choice"),
)
_STRING = re.compile(r'"([^"]+)"')
_AS = re.compile(rf"as{WHITE}+", _FLAGS)
_AS_BELOW = re.compile(rf"{WHITE}*as{WHITE}", _FLAGS)
_NAME_AFTER_AS = re.compile(r"(?:(?!%%)[^\n{])+")
_NAME = re.compile(rf"(?!\")[^\n{SPACES}{{]+")
_TWO_WORDS = re.compile(rf"\w+{WHITE}+\w+", _FLAGS)


class Declared(NamedTuple):
    """The state that was declared, if any, and whether its braces open here."""

    mention: Mention | None
    opens: bool = False


def read_state(scanner: Scanner) -> Declared:
    """What is declared behind `state`. A bare `state A` declares nothing, as in Mermaid.

    Raises DiagramError where Mermaid would not read it.
    """
    scanner.take()
    scanner.take_match(_BLANK)
    if marked := _marked(scanner):
        return Declared(marked if marked.name else None)
    mention = _named(scanner)
    if scanner.text.startswith('"', scanner.place):
        mention = _described(scanner)
    return _opened(scanner, mention)


def _marked(scanner: Scanner) -> Mention | None:
    """`A <<fork>>` and the like: the name is all that stands before the last such mark."""
    start = scanner.place
    line = scanner.text[start : scanner.text.find("\n", start)].lower()
    for mark, kind in _MARKS:
        found = line.rfind(mark)
        if found >= 0:
            name = scanner.text[start : start + found].strip(WHITE_CHARACTERS)
            scanner.source.mention(start, start + found)
            scanner.go_to(start + found + len(mark))
            return Mention(name, start, kind=kind)
    return None


def _described(scanner: Scanner) -> Mention:
    """`"words" as A`."""
    start = scanner.place
    string = scanner.take_match(_STRING)
    if string is None:
        empty = scanner.text.startswith('""', start)
        what = (
            "no words between these double quotes" if empty else "this double quote is never closed"
        )
        raise scanner.error(start, what)
    scanner.take_match(_BLANK)
    if not scanner.take_match(_AS):
        raise expected_here(scanner, '"as" and the name of the state')
    offset = scanner.place
    name = scanner.take_match(_NAME_AFTER_AS)
    if name is None or not name[0].strip(WHITE_CHARACTERS):
        raise expected_here(scanner, "the name of the state")
    scanner.source.mention(*name.span())
    return Mention(name[0].strip(WHITE_CHARACTERS), offset, (string[1],))


def _named(scanner: Scanner) -> Mention | None:
    """The last of the bare words up to a brace, a double quote or the end of the line."""
    text = scanner.text
    end = text.find("\n", scanner.place)
    brace = text.find("{", scanner.place, end)
    mention: Mention | None = None
    while name := scanner.take_match(_NAME):
        two = _TWO_WORDS.match(text, name.start())
        if two and (brace >= 0 if two.end() <= end else _opens_brace(text, two.end())):
            raise scanner.error(name.start(), _not_one_word(two[0]))
        if _AS.match(text, name.start()):
            raise scanner.error(name.start(), 'words before "as" stand in double quotes')
        mention = Mention(name[0], name.start())
        scanner.source.mention(*name.span())
        scanner.take_match(_BLANK)
    return mention


def _opens_brace(text: str, place: int) -> bool:
    """Whether a brace opens in what is left of the line."""
    return text.find("{", place, text.find("\n", place)) >= 0


def _not_one_word(words: str) -> str:
    if "\n" in words:
        return (
            'a "state" without braces above a line with "{", which Mermaid takes for a name of '
            'two words; leave the word "state" out here'
        )
    return 'the name of a state is one word; others stand in double quotes: "two words" as name'


def _opened(scanner: Scanner, mention: Mention | None) -> Declared:
    """The state with its braces, if they open here, or at the top on the next line."""
    if scanner.place >= len(scanner.text):
        return Declared(_as_statement(mention))
    if _AS_BELOW.match(scanner.text, scanner.place):
        message = 'a line that begins with "as" below a "state", which Mermaid takes for one'
        raise scanner.error(scanner.place, message)
    if scanner.text.startswith("\n", scanner.place):
        scanner.go_to(scanner.place + 1)
        if mention is None or scanner.depth or scanner.peek().kind != "open":
            return Declared(_as_statement(mention))
        scanner.take()
    elif mention and scanner.text.startswith("{", scanner.place):
        scanner.go_to(scanner.place + 1)
    else:
        raise expected_here(scanner, "the name of a state")
    return Declared(mention, opens=True)


def _as_statement(mention: Mention | None) -> Mention | None:
    """What a state without braces declares: nothing without words.

    Of a name with a colon in it, what is behind is a second description.
    """
    if mention is None or not mention.texts:
        return None
    name, *more = mention.name.split(":")
    return Mention(name.strip(WHITE_CHARACTERS), mention.offset, (*mention.texts, *more[:1]))
