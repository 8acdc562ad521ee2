"""The report as JSON, for programs.

    {"version": 1,
     "summary": {"same": 40, "drifted": 3, "renamed": 0, "new": 0, "orphan": 0, "unreadable": 0,
                 "failed": 0},
     "causes": [{"id": "token:light.accent", "kind": "token", "steps": [{"subject", "before",
                 "after"}], "sentence", "path", "line", "follows": ["light.label", …],
                 "explains": ["a.editorial.light", …], "partly": [],
                 "primitives": 188}],
     "goldens": [{"name", "golden", "source", "line", "theme", "mode", "status", "tolerated",
                  "problem", "former", "note",
                  "pixels": {"changed", "total", "share", "largest"} or null,
                  "causes": [{"id", "kind", "steps", "sentence", "path", "line", "follows",
                              "changes": [CHANGE], "consequences": [CHANGE]}]}],
     "errors": [{"code", "message", "path", "line", "column"}]}

A CHANGE has `kind`, `key`, `what`, `before`, `after`, `amount` (or null), `unit` and `sentence`.
`version` goes up when a key changes its meaning or goes; new keys may come.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from diagramkit.diagnostics import Diagnostic
from diagramkit.golden.changes import Change
from diagramkit.golden.explanation import Cause
from diagramkit.golden.grouping import Group, group_sentence
from diagramkit.golden.report.entry import Entry, Report
from diagramkit.golden.sentences import cause_sentence, change_sentence

VERSION = 1


def document(report: Report) -> str:
    """The report as a JSON document that ends with a line feed."""
    return json.dumps(plain(report), ensure_ascii=False, indent=1) + "\n"


def plain(report: Report) -> dict[str, Any]:
    """The report as what JSON is made of."""
    drifted = report.count("drifted")
    return {
        "version": VERSION,
        "summary": {**report.counts(), "failed": len(report.errors)},
        "causes": [_group(one, drifted, report) for one in report.groups()],
        "goldens": [_entry(entry) for entry in report.entries],
        "errors": [_error(error) for error in report.errors],
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


def _entry(entry: Entry) -> dict[str, Any]:
    verdict = entry.verdict
    pixels = verdict.pixels
    return {
        "name": entry.name,
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


def _change(change: Change) -> dict[str, Any]:
    fields = asdict(change)
    del fields["owner"]
    return {**fields, "sentence": change_sentence(change)}


def _error(error: Diagnostic) -> dict[str, Any]:
    place = error.location
    return {
        "code": error.code,
        "message": error.message,
        "path": place.path if place else "",
        "line": place.line if place else 0,
        "column": place.column if place else 0,
    }
