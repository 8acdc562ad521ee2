"""Modes and formats: how they are written, on the command line as in the configuration."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast

Mode = Literal["light", "dark", "both"]
Format = Literal["svg", "png", "pdf", "webp"]

MODES = ("light", "dark", "both")
FORMATS = ("svg", "png", "pdf", "webp")


def parse_modes(value: object) -> tuple[Mode, ...]:
    """`light`, `dark`, `both`, or a list of light and dark, comma-separated or as a sequence.

    Raises `ValueError` with what is allowed for anything else.
    """
    names = _names(value)
    if not names or not set(names) <= set(MODES) or ("both" in names and len(names) > 1):
        raise ValueError("expected light, dark, both, or light,dark")
    return cast("tuple[Mode, ...]", names)


def parse_formats(value: object) -> tuple[Format, ...]:
    """One or more of svg, png, pdf, webp, comma-separated or as a sequence.

    Raises `ValueError` with what is allowed for anything else.
    """
    names = _names(value)
    if not names or not set(names) <= set(FORMATS):
        raise ValueError(f"expected one or more of {', '.join(FORMATS)}")
    return cast("tuple[Format, ...]", names)


def _names(value: object) -> tuple[str, ...]:
    """The names in the order given, each once; empty when `value` is no list of names."""
    parts: Sequence[object] = []
    if isinstance(value, str):
        parts = value.split(",")
    elif isinstance(value, list):
        parts = value
    names = [part.strip().lower() if isinstance(part, str) else "" for part in parts]
    return tuple(dict.fromkeys(names))
