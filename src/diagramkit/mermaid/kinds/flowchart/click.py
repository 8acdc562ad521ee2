"""`click A "https://…" "tooltip"`, `click A href "…"`, `click A call f()`."""

from __future__ import annotations

import re

from diagramkit.mermaid.address import safe_address
from diagramkit.mermaid.kinds.flowchart.builder import Builder
from diagramkit.mermaid.kinds.flowchart.commands import read_word
from diagramkit.mermaid.kinds.flowchart.labels import Label, quoted
from diagramkit.mermaid.kinds.flowchart.messages import expected
from diagramkit.mermaid.kinds.flowchart.scanner import Scanner
from diagramkit.mermaid.label import words
from diagramkit.mermaid.text import SPACES, WHITE

_NAMES = re.compile(rf'[^{SPACES}\n"][^{SPACES}\n]*')
_CALL = re.compile(rf"[^(]+(?:\({WHITE}*\)|\([^)]*\))")


def read_click(scanner: Scanner, builder: Builder) -> None:
    """What happens on a click: a link to follow is kept if it is http, https or mail.

    Calls of functions are read, and nothing is ever called.
    """
    token = scanner.take()
    names = _NAMES.match(scanner.text, token.end)
    if names is None:
        raise scanner.error(token.end, 'expected the name of a node after "click"')
    scanner.source.mention(*names.span(), ",")
    scanner.go_to(names.end() + 1)
    link: str | None = None
    if scanner.peek().kind == "call":
        _read_call(scanner)
        tooltip = _after_space(scanner)
    elif scanner.peek().kind in ("quote", "href"):
        if scanner.peek().kind == "href":
            scanner.take()
        link = _string(scanner, "a link in double quotes").raw
        tooltip = _after_space(scanner, may_be_target=True)
    else:
        read_word(scanner, 'a link in double quotes, "href", "call" or a function')
        tooltip = _after_space(scanner)
    shown = words(tooltip.raw) if tooltip else None
    builder.on_click(names[0].split(","), safe_address(link), shown)


def _read_call(scanner: Scanner) -> None:
    token = scanner.take()
    call = _CALL.match(scanner.text, token.end)
    if call is None:
        raise scanner.error(token.start, 'a call without "(" and ")" after the function')
    scanner.go_to(call.end())


def _after_space(scanner: Scanner, *, may_be_target: bool = False) -> Label | None:
    """A tooltip, and behind a link perhaps a target such as `_blank`."""
    tooltip = None
    if scanner.peek().kind != "space":
        return None
    scanner.take()
    if not (may_be_target and scanner.peek().kind == "target"):
        target = " or a target such as _blank" if may_be_target else ""
        tooltip = _string(scanner, f"a tooltip in double quotes{target}")
        if not (may_be_target and scanner.peek().kind == "space"):
            return tooltip
        scanner.take()
    if scanner.peek().kind != "target":
        raise expected(scanner, "_self, _blank, _parent or _top")
    scanner.take()
    return tooltip


def _string(scanner: Scanner, wanted: str) -> Label:
    start = scanner.peek()
    found = quoted(scanner, start.start) if start.kind == "quote" else None
    if found is None:
        raise expected(scanner, wanted)
    return found
