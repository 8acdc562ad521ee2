"""The statements of a Cynefin framework: domains with their items, transitions, a title.

Follows the grammar of Mermaid 12.3 (`cynefin.langium`). Of two blocks of one domain Mermaid keeps
the last; here the items of both stand in it.
"""

from __future__ import annotations

import re
from typing import cast

from diagramkit.mermaid.critical import critical_names
from diagramkit.mermaid.kinds.cynefin.model import Cynefin, Domain, Transition
from diagramkit.mermaid.label import words
from diagramkit.mermaid.langium import DESCRIPTIONS, STRING, LangiumScanner
from diagramkit.mermaid.source import Source

MAX_ITEMS = 500

_TOKEN = re.compile(
    rf"(?P<cynefin>cynefin-beta(?!\w):?)|(?P<domain>complicated|complex|clear|chaotic|confusion)"
    rf"|{DESCRIPTIONS}|(?P<arrow>-->)|(?P<colon>:)|(?P<string>{STRING})|(?P<newline>\n)"
    r"|(?P<unknown>.)",
    re.DOTALL,
)


def read(source: Source) -> Cynefin:
    """Read a Cynefin framework. Raises DiagramError where Mermaid would not read it."""
    scanner = LangiumScanner(source, _TOKEN)
    scanner.need("cynefin", '"cynefin-beta"')
    items: list[tuple[Domain, str]] = []
    transitions: list[Transition] = []
    while scanner.peek().kind != "eof":
        if scanner.take_blank_or_title():
            continue
        wanted = "a domain: complex, complicated, clear, chaotic or confusion"
        token = scanner.need("domain", wanted)
        domain = cast("Domain", token.text)
        if scanner.take_if("arrow"):
            target = cast("Domain", scanner.need("domain", wanted).text)
            label = ""
            if scanner.take_if("colon"):
                label = words(scanner.need("string", "the words of the transition in quotes").text)
            scanner.need(("newline", "eof"), "the end of the line")
            transitions.append(Transition(domain, target, label))
        else:
            _items(scanner, domain, items)
        if len(items) + len(transitions) > MAX_ITEMS:
            raise source.limit(token.start, f"a framework has {MAX_ITEMS} items at most")
    known = [text for _, text in items] + [one.label for one in transitions if one.label]
    critical = critical_names(source, known)
    return Cynefin(
        tuple(items),
        tuple(transitions),
        critical,
        **scanner.titles.fields(),
    )


def _items(scanner: LangiumScanner, domain: Domain, items: list[tuple[Domain, str]]) -> None:
    """What stands below the name of a domain."""
    while scanner.peek().kind in ("newline", "string"):
        token = scanner.take()
        if token.kind == "string":
            items.append((domain, words(token.text)))
