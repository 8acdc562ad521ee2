"""Drawing one diagram and judging it by its goldens: what a process of its own can do."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.drawing import Drawing, draw
from diagramkit.drift.plan import Job
from diagramkit.golden import looks
from diagramkit.golden.changes import scene_changes
from diagramkit.golden.explanation import Cause, Verdict
from diagramkit.golden.facts import Tools, current_tools
from diagramkit.golden.picture import (
    compact,
    decode,
    difference,
    difference_picture,
    file_hash,
    pixel_hash,
)
from diagramkit.golden.record import Head, Record, RecordError
from diagramkit.golden.serial import dump_scene, load_scene
from diagramkit.golden.store import Folder, Manifest, UnreadableError
from diagramkit.golden.store import Look as Tokens
from diagramkit.golden.verdict import (
    Circumstances,
    content_causes,
    explain,
    judged,
    renderer_cause,
)
from diagramkit.project.options import OneMode
from diagramkit.scene import Scene

if TYPE_CHECKING:
    from PIL.Image import Image

_LAID_OUT_BY_COLOR = ("light.accent", "dark.accent")


@dataclass(frozen=True, slots=True)
class Result:
    """What became of the golden of one mode.

    `record` and `picture` are what it would be now; they are there unless it is the same. With a
    drift there are the `expected` picture and where the two differ. `fingerprint` is that of the
    golden as it was looked at.
    """

    job: Job
    mode: OneMode
    verdict: Verdict
    fingerprint: str = ""
    record: Record | None = None
    picture: bytes = b""
    expected: bytes = b""
    difference: bytes = b""
    tools: Tools | None = None

    @property
    def name(self) -> str:
        """The golden's name."""
        return self.verdict.name


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: a result for each mode, or what is wrong with the diagram."""

    results: tuple[Result, ...] = ()
    errors: tuple[Diagnostic, ...] = ()


def judge(job: Job) -> Outcome:
    """Draw a job's diagram and compare it; whatever goes wrong is in the outcome."""
    try:
        bench = Workbench(job)
        return Outcome(tuple(map(bench.result, job.modes)))
    except DiagramError as error:
        return Outcome(errors=error.diagnostics)
    except Exception as error:  # a fault of ours in one diagram is no reason to drop the others
        return Outcome(errors=(job.diagram.crashed(error),))


def lost(job: Job) -> Outcome:
    """The outcome of a job whose process ended without one."""
    return Outcome(errors=(job.diagram.lost(),))


class Workbench:
    """One diagram in one theme, drawn now and, for trials, with other tokens."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.folder = Folder(job.folder)
        self.manifest: Manifest | None = None
        self.trials: dict[str, Drawing] = {}

    @cached_property
    def drawing(self) -> Drawing:
        """The drawing as it is now."""
        return draw(self.job.diagram, self.job.options)

    @cached_property
    def tokens(self) -> looks.Tokens:
        """The theme's tokens as they are now."""
        return looks.plain_tokens(self.job.options.look)

    def scene(self, mode: OneMode) -> Scene:
        """The scene as it is now."""
        return self.drawing.in_mode(mode).scene

    def result(self, mode: OneMode) -> Result:
        """What becomes of the golden of a mode."""
        scene = self.scene(mode)
        text = dump_scene(scene)
        tools = current_tools(scene, self.job.goldens.scale, self.job.options.rasterizer)
        try:
            return self.compare(mode, text, tools)
        except UnreadableError as error:
            return self.fresh(mode, text, tools, "unreadable", str(error))

    def compare(self, mode: OneMode, text: str, tools: Tools) -> Result:
        """The result for a scene, as canonical JSON, that is known. Raises `UnreadableError`."""
        name = self.job.golden_name(mode)
        golden = self.folder.record(name)
        if golden is None:
            status = "unreadable" if f"{name}.png" in self.folder.files else "new"
            lost_scene = f"{self.job.folder / name}.json: the scene is missing"
            return self.fresh(mode, text, tools, status, lost_scene if status != "new" else "")
        picture = self.folder.check_picture(name, golden)
        then = self.circumstances(golden)
        is_same = golden.scene_text == text and golden.head.tools == tools.id
        if is_same and not self.job.everything:
            return Result(self.job, mode, Verdict(name, "same"), tools=tools)
        return self.look_closer(mode, text, tools, golden, picture, then)

    def circumstances(self, golden: Record) -> Circumstances:
        head = golden.head
        self.manifest = self.manifest or self.folder.manifest()
        if head.look not in self.manifest.looks or head.tools not in self.manifest.tools:
            message = "the manifest does not say what this golden was drawn with"
            raise UnreadableError(f"{self.job.folder / 'manifest.json'}: {message}")
        tokens = self.manifest.looks[head.look].tokens
        return Circumstances(head.input, tokens, self.manifest.tools[head.tools])

    def look_closer(
        self,
        mode: OneMode,
        text: str,
        tools: Tools,
        golden: Record,
        kept: bytes | None,
        then: Circumstances,
    ) -> Result:
        """Compare pixels, and find the causes of what differs."""
        image = paint(text, self.job)
        same_pixels = pixel_hash(image) == golden.head.pixels
        if golden.scene_text == text and same_pixels:
            return Result(self.job, mode, Verdict(golden_name(golden), "same"), tools=tools)
        causes = self.causes(mode, text, tools, golden, then)
        before = decode(kept) if kept else _expected(golden, self.job)
        pixels = difference(before, image)
        verdict = judged(golden_name(golden), causes, pixels, self.job.goldens.tolerance)
        if verdict.status == "same":
            return Result(self.job, mode, verdict, tools=tools)
        record, picture = self.made(mode, text, tools, image)
        return Result(
            self.job,
            mode,
            verdict,
            self.folder.fingerprint(verdict.name),
            record,
            picture,
            kept or compact(before),
            difference_picture(before, image),
            tools,
        )

    def causes(
        self, mode: OneMode, text: str, tools: Tools, golden: Record, then: Circumstances
    ) -> tuple[Cause, ...]:
        if golden.scene_text == text:
            return (renderer_cause(then.tools, tools),)
        try:
            before = golden.scene
        except RecordError as error:
            raise UnreadableError(
                f"{self.job.folder / golden_name(golden)}.json: {error}"
            ) from None
        today = Circumstances(self.job.input, self.tokens, tools)

        def draw(tokens: Mapping[str, Any]) -> Scene:
            return self.trial(mode, tokens)

        now = load_scene(text)
        try:
            return explain(before, now, then, today, draw)
        except DiagramError:
            # It cannot be drawn as it was: nothing can be proved of tokens.
            return content_causes(scene_changes(before, now), then, today)

    def trial(self, mode: OneMode, tokens: Mapping[str, Any]) -> Scene:
        """The scene with these tokens set. Colours need no new layout."""
        theme = looks.with_tokens(self.job.options.look, tokens)
        other = {path: value for path, value in tokens.items() if not _is_paint(path)}
        key = repr(sorted(other.items()))
        if not other:
            return self.drawing.repainted(theme, mode).scene
        if key not in self.trials:
            self.trials[key] = draw(self.job.diagram, self.job.options.changed(theme=theme))
        return self.trials[key].repainted(theme, mode).scene

    def fresh(self, mode: OneMode, text: str, tools: Tools, status: Any, problem: str) -> Result:
        """The result for a drawing that has no golden to compare with."""
        verdict = Verdict(self.job.golden_name(mode), status, problem=problem)
        record, picture = self.made(mode, text, tools, paint(text, self.job))
        return Result(
            self.job,
            mode,
            verdict,
            self.fingerprint(verdict.name),
            record,
            picture,
            tools=tools,
        )

    def fingerprint(self, name: str) -> str:
        try:
            return self.folder.fingerprint(name)
        except UnreadableError:
            return "unreadable"

    def made(self, mode: OneMode, text: str, tools: Tools, image: Image) -> tuple[Record, bytes]:
        """What the golden would be now."""
        job, picture = self.job, compact(image)
        head = Head(
            job.diagram.name,
            job.label,
            mode,
            source_path(job),
            job.input,
            looks.look_id(self.tokens),
            tools.id,
            pixel_hash(image),
            file_hash(picture) if job.goldens.keep == "png" else "",
        )
        return Record(head, text), picture


def golden_name(record: Record) -> str:
    """The name of a golden by its record."""
    return f"{record.head.name}.{record.head.theme}.{record.head.mode}"


def source_path(job: Job) -> str:
    """The source of a job as seen from its goldens, the same on every system."""
    return Path(os.path.relpath(job.diagram.shown, job.folder)).as_posix()


def paint(scene_text: str, job: Job) -> Image:
    """The pixels of a scene in canonical JSON, so that equal scenes have equal pixels."""
    from diagramkit import raster
    from diagramkit.svg.write import write

    svg = write(load_scene(scene_text), None, "outlines")
    return decode(raster.png(svg, job.goldens.scale, None, job.options.rasterizer))


def manifest_of(result: Result) -> Manifest:
    """The manifest's entries for a result's record."""
    if result.record is None or result.tools is None:
        return Manifest()
    head = result.record.head
    tokens = Tokens(result.job.label, looks.plain_tokens(result.job.options.look))
    return Manifest({head.tools: result.tools}, {head.look: tokens})


def _expected(golden: Record, job: Job) -> Image:
    """The picture of a golden of which only the hash is kept."""
    return paint(golden.scene_text, job)


def _is_paint(path: str) -> bool:
    """Whether a token is one of a mode's that decide on paint alone."""
    return path.startswith(("light.", "dark.")) and path not in _LAID_OUT_BY_COLOR
