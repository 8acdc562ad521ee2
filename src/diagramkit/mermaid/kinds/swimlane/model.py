"""What a swimlane diagram says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.mermaid.kinds.flowchart.model import Flowchart


@dataclass(frozen=True, slots=True)
class Swimlanes(Flowchart):
    """A whole swimlane diagram: a flowchart whose outermost groups are its lanes.

    Its direction is that of the steps: lanes of `LR` and `RL` stand below each other, those of `TB`
    and `BT` beside each other.
    """
