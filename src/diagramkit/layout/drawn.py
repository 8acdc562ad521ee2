"""A placed diagram whose paint needs nothing but the colours of a mode."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from diagramkit.diagnostics import Diagnostic, Location
from diagramkit.geometry import Size
from diagramkit.scene import Primitive, Scene
from diagramkit.theme.model import Mode, Theme


@dataclass(frozen=True, slots=True)
class Drawn:
    """A placed diagram. `paint` gives its primitives in the colours of a mode; without a `title`
    it is called after its file."""

    theme: Theme
    warnings: tuple[Diagnostic, ...]
    title: str
    description: str
    size: Size
    paint: Callable[[Mode], Iterable[Primitive]]

    def scene(
        self,
        mode: Literal["light", "dark"],
        name: str,
        *,
        background: str = "canvas",
        source_colors: bool = False,  # noqa: ARG002
    ) -> Scene:
        """The drawing in a mode. `background` is `canvas`, `transparent` or `#rrggbb`. The
        sources of these kinds set no colours, so `source_colors` changes nothing."""
        look = self.theme.mode(mode)
        ground = {"canvas": look.canvas, "transparent": "none"}.get(background, background)
        title = self.title or _title(name)
        items = tuple(self.paint(look))
        return Scene(name, mode, *self.size, ground, title, self.description, items)


def _title(name: str) -> str:
    words = name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "Diagram"


def too_wide(width: float, theme: Theme, path: str, cure: str) -> tuple[Diagnostic, ...]:
    """The warning of a drawing wider than the page, with what to do about it; none otherwise."""
    most = theme.page.max_width
    if width <= most:
        return ()
    message = f"{width:.0f} wide, more than {most:.0f}: {cure}"
    return (Diagnostic("too-wide", message, Location(path), severity="warning"),)


def told(head: str, entries: Iterable[str], most: int = 24) -> str:
    """A drawing in words for people who cannot see it: what it is, then its entries in order; of
    many entries the first."""
    known = [said for entry in entries if (said := " ".join(entry.split()))]
    more = f"; and {len(known) - most} more" if len(known) > most else ""
    return f"{head}. {'; '.join(known[:most])}{more}." if known else f"{head}."


def counted(number: int, one: str, many: str) -> str:
    """`1 commit`, `2 commits`."""
    return f"{number} {one if number == 1 else many}"
