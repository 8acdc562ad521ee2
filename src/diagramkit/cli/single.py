"""One picture to standard output."""

from __future__ import annotations

import sys

from diagramkit.cli.messages import say
from diagramkit.cli.plan import Plan
from diagramkit.cli.task import picture_bytes
from diagramkit.diagnostics import Diagnostic
from diagramkit.drawing import Drawing, draw
from diagramkit.project.diagrams import Diagram


def _faults(drawing: Drawing, diagram: Diagram) -> tuple[Diagnostic, ...]:
    # The rules are loaded when the picture is on its way already.
    from diagramkit.checking.diagrams import faults_of

    return faults_of(drawing, diagram)


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
    say([*drawing.warnings, *_faults(drawing, task.diagram)])
    return 2 if plan.problems else 0
