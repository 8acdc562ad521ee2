"""A stage."""

from __future__ import annotations

from typing import ClassVar

from diagramkit.figure.container import Holder
from diagramkit.figure.part import Lines, Words


class Stage(Holder):
    """One of the stages that follow each other down a figure, with a rule between them.

    - column:
        - {stage: Stage 1, small: learn scores from comparisons, row: [{box: Reward model}]}
        - {stage: Stage 2, small: tune the policy, row: [{box: RL update}]}
    """

    MAIN: ClassVar = "heading"
    TITLE: ClassVar = "heading"

    heading: Words
    """Its title."""
    small: Lines = ()
    """What happens in it, beside the title."""
