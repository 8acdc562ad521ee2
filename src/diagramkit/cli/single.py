"""One picture to standard output."""

from __future__ import annotations

import sys

from diagramkit.cli.messages import say
from diagramkit.cli.plan import Plan
from diagramkit.cli.task import picture_bytes
from diagramkit.drawing import draw


def to_standard_output(plan: Plan) -> int:
    """Draw the one picture of a plan to standard output and return the exit status.

    Raises `DiagramError` for a diagram that cannot be drawn.
    """
    say(plan.problems)
    say(plan.undrawn)
    if not plan.tasks:
        return 2
    task = plan.tasks[0]
    drawing = draw(task.diagram, task.options)
    data = picture_bytes(drawing, task.pictures[0])
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    say(drawing.warnings_as([task.pictures[0].format]))
    return 2 if plan.problems else 0
