"""Goldens of pictures that diagramkit has not drawn: pixels against pixels, and of SVG what has
changed in the scene that is read from it."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from diagramkit.diagnostics import Diagnostic, DiagramError, Location
from diagramkit.drift.folders import goldens_folder
from diagramkit.drift.job import Job, Scope
from diagramkit.drift.outcome import Outcome, Result, diagram_id, head_of
from diagramkit.files.border import Border
from diagramkit.golden.changes import scene_changes
from diagramkit.golden.content import folded_causes
from diagramkit.golden.explanation import Cause, Status, Step, Verdict
from diagramkit.golden.facts import current_tools
from diagramkit.golden.looks import LookReference
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
from diagramkit.golden.serial import canonical, dump_scene, load_scene
from diagramkit.golden.store import Folder, UnreadableError
from diagramkit.golden.verdict import is_tolerated
from diagramkit.project.config import Settings
from diagramkit.project.diagrams import Diagram
from diagramkit.project.documents import read_bytes
from diagramkit.project.options import OneMode
from diagramkit.scene import Primitive, Scene, Text

if TYPE_CHECKING:
    from PIL.Image import Image

LABEL = "picture"
"""What goldens of pictures have in the place of a theme."""
SUFFIXES = (".svg", ".png")
MAX_BYTES = 16_000_000
_MODE: OneMode = "light"


def is_picture(path: Path) -> bool:
    """Whether a path names a picture rather than what one is drawn from."""
    return path.suffix.lower() in SUFFIXES and path.is_file()


def pictures_in(path: Path, settings: Settings) -> list[Path]:
    """The pictures that a path names: itself, or those in a folder."""
    if path.is_dir():
        return [source.path for source in settings.find([path], SUFFIXES)[0]]
    return [path] if is_picture(path) else []


def picture_jobs(
    paths: Iterable[Path],
    homes: Iterable[Path],
    scope: Scope,
    settings: Settings,
    border: Border,
) -> tuple[list[Job], list[Diagnostic]]:
    """A job for each picture that is named, or in the scope of a run and has a golden in `homes`
    already; and the pictures that would share a golden."""
    jobs: dict[str, Job] = {}
    problems: list[Diagnostic] = []
    for path in dict.fromkeys([*paths, *_known(homes, scope)]):
        try:
            job = _job(path, settings, border)
        except DiagramError as error:
            problems += error.diagnostics
            continue
        rival = jobs.setdefault(os.path.normcase(job.folder / job.diagram.name), job)
        if rival is not job and rival.picture != job.picture:
            problems.append(job.diagram.named_like(rival.diagram, "goldens"))
    return list(jobs.values()), problems


def _known(homes: Iterable[Path], scope: Scope) -> Iterator[Path]:
    """The pictures that goldens are of."""
    for home in homes:
        folder = Folder(home)
        ours = (name for name in folder.names_by_file if name.endswith(f".{LABEL}.{_MODE}"))
        for name in folder.readable(ours):
            record = folder.record(name)
            source = Path(os.path.relpath(home / record.head.source)) if record else Path()
            if is_picture(source) and scope.holds(Path(os.path.abspath(source))):
                yield source


def _job(path: Path, settings: Settings, border: Border) -> Job:
    border.contain(path)
    diagram = Diagram(path.stem, "", str(path), 1, path.parent)
    folder = goldens_folder(diagram, settings, border)
    options = settings.drawing.loaded()
    look = LookReference.now(options.look)
    return Job(
        diagram,
        options,
        LABEL,
        (_MODE,),
        folder,
        settings.goldens,
        look,
        settings.places,
        picture=path,
    )


def judge_file(job: Job, path: Path) -> Outcome:
    """Compare a picture with its golden; what cannot be read is in the outcome."""
    try:
        data = read_bytes(path, str(path), limit=MAX_BYTES)
    except DiagramError as error:
        return Outcome(errors=error.diagnostics)
    return judge_picture(job, data)


def judge_picture(job: Job, data: bytes) -> Outcome:
    """Compare a PNG or an SVG with the golden of a job; what cannot be read is in the outcome."""
    try:
        image = _image(data, job)
    except DiagramError as error:
        return Outcome(errors=error.diagnostics)
    return Outcome((_result(job, image, _scene(data, image)),))


def _scene(data: bytes, image: Image) -> Scene:
    """What is drawn, as far as it can be read: of pixels their size alone."""
    blank = Scene("", _MODE, image.width, image.height, "none", "", "", ())
    if data.startswith(b"\x89PNG"):
        return blank
    from diagramkit.svg.read import read

    try:
        scene = read(data).scene
    except DiagramError:  # too large to be read, not to be shown
        return blank
    return replace(scene, name="", primitives=tuple(_named(scene.primitives)))


def _named(items: Iterable[Primitive]) -> Iterator[Primitive]:
    """Primitives with keys that say nothing of lines of the file, which any edit moves: ids, the
    words of texts, else the kind of element and a number."""
    counts: Counter[str] = Counter()
    for item in items:
        stem = re.sub(r"@.*", "", item.key)
        stem = f"text:{item.text}" if isinstance(item, Text) and "#" not in stem else stem
        counts[stem] += 1
        yield replace(item, key=stem if counts[stem] == 1 else f"{stem}:{counts[stem]}")


def _image(data: bytes, job: Job) -> Image:
    from diagramkit import raster

    try:
        if data.startswith(b"\x89PNG"):
            return decode(data)
        text = data.decode("utf-8")
        return decode(raster.png(text, job.goldens.scale, None, job.options.rasterizer))
    except (PictureError, UnicodeDecodeError, DiagramError) as error:
        message = f"{job.diagram.name}: neither a PNG nor an SVG that can be read: {error}"
        raise DiagramError.single("picture", message) from None


def _result(job: Job, image: Image, scene: Scene) -> Result:
    name, folder = job.golden_name(_MODE), Folder(job.folder)
    try:
        golden = folder.record(name)
        kept = folder.check_picture(name, golden) if golden else None
    except UnreadableError as error:
        return _fresh(job, image, scene, folder, "unreadable", str(error))
    if golden is None or kept is None:
        return _fresh(job, image, scene, folder, "new")
    verdict = Verdict(name, "same", diagram=diagram_id(job))
    if golden.head.pixels == pixel_hash(image):
        return Result(job, _MODE, verdict)
    before = decode(kept)
    pixels = difference(before, image)
    changes = scene_changes(canonical(golden.scene), load_scene(dump_scene(scene)))
    causes: tuple[Cause, ...] = (Cause("picture", (Step(job.diagram.name),)),)
    if is_tolerated(causes, pixels, job.goldens.tolerance):
        return Result(job, _MODE, Verdict(name, "same", causes, pixels, tolerated=True))
    causes = tuple(folded_causes(changes, Location(job.diagram.shown))) or causes
    found = Verdict(name, "drifted", causes, pixels, diagram=diagram_id(job))
    return Result(
        job,
        _MODE,
        found,
        folder.fingerprint(name),
        *_made(job, image, scene),
        kept,
        difference_picture(before, image),
        places=pixel_places(before, image),
    )


def _fresh(
    job: Job, image: Image, scene: Scene, folder: Folder, status: Status, problem: str = ""
) -> Result:
    name = job.golden_name(_MODE)
    verdict = Verdict(name, status, problem=problem, diagram=diagram_id(job))
    try:
        mark = folder.fingerprint(name)
    except UnreadableError:
        mark = "unreadable"
    return Result(job, _MODE, verdict, mark, *_made(job, image, scene))


def _made(job: Job, image: Image, scene: Scene) -> tuple[Record, bytes]:
    picture = compact(image)
    head = head_of(job, _MODE, image, picture)
    tools = current_tools(scene, job.goldens.scale, job.options.rasterizer)
    made = Made(None, job.options.values(scene_only=True), job.look.look, tools)
    return Record(head, made, dump_scene(scene)), picture
