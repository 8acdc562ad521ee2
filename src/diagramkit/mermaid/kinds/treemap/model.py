"""What a treemap says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.mermaid.titles import Chart


@dataclass(frozen=True, slots=True)
class Item:
    """A leaf with its value, 0 or more, or a section (`value` is None) with its parts."""

    name: str
    value: float | None = None
    class_name: str = ""
    parts: tuple[Item, ...] = ()

    @property
    def total(self) -> float:
        """The values of all leaves below it, or its own."""
        return self.value if self.value is not None else sum(part.total for part in self.parts)


@dataclass(frozen=True, slots=True)
class Treemap(Chart):
    """A whole treemap, in source order.

    `class_styles` are the declarations of each class, `value_format` how values are written, as
    d3-format has it. `critical` holds the names that `%% diagram: critical A` names.
    """

    items: tuple[Item, ...] = ()
    class_styles: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    shows_values: bool = True
    value_format: str = ","
    critical: frozenset[str] = frozenset()
