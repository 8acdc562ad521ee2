"""The tokens of a use case diagram, tried in the order of `usecase.tokens.ts` of Mermaid 12.3."""

from __future__ import annotations

import re

from diagramkit.mermaid.langium import LangiumScanner
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.tokens import Token

KEYWORDS = (
    *("actor", "systemBoundary", "end", "direction", "note", "json", "classDef", "class", "style"),
    *("for", "TD", "TB", "BT", "LR", "RL", "true", "false", "usecase-beta"),
)
LONGEST = 2_000
"""The most characters of a stereotype."""
_HIDDEN = re.compile(r"^[\t ]*%%[^\n]*|[\t ]+", re.MULTILINE)
_TOKEN = re.compile(
    r'(?P<markdown>"`)|(?P<newline>\n)'
    r"|(?P<acc_title>accTitle[\t ]*:)|(?P<acc_descr>accDescr[\t ]*:)"
    r"|(?P<acc_block>accDescr[\t ]*\{)"
    r"|json[\t ]+(?P<table>\w+)[\t ]*@[\t ]*(?=\{)"
    r"|(?P<look>(?:classDef|class|style)[\t ][^\n]*)"
    rf"|(?P<keyword>(?:{'|'.join(KEYWORDS)}|(?i:include|extend))(?!\w))"
    r"|(?P<general>--\|>)|(?P<depends>\.\.>)"
    rf"|<<(?P<stereotype>[\t ]*[^\s<>](?:[^\n<>]|<(?!<)|>(?!>)){{0,{LONGEST}}})>>"
    r"|(?P<classes>:::)|(?P<forward>--+>)|(?P<backward><--+)|(?P<to_circle>--o)|(?P<of_circle>o--)"
    r"|(?P<to_cross>--x)|(?P<of_cross>x--)|(?P<line>--+)|(?P<meta>@\{)|(?P<at>@)"
    r"|(?P<open>[\[(])|(?P<close>[\])])|(?P<end_meta>\})|(?P<comma>,)|(?P<colon>:)"
    r"""|"(?P<string>[^\n"]*)"|'(?P<single>[^\n']*)'"""
    r"|(?P<css>[A-Za-z_]\w*(?:-\w+)+)|(?P<number>\d*\.\d+[A-Za-z]*)|(?P<id>\w+)"
    r"|(?P<other>[^\"'{])|(?P<unknown>.)",
    re.ASCII,
)
STRINGS = ("string", "single", "markdown")
_WORDS = frozenset(("id", "keyword", "css", "number", "other", "at", "comma", "colon"))


class Scanner(LangiumScanner):
    """Tokens of a use case diagram; those of quoted words hold them without their quotes."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, _TOKEN, _HIDDEN)

    def scan(self) -> Token:
        token = super().scan()
        if token.kind == "markdown":
            end = self.text.find('`"', token.end)
            if end < 0:
                return token._replace(kind="unknown")
            return Token("markdown", self.text[token.end : end], token.start, end + 2)
        # The pattern of `LangiumScanner` takes backslashes in strings; there are none here.
        if token.kind == "string":
            return token._replace(text=self.text[token.start + 1 : token.end - 1])
        return token

    def label(self, wanted: str) -> Token:
        """Words in quotes, or all words up to what cannot be one of them."""
        if token := self.take_if(*STRINGS):
            return token
        first = last = self.need(_WORDS, wanted)
        while found := self.take_if(*_WORDS):
            last = found
        return Token("label", self.text[first.start : last.end], first.start, last.end)

    def ends_label(self, *kinds: str) -> bool:
        """Whether words come next that one of some tokens follows on the line."""
        place, kept = self.place, self._next
        found = self.peek().kind in (*_WORDS, *STRINGS)
        while self.peek().kind in (*_WORDS, *STRINGS):
            self.take()
        found = found and self.peek().kind in kinds
        self.place, self._next = place, kept
        return found
