"""Characters to tokens, as Mermaid's grammar of block diagrams divides them.

Follows `block.jison` of Mermaid 11.17. Every step costs time in proportion to what it reads.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from diagramkit.mermaid.kinds.flowchart.shapes import BRACKETS, SLANTED
from diagramkit.mermaid.text import WHITE
from diagramkit.mermaid.tokens import Token, Tokens

_LINK = r"[xo<]?--+[-xo>]|[xo<]?==+[=xo>]|[xo<]?-?\.+-[xo>]?"
_TOKEN = re.compile(
    r"(?P<named>block:)|(?P<block>block(?:-beta)?\b)"
    rf"|columns{WHITE}+(?P<columns>auto\b|[0-9]+)|space(?::(?P<spaces>[0-9]+)|(?P<space>\b))"
    r"|(?P<reserved>(?:default|linkStyle|interpolate)\b)"
    rf"|classDef{WHITE}+(?P<class_def>\w+{WHITE}[^\n]*)"
    rf"|class{WHITE}+(?P<class>\w+(?:,{WHITE}*\w+)*[^\n]*)"
    rf"|style{WHITE}+(?P<style>\w+(?:,{WHITE}*\w+)*[^\n]*)"
    rf"|(?P<accessible>acc(?:Title|Descr){WHITE}*[:{{])|(?P<end>end\b)"
    r"|(?P<bracket>-\)|\(-|\(\(\(|\(\(|\{\{|\{|>|\(\[|\(|\[\[|\[\||\[\(|\[\\|\[/|\[|<\[|\)+)"
    r"|(?P<name>[^\"([\n\-){}\s<>:=][^([\n\-){}\s<>:=]*)"
    rf"|(?P<link>{_LINK})|(?P<link_start>[xo<]?(?:--|==|-\.))|:(?P<size>[0-9]+)",
    re.ASCII,
)
_BLANK = re.compile(rf"{WHITE}*")
_WORDS = re.compile(r'"([^"`][^"]*)"')
_CLOSE = re.compile(r"\)\)\)|\)\)|\}\}|\}|\(-|-\)|\]\]|\]\)|\\\]|/\]|\)\]|\)|\]>|\]")
_DIRECTIONS = re.compile(
    rf"\]>{WHITE}*\(((?:,?{WHITE}*(?:right|left|x|y|up|down){WHITE}*)+)\)", re.ASCII
)
_LINK_END = re.compile(rf"{WHITE}*({_LINK})")
_WAYS = {"x": ("left", "right"), "y": ("up", "down")}
_ORDER = ("left", "right", "up", "down")
_SHAPES = {(opening, "".join(closing)): name for opening, (closing, name) in BRACKETS.items()}
_SHAPES.update(SLANTED)


class Label(NamedTuple):
    """What stands in the brackets behind a name, and the shape that they mean."""

    text: str
    shape: str


class Scanner(Tokens):
    """Tokens of a block diagram; what stands in brackets is read by `label`."""

    def scan(self) -> Token:
        blank = _BLANK.match(self.text, self.place)
        start = blank.end() if blank else self.place
        if start >= len(self.text):
            return Token("eof", "", start, start)
        match = _TOKEN.match(self.text, start)
        if match is None or match.lastgroup is None:
            return Token("other", self.text[start], start, start + 1)
        return Token(match.lastgroup, match[match.lastgroup], start, match.end())

    def label(self) -> Label | None:
        """The words in brackets behind a name, if it has some.

        Raises DiagramError where they are not in double quotes, or where the brackets never end.
        """
        opening = self.take_if("bracket")
        if opening is None:
            return None
        words = self._words(opening.end, "after the bracket")
        if opening.text == "<[":
            end = _DIRECTIONS.match(self.text, self.place)
            if end is None:
                message = 'expected "]>" and where the arrow points, as in <["Next"]>(right)'
                raise self.error(self.place, message)
            self.place = end.end()
            ways = {way for word in end[1].replace(",", " ").split() for way in _ways(word)}
            return Label(words, "-".join(("arrow", *(way for way in _ORDER if way in ways))))
        close = _CLOSE.match(self.text, self.place)
        if close is None:
            raise self.error(self.place, f'"{opening.text}" is not closed behind the words')
        self.place = close.end()
        return Label(words, _SHAPES.get((opening.text, close[0]), "square"))

    def link(self) -> tuple[str, str, str] | None:
        """A link, if one stands here: how it begins, how it ends, and its words."""
        if link := self.take_if("link"):
            return link.text, link.text, ""
        start = self.take_if("link_start")
        if start is None:
            return None
        blank = _BLANK.match(self.text, start.end)
        words = self._words(blank.end() if blank else start.end, "on the line")
        end = _LINK_END.match(self.text, self.place)
        if end is None:
            raise self.error(self.place, 'expected the end of the link, as in A -- "words" --> B')
        self.place = end.end()
        return start.text, end[1], words

    def _words(self, place: int, where: str) -> str:
        """The words in double quotes at a place, which are consumed."""
        found = _WORDS.match(self.text, place)
        if found is None:
            raise self.error(place, f"expected words in double quotes {where}")
        self.place = found.end()
        return found[1]


def _ways(word: str) -> tuple[str, ...]:
    return _WAYS.get(word, (word,))
