"""A directive says something that Mermaid drops.

Why: what a page may not set is passed over without a word, and so is what is not JSON.

Example: `%%{init: {"securityLevel": "loose"}}%%`.

Use instead: nothing; the page decides. Or the directive written as JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from diagramkit.mermaid.traps.trap import Lines, Trap

_DIRECTIVE = re.compile(r"%%\{\s*(?P<type>\w+)\s*:?\s*(?P<body>.*?)\}%%", re.DOTALL)
# What a diagram may not set (Mermaid's `secure`).
_SECURE = (
    "secure",
    "securityLevel",
    "startOnLoad",
    "maxTextSize",
    "maxEdges",
    "suppressErrorRendering",
)


def check(source: Lines) -> Iterator[Trap]:
    """Look at `%%{init: …}%%`."""
    for found in _DIRECTIVE.finditer(source.text):
        start, end = found.span()
        if found["type"] not in ("init", "initialize", "wrap"):
            yield Trap(f"Mermaid knows no directive {found['type']}", start, end)
            continue
        if found["type"] == "wrap":
            continue
        body = _parsed(found["body"])
        if body is None:
            yield Trap("the directive is not JSON, so Mermaid drops it", start, end)
            continue
        for key in _SECURE:
            if key in body:
                yield Trap(f"{key} may not be set in a diagram: Mermaid drops it", start, end)


def _parsed(body: str) -> dict[str, object] | None:
    """The object of a directive; Mermaid allows single quotes."""
    try:
        value = json.loads(body.strip().replace("'", '"'))
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
