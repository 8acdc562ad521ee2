"""One diagram drawn now and, for trials, otherwise; and its drawing beside its golden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diagramkit.diagnostics import DiagramError, Location
from diagramkit.drawing import Drawing, draw
from diagramkit.drift.job import Job, input_hash
from diagramkit.drift.outcome import Result, diagram_id, head_of, source_path
from diagramkit.drift.recall import recall
from diagramkit.golden import looks
from diagramkit.golden.alike import looks_alike
from diagramkit.golden.changes import scene_changes
from diagramkit.golden.explanation import REFRESHED, Cause, Note, Status, Step, Verdict
from diagramkit.golden.factors import Factor, held_tokens
from diagramkit.golden.facts import Tools, current_tools
from diagramkit.golden.picture import (
    compact,
    decode,
    difference,
    difference_picture,
    pixel_hash,
)
from diagramkit.golden.places import Places, pixel_places, places_of
from diagramkit.golden.record import VERSION, Made, Record, RecordError
from diagramkit.golden.serial import canonical, dump_scene, load_scene
from diagramkit.golden.store import Folder, UnreadableError
from diagramkit.golden.verdict import (
    Explainer,
    Today,
    engine_cause,
    is_tolerated,
    renderer_cause,
)
from diagramkit.layout import titled
from diagramkit.project.options import OneMode
from diagramkit.scene import Scene
from diagramkit.theme.model import Theme

if TYPE_CHECKING:
    from PIL.Image import Image

_DRAWN_AGAIN = (
    "hashes alone are kept: the picture before is drawn again by this version, and is not the one "
    "that was accepted"
)
_LAID_OUT_BY_COLOR = ("light.accent", "dark.accent")


class Workbench:
    """One diagram in one theme, drawn now and, for trials, with other settings and tokens."""

    def __init__(self, job: Job, drawn: Drawing | None = None) -> None:
        self.job = job
        self.drawn = drawn
        self.drawings: dict[str, Drawing] = {}

    @cached_property
    def drawing(self) -> Drawing:
        """The drawing as it is now."""
        return self.drawn or draw(self.job.diagram, self.job.options)

    @cached_property
    def text(self) -> str:
        """The source as goldens hold it."""
        return self.job.text

    def result(self, mode: OneMode) -> Result:
        """What becomes of the golden of a mode."""
        return Comparison(self, mode, bare(self.drawing.in_mode(mode).scene)).result()

    def made(self, tools: Tools) -> Made:
        """What is drawn with now."""
        settings = self.job.options.values(scene_only=True)
        text = None if self.drawn else self.text
        return Made(text, settings, self.job.look.look, tools)

    def trial(self, mode: OneMode, then: Made, text: str | None, held: Sequence[Factor]) -> Scene:
        """The scene of a source, or of the one as it is now, with some factors as they were.

        Raises `DiagramError`.
        """
        theme = self.theme(then, held)
        settings = {factor.setting: factor.before for factor in held if factor.setting}
        drawing = self.laid_out(self.text if text is None else text, settings, theme)
        return canonical(bare(drawing.repainted(theme, mode).scene))

    def theme(self, then: Made, held: Sequence[Factor]) -> Theme:
        now = self.job.options.look
        if then.look is None or not any(factor.paths for factor in held):
            return now
        return looks.with_tokens(now, held_tokens(then.look, self.job.look.look, held, now))

    def laid_out(self, text: str, settings: Mapping[str, Any], theme: Theme) -> Drawing:
        """A drawing laid out for a theme; colours and widths of strokes need no new layout."""
        tokens = looks.plain_tokens(theme).items()
        placed = [pair for pair in tokens if not _is_paint(pair[0])]
        if self.drawn:
            return self._redrawn(self.drawn, settings, placed)
        key = repr((text, sorted(settings.items()), placed))
        if key not in self.drawings:
            options = self.job.options.changed(theme=theme, **settings)
            self.drawings[key] = draw(replace(self.job.diagram, text=text), options)
        return self.drawings[key]

    def _redrawn(
        self, drawn: Drawing, settings: Mapping[str, Any], placed: Sequence[tuple[str, Any]]
    ) -> Drawing:
        """A drawing whose source nobody knows: it can be painted otherwise, and no more."""
        now = looks.plain_tokens(drawn.options.look).items()
        if settings or placed != [pair for pair in now if not _is_paint(pair[0])]:
            raise DiagramError.single("golden", "the source of the drawing is not known")
        return drawn

    def follows(self, then: Made, held: Sequence[Factor]) -> tuple[str, ...]:
        """The tokens that are made of those of some factors."""
        now = self.job.options.look
        changed = looks.changed_tokens(
            looks.plain_tokens(self.theme(then, held)), looks.plain_tokens(now)
        )
        own = {path for factor in held for path in factor.paths}
        return tuple(path for path in changed if path not in own)


class Comparison:
    """The drawing of one mode, its scene as goldens hold it, and the golden that it is to be."""

    def __init__(self, bench: Workbench, mode: OneMode, scene: Scene) -> None:
        self.bench = bench
        self.job = bench.job
        self.mode = mode
        self.scene = scene
        self.text = dump_scene(scene)
        self.name = self.job.golden_name(mode)
        self.own = Folder(self.job.folder)
        former = self.job.former_of(mode)
        self.is_new = former is not None and not former[1]
        self.former = former if former and former[1] else None

    @cached_property
    def tools(self) -> Tools:
        """What it is drawn with."""
        return current_tools(self.scene, self.job.goldens.scale, self.job.options.rasterizer)

    @cached_property
    def image(self) -> Image:
        """The pixels as they are now."""
        return paint(self.text, self.job)

    def result(self) -> Result:
        """What becomes of the golden."""
        if self.is_new:
            return self.fresh("new")
        try:
            return self.compare()
        except UnreadableError as error:
            return self.fresh("unreadable", str(error))

    def compare(self) -> Result:
        folder = Folder(self.former[0]) if self.former else self.own
        name = self.former[1] if self.former else self.name
        golden = folder.record(name)
        if golden is None:
            if f"{name}.png" not in folder.files:
                return self.fresh("new")
            return self.fresh("unreadable", f"{folder.path / name}.json: the scene is missing")
        picture = folder.check_picture(name, golden)
        note, words = self.note(golden)
        is_same = golden.is_of(self.text)
        if not note and not self.job.everything and is_same:
            return self.done(Verdict(self.name, "same", former=self.former_name))
        if golden.scene_hash and not (is_same and pixel_hash(self.image) == golden.head.pixels):
            return self.compare_hashes(golden, folder.path, note, words)
        if pixel_hash(self.image) == golden.head.pixels and self.is_alike(golden):
            keys: Note = "" if is_same else "keys"
            chosen = note if note in ("name", "edited") else keys or note
            return self.done(
                Verdict(self.name, "same", problem=words, former=self.former_name, note=chosen)
            )
        return self.drifted(golden, picture, note, words)

    def compare_hashes(self, golden: Record, folder: Path, note: Note, words: str) -> Result:
        """The result for a drawing whose scene or pixels have other hashes than its golden."""
        found = recall(
            golden,
            folder,
            self.bench.made(self.tools).text,
            self.bench.made(self.tools),
            lambda then, text, held: self.bench.trial(self.mode, then, text, held),
        )
        is_painted_so = pixel_hash(self.image) == golden.head.pixels
        if is_painted_so and (not found or not found.is_exact or self.is_alike(found.record)):
            verdict = Verdict(self.name, "same", problem=words, former=self.former_name)
            return self.done(replace(verdict, note=note if note in ("name", "edited") else "keys"))
        if found:
            return self.drifted(found.record, None, note, words, is_exact=found.is_exact)
        step = Step("is kept as hashes, and its source is not in Git's history")
        cause = Cause("golden", (step,), (), (), self.place)
        verdict = Verdict(self.name, "drifted", (cause,), None, words, former=self.former_name)
        return self.sealed(verdict, *self.made())

    @property
    def place(self) -> Location:
        """Where the source begins."""
        return Location(Path(self.job.diagram.shown).as_posix(), self.job.diagram.line)

    @property
    def former_name(self) -> str:
        return self.former[1] if self.former else ""

    def note(self, golden: Record) -> tuple[Note, str]:
        """What a golden says of itself that is not so, or not so any more."""
        head, job = golden.head, self.job
        if not self.former and golden.name != self.name:
            return "name", f"it says that it is {golden.name}"
        if not self.former and head.source != source_path(job):
            return "name", f"it says that its source is {head.source}"
        if golden.is_edited:
            return "edited", "it was edited or merged by hand"
        if golden.version != VERSION:
            return "format", f"it is of format {golden.version}"
        if bool(golden.scene_hash) != (job.goldens.keep == "hashes"):
            return "format", "it is kept otherwise than [goldens] says"
        if golden.made.tools != self.tools:
            return "tools", "it was drawn by other programs"
        return "", ""

    def is_alike(self, golden: Record) -> bool:
        if golden.is_of(self.text):
            return True
        try:
            return looks_alike(canonical(golden.scene), load_scene(self.text))
        except RecordError:
            return False

    def done(self, verdict: Verdict) -> Result:
        """The result for a drawing that looks as it did; with the record where that changes."""
        if verdict.former:
            verdict = replace(verdict, status="renamed")
        wants = verdict.note in REFRESHED or (verdict.note and self.job.renew)
        if not wants and verdict.status == "same":
            return self.sealed(verdict)
        return self.sealed(verdict, *self.made())

    def drifted(
        self,
        golden: Record,
        kept: bytes | None,
        note: Note,
        words: str,
        *,
        is_exact: bool = True,
    ) -> Result:
        """The result for a drawing that looks otherwise, with the causes. Not `is_exact`: this
        version draws what was accepted otherwise, and nobody knows how it looked."""
        causes = self.causes(golden) if is_exact or golden.scene_text != self.text else ()
        before = decode(kept) if kept else paint(golden.scene_text, self.job)
        if not is_exact:
            causes = (*causes, engine_cause(golden.made.tools, self.tools))
            words, note = _DRAWN_AGAIN, "edited"
        pixels = difference(before, self.image)
        verdict = Verdict(
            self.name,
            "drifted",
            causes,
            pixels,
            words if note in ("name", "edited") else "",
            former=self.former_name,
        )
        if is_tolerated(causes, pixels, self.job.goldens.tolerance):
            return self.done(replace(verdict, status="same", tolerated=True))
        record, picture = self.made()
        result = self.sealed(verdict, record, picture)
        return replace(
            result,
            expected=kept or compact(before),
            difference=difference_picture(before, self.image),
            places=self.places(golden, causes, before),
        )

    def places(self, golden: Record, causes: Sequence[Cause], before: Image) -> Places:
        """Where what has changed is on both pictures."""
        images = before, self.image
        found = places_of(causes, golden.scene, load_scene(self.text), images)
        return found or pixel_places(*images)

    def causes(self, golden: Record) -> tuple[Cause, ...]:
        then = golden.made
        if canonical_text(golden) == self.text:
            return (renderer_cause(then.tools, self.tools),)
        try:
            before = canonical(golden.scene)
        except RecordError as error:
            raise UnreadableError(f"{self.job.folder / golden.name}.json: {error}") from None
        now = load_scene(self.text)
        if golden.head.mode != self.mode:
            step = Step(f"is the one of {golden.name}")
            return (Cause("golden", (step,), scene_changes(before, now)),)
        bench, job = self.bench, self.job
        made = bench.made(self.tools)
        today = Today(
            made, input_hash(job.diagram, job.options, golden.head.name), self.place, job.places
        )
        return Explainer(
            before,
            now,
            then,
            today,
            lambda text, held: bench.trial(self.mode, then, text, held),
            lambda held: bench.follows(then, held),
            golden.is_edited,
        ).causes()

    def fresh(self, status: Status, problem: str = "") -> Result:
        """The result for a drawing that has no golden to compare with."""
        self.former = None
        return self.sealed(Verdict(self.name, status, problem=problem), *self.made())

    def sealed(
        self, verdict: Verdict, record: Record | None = None, picture: bytes = b""
    ) -> Result:
        verdict = replace(verdict, diagram=diagram_id(self.job))
        mark = self.fingerprint() if record else ""
        return Result(self.job, self.mode, verdict, mark, record, picture, former=self.former)

    def fingerprint(self) -> str:
        try:
            return self.own.fingerprint(self.name)
        except UnreadableError:
            return "unreadable"

    def made(self) -> tuple[Record, bytes]:
        """What the golden would be now."""
        job, picture = self.job, compact(self.image)
        keeps = job.goldens.keep == "png"
        head = head_of(job, self.mode, self.image, picture if keeps else b"")
        record = Record(head, self.bench.made(self.tools), self.text)
        return record.as_hashes() if job.goldens.keep == "hashes" else record, picture


def bare(scene: Scene) -> Scene:
    """A scene as goldens hold it: what its file is called is no part of the look."""
    title = "" if scene.title == titled(scene.name) else scene.title
    return replace(scene, name="", title=title)


def canonical_text(golden: Record) -> str:
    """The scene of a golden in the form of today."""
    try:
        return dump_scene(golden.scene)
    except RecordError:
        return golden.scene_text


def paint(scene_text: str, job: Job) -> Image:
    """The pixels of a scene in canonical JSON, so that equal scenes have equal pixels."""
    from diagramkit import raster
    from diagramkit.svg.write import write

    scene, files = load_scene(scene_text), job.options.look.fonts.files
    if files:
        from diagramkit.svg.embed import with_stacks
        from diagramkit.text.given import bound

        stacks = {item.families: bound(item.families, files) for item in scene.texts}
        scene = with_stacks(scene, stacks)
    svg = write(scene, None, "outlines")
    return decode(raster.png(svg, job.goldens.scale, None, job.options.rasterizer))


def _is_paint(path: str) -> bool:
    """Whether a token is one of a mode's that decide on paint alone."""
    return path.startswith(("light.", "dark.")) and path not in _LAID_OUT_BY_COLOR
