"""Sequence diagrams: model -> Scene.

Participants stand side by side, each with its life line; time runs down. `plan` puts everything
in order, `columns` finds the lanes between life lines, `filling` breaks words for them, `frames`
and `rows` find where fragments reach and how deep all stands, `compose` paints.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from diagramkit.diagnostics import Diagnostic, Location
from diagramkit.layout import NodeRole
from diagramkit.layout.drawn import too_wide
from diagramkit.layout.sequence.compose import Composer
from diagramkit.layout.sequence.describe import describe
from diagramkit.layout.sequence.page import Page, place
from diagramkit.layout.sequence.plan import plan
from diagramkit.mermaid.kinds.sequence.model import Sequence
from diagramkit.scene import Scene
from diagramkit.theme.model import Theme

__all__ = ["Layout", "lay_out"]

CURE = "split this figure, or shorten the names of its participants"


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
        """The drawing in a mode. `background` is `canvas`, `transparent` or `#rrggbb`."""
        look = self.theme.mode(mode)
        ground = {"canvas": look.canvas, "transparent": "none"}.get(background, background)
        sequence = self.page.room.plan.sequence
        return Scene(
            name,
            mode,
            *self.page.size,
            ground,
            sequence.title or sequence.heading or titled(name),
            sequence.description or describe(sequence),
            Composer(
                self.page, self.theme, look, self.role, source_colors=source_colors
            ).primitives(),
        )


def lay_out(
    sequence: Sequence,
    theme: Theme,
    *,
    classes: Mapping[str, str],  # noqa: ARG001
    default_role: NodeRole = "primary",
    path: str = "<string>",
) -> Layout:
    """Place a sequence diagram.

    Args:
        sequence: what to draw.
        theme: its sizes and distances decide the geometry; its modes must not.
        classes: of no use here: participants have no classes.
        default_role: the role of participants.
        path: the source's name for warnings about the drawing as a whole.
    """
    page = place(plan(sequence), theme)
    warnings = (*too_red(page, path), *too_wide(page.size.width, theme, path, CURE))
    return Layout(theme, page, default_role, warnings)


def too_red(page: Page, path: str) -> tuple[Diagnostic, ...]:
    """The warning that more messages are critical than the theme allows; none otherwise."""
    messages = [arrow.message for arrow in page.room.plan.arrows]
    critical = [message for message in messages if message.is_critical]
    allowed = page.room.theme.budget.accent_share
    if len(critical) < 2 or len(critical) <= allowed * len(messages):
        return ()
    message = (
        f"{len(critical)} of {len(messages)} messages are accent, more than the {allowed:.0%} that "
        "still lets the critical path stand out"
    )
    where = critical[0].location or Location(path)
    return (Diagnostic("accent-budget", message, where, severity="warning"),)


def titled(name: str) -> str:
    """The title of a drawing that has none: its name in words."""
    words = name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "Sequence diagram"
