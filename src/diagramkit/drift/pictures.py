"""Goldens of pictures that diagramkit has not drawn: pixels against pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diagramkit.diagnostics import DiagramError
from diagramkit.drift.job import Job
from diagramkit.drift.work import Outcome, Result, diagram_id, head_of
from diagramkit.golden.explanation import Cause, Status, Step, Verdict
from diagramkit.golden.facts import current_tools
from diagramkit.golden.picture import (
    PictureError,
    compact,
    decode,
    difference,
    difference_picture,
    pixel_hash,
)
from diagramkit.golden.places import pixel_places
from diagramkit.golden.record import Made, Record
from diagramkit.golden.serial import dump_scene
from diagramkit.golden.store import Folder, UnreadableError
from diagramkit.golden.verdict import is_tolerated
from diagramkit.project.options import OneMode
from diagramkit.scene import Scene

if TYPE_CHECKING:
    from PIL.Image import Image

LABEL = "picture"
"""What goldens of pictures have in the place of a theme."""
_MODE: OneMode = "light"


def judge_picture(job: Job, data: bytes) -> Outcome:
    """Compare a PNG or an SVG with the golden of a job; what cannot be read is in the outcome."""
    try:
        image = _image(data, job)
    except DiagramError as error:
        return Outcome(errors=error.diagnostics)
    return Outcome((_result(job, image),))


def _image(data: bytes, job: Job) -> Image:
    from diagramkit import raster

    try:
        if data.startswith(b"\x89PNG"):
            return decode(data)
        text = data.decode("utf-8")
        return decode(raster.png(text, job.goldens.scale, None, job.options.rasterizer))
    except (PictureError, UnicodeDecodeError) as error:
        message = f"{job.diagram.name}: neither a PNG nor an SVG that can be read: {error}"
        raise DiagramError.single("picture", message) from None


def _result(job: Job, image: Image) -> Result:
    name, folder = job.golden_name(_MODE), Folder(job.folder)
    try:
        golden = folder.record(name)
        kept = folder.check_picture(name, golden) if golden else None
    except UnreadableError as error:
        return _fresh(job, image, folder, "unreadable", str(error))
    if golden is None or kept is None:
        return _fresh(job, image, folder, "new")
    verdict = Verdict(name, "same", diagram=diagram_id(job))
    if golden.head.pixels == pixel_hash(image):
        return Result(job, _MODE, verdict)
    before = decode(kept)
    pixels = difference(before, image)
    causes = (Cause("picture", (Step(job.diagram.name),)),)
    if is_tolerated(causes, pixels, {"picture": job.goldens.tolerance.get("renderer", 0.0)}):
        return Result(job, _MODE, Verdict(name, "same", causes, pixels, tolerated=True))
    found = Verdict(name, "drifted", causes, pixels, diagram=diagram_id(job))
    return Result(
        job,
        _MODE,
        found,
        folder.fingerprint(name),
        *_made(job, image),
        kept,
        difference_picture(before, image),
        places=pixel_places(before, image),
    )


def _fresh(job: Job, image: Image, folder: Folder, status: Status, problem: str = "") -> Result:
    name = job.golden_name(_MODE)
    verdict = Verdict(name, status, problem=problem, diagram=diagram_id(job))
    try:
        mark = folder.fingerprint(name)
    except UnreadableError:
        mark = "unreadable"
    return Result(job, _MODE, verdict, mark, *_made(job, image))


def _made(job: Job, image: Image) -> tuple[Record, bytes]:
    picture = compact(image)
    scene = Scene("", _MODE, image.width, image.height, "none", "", "", ())
    head = head_of(job, _MODE, image, picture)
    tools = current_tools(scene, job.goldens.scale, job.options.rasterizer)
    made = Made(None, job.options.values(scene_only=True), job.look.look, tools)
    return Record(head, made, dump_scene(scene)), picture
