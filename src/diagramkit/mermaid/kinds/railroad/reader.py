"""The rules of a railroad diagram, in each of the four notations.

Follows the grammars of Mermaid 12.3 (`railroad.langium`, `railroad-ebnf.langium`,
`railroad-abnf.langium`, `railroad-peg.langium`) and what it makes of them: titles stand before all
rules, and each rule ends in a semicolon.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.critical import critical_names
from diagramkit.mermaid.kinds.railroad.model import Kind, Node, Railroad, Rule
from diagramkit.mermaid.label import plain_words
from diagramkit.mermaid.langium import DESCRIPTIONS, STRING, LangiumScanner
from diagramkit.mermaid.source import Source

MAX_NODES, MAX_DEPTH = 2_000, 40

_NAME = r"(?P<id>[A-Z_a-z][\w-]*)"
_HEAD = rf"{DESCRIPTIONS}|(?P<header>railroad(?:-ebnf|-abnf|-peg)?-beta(?![\w-]))"
_CALLS: dict[str, Kind] = {
    "sequence": "sequence",
    "choice": "choice",
    "optional": "optional",
    "oneOrMore": "repeat",
    "zeroOrMore": "repeat",
    "terminal": "terminal",
    "nonterminal": "rule",
    "special": "special",
}
_PATTERNS = {
    "": rf"(?P<call>(?:{'|'.join(_CALLS)})(?![\w-]))|{_NAME}"
    rf"|(?P<string>{STRING})|(?P<sign>[=;(),])",
    "-ebnf": rf"{_NAME}|(?P<string>{STRING})"
    r"|(?P<special>\?(?=[^?;]*[^?\s;][^?;]*\?)[^?;]*\?)|(?P<sign>::=|[=;|,()\[\]{}?*+-])",
    "-abnf": r'(?P<id>[A-Za-z][A-Za-z0-9-]*)|"(?P<quoted>[^"]*)"'
    r"|(?P<number>%[xXdDbB][0-9A-Fa-f]+(?:-[0-9A-Fa-f]+|(?:\.[0-9A-Fa-f]+)*))"
    r"|(?P<repeat>[0-9]*\*[0-9]*|[0-9]+)|(?P<sign>[=;/()\[\]])",
    "-peg": rf"{_NAME}|(?P<string>{STRING})|(?P<sign><-|[;/&!?*+().])",
}
_COMMENTS = {
    "": r"/\*[\s\S]*?\*/",
    "-ebnf": r"/\*[\s\S]*?\*/|\(\*[\s\S]*?\*\)",
    "-abnf": r";[^\n]+",
    "-peg": r"#[^\n]*",
}
_TOKENS = {
    name: re.compile(rf"{_HEAD}|{pattern}|(?P<unknown>.)", re.DOTALL | re.ASCII)
    for name, pattern in _PATTERNS.items()
}
_HIDDEN = {name: re.compile(rf"\s+|%%[^\n]*|{comment}") for name, comment in _COMMENTS.items()}
_EQUALS = {"": ("=",), "-ebnf": ("=", "::="), "-abnf": ("=",), "-peg": ("<-",)}
_POSTFIX = {"*": (0, None), "+": (1, None)}


def read(source: Source) -> Railroad:
    """Read a railroad diagram. Raises DiagramError where Mermaid would not read it."""
    match = re.match(r"railroad(-ebnf|-abnf|-peg)?-beta", source.text)
    reader = _Reader(source, (match[1] or "") if match else "")
    return reader.diagram()


class _Reader:
    """One diagram being read, in a notation."""

    def __init__(self, source: Source, notation: str) -> None:
        self.source, self.notation = source, notation
        self.scanner = LangiumScanner(source, _TOKENS[notation], _HIDDEN[notation])
        self.count, self.depth = 0, 0
        self.names: list[str] = []
        self.definition: Callable[[], Node] = {
            "": self._call, "-ebnf": self._ebnf, "-abnf": self._abnf, "-peg": self._peg
        }[notation]  # fmt: skip

    def diagram(self) -> Railroad:
        """All of it."""
        scanner = self.scanner
        scanner.need("header", '"railroad-beta"')
        while scanner.take_title():
            pass
        rules: list[Rule] = []
        while scanner.peek().kind != "eof":
            name = scanner.need("id", "the name of a rule", self._hint())
            self.names.append(name.text)
            if scanner.peek().text not in _EQUALS[self.notation]:
                raise scanner.expected(" or ".join(f'"{one}"' for one in _EQUALS[self.notation]))
            scanner.take()
            rules.append(Rule(name.text, self.definition()))
            self.scanner.need_sign(";", "a semicolon at the end of the rule")
        critical = critical_names(self.source, self.names)
        return Railroad(tuple(rules), critical, **scanner.titles.fields())

    def _hint(self) -> str:
        is_title = self.scanner.peek().kind in ("title", "name", "description", "block")
        return "titles stand before all rules" if is_title else ""

    def _leaf(self, kind: Kind, text: str) -> Node:
        self.count += 1
        if self.count > MAX_NODES:
            message = f"a railroad diagram has {MAX_NODES} stations at most"
            raise self.source.limit(self.scanner.peek().start, message)
        said = plain_words(text) or " "
        self.names.append(said)
        return Node(kind, said)

    def _limit(self, message: str) -> DiagramError:
        return self.source.error(self.scanner.peek().start, message, "mermaid-limit")

    def _inside(self, end: str, read: Callable[[], Node]) -> Node:
        """What stands before a closing bracket."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self._limit(f"a railroad diagram is {MAX_DEPTH} levels deep at most")
        node = read()
        self.scanner.need_sign(end)
        self.depth -= 1
        return node

    def _choice(self, between: str, sequence: Callable[[], Node]) -> Node:
        parts = [sequence()]
        while self.scanner.take_sign(between):
            parts.append(sequence())
        return parts[0] if len(parts) == 1 else Node("choice", "", tuple(parts))

    def _sequence(self, starts: str, kinds: tuple[str, ...], read: Callable[[], Node]) -> Node:
        """One element or more, as long as something begins like one."""
        parts = [read()]
        while True:
            is_comma = self.notation == "-ebnf" and self.scanner.take_sign(",")
            token = self.scanner.peek()
            begins = token.kind in kinds or (token.kind == "sign" and token.text in starts)
            if not (is_comma or begins):
                return parts[0] if len(parts) == 1 else Node("sequence", "", tuple(parts))
            parts.append(read())

    def _call(self) -> Node:
        """`sequence(…)`, `terminal("x")` and the like."""
        token = self.scanner.need("call", 'an expression such as terminal("x") or sequence(…)')
        kind = _CALLS[token.text]
        self.scanner.need_sign("(")
        if kind in ("terminal", "rule", "special"):
            node = self._leaf(kind, self.scanner.need("string", "words in quotes").text)
            self.scanner.need_sign(")")
            return node
        if kind in ("sequence", "choice"):
            return self._inside(")", lambda: self._parts(kind))
        part = self._inside(")", self._call)
        return Node(kind, "", (part,), least=1 if token.text == "oneOrMore" else 0)

    def _parts(self, kind: Kind) -> Node:
        parts = [self._call()]
        while self.scanner.take_sign(","):
            parts.append(self._call())
        return parts[0] if len(parts) == 1 else Node(kind, "", tuple(parts))

    def _ebnf(self) -> Node:
        kinds = ("id", "string", "special")
        return self._choice("|", lambda: self._sequence("([{", kinds, self._ebnf_term))

    def _ebnf_term(self) -> Node:
        node = self._ebnf_primary()
        while token := self._postfix("?*+-"):
            if token == "-":
                node = Node(
                    "sequence", "", (node, self._leaf("terminal", "-"), self._ebnf_primary())
                )
            else:
                node = _repeated(node, token)
        return node

    def _postfix(self, signs: str) -> str:
        token = self.scanner.peek()
        if token.kind == "sign" and token.text in signs:
            return self.scanner.take().text
        return ""

    def _ebnf_primary(self) -> Node:
        if token := self.scanner.take_if("string", "id", "special"):
            kind: Kind = {"string": "terminal", "id": "rule"}.get(token.kind, "special")  # type: ignore[assignment]
            return self._leaf(kind, token.text.strip("?") if kind == "special" else token.text)
        if self.scanner.take_sign("("):
            return self._inside(")", self._ebnf)
        if self.scanner.take_sign("["):
            return Node("optional", "", (self._inside("]", self._ebnf),))
        if self.scanner.take_sign("{"):
            return Node("repeat", "", (self._inside("}", self._ebnf),))
        raise self.scanner.expected("a name, words in quotes or a bracket")

    def _abnf(self) -> Node:
        kinds = ("id", "quoted", "number", "repeat")
        return self._choice("/", lambda: self._sequence("([", kinds, self._abnf_element))

    def _abnf_element(self) -> Node:
        token = self.scanner.take_if("repeat")
        node = self._abnf_primary()
        if token is None:
            return node
        least, star, most = token.text.partition("*")
        low, high = self._times(least, 0), self._times(most, None)
        high = high if star else low
        if (low, high) == (0, 1):
            return Node("optional", "", (node,))
        return Node("repeat", "", (node,), low or 0, high)

    def _times(self, digits: str, default: int | None) -> int | None:
        if len(digits) > 6:
            raise self._limit("a number of this length")
        return int(digits) if digits else default

    def _abnf_primary(self) -> Node:
        if token := self.scanner.take_if("quoted", "number", "id"):
            return self._leaf("rule" if token.kind == "id" else "terminal", token.text)
        if self.scanner.take_sign("("):
            return self._inside(")", self._abnf)
        if self.scanner.take_sign("["):
            return Node("optional", "", (self._inside("]", self._abnf),))
        raise self.scanner.expected("a name, words in double quotes or a bracket")

    def _peg(self) -> Node:
        return self._choice("/", lambda: self._sequence("&!(.", ("id", "string"), self._peg_prefix))

    def _peg_prefix(self) -> Node:
        look = self._postfix("&!")
        node = self._peg_primary()
        if sign := self._postfix("?*+"):
            node = _repeated(node, sign)
        return self._leaf("special", f"{look}{written(node)}") if look else node

    def _peg_primary(self) -> Node:
        if token := self.scanner.take_if("string", "id"):
            return self._leaf("terminal" if token.kind == "string" else "rule", token.text)
        if self.scanner.take_sign("."):
            return self._leaf("special", "any character")
        if self.scanner.take_sign("("):
            return self._inside(")", self._peg)
        raise self.scanner.expected("a name, words in quotes, a point or a bracket")


def _repeated(node: Node, sign: str) -> Node:
    if sign == "?":
        return Node("optional", "", (node,))
    least, most = _POSTFIX[sign]
    return Node("repeat", "", (node,), least, most)


def written(node: Node) -> str:
    """A piece of a grammar in one line of words."""
    parts = [written(part) for part in node.parts]
    if node.kind == "terminal":
        return f'"{node.text}"'
    if node.kind in ("sequence", "choice"):
        return f"({(' ' if node.kind == 'sequence' else ' / ').join(parts)})"
    if node.kind == "optional":
        return f"{parts[0]}?"
    return f"{parts[0]}{'+' if node.least else '*'}" if node.kind == "repeat" else node.text
