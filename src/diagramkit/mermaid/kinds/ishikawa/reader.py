"""The lines of a fishbone diagram: the effect, then causes by their indentation.

Follows the grammar of Mermaid 12.3 (`ishikawa.jison`) and its levels (`ishikawaDb.ts`): they count
from the indentation of the first cause, and what stands further left is a cause like it.
"""

from __future__ import annotations

import re

from diagramkit.mermaid.critical import critical_names
from diagramkit.mermaid.kinds.ishikawa.model import Cause, Ishikawa
from diagramkit.mermaid.label import words
from diagramkit.mermaid.source import Source

MAX_CAUSES, MAX_DEPTH = 1_000, 50

_HEADER = re.compile(r"ishikawa(?:-beta)?\b", re.IGNORECASE | re.ASCII)


def read(source: Source) -> Ishikawa:
    """Read a fishbone diagram. Raises DiagramError where Mermaid would not read it."""
    header = _HEADER.match(source.text)
    if header is None:
        raise source.error(0, 'expected "ishikawa" or "ishikawa-beta", and no letters behind it')
    place = header.end()
    effect, base = "", 0
    causes: list[Cause] = []
    levels: list[int] = []
    for line in source.text[place:].split("\n"):
        start, text = place, line.strip()
        place += len(line) + 1
        if not text or text.startswith("%%"):
            continue
        indent = len(line) - len(line.lstrip())
        if _HEADER.match(text):
            message = f'words that begin with "{text[:8]}" begin a diagram, and none of its lines'
            raise source.error(start + indent, message)
        if not effect:
            effect = words(text) or text
            continue
        base = indent if not causes else base
        level = max(indent - base + 1, 1)
        while levels and levels[-1] >= level:
            levels.pop()
        levels.append(level)
        if len(levels) > MAX_DEPTH or len(causes) == MAX_CAUSES:
            message = f"a fishbone has {MAX_CAUSES} causes in {MAX_DEPTH} levels at most"
            raise source.error(start + indent, message, "mermaid-limit")
        causes.append(Cause(words(text), len(levels)))
    if not effect:
        raise source.error(place, "expected the effect, and below it its causes")
    critical = critical_names(source, [effect, *(cause.text for cause in causes)])
    return Ishikawa(
        effect,
        tuple(causes),
        critical,
        title=source.title or effect,
        heading=source.title,
    )
