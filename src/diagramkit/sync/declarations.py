"""Lists of CSS declarations as Mermaid writes them: `fill:#eee,stroke:#333`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

_COMMA = re.compile(r"(?<!\\),")
Differences = tuple[tuple[str, str | None, str], ...]
"""Property, the value that is written (None where there is none), the value of the theme."""


def read_declarations(text: str) -> dict[str, str]:
    """Value by property; the last one counts. What has no colon says nothing."""
    pairs = (piece.partition(":") for piece in _COMMA.split(text))
    return {name.strip(): value.strip() for name, colon, value in pairs if colon}


def differences(written: Mapping[str, str], wanted: Mapping[str, str]) -> Differences:
    """What of `wanted` is not `written`; the case of letters does not matter."""
    return tuple(
        (name, written.get(name), value)
        for name, value in wanted.items()
        if written.get(name, "").lower() != value.lower()
    )


def rewritten(text: str, wanted: Mapping[str, str], dropped: Collection[str] = ()) -> str:
    """`wanted`, and behind it what `text` says of other properties, but those `dropped`."""
    others = (
        piece.strip()
        for piece in _COMMA.split(text)
        if (name := piece.partition(":")[0].strip()) not in wanted and name not in dropped
    )
    return joined(wanted, (piece for piece in others if piece))


def joined(wanted: Mapping[str, str], others: Iterable[str] = ()) -> str:
    """Declarations in one line, without spaces."""
    return ",".join([*(f"{name}:{value}" for name, value in wanted.items()), *others])
