"""The words of a flowchart have a name in angle brackets that is no HTML element.

Why: Mermaid sets words as HTML: a browser knows no such element and shows nothing of it.

Example: `db[("<DATABASE>")]`, `A -->|List<String>| B`.

Use instead: `&lt;` and `&gt;` for the brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.mermaid.traps.trap import Lines, Trap

SEVERITY: Severity = "warning"
_TAG = re.compile(r"<(?P<words>/?(?P<name>[A-Za-z][\w.-]*)[^<>|\"\n]*)>")
_ELEMENTS = (
    "a abbr article aside audio b bdi bdo big blockquote br button caption center circle cite code "
    "col colgroup dd del details dfn div dl dt em fieldset figcaption figure font footer form g h1 "
    "h2 h3 h4 h5 h6 header hr i iframe img input ins kbd label legend li line link main map mark "
    "math menu meta meter nav nobr noscript ol optgroup option output p path picture polygon pre "
    "progress q rect rp rt ruby s samp script section select small source span strike strong style "
    "sub summary sup svg table tbody td template text textarea tfoot th thead time title tr track "
    "tt u ul use var video wbr xmp"
)
_KNOWN = frozenset(_ELEMENTS.split())


def check(source: Lines) -> Iterator[Trap]:
    """Look for names in angle brackets in flowcharts."""
    if source.is_flowchart:
        for row in source.rows:
            for found in _TAG.finditer(row.text):
                if found["name"].lower() not in _KNOWN:
                    message = f"{found[0]} is taken for an HTML element and not shown"
                    start, end = (row.start + place for place in found.span())
                    yield Trap(message, start, end, f"&lt;{found['words']}&gt;")
