"""What `info` says: nothing but its title."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.mermaid.titles import Chart


@dataclass(frozen=True, slots=True)
class Info(Chart):
    """A question for the version of Mermaid, with the `heading` that stands above the answer."""
