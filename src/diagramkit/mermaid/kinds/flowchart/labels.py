"""The words in brackets behind a node, and those between pipes on a link."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.kinds.flowchart.scanner import NAME, Scanner, Token
from diagramkit.mermaid.kinds.flowchart.shapes import BRACKETS, SLANTED
from diagramkit.mermaid.label import Wording, without_quotes, words
from diagramkit.mermaid.text import skip_white

_BRACKETS = re.compile(
    r"\(-|\]\)|\(\[|\]\]|\[\[|\)\]|\[\(|\)\)\)|\(\(\(|\[/|\[\\|[|()\[\]{}]",
)
_PLAIN = re.compile(r'[^\[\](){}|"]+')
_PROPERTY = re.compile(rf"(?![0-9]){NAME}:(?![0-9]){NAME}\|", re.ASCII)
_ROUND_PLAIN = re.compile(r'[^\[\](){}"]+')
_SLANTED_PIECE = re.compile(r"[/\\](?!\])|[^\\\[\](){}/]+")
# Mermaid means `/]` and `\]` only; its grammar takes the others as well, as `\]`.
_SLANTED_END = re.compile(r"[/\\(?=)\]]\]")
_MARKDOWN_STOP = re.compile(r'[`"]')


@dataclass(frozen=True, slots=True)
class Label:
    """Words as they are written, how they are written, and where they end."""

    raw: str
    wording: Wording
    end: int

    @property
    def words(self) -> str:
        """The words as the reader sees them."""
        return words(without_quotes(self.raw), self.wording)


def quoted(scanner: Scanner, start: int) -> Label | None:
    """A string in double quotes, or a Markdown string, that begins at `start`.

    None for an empty one, which Mermaid takes as nothing at all; the scanner then stands
    behind it. Raises DiagramError where it is not closed.
    """
    text = scanner.text
    if text.startswith("`", start + 1):
        end = _markdown_end(scanner, start)
        found = Label(text[start + 2 : end], "markdown", end + 2)
    else:
        end = text.find('"', start + 1)
        if end < 0:
            raise scanner.error(start, "this double quote is never closed")
        found = Label(text[start + 1 : end], "string", end + 1)
    scanner.go_to(found.end)
    return found if found.raw else None


def _markdown_end(scanner: Scanner, start: int) -> int:
    stop = _MARKDOWN_STOP.search(scanner.text, start + 2)
    if stop is None:
        raise scanner.error(start, 'this Markdown string is never closed; expected `"')
    if scanner.text.startswith('`"', stop.start()):
        return stop.start()
    what, written = ("backtick", "#96;") if stop[0] == "`" else ("double quote", "#quot;")
    message = f'a {what} inside a Markdown string, which ends with `"; write {written} for it'
    raise scanner.error(stop.start(), message)


def first_string(scanner: Scanner, place: int) -> tuple[str, Wording, int]:
    """The string at `place`, if there is one, and where it ends; empty ones are passed over."""
    while scanner.text.startswith('"', place):
        if found := quoted(scanner, place):
            return found.raw, found.wording, found.end
        place = scanner.place
    return "", "text", place


def bracketed(scanner: Scanner, opening: Token) -> tuple[Label, str]:
    """The label that begins behind `opening`, and the shape its brackets mean."""
    if opening.text in ("[/", "[\\"):
        return _slanted(scanner, opening)
    if opening.text == "(-":
        return _ellipse(scanner, opening), "ellipse"
    closers, shape = BRACKETS[opening.text]
    begin = _behind_property(scanner, opening) if opening.text == "[|" else opening.end
    label = _plain(scanner, opening, begin)
    place = label.end
    for closer in closers:
        place = _close(scanner, opening, place, closer)
    return Label(label.raw, label.wording, place), shape


def piped(scanner: Scanner, opening: Token) -> Label:
    """The label of a link between `|` and `|`."""
    label = _plain(scanner, opening, opening.end)
    return Label(label.raw, label.wording, _close(scanner, opening, label.end, "|"))


def _behind_property(scanner: Scanner, opening: Token) -> int:
    """Behind `[|borders:lt|`, which says nothing that is drawn."""
    found = _PROPERTY.match(scanner.text, opening.end)
    if found is None:
        raise scanner.error(
            opening.end, 'expected a property behind "[|", as in [|borders:lt|words]'
        )
    return found.end()


def _plain(scanner: Scanner, opening: Token, begin: int) -> Label:
    """A string, a Markdown string or bare words, then any more bare words."""
    raw, wording, place = first_string(scanner, begin)
    text = scanner.text
    link = scanner.links.first.match(text, skip_white(text, place))
    if link and link.lastgroup == "invisible":
        raise scanner.error(place, 'words that begin with "~~~"; put them in double quotes')
    if match := _PLAIN.match(text, place):
        raw += match[0]
        place = match.end()
    if text.startswith('"', place):
        raise stray_quote(scanner, place)
    if not raw:
        raise _empty(scanner, opening, place)
    return Label(raw, wording, place)


def _close(scanner: Scanner, opening: Token, place: int, closer: str) -> int:
    """The offset behind `closer`, which has to stand at `place`."""
    found = _BRACKETS.match(scanner.text, place)
    if found and found[0] == closer:
        return found.end()
    raise _not_closed(scanner, opening, place)


def _slanted(scanner: Scanner, opening: Token) -> tuple[Label, str]:
    text = scanner.text
    raw, wording, place = first_string(scanner, opening.end)
    pieces = [raw]
    while not (closing := _SLANTED_END.match(text, place)):
        piece = _SLANTED_PIECE.match(text, place)
        if text.startswith('"', place):
            raise stray_quote(scanner, place)
        if piece is None:
            raise _not_closed(scanner, opening, place)
        pieces.append(piece[0])
        place = piece.end()
    raw = "".join(pieces)
    if not raw:
        raise _empty(scanner, opening, place)
    closer = "/]" if closing[0] == "/]" else "\\]"
    return Label(raw, wording, closing.end()), SLANTED[opening.text, closer]


def _ellipse(scanner: Scanner, opening: Token) -> Label:
    text = scanner.text
    raw, wording, place = first_string(scanner, opening.end)
    match = _ROUND_PLAIN.match(text, place)
    bare = match[0] if match else ""
    place += len(bare)
    if text.startswith('"', place):
        raise stray_quote(scanner, place)
    if text.startswith(")", place) and bare.endswith(("-", "/")):
        bare = bare[:-1]
        end = place + 1
    elif text.startswith("))", place):
        end = place + 2
    else:
        raise _not_closed(scanner, opening, place)
    if not raw + bare:
        raise _empty(scanner, opening, place)
    return Label(raw + bare, wording, end)


def stray_quote(scanner: Scanner, place: int) -> DiagramError:
    """The error of a double quote where none may stand."""
    message = "a double quote inside words without quotes; quote the whole label"
    return scanner.error(place, f"{message} and write #quot; for a quote inside it")


def _empty(scanner: Scanner, opening: Token, place: int) -> DiagramError:
    if scanner.text.startswith(("(", "[", "{"), place):
        return _not_closed(scanner, opening, place)
    message = f'expected words after "{opening.text}"; for none at all write a space in quotes: " "'
    return scanner.error(opening.start, message)


def _not_closed(scanner: Scanner, opening: Token, place: int) -> DiagramError:
    """The error of a label that does not close at `place`, where it would have to."""
    text = scanner.text
    closer = _closer(opening)
    if text.rfind("\n", opening.end, place) >= 0 or not text[place:].strip():
        return scanner.error(
            opening.start, f'this "{opening.text}" is never closed; expected "{closer}"'
        )
    found = text[place]
    where = scanner.source.location(opening.start)
    opened = f'"{opening.text}" of {where.line}:{where.column}'
    if found in "([{|":
        quotes = f'put the words in double quotes: {opening.text}"…"{closer}'
        return scanner.error(place, f'"{found}" inside the words behind {opened}; {quotes}')
    message = f'expected "{closer}" to close {opened}, found "{found}"'
    if opening.text == "[/":
        message += '; words that begin with "/" stand in double quotes: ["/…"]'
    return scanner.error(place, message)


def _closer(opening: Token) -> str:
    if opening.text in BRACKETS:
        return "".join(BRACKETS[opening.text][0])
    return {"[/": "/]", "[\\": "\\]", "(-": "-)"}.get(opening.text, "|")
