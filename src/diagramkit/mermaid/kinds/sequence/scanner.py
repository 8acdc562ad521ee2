"""Characters to tokens, one at a time, as Mermaid's grammar of sequence diagrams divides them.

The order in which tokens are tried matters (the first that fits is taken, not the longest) and
follows `sequenceDiagram.jison` of Mermaid 11.17; upper and lower case are the same. Behind some
words the grammar divides the text in another way: `identity` and `rest_of_line` read that. Every
step costs time in proportion to what it reads.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.entities import resolve
from diagramkit.mermaid.kinds.sequence.arrows import ARROW
from diagramkit.mermaid.text import SPACES, WHITE, WHITE_CHARACTERS
from diagramkit.mermaid.tokens import Token, Tokens


class Identity(NamedTuple):
    """A name behind `participant`, `activate` …, and whether `@{` follows it."""

    name: str
    start: int
    is_configured: bool = False


_KEYWORDS = (
    *("box", "participant", "actor", "create", "destroy", "loop", "rect", "opt", "alt", "else"),
    *("par", "par_over", "and", "critical", "option", "break", "end", "left of", "right of"),
    *("links", "link", "properties", "details", "over", "note", "activate", "deactivate"),
    *("sequenceDiagram", "autonumber", "off"),
)
KEYWORDS = frozenset(keyword.lower() for keyword in _KEYWORDS)
"""The words that Mermaid keeps for itself, in lower case."""

_A_NAME = "the name of a participant"
_DASHES = ("→", "⇒", "⟶", "➔", "—", "–", "−", "=", "-", ">")

# A "-" may stand inside a name unless it begins an arrow.
_NO_ARROW = r"(?!-x|--|-\)|-\|?[/\\]|[/\\]\|-|//-|\\\\-|\(\))"
_NAME = rf"[^/\\+()<>\-:\n,;]+(?:{_NO_ARROW}-*[^+<>\-:\n,;]+)*"
_SKIPPED = re.compile(rf"(?:[{SPACES}]{WHITE}*|#[^\n]*|%(?!\{{)[^\n]*|[^}}\n]%%[^\n]*)+", re.ASCII)
_TOKEN = re.compile(
    r"(?P<newline>\n+|;)"
    r"|(?P<number>(?:[0-9]+(?:\.[0-9]{1,2})?|\.[0-9]{1,2})(?=[ \n]))"
    rf"|(?P<keyword>(?:{'|'.join(_KEYWORDS)})\b)"
    rf"|(?P<title>title:?{WHITE})(?=[^#\n;])"
    rf"|(?P<acc_title>accTitle{WHITE}*:{WHITE}*)"
    rf"|(?P<acc_descr>accDescr{WHITE}*:{WHITE}*)"
    rf"|(?P<acc_block>accDescr{WHITE}*\{{{WHITE}*)"
    rf"|(?P<comma>,)|(?P<name>{_NAME})|(?P<arrow>{ARROW})|(?P<words>:[^#\n;]*)"
    r"|(?P<plus>\+)|(?P<minus>-)|(?P<circle>\(\))|(?P<stray>.)",
    re.ASCII | re.IGNORECASE,
)
_SKIPPED_IN_LINE = re.compile(rf"(?:[{SPACES}]+|#[^\n]*)*")
_REST = re.compile(r"[^#\n;]*")
_CONFIGURED = re.compile(rf"[^<=>\-:\n,;@{SPACES}]+(?=@\{{)")
_ALIASED = re.compile(rf"[^<>:\n,;@{SPACES}]+(?={WHITE}+as{WHITE})", re.ASCII | re.IGNORECASE)
_PLAIN = re.compile(r"[^<>:\n,;@]+")
_AS = re.compile(rf"[{SPACES}]+as(?={WHITE})", re.ASCII | re.IGNORECASE)


class Scanner(Tokens):
    """Tokens of a sequence diagram; the kind of a keyword is the keyword in lower case."""

    def scan(self) -> Token:
        skipped = _SKIPPED.match(self.text, self.place)
        place = skipped.end() if skipped else self.place
        found = _TOKEN.match(self.text, place)
        if found is None:
            return Token("eof", "", place, place)
        kind = found.lastgroup or ""
        text = _as_name(found[0]) if kind == "name" else found[0]
        return Token(text.lower() if kind == "keyword" else kind, text, place, found.end())

    def expected(self, wanted: str, hint: str = "") -> DiagramError:
        """An error at the next token, with a hint at what may be meant."""
        return super().expected(wanted, _hint(self.peek().text) or hint)

    def name(self) -> Token:
        """The name of a participant in a message or a note, consumed.

        Raises DiagramError where none stands.
        """
        found = self.peek()
        hint = f'"participant X as {found.text}" shows a word of Mermaid under the name X'
        token = self.need("name", _A_NAME, hint if found.kind in KEYWORDS else "")
        self.source.mention(token.start, token.end)
        return token

    def rest_of_line(self) -> Token:
        """What stands behind a word such as `loop`, up to a line break, `;` or `#`; consumed."""
        start = self._skip_in_line()
        rest = _REST.match(self.text, start)
        end = rest.end() if rest else start
        self.place = end
        token = Token("words", self.text[start:end].strip(WHITE_CHARACTERS), start, end)
        self.warn_of_comment(token)
        return token

    def warn_of_comment(self, token: Token) -> None:
        """Say so where words are cut off by a "#", which begins a comment."""
        if self.text.startswith("#", token.end):
            message = 'from "#" on this is a comment; among words "#" is written "#35;"'
            self.source.warn(token.end, message, "words-cut-off")

    def identity(self) -> Identity:
        """A name behind `participant`, `actor`, `destroy`, `activate` or `deactivate`, consumed.

        Raises DiagramError where none stands.
        """
        start = self._skip_in_line()
        configured = _CONFIGURED.match(self.text, start)
        found = configured or _ALIASED.match(self.text, start)
        end = found.end() if found else self._end_of_plain(start)
        if end == start:
            raise self._no_name()
        self.place = end
        self.source.mention(start, end)
        return Identity(_as_name(self.text[start:end]), start, configured is not None)

    def alias(self) -> Token | None:
        """The words behind an `as` that stands here, consumed with it; None where none does."""
        begins = _AS.match(self.text, self.place)
        if begins is None:
            return None
        self.place = begins.end()
        return self.rest_of_line()

    def _no_name(self) -> DiagramError:
        found = self.rest_of_line()
        message = f"expected {_A_NAME}, found "
        if not found.text:
            return self.error(found.start, f"{message}the end of the line")
        hint = 'a name has none of < > : , @ in it, the words behind "as" may'
        if "@{" in found.text:
            hint = 'a name before "@{" has no space, "-" or "=" in it'
        return self.error(found.start, f'{message}"{found.text[:40]}"; {hint}')

    def _skip_in_line(self) -> int:
        """Behind the spaces and the comment that follow on this line."""
        skipped = _SKIPPED_IN_LINE.match(self.text, self.place)
        return skipped.end() if skipped else self.place

    def _end_of_plain(self, start: int) -> int:
        """Behind a name that runs to the end of the line, to `;`, or to the last `#` before a
        character that no name has; `start` where there is none."""
        plain = _PLAIN.match(self.text, start)
        if plain is None:
            return start
        if self.text[plain.end() : plain.end() + 1] in ("\n", ";", ""):
            return plain.end()
        return max(self.text.rfind("#", start, plain.end()), start)


def _as_name(written: str) -> str:
    return resolve(written.strip(WHITE_CHARACTERS))


def _hint(found: str) -> str:
    if found == ";":
        return 'among words ";" is written "#59;"'
    return 'an arrow is written "->>" or "-->>"' if found.startswith(_DASHES) else ""
