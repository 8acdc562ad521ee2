"""The statements of a Venn diagram: `set`, `union`, `text`, `style`, a title.

Follows the grammar of Mermaid 12.3 (`venn.jison`): keywords in any case, statements need no line of
their own, and an indented `text` below a set or a union stands in that. Words in a region of sets
that there are not are refused; Mermaid reads and drops them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from diagramkit.mermaid.critical import critical_names
from diagramkit.mermaid.kinds.venn.model import Members, Region, Venn, Words
from diagramkit.mermaid.label import words
from diagramkit.mermaid.langium import LangiumScanner
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.tokens import Token

MAX_SETS, MAX_REGIONS, MAX_WORDS = 12, 200, 500
MAX_SIZE = 1e9

_NUMBER = r"[0-9.]+\s*"
_TOKEN = re.compile(
    r"title\s(?P<title>[^#\n;]+)|(?P<venn>venn-beta\b)|(?P<keyword>(?:set|union|text|style)\b)"
    r'|\["(?P<quoted>[^"]*)"\]|\[(?P<bracket>[^\]"]+)\]|(?P<number>[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+))'
    rf"|(?P<color>\#[0-9a-f]{{3,8}}|rgb\((?:\s*{_NUMBER},){{2}}\s*{_NUMBER}\)"
    rf"|rgba\((?:\s*{_NUMBER},){{3}}\s*{_NUMBER}\))"
    r'|(?P<id>[a-z_][a-z0-9_-]*)|"(?P<name>[^"]*)"|(?P<comma>,)|(?P<colon>:)|(?P<newline>\n)|(?P<unknown>.)',
    re.IGNORECASE | re.ASCII | re.DOTALL,
)
_HIDDEN = re.compile(r"(?:%%[^\n]*|[^}]%%[^\n]*|[ \t])")
_NAMES = ("id", "name")


class _Scanner(LangiumScanner):
    """Tokens without blanks and comments; an indented word is said to be."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, _TOKEN, _HIDDEN)

    def is_indented(self, token: Token) -> bool:
        """Whether a token is the first of its line and stands behind blanks."""
        line = self.text.rfind("\n", 0, token.start) + 1
        return line < token.start and not self.text[line : token.start].strip(" \t")

    def is_first(self, token: Token) -> bool:
        """Whether a token is the first of its line, the header's apart."""
        line = self.text.rfind("\n", 0, token.start) + 1
        return line > 0 and not self.text[line : token.start].strip(" \t")


def read(source: Source) -> Venn:
    """Read a Venn diagram. Raises DiagramError where Mermaid would not read it."""
    reader = _Reader(source)
    reader.statements()
    return reader.diagram()


class _Reader:
    """One diagram being read."""

    def __init__(self, source: Source) -> None:
        self.source, self.scanner = source, _Scanner(source)
        self.heading = source.title
        self.regions: dict[Members, Region] = {}
        self.styles: list[tuple[Members, tuple[tuple[str, str], ...]]] = []
        self.current: Members | None = None
        self.indents = False
        self.count = 0

    def statements(self) -> None:
        """Everything, from the header on."""
        scanner = self.scanner
        scanner.need("venn", '"venn-beta"')
        while scanner.peek().kind != "eof":
            if scanner.take_if("newline"):
                continue
            token = scanner.need(("title", "keyword"), "set, union, text, style or a title")
            word = token.text.lower()
            is_own = word == "text" and self.indents and scanner.is_indented(token)
            if scanner.is_first(token) and not is_own:
                self.indents = False
            if token.kind == "title":
                self.heading = words(token.text)
            elif word == "text":
                self._text(token, self.current if is_own else None)
            elif word == "style":
                self._style()
            else:
                self._region(token, is_union=word == "union")

    def diagram(self) -> Venn:
        """What was read, each region and its words with their styles."""
        for targets, style in self.styles:
            if region := self.regions.get(targets):
                self.regions[targets] = replace(region, style=region.style + style)
            elif len(targets) == 1:
                self._style_words(targets[0], style)
        regions = tuple(self.regions.values())
        names = [name for one in regions for name in (*one.members, one.label)]
        names += [name for one in regions for each in one.words for name in (each.id, each.text)]
        critical = critical_names(self.source, filter(None, names))
        return Venn(regions, critical, title=self.heading, heading=self.heading)

    def _names(self) -> tuple[Members, Token]:
        """The ids of sets, in alphabetical order, and where the first stands."""
        first = self.scanner.need(_NAMES, 'the name of a set, such as A or "Set A"')
        found = [first.text.strip()]
        while self.scanner.take_if("comma"):
            found.append(self.scanner.need(_NAMES, "the name of a further set").text.strip())
        return tuple(sorted(found)), first

    def _label(self) -> str | None:
        token = self.scanner.take_if("quoted", "bracket")
        return None if token is None else words(token.text)

    def _region(self, keyword: Token, *, is_union: bool) -> None:
        """`set A["label"]:20` or `union A,B["label"]:3`."""
        if is_union:
            members, first = self._names()
            self._check_union(members, first)
        else:
            first = self.scanner.need(_NAMES, 'the name of a set, such as A or "Set A"')
            members = (first.text.strip(),)
        label = self._label()
        size = 10 / len(members) ** 2
        if self.scanner.take_if("colon"):
            number = self.scanner.need("number", "the size of the region, such as 20")
            size = min(abs(float(number.text)), MAX_SIZE)
        sets = sum(len(one) == 1 for one in self.regions)
        is_new = members not in self.regions
        if is_new and ((sets >= MAX_SETS and not is_union) or len(self.regions) >= MAX_REGIONS):
            message = f"a Venn diagram has {MAX_SETS} sets and {MAX_REGIONS} regions at most"
            raise self.source.error(keyword.start, message, "mermaid-limit")
        before = self.regions.get(members)
        default = "" if is_union else words(members[0])
        said = before.words if before else ()
        self.regions[members] = Region(members, default if label is None else label, size, said)
        self.current, self.indents = members, True

    def _check_union(self, members: Members, first: Token) -> None:
        if len(set(members)) < 2:
            raise self.scanner.error(first.start, "a union is of two sets or more, such as A,B")
        self._check_known(members, first)

    def _check_known(self, members: Members, first: Token) -> None:
        for name in members:
            if (name,) not in self.regions:
                raise self.scanner.error(first.start, f'no set above is called "{name[:40]}"')

    def _text(self, keyword: Token, members: Members | None) -> None:
        """`text A,B id["label"]`, or below a region `text id["label"]`."""
        if members is None:
            members, first = self._names()
            self._check_known(members, first)
        token = self.scanner.need((*_NAMES, "number"), 'words, such as "REST" or id["REST"]')
        label = self._label() if token.kind in _NAMES else None
        self.count += 1
        if self.count > MAX_WORDS:
            raise self.source.limit(keyword.start, f"a Venn diagram has {MAX_WORDS} texts at most")
        name = token.text.strip()
        region = self.regions.get(members) or Region(members, "", 10 / len(members) ** 2)
        said = Words(name, words(name) if label is None else label)
        self.regions[members] = replace(region, words=(*region.words, said))

    def _style(self) -> None:
        """`style A fill:#f66, color:red`."""
        targets, _ = self._names()
        fields: list[tuple[str, str]] = []
        while True:
            name = self.scanner.need("id", "a declaration such as fill:#f66")
            self.scanner.need("colon", "a colon behind the property")
            fields.append((name.text, self._style_value()))
            if not self.scanner.take_if("comma"):
                break
        self.styles.append((targets, tuple(fields)))

    def _style_value(self) -> str:
        if token := self.scanner.take_if("name"):
            return token.text
        wanted = ("id", "number", "color")
        found = [self.scanner.need(wanted, "a value such as #f66, red or 2px").text]
        while token := self.scanner.take_if(*wanted):
            found.append(token.text)
        return " ".join(found)

    def _style_words(self, name: str, style: tuple[tuple[str, str], ...]) -> None:
        for members, region in self.regions.items():
            said = tuple(
                replace(one, style=one.style + style) if one.id == name else one
                for one in region.words
            )
            self.regions[members] = replace(region, words=said)
