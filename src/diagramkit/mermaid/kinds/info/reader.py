"""`info`, `info showInfo`, with a title or not.

Follows the grammar of Mermaid 12.3 (`info.langium`).
"""

from __future__ import annotations

import re

from diagramkit.mermaid.critical import read_critical
from diagramkit.mermaid.kinds.info.model import Info
from diagramkit.mermaid.langium import DESCRIPTIONS, LangiumScanner
from diagramkit.mermaid.source import Source

_TOKEN = re.compile(
    rf"(?P<info>info(?!\w))|(?P<show>showInfo(?!\w))|{DESCRIPTIONS}|(?P<newline>\n)|(?P<unknown>.)",
    re.DOTALL,
)


def read(source: Source) -> Info:
    """Read `info`. Raises DiagramError where Mermaid would not read it."""
    scanner = LangiumScanner(source, _TOKEN)
    scanner.need("info", '"info"')
    while scanner.take_if("newline"):
        pass
    scanner.take_if("show")
    while scanner.take_blank_or_title():
        pass
    scanner.need("eof", "showInfo, a title or nothing more")
    read_critical(source, ())
    return Info(**scanner.titles.fields())
