"""A golden of which hashes alone are kept, made again: its source from Git's history, drawn with
the settings and the theme that it holds."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from diagramkit.diagnostics import DiagramError
from diagramkit.drift.history import text_in_history
from diagramkit.golden.factors import Factor, factors
from diagramkit.golden.record import Made, Record
from diagramkit.golden.serial import dump_scene
from diagramkit.scene import Scene

Draw = Callable[[Made, str | None, Sequence[Factor]], Scene]
"""Draws, in canonical form, a source with some factors as they were. Raises `DiagramError`."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """A golden with a scene. `is_exact`: it has the hash of the one that was accepted; else this
    version of diagramkit draws the same source otherwise."""

    record: Record
    is_exact: bool


def recall(
    golden: Record, folder: Path, now: str | None, today: Made, draw: Draw
) -> Recalled | None:
    """A golden of `folder` with its scene again; None where its source is not to be found, or
    cannot be drawn any more. `now` is the source of today."""
    then = golden.made
    text = now if now is not None and then.is_of(now) else _text(golden, folder)
    if text is None and now is not None:
        return None
    then = replace(then, text=text, text_hash="")
    try:
        scene = dump_scene(draw(then, text, factors(then, today)))
    except DiagramError:
        return None
    record = replace(golden, made=then, scene_text=scene, scene_hash="")
    return Recalled(record, golden.is_of(scene))


def _text(golden: Record, folder: Path) -> str | None:
    if not golden.made.text_hash:
        return None
    source = Path(os.path.normpath(os.path.join(os.path.abspath(folder), golden.head.source)))
    return text_in_history(source, golden.made.text_hash)
