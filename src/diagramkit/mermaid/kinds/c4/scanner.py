"""Characters to tokens, as Mermaid's grammar of C4 diagrams divides them.

Follows `c4Diagram.jison` of Mermaid 11.17. Every step costs time in proportion to what it reads.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from diagramkit.mermaid.label import words
from diagramkit.mermaid.text import SPACES, WHITE
from diagramkit.mermaid.tokens import Token, Tokens

_TOKEN = re.compile(
    rf"(?P<title>title[{SPACES}])|(?P<old_descr>accDescription[{SPACES}])"
    rf"|(?P<acc_title>accTitle{WHITE}*:{WHITE}*)|(?P<acc_descr>accDescr{WHITE}*:{WHITE}*)"
    rf"|(?P<acc_block>accDescr{WHITE}*\{{{WHITE}*)"
    r"|(?P<open>\{)|(?P<close>\})|(?P<word>[A-Za-z_][A-Za-z0-9_]*)"
)
_BLANK = re.compile(rf"{WHITE}*")
_COMMENT = re.compile(r"%%(?!\{)[^\n]*\n*")
"""A comment behind a statement, which takes the end of its line with it."""
_LINE_END = re.compile(r"[^#;\n]+")
_EMPTY = re.compile(r' *""')
_QUOTED = re.compile(r' *"([^"]+)"')
_NAMED = re.compile(r' *\$([^=]*)= *"([^"]+)"')
_MARK = re.compile(r' *["$]')
_FIRST_IS_EMPTY = re.compile(r" *,")
_BARE = re.compile(r"[^,]+")


class Argument(NamedTuple):
    """One of the arguments in brackets; `name` is empty for one that counts by its position."""

    name: str
    text: str
    offset: int


class Scanner(Tokens):
    """Tokens of a C4 diagram; what stands in brackets is read by `arguments`."""

    def scan(self) -> Token:
        """The token that begins at `place` or behind white space there; line breaks count."""
        begin = start = self.place
        while blank := _BLANK.match(self.text, start):
            begin, start = start, blank.end()
            comment = _COMMENT.match(self.text, start)
            if comment is None or "\n" in self.text[begin:start]:
                break
            start = comment.end()
        if "\n" in self.text[begin:start]:
            return Token("newline", "\n", begin, start)
        if start >= len(self.text):
            return Token("eof", "", start, start)
        found = _TOKEN.match(self.text, start)
        if found is None or found.lastgroup is None:
            return Token("other", self.text[start], start, start + 1)
        return Token(found.lastgroup, found[0], start, found.end())

    def line(self) -> str:
        """The words behind the next token, which is consumed, to the end of the line; a `#` or a
        semicolon ends them too."""
        start = self.take().end
        found = _LINE_END.match(self.text, start)
        self.place = found.end() if found else start
        return words(self.text[start : self.place])

    def arguments(self) -> list[Argument]:
        """What stands in brackets behind the last token.

        Raises DiagramError where there is none, where it never ends, and where one that is not
        in quotes runs on past a closing bracket, as it does in Mermaid.
        """
        text, start = self.text, self.place
        if not text.startswith("(", start):
            raise self.expected('"(" without a space before it')
        found: list[Argument] = []
        place = start + 1
        if first := _FIRST_IS_EMPTY.match(text, place):
            found.append(Argument("", "", place))
            place = first.end()
        while not text.startswith(")", place):
            if place >= len(text):
                raise self.error(start, 'this "(" is never closed; expected ")"')
            place = self._argument(place, found)
        self.place = place + 1
        if not found:
            raise self.error(start, "expected an alias and a name between the brackets")
        return found

    def _argument(self, place: int, found: list[Argument]) -> int:
        """Read the argument or the comma at a place; returns where it ends."""
        text = self.text
        if text.startswith(",,", place):
            found.append(Argument("", "", place))
            return place + 2
        if text.startswith(",", place):
            return place + 1
        if empty := _EMPTY.match(text, place):
            found.append(Argument("", "", place))
            return empty.end()
        if quoted := _QUOTED.match(text, place):
            found.append(Argument("", quoted[1].strip(), quoted.start(1)))
            return quoted.end()
        if _MARK.match(text, place):
            return self._named(place, found)
        bare = _BARE.match(text, place)
        end = bare.end() if bare else place
        if (bracket := text.find(")", place, end)) >= 0:
            wanted = text[place:bracket].strip()[:40]
            message = (
                "words without quotes go on to the next comma, past this bracket; "
                f'put them in double quotes: "{wanted}"'
            )
            raise self.error(bracket, message)
        found.append(Argument("", text[place:end].strip(), place))
        return end

    def _named(self, place: int, found: list[Argument]) -> int:
        """Read `$name="value"`."""
        named = _NAMED.match(self.text, place)
        if named is None:
            mark = _MARK.match(self.text, place)
            is_named = mark is not None and mark[0].endswith("$")
            message = 'this quote has no other one; expected a second "'
            if is_named:
                message = 'expected $name="value", with a value in double quotes'
            raise self.error(place, message)
        found.append(Argument(named[1].strip(), named[2].strip(), named.start(2)))
        return named.end()
