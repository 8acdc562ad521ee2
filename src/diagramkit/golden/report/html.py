"""The report as one HTML page that needs no network: style, script and pictures are inside it.

The page is shown before its pictures have been read: they stand behind the program, each once.
"""

from __future__ import annotations

import base64
import os
import struct
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from diagramkit.files.aside import Blob
from diagramkit.geometry import Rect
from diagramkit.golden.changes import Change
from diagramkit.golden.explanation import Cause
from diagramkit.golden.grouping import Group, group_sentence
from diagramkit.golden.report.entry import Entry, Report
from diagramkit.golden.sentences import (
    cause_headline,
    cause_sentence,
    change_sentence,
    pixel_words,
    status_sentence,
)
from diagramkit.web.page import embedded, put_together

_HOME = Path(__file__).parent
_MOST_SHOWN = 200
"""Diagrams that the page has pictures and changes of; of the others it has words."""
_MOST_CHANGES = 200
"""Differences of one cause in one drawing that the page lists; the JSON format has all."""


def document(report: Report, *, home: Path = Path(), review: str = "") -> str:
    """The page. What stands in it is data: nothing a source says becomes markup or program.

    `home` is the folder that it will be in, for links to sources; with `review`, the address that
    takes what is accepted, it has buttons that accept.
    """
    pictures = _Pictures()
    # A page that is served has no place of its own that links could count from.
    root = Path.cwd().as_posix() if review else Path(os.path.relpath(Path.cwd(), home)).as_posix()
    data = {**_data(report, pictures), "root": root, "review": review}
    sources = "img-src data:" + ("; connect-src 'self'" if review else "")
    return put_together(_HOME, "Goldens", sources, embedded(data), pictures.elements())


class _Pictures:
    """The pictures of a page, each once."""

    def __init__(self) -> None:
        self.places: dict[bytes, int] = {}

    def add(self, blob: Blob) -> dict[str, int] | None:
        """The number of a picture and its size; None where there is none."""
        if not blob:
            return None
        png = blob.data
        width, height = struct.unpack(">II", png[16:24])
        number = self.places.setdefault(png, len(self.places))
        return {"picture": number, "width": width, "height": height}

    def elements(self) -> str:
        """Elements that hold the pictures and are not read as anything."""
        return "\n".join(
            f'<script type="text/plain" id="picture-{number}">{base64.b64encode(png).decode()}'
            "</script>"
            for png, number in self.places.items()
        )


def _data(report: Report, pictures: _Pictures) -> dict[str, Any]:
    drifted = report.count("drifted")
    commands = report.commands
    return {
        "counts": {**report.counts, "failed": len(report.errors)},
        "command": commands.all,
        "causeOption": commands.cause,
        "goldenOption": commands.golden,
        "causes": [_group(one, drifted) for one in _by_id(report.groups)],
        "diagrams": [*_diagrams(report, pictures), *_failed(report)],
    }


def _by_id(groups: Iterable[Group]) -> list[Group]:
    """One group a cause as the command line names it."""
    return list({one.id: one for one in reversed(list(groups))}.values())[::-1]


def _group(one: Group, drifted: int) -> dict[str, Any]:
    place = one.cause.location
    told = f" ({place.path}:{place.line})" if place else ""
    return {
        "id": one.id,
        "kind": one.cause.kind,
        "title": cause_headline(one.cause).removesuffix(told),
        "sentence": group_sentence(one, drifted),
        "path": place.path if place else "",
        "line": place.line if place else 0,
        "follows": list(one.cause.follows),
    }


def _diagrams(report: Report, pictures: _Pictures) -> list[dict[str, Any]]:
    """One entry a diagram, with its modes and themes inside."""
    found: dict[str, dict[str, Any]] = {}
    for entry in report.failing():
        diagram = found.setdefault(entry.diagram, _diagram(entry, len(found) < _MOST_SHOWN))
        variant = _variant(entry)
        if diagram["shown"]:
            variant |= _seen(entry, pictures)
        diagram["variants"].append(variant)
    return list(found.values())


def _diagram(first: Entry, is_shown: bool) -> dict[str, Any]:
    name = first.diagram
    return {
        "name": name.rpartition("/")[2],
        "id": name,
        "source": first.source,
        "line": first.line,
        "shown": is_shown,
        "variants": [],
    }


def _variant(entry: Entry) -> dict[str, Any]:
    """A golden in words."""
    verdict = entry.verdict
    return {
        "name": entry.name,
        "golden": entry.golden,
        "theme": entry.theme,
        "mode": entry.mode,
        "status": verdict.status,
        "sentence": status_sentence(verdict),
        "seen": pixel_words(verdict),
        "causes": [_cause(cause, 0) for cause in verdict.causes],
        "expected": None,
        "actual": None,
        "places": {},
    }


def _seen(entry: Entry, pictures: _Pictures) -> dict[str, Any]:
    """What is long: the pictures of a golden, and its changes."""
    return {
        "causes": [_cause(cause) for cause in entry.verdict.causes],
        "expected": pictures.add(entry.expected),
        "actual": pictures.add(entry.actual),
        "places": {key: list(map(_sides, place)) for key, place in entry.places.items()},
    }


def _sides(rect: Rect | None) -> list[float] | None:
    return [round(side, 1) for side in rect] if rect else None


def _cause(cause: Cause, most: int = _MOST_CHANGES) -> dict[str, Any]:
    return {
        "id": cause.id,
        "sentence": cause_sentence(cause),
        "path": cause.location.path if cause.location else "",
        "line": cause.location.line if cause.location else 0,
        "changes": _changes(cause.changes, most),
        "consequences": _changes(cause.consequences, most),
    }


def _changes(changes: Sequence[Change], most: int) -> list[list[str]]:
    """Each change as a sentence and the key of what it changed."""
    shown = [[change_sentence(change), change.key] for change in changes[:most]]
    more = len(changes) - most
    return [*shown, [f"… and {more} more", ""]] if most and more > 0 else shown


def _failed(report: Report) -> Iterable[Mapping[str, Any]]:
    """The diagrams that could not be drawn."""
    for number, error in enumerate(report.errors):
        place = error.location
        yield {
            "name": place.path.replace("\\", "/").rpartition("/")[2] if place else error.code,
            "id": f"failed/{number}",
            "source": place.path if place else "",
            "line": place.line if place else 1,
            "shown": True,
            "variants": [
                {
                    "name": "",
                    "golden": "",
                    "theme": "",
                    "mode": "",
                    "status": "failed",
                    "sentence": error.message,
                    "seen": "",
                    "causes": [],
                    "expected": None,
                    "actual": None,
                    "places": {},
                }
            ],
        }
