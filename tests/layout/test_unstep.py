"""Lines take no steps that nothing asks for."""

from __future__ import annotations

from .pictures import draw


def bends(*lines: str) -> dict[str, int]:
    """How often each line of a chart that runs down turns."""
    scene = draw("\n".join(("flowchart TB", *lines))).scene
    return {line.key: len(line.points) - 2 for line in scene.connectors}


def test_feedback_over_boxes_of_several_widths_runs_straight() -> None:
    turns = bends(
        "ask[Ask for a page] -->|asks| write[Write] -->|hands over| read[Read it all once more]",
        "read -->|runs| run[Run]",
        "read -->|asks for less| write",
        "run -->|asks for more| write",
        "run -->|is content| ask",
    )
    assert turns["edge:run->ask:0"] == 2
