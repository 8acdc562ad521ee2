"""The report as JSON, for programs.

    {"version": 1,
     "summary": {"same": 40, "drifted": 3, "renamed": 0, "new": 0, "stale": 0, "orphan": 0,
                 "unreadable": 0, "failed": 0},
     "causes": [{"id": "token:light.accent", "kind": "token", "steps": [{"subject", "before",
                 "after"}], "sentence", "path", "line", "follows": ["light.label", …],
                 "explains": ["a.editorial.light", …], "partly": [],
                 "primitives": 188}],
     "goldens": [{"name", "diagram", "golden", "source", "line", "theme", "mode", "status",
                  "tolerated", "problem", "former", "note",
                  "pixels": {"changed", "total", "share", "largest"} or null,
                  "causes": [{"id", "kind", "steps", "sentence", "path", "line", "follows",
                              "changes": [CHANGE], "consequences": [CHANGE]}]}],
     "errors": [{"code", "message", "path", "line", "column"}]}

A CHANGE has `kind`, `key`, `what`, `before`, `after`, `amount` (or null), `unit` and `sentence`.
`version` goes up when a key changes its meaning or goes; new keys may come.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from diagramkit.diagnostics import Diagnostic, Location
from diagramkit.golden.changes import Change
from diagramkit.golden.explanation import STATUSES, Cause, Step, Verdict
from diagramkit.golden.grouping import Group, group_sentence
from diagramkit.golden.picture import PixelDifference
from diagramkit.golden.report.entry import Entry, Report
from diagramkit.golden.sentences import cause_sentence, change_sentence

VERSION = 1
_STEP = ("subject", "before", "after")

_MOST_PIXELS = 10**12
"""More than any picture has."""


def document(report: Report) -> str:
    """The report as a JSON document that ends with a line feed."""
    return json.dumps(plain(report), ensure_ascii=False, indent=1) + "\n"


def plain(report: Report) -> dict[str, Any]:
    """The report as what JSON is made of."""
    drifted = report.count("drifted")
    return {
        "version": VERSION,
        "summary": {**report.counts, "failed": len(report.errors)},
        "causes": [_group(one, drifted, report) for one in report.groups],
        "goldens": [plain_entry(entry) for entry in report.entries],
        "errors": [plain_error(error) for error in report.errors],
    }


def _group(one: Group, drifted: int, report: Report) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.cause.kind,
        "steps": [asdict(step) for step in one.cause.steps],
        "sentence": group_sentence(one, drifted),
        **_origin(one.cause),
        "explains": [report.entries[place].name for place in one.explained],
        "partly": [report.entries[place].name for place in one.partly],
        "primitives": one.primitives,
    }


def plain_entry(entry: Entry) -> dict[str, Any]:
    """A golden as what JSON is made of."""
    verdict = entry.verdict
    pixels = verdict.pixels
    return {
        "name": entry.name,
        "diagram": verdict.diagram,
        "golden": entry.golden,
        "source": entry.source,
        "line": entry.line,
        "theme": entry.theme,
        "mode": entry.mode,
        "status": verdict.status,
        "tolerated": verdict.tolerated,
        "problem": verdict.problem,
        "former": verdict.former,
        "note": verdict.note,
        "pixels": {**asdict(pixels), "share": pixels.share} if pixels else None,
        "causes": [_cause(cause) for cause in verdict.causes],
    }


def _cause(cause: Cause) -> dict[str, Any]:
    return {
        "id": cause.id,
        "kind": cause.kind,
        "steps": [asdict(step) for step in cause.steps],
        "sentence": cause_sentence(cause),
        **_origin(cause),
        "changes": [_change(change) for change in cause.changes],
        "consequences": [_change(change) for change in cause.consequences],
    }


def _origin(cause: Cause) -> dict[str, Any]:
    """Where a cause was written, and the tokens that follow from it."""
    place = cause.location
    return {
        "path": place.path if place else "",
        "line": place.line if place else 0,
        "follows": list(cause.follows),
    }


def _count(value: float) -> int:
    if not 0 <= value <= _MOST_PIXELS:
        raise ValueError(f"{value} pixels")
    return int(value)


def load_entry(value: Mapping[str, Any], **pictures: Any) -> Entry:
    """The entry that is a golden of the JSON format, with its pictures. Raises one of `DAMAGED`
    for what is none."""
    pixels = value["pixels"]
    verdict = Verdict(
        str(value["name"]),
        value["status"],
        tuple(map(_load_cause, value["causes"])),
        PixelDifference(*(_count(pixels[key]) for key in ("changed", "total", "largest")))
        if pixels
        else None,
        str(value["problem"]),
        value["tolerated"] is True,
        str(value["diagram"]),
        str(value["former"]),
        value["note"],
    )
    if verdict.status not in STATUSES:
        raise ValueError(f"{verdict.status!r} is no status")
    return Entry(
        verdict,
        str(value["golden"]),
        str(value["source"]),
        int(value["line"]),
        str(value["theme"]),
        str(value["mode"]),
        **pictures,
    )


def _load_cause(value: Mapping[str, Any]) -> Cause:
    place = Location(str(value["path"]), int(value["line"])) if value["path"] else None
    return Cause(
        value["kind"],
        tuple(Step(*(str(step[key]) for key in _STEP)) for step in value["steps"]),
        tuple(map(_load_change, value["changes"])),
        tuple(map(_load_change, value["consequences"])),
        place,
        tuple(map(str, value["follows"])),
    )


def _load_change(value: Mapping[str, Any]) -> Change:
    amount = value["amount"]
    return Change(
        value["kind"],
        str(value["key"]),
        str(value["what"]),
        str(value["before"]),
        str(value["after"]),
        None if amount is None else float(amount),
        value["unit"],
    )


def _change(change: Change) -> dict[str, Any]:
    fields = asdict(change)
    del fields["owner"]
    return {**fields, "sentence": change_sentence(change)}


def load_error(value: Mapping[str, Any]) -> Diagnostic:
    """The diagnostic that is an error of the JSON format. Raises as `load_entry` does."""
    place = Location(str(value["path"]), int(value["line"]), int(value["column"]))
    return Diagnostic(str(value["code"]), str(value["message"]), place if value["path"] else None)


def plain_error(error: Diagnostic) -> dict[str, Any]:
    """A diagram that could not be drawn, as what JSON is made of."""
    place = error.location
    return {
        "code": error.code,
        "message": error.message,
        "path": place.path if place else "",
        "line": place.line if place else 0,
        "column": place.column if place else 0,
    }
