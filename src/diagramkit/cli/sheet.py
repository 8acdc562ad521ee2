"""All diagrams of a plan on one page."""

from __future__ import annotations

from diagramkit.cli.messages import say, tell
from diagramkit.cli.plan import Plan
from diagramkit.diagnostics import Diagnostic, DiagramError, counted
from diagramkit.drawing import Drawing, draw
from diagramkit.files.write import write_file
from diagramkit.layout.sheet import sheet
from diagramkit.project.outputs import Picture

NAME = "sheet"


def draw_sheet(plan: Plan) -> int:
    """Draw `sheet.MODE.svg` and `sheet.MODE.png` beside the pictures of the first diagram, or
    into the folder of `-o`; return the exit status."""
    drawings: list[Drawing] = []
    problems: list[Diagnostic] = list(plan.problems)
    for task in plan.tasks:
        try:
            drawings.append(draw(task.diagram, task.options))
        except DiagramError as error:
            problems.extend(error.diagnostics)
    say(problems)
    say(plan.undrawn)
    if drawings:
        task = plan.tasks[0]
        shown = dict.fromkeys(picture.shown for picture in task.pictures)
        for mode in shown:
            _write(plan, drawings, next(one for one in task.pictures if one.shown == mode))
        tell(f"drew {counted(len(drawings), 'diagram')} on one sheet ({task.folder})")
    return 2 if problems else 0


def _write(plan: Plan, drawings: list[Drawing], picture: Picture) -> None:
    from diagramkit.raster import png
    from diagramkit.svg.write import write

    task, mode = plan.tasks[0], picture.shown or "light"
    options = task.options
    scenes = [drawing.in_mode(mode).scene for drawing in drawings]
    page = sheet(scenes, options.look, NAME)
    file = task.folder / f"{NAME}.{mode}.svg"
    write_file(file, write(page, None, options.text, options.styles).encode(), task.border)
    data = png(write(page, None, "outlines"), options.scale, options.width, options.rasterizer)
    write_file(file.with_suffix(".png"), data, task.border)
