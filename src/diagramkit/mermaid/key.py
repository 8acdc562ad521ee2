"""`%% diagram: key gpu = "On the GPU"`: what the key below a diagram calls its classes.

Mermaid takes the line for a comment.
"""

from __future__ import annotations

from collections.abc import Sequence

from diagramkit.diagnostics import DiagramError, Location
from diagramkit.mermaid.comments import find
from diagramkit.mermaid.text import nearest

_EXAMPLE = 'as in "%% diagram: key gpu = "On the GPU", cpu = "On the host""'


def read_key(text: str, path: str, line: int, known: Sequence[str]) -> dict[str, str] | None:
    """What the comment of a source calls its classes in the key; None where none asks for one.

    Args:
        text: the source.
        path: what places are told by.
        line: where it begins there, counted from 1.
        known: the classes that there are.

    Raises:
        DiagramError: something else is written there, or a class that there is not.
    """
    found = find(text, "key")
    if found is None:
        return None
    words, offset = found
    place = Location(path, line + text.count("\n", 0, offset))
    names = _table(words, place)
    for name in names:
        if name not in known:
            message = f'no box is of the class "{name[:60]}"{nearest(name, list(known))}'
            raise DiagramError.single("mermaid-key", message, place)
    return names


def _table(words: str, place: Location) -> dict[str, str]:
    import tomllib

    try:
        names = tomllib.loads(f"key = {{{words}}}")["key"]
    except (tomllib.TOMLDecodeError, RecursionError):
        names = None
    if not isinstance(names, dict) or not all(isinstance(name, str) for name in names.values()):
        message = f"expected nothing, or names of classes and what they mean, {_EXAMPLE}"
        raise DiagramError.single("mermaid-key", message, place)
    return names
