"""Sequence diagrams: who talks to whom, with life lines that run through no word.

Participants stand side by side; time runs down. `plan` puts everything
in order, `columns` finds the lanes between life lines, `filling` breaks words for them, `frames`
and `rows` find where fragments reach and how deep all stands, `compose` paints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from diagramkit.diagnostics import Diagnostic, Location
from diagramkit.layout import Layout, NodeRole
from diagramkit.layout.budget import accent_overused, too_wide
from diagramkit.layout.sequence.compose import Composer
from diagramkit.layout.sequence.describe import describe
from diagramkit.layout.sequence.page import Page, place
from diagramkit.layout.sequence.plan import plan
from diagramkit.mermaid.kinds.sequence.model import Sequence
from diagramkit.scene import Primitive
from diagramkit.theme.model import Mode, Theme

__all__ = ["lay_out"]

CURE = "split this figure, or shorten the names of its participants"


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

    def paint(theme: Theme, mode: Mode, source_colors: bool) -> Iterable[Primitive]:
        return Composer(page, theme, mode, default_role, source_colors).primitives()

    return Layout(
        theme,
        tuple(_budget(page, theme, path)),
        sequence.title or sequence.heading,
        sequence.description or describe(sequence),
        page.size,
        paint,
        sequence.heading,
    )


def _budget(page: Page, theme: Theme, path: str) -> Iterator[Diagnostic]:
    """What the theme's budgets are exceeded by."""
    messages = [arrow.message for arrow in page.room.plan.arrows]
    critical = [message for message in messages if message.is_critical]
    whole = Location(path)
    first = critical[0].location if critical else None
    yield from accent_overused(theme, len(critical), len(messages), "messages", first or whole)
    yield from too_wide(theme, page.size.width, whole, CURE)
