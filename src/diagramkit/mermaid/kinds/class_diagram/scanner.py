"""Characters to tokens, as Mermaid's grammar of class diagrams divides them.

What a character means depends on where it stands: among the statements, behind `class`, between
the braces of a class, behind `namespace`, between the braces of a namespace. The order in which
tokens are tried follows `classDiagram.jison` of Mermaid 11.17. Every step costs time in proportion
to what it reads.
"""

from __future__ import annotations

import re

from diagramkit.mermaid.directions import Directions
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import WHITE, end_of_letters, skip_white
from diagramkit.mermaid.tokens import Token, Tokens

_FIRST = (
    r"(?P<css_class>cssClass\b)|(?P<callback>callback\b)|(?P<link>link\b)|(?P<click>click\b)"
    r"|(?P<note_for>note for\b)|(?P<note>note\b)|(?P<annotation><<)|(?P<annotation_end>>>)"
    r"|(?P<href>href\b)"
)
_ANYWHERE = (
    rf"{_FIRST}|(?P<target>(?:_self|_blank|_parent|_top)\b)"
    r"|(?P<extension><\||\|>)|(?P<dependency>[<>])|(?P<composition>\*)|(?P<aggregation>o\b)"
    r"|(?P<lollipop>\(\))|(?P<line>--)|(?P<dotted>\.\.)|(?P<label>:[^:\n;]+)|(?P<separator>:::)"
    r"|(?P<minus>-)|(?P<dot>\.)|(?P<percent>%)|(?P<name>[A-Za-z0-9_]+)"
    r"|(?P<open>\[)|(?P<close>\])"
)
_STATEMENTS = re.compile(
    rf"(?P<acc_title>accTitle{WHITE}*:{WHITE}*)|(?P<acc_descr>accDescr{WHITE}*:{WHITE}*)"
    rf"|(?P<acc_block>accDescr{WHITE}*\{{{WHITE}*)"
    r"|(?P<header>classDiagram-v2\b|classDiagram\b)"
    rf"|(?P<call>call{WHITE}++[^(]++\([^)]*\))|(?P<open_call>call{WHITE})"
    r"|(?P<style>style\b)|(?P<class_def>classDef\b)|(?P<namespace>namespace\b)|(?P<class>class\b)"
    rf"|(?P<comma>,)|(?P<hash>\#)|{_ANYWHERE}|(?P<colon>:)",
    re.ASCII,
)
_NAMESPACE = re.compile(
    rf"(?P<namespace>namespace\b)|(?P<start>\{{)|(?P<stop>\}})|{_ANYWHERE}", re.ASCII
)
_NAMESPACE_BODY = re.compile(
    rf"(?P<stop>\}})|(?P<namespace>namespace\b)|(?P<class>class\b)|{_ANYWHERE}", re.ASCII
)
_CLASS = re.compile(rf"(?P<stop>\}})|(?P<start>\{{)|{_ANYWHERE}", re.ASCII)
_CLASS_BODY = re.compile(r"(?P<stop>\})|(?P<edge_state>\[\*\])|(?P<brace>\{)|(?P<member>[^{}\n]+)")
_PATTERNS = {
    "statements": _STATEMENTS,
    "namespace": _NAMESPACE,
    "namespace body": _NAMESPACE_BODY,
    "class": _CLASS,
}
# Mermaid tries these before it asks what is between backticks or tildes.
_NOT_IN_NAMES = re.compile(_FIRST + '|"|~', re.ASCII)
_QUOTED = {'"': "string", "`": "literal", "~": "generic"}
_COMMENT = re.compile(r"%%[^\n]*\n*")


class Scanner(Tokens):
    """Tokens of a class diagram; its state says how the next characters are divided.

    Of text between `"`, between backticks and between `~` the token is what is between them.
    """

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self._states = ["statements"]
        self._directions = Directions(self.text, ("TB", "BT", "RL", "LR"))

    def scan(self) -> Token:
        """The token that begins at `place` or behind what is passed over there."""
        while (token := self._try(self.place)) is None:
            pass
        self._turn(token)
        return token

    def _try(self, place: int) -> Token | None:
        """The token at `place`; None where something has been passed over."""
        text, state = self.text, self._states[-1]
        if place >= len(text):
            return Token("eof", "", place, place)
        if state == "class body":
            return self._in_class(place)
        if state == "statements" and (found := self._directions.at(place)):
            return Token("direction", found[0], place, found[1])
        if (end := skip_white(text, place)) > place:
            return self._white(place, end)
        if state == "statements" and (comment := _COMMENT.match(text, place)):
            self.place = comment.end()
            return None
        if text[place] in _QUOTED:
            return self._quoted(place)
        if match := _PATTERNS[state].match(text, place):
            return Token(match.lastgroup or "", match[0], place, match.end())
        kind = "letters" if end_of_letters(text, place) else "unknown"
        return Token(kind, text[place], place, place + 1)

    def _in_class(self, place: int) -> Token | None:
        """A line between the braces of a class, or what may stand there instead."""
        if self.text[place] == '"':
            return self._quoted(place)
        match = _CLASS_BODY.match(self.text, place)
        if match is None:
            self.place += 1
            return None
        return Token(match.lastgroup or "", match[0], place, match.end())

    def _white(self, place: int, end: int) -> Token | None:
        """One line break for all of them, or nothing for spaces alone."""
        last = self.text.rfind("\n", place, end)
        if last >= 0:
            return Token("newline", "\n", place, last + 1)
        self.place = end
        return None

    def _quoted(self, place: int) -> Token | None:
        """What is between two marks; nothing at all where nothing is between them."""
        mark = self.text[place]
        end = self.text.find(mark, place + 1)
        if end < 0:
            raise self.error(place, f"this {mark} is never closed; expected another one")
        if end == place + 1:
            self.place = end + 1
            return None
        if mark != '"' and (word := _NOT_IN_NAMES.match(self.text, place + 1)):
            raise self.error(place, f"words between {mark} may not begin with {word[0]}")
        return Token(_QUOTED[mark], self.text[place + 1 : end], place, end + 1)

    def _turn(self, token: Token) -> None:
        """Change the state as the token asks for."""
        state, kind = self._states[-1], token.kind
        if kind in ("class", "namespace"):
            self._states.append(kind)
        elif kind == "start":
            self._states.append(f"{state} body")
        elif kind == "newline" and state in ("class", "namespace"):
            self._states.pop()
        elif kind == "stop" and len(self._states) > 1:
            # The brace that ends a namespace may follow a class or a namespace in its line.
            while self._states[-1] in ("class", "namespace") and len(self._states) > 2:
                self._states.pop()
            self._states.pop()
