"""Findings as JSON.

    {"version": 2,
     "findings": [{"code", "severity", "message", "path", "line", "column", "source_line",
                   "elements": [{"key", "line", "column"}],
                   "box": {"x", "y", "width", "height"} | null,
                   "measured": number | null, "passes": text | null,
                   "edits": [{"start", "end", "text", "safe"}]}],
     "errors": [{"code", "message", "path", "line", "column"}],
     "summary": {"subjects", "error", "warning", "style", "errors"}}

Places are as in the report of `diagrams test`: lines and columns count from 1, and an error that
has no place has an empty path and 0 for both. Boxes are in user units of the drawing; `start` and
`end` of an edit count characters of the diagram (of the file, for drawings). New keys may be added;
`version` changes when a key changes its meaning or goes.
"""

from __future__ import annotations

import json
from typing import Any

from diagramkit.checking.remark import ORDER, Remark, Report
from diagramkit.geometry import Rect
from diagramkit.golden.report.json import plain_error

VERSION = 2


def document(report: Report) -> str:
    """The report as JSON that ends with a line feed."""
    counts = {name: sum(one.severity == name for one in report.remarks) for name in ORDER}
    value: dict[str, Any] = {
        "version": VERSION,
        "findings": [_finding(remark) for remark in report.remarks],
        "errors": [plain_error(error) for error in report.errors],
        "summary": {"subjects": report.subjects, **counts, "errors": len(report.errors)},
    }
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _finding(remark: Remark) -> dict[str, Any]:
    place = remark.location
    return {
        "code": remark.code,
        "severity": remark.severity,
        "message": remark.message,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "source_line": remark.source_line,
        "elements": [
            {"key": each.key, "line": each.line, "column": each.column} for each in remark.elements
        ],
        "box": _box(remark.box) if remark.box else None,
        "measured": None if remark.measured is None else round(remark.measured, 2),
        "passes": remark.passes or None,
        "edits": [
            {"start": edit.start, "end": edit.end, "text": edit.text, "safe": edit.is_safe}
            for edit in remark.edits
        ],
    }


def _box(rect: Rect) -> dict[str, float]:
    names = ("x", "y", "width", "height")
    return {name: round(value, 2) for name, value in zip(names, rect, strict=True)}
