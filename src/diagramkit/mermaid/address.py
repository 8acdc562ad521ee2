"""Addresses that a reader may be led to."""

from __future__ import annotations

import re

from diagramkit.mermaid.entities import resolve

_SAFE = re.compile(r"(?:https?://|mailto:)[^\s<>\"']+|(?!//)[^\s<>\"':\\]+", re.IGNORECASE)


def safe_address(written: str | None) -> str | None:
    """The address, if it is one of http, https or mail, or relative to the page; None otherwise."""
    if written is None:
        return None
    plain = resolve(written).strip()
    return plain if _SAFE.fullmatch(plain) else None
