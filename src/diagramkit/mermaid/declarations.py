"""CSS declarations as Mermaid writes them: `fill:#f9f,stroke-width:4px`."""

from __future__ import annotations

from collections.abc import Iterable


def declarations(styles: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The name and the value of each `property:value`; what has no colon says nothing."""
    pairs = (style.partition(":") for style in styles)
    return tuple((name.strip(), value.strip()) for name, colon, value in pairs if colon)
