"""What is said of a drawing, found when it is asked for: a picture alone does without."""

from __future__ import annotations

from functools import cached_property

from diagramkit import lint
from diagramkit.diagnostics import Diagnostic
from diagramkit.lint.finding import Finding
from diagramkit.lint.fonts import missing_glyphs, strange_fonts
from diagramkit.lint.places import warned_of
from diagramkit.scene import Scene
from diagramkit.theme.model import Theme

MOST_JUDGED = 1_000
"""Drawings of more primitives are judged by `diagrams check` alone: it takes as long as drawing."""


class Judgement:
    """What the rules and the fonts say of a scene, each asked once.

    `theme` has the budgets for the width of the drawing, `look` the fonts; `source` is the text
    that it was drawn from, where that is, and the line it begins at. `is_judged` says whether the
    rules could be asked.
    """

    def __init__(
        self, scene: Scene, theme: Theme, look: Theme, source: tuple[str, str, int]
    ) -> None:
        self._scene, self._theme, self._look = scene, theme, look
        self._source = source
        self.is_judged = True

    @cached_property
    def faults(self) -> tuple[Finding, ...]:
        """Errors by the rules, and which rules would have taken too long."""
        self.is_judged = len(self._scene.primitives) <= MOST_JUDGED
        if not self.is_judged:
            return ()
        found = lint.check(self._scene, self._theme, least="error")
        # Another arrangement would not be judged in less time.
        self.is_judged = not any(each.rule == lint.TOO_DENSE for each in found)
        return found

    @cached_property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The same as warnings at their places in the source, and what fonts lack."""
        text, origin, line = self._source
        return (
            *(warned_of(self.faults, text, origin, line) if self.faults else ()),
            *missing_glyphs(self._scene, origin, line),
            *strange_fonts(self._scene, self._look),
        )
