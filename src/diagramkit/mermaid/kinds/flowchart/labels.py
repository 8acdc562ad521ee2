"""What stands inside brackets, between pipes, or in the middle of a link."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.kinds.flowchart.links import DOTTED, INVISIBLE, SOLID, THICK
from diagramkit.mermaid.kinds.flowchart.scanner import Scanner, Token
from diagramkit.mermaid.kinds.flowchart.shapes import BRACKETS, SLANTED
from diagramkit.mermaid.label import Wording, words
from diagramkit.mermaid.text import back_over_white, skip_white

_CLOSERS = re.compile(r"\(-|\]\)|\(\[|\]\]|\[\[|\)\]|\[\(|\)\)\)|\(\(\(|\[/|\[\\|[|()\[\]{}]")
_PLAIN = re.compile(r'[^\[\](){}|"]+')
_SLANTED_PLAIN = re.compile(r"[^\\\[\](){}/]+")
_ROUND_PLAIN = re.compile(r'[^\[\](){}"]+')
_EDGE_END = {"solid": SOLID, "thick": THICK, "dotted": DOTTED}
_EDGE_STOP = {
    "solid": re.compile(r'--|"'),
    "thick": re.compile(r'[="]'),
    "dotted": re.compile(r'[."]'),
}


@dataclass(frozen=True, slots=True)
class Label:
    """Words as they are written, how they are written, and where they end."""

    raw: str
    wording: Wording
    end: int

    @property
    def words(self) -> str:
        """The words as the reader sees them."""
        return words(self.raw, self.wording)


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
            raise scanner.error(start, "a double quote that is never closed")
        found = Label(text[start + 1 : end], "string", end + 1)
    scanner.go_to(found.end)
    return found if found.raw else None


def _markdown_end(scanner: Scanner, start: int) -> int:
    text = scanner.text
    stop = re.compile(r'[`"]').search(text, start + 2)
    if stop and text.startswith('`"', stop.start()):
        return stop.start()
    if stop is None:
        raise scanner.error(start, 'a Markdown string that is never closed; expected `"')
    what = "backtick" if stop[0] == "`" else "double quote"
    message = f'a {what} inside a Markdown string; expected `"` + "`" before it'
    message = f'a {what} inside a Markdown string, which ends with `" only'
    raise scanner.error(stop.start(), message)


def bracketed(scanner: Scanner, opening: Token) -> tuple[Label, str]:
    """The label that begins behind `opening`, and the shape its brackets mean."""
    if opening.text in ("[/", "[\\"):
        return _slanted(scanner, opening)
    if opening.text == "(-":
        return _ellipse(scanner, opening), "ellipse"
    closers, shape = BRACKETS[opening.text]
    label = _plain(scanner, opening)
    place = label.end
    for closer in closers:
        place = _close(scanner, opening, place, closer)
    return Label(label.raw, label.wording, place), shape


def piped(scanner: Scanner, opening: Token) -> Label:
    """The label of a link between `|` and `|`."""
    label = _plain(scanner, opening)
    return Label(label.raw, label.wording, _close(scanner, opening, label.end, "|"))


def _plain(scanner: Scanner, opening: Token) -> Label:
    """A string, a Markdown string or bare words, then any more bare words."""
    raw, wording, place = _first(scanner, opening.end)
    text = scanner.text
    if INVISIBLE.match(text, skip_white(text, place)):
        raise scanner.error(place, 'a label beginning with "~~~"; put it in double quotes')
    if match := _PLAIN.match(text, place):
        raw += match[0]
        place = match.end()
    if place < len(text) and text[place] == '"':
        raise _stray_quote(scanner, place)
    if not raw:
        raise _empty(scanner, opening, place)
    return Label(raw, wording, place)


def _first(scanner: Scanner, place: int) -> tuple[str, Wording, int]:
    """The string at `place` if there is one; empty strings are passed over."""
    while scanner.text.startswith('"', place):
        if found := quoted(scanner, place):
            return found.raw, found.wording, found.end
        place = scanner.place
    return "", "text", place


def _close(scanner: Scanner, opening: Token, place: int, closer: str) -> int:
    """The offset behind `closer`, which has to stand at `place`."""
    found = _CLOSERS.match(scanner.text, place)
    if found and found[0] == closer:
        return found.end()
    raise _not_closed(scanner, opening, place, closer)


def _slanted(scanner: Scanner, opening: Token) -> tuple[Label, str]:
    text = scanner.text
    raw, wording, place = _first(scanner, opening.end)
    while place < len(text):
        pair = text[place : place + 2]
        if len(pair) == 2 and pair[1] == "]" and pair[0] in "\\(?=)]/" and pair != "(-":
            if not raw:
                raise _empty(scanner, opening, place)
            closer = "/]" if pair == "/]" else "\\]"
            return Label(raw, wording, place + 2), SLANTED[opening.text, closer]
        if text[place] in "/\\":
            raw += text[place]
            place += 1
        elif text[place] == '"':
            raise _stray_quote(scanner, place)
        elif match := _SLANTED_PLAIN.match(text, place):
            raw += match[0]
            place = match.end()
        else:
            break
    raise _not_closed(scanner, opening, place, "/]")


def _ellipse(scanner: Scanner, opening: Token) -> Label:
    text = scanner.text
    raw, wording, place = _first(scanner, opening.end)
    match = _ROUND_PLAIN.match(text, place)
    bare = match[0] if match else ""
    place += len(bare)
    if text.startswith('"', place):
        raise _stray_quote(scanner, place)
    if not text.startswith(")", place):
        raise _not_closed(scanner, opening, place, "-)")
    if bare[-1:] in ("-", "/") and bare:
        bare = bare[:-1]
        end = place + 1
    elif text.startswith("))", place):
        end = place + 2
    else:
        raise _not_closed(scanner, opening, place, "-)")
    if not raw + bare:
        raise _empty(scanner, opening, place)
    return Label(raw + bare, wording, end)


def on_link(scanner: Scanner, start: Token) -> tuple[Label, str]:
    """The words between the two halves of a link, and its second half."""
    text = scanner.text
    stroke = start.kind.removesuffix("_start")
    raw, wording, place = _first(scanner, start.end)
    stop = _EDGE_STOP[stroke].search(text, place)
    if stop is None:
        message = (
            f'words on a link that never goes on; expected "{_second_half(stroke)}" after them'
        )
        raise scanner.error(start.start, message)
    if stop[0] == '"':
        raise _stray_quote(scanner, stop.start())
    first = _link_start(text, stop.start(), place, stroke)
    end = _EDGE_END[stroke].match(text, first)
    if end is None:
        message = f'expected "{_second_half(stroke)}" to end the words on the link'
        raise scanner.error(stop.start(), f"{message}, or double quotes around them")
    raw += text[place : back_over_white(text, first, place)]
    if not raw:
        raise scanner.error(first, f'expected words between "{start.text}" and "{end[0].strip()}"')
    return Label(raw, wording, end.end()), end[0].rstrip()


def _link_start(text: str, stop: int, floor: int, stroke: str) -> int:
    """Where the second half begins: a tail mark may stand before its line."""
    if stroke == "dotted" and stop > floor and text[stop - 1] == "-":
        stop -= 1
    if stop > floor and text[stop - 1] in "xo<":
        stop -= 1
    return stop


def _second_half(stroke: str) -> str:
    return {"solid": "-->", "thick": "==>", "dotted": ".->"}[stroke]


def _stray_quote(scanner: Scanner, place: int) -> DiagramError:
    message = "a double quote inside words without quotes; quote the whole label"
    return scanner.error(place, f"{message} and write #quot; for a quote inside it")


def _empty(scanner: Scanner, opening: Token, place: int) -> DiagramError:
    text = scanner.text
    if place < len(text) and text[place] in "([{":
        return _not_closed(scanner, opening, place, "")
    return scanner.error(opening.start, f'expected words after "{opening.text}"')


def _not_closed(scanner: Scanner, opening: Token, place: int, closer: str) -> DiagramError:
    text = scanner.text
    where = scanner.source.location(opening.start)
    opened = f"the label opened at {where.line}:{where.column}"
    if place < len(text) and text[place] in "()[]{}|":
        found = text[place]
        message = f'"{found}" inside {opened}; put the words in double quotes: ["…"]'
        if found in ")]}":
            wanted = "".join(BRACKETS[opening.text][0]) if opening.text in BRACKETS else closer
            message = f'expected "{wanted}" to close {opened}, found "{found}"'
        return scanner.error(place, message)
    return scanner.error(place, f'expected "{closer}" to close {opened}')
