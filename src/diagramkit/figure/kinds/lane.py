"""A lane."""

from __future__ import annotations

from typing import ClassVar

from diagramkit.figure.container import Holder
from diagramkit.figure.part import Lines, Words


class Lane(Holder):
    """One of several ways through, each a line to read from left to right: its title stands at
    the left, hairlines part it from the others.

        - column:
            - {lane: DPO, small: one loss, row: [{box: Pairs}, {box: Loss}]}
            - {lane: Best of N, small: many samples, row: [{box: Sample}, {box: Pick}]}
    """

    MAIN: ClassVar = "heading"
    TITLE: ClassVar = "heading"

    heading: Words
    """Its title."""
    small: Lines = ()
    """What it comes to, below the title."""
