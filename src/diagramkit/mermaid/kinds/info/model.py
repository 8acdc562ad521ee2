"""What `info` says: nothing but its title."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Info:
    """A question for the version of Mermaid, with the `heading` that stands above the answer."""

    title: str = ""
    description: str = ""
    heading: str = ""
