"""Sequence diagrams: model -> Scene.

Participants stand side by side, each with its life line; time runs down. `plan` puts everything
in order, `columns` finds the lanes between life lines, `rows` the heights, `compose` paints.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from diagramkit.diagnostics import Diagnostic, Location
from diagramkit.layout import NodeRole
from diagramkit.layout.sequence.compose import Composer
from diagramkit.layout.sequence.describe import describe, titled
from diagramkit.layout.sequence.page import Page, place
from diagramkit.layout.sequence.plan import plan
from diagramkit.mermaid.kinds.sequence.model import Sequence
from diagramkit.scene import Scene
from diagramkit.theme.model import Theme

__all__ = ["Layout", "lay_out"]


@dataclass(slots=True)
class Layout:
    """A placed sequence diagram: `scene` paints it in either mode, with the same geometry."""

    theme: Theme
    page: Page
    role: NodeRole
    warnings: tuple[Diagnostic, ...]

    def scene(
        self,
        mode: Literal["light", "dark"],
        name: str,
        *,
        background: str = "canvas",
        source_colors: bool = False,
    ) -> Scene:
        """The drawing in a mode. `background` is `canvas`, `transparent` or `#rrggbb`.

        With `source_colors` a `rect` and a `box` have the colour that the source gives.
        """
        look = self.theme.mode(mode)
        ground = {"canvas": look.canvas, "transparent": "none"}.get(background, background)
        sequence = self.page.plan.sequence
        return Scene(
            name,
            mode,
            *self.page.size,
            ground,
            sequence.title or titled(name),
            sequence.description or describe(sequence),
            Composer(self.page, self.theme, look, self.role).primitives(),
        )


def lay_out(
    sequence: Sequence,
    theme: Theme,
    *,
    classes: Mapping[str, str],
    default_role: NodeRole = "primary",
    path: str = "<string>",
) -> Layout:
    """Place a sequence diagram.

    Args:
        sequence: what to draw.
        theme: its sizes and distances decide the geometry; its modes must not.
        classes: not used: participants have no classes.
        default_role: the role of participants.
        path: the source's name for warnings about the drawing as a whole.
    """
    page = place(plan(sequence), theme)
    return Layout(theme, page, default_role, tuple(_budget(sequence, theme, page, path)))


def _budget(sequence: Sequence, theme: Theme, page: Page, path: str) -> list[Diagnostic]:
    """What the theme's budgets are exceeded by."""
    width, most = page.size.width, theme.page.max_width
    if width <= most:
        return []
    first = sequence.participants[0].location if sequence.participants else None
    where = Location(path, first.line if first else 1)
    message = (
        f"{width:.0f} wide, more than {most:.0f}: split this figure, or shorten the names of its "
        f"{len(sequence.participants)} participants"
    )
    return [Diagnostic("too-wide", message, where, severity="warning")]
