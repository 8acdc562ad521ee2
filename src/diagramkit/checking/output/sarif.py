"""Findings as SARIF 2.1.0, which code scanning of GitHub and others reads."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from diagramkit.checking.catalog import catalog
from diagramkit.checking.remark import Remark, Report
from diagramkit.diagnostics import Diagnostic, Location

_LEVELS = {"error": "error", "warning": "warning", "style": "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def document(report: Report) -> str:
    """The report as JSON that ends with a line feed."""
    codes = sorted({remark.code for remark in report.remarks})
    known = catalog()
    rules = [
        {
            "id": code,
            "shortDescription": {"text": known[code].summary},
            "fullDescription": {"text": known[code].explanation},
            "defaultConfiguration": {"level": _LEVELS[known[code].severity]},
        }
        if code in known
        else {"id": code}
        for code in codes
    ]
    run = {
        "tool": {"driver": {"name": "diagramkit", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(remark, codes) for remark in report.remarks],
        "invocations": [
            {
                "executionSuccessful": not report.errors,
                "toolExecutionNotifications": [_notification(each) for each in report.errors],
            }
        ],
    }
    value = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _result(remark: Remark, codes: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": remark.code,
        "ruleIndex": codes.index(remark.code),
        "level": _LEVELS[remark.severity],
        "message": {"text": remark.message},
        "locations": [_place(remark.location)],
    }
    others = remark.elements[1:20]
    if others:
        path = remark.location.path
        found["relatedLocations"] = [
            _place(Location(path, each.line, each.column)) | {"message": {"text": each.key}}
            for each in others
        ]
    return found


def _place(place: Location) -> dict[str, Any]:
    uri = quote(place.path.replace("\\", "/"))
    region = {"startLine": place.line, "startColumn": place.column}
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _notification(error: Diagnostic) -> dict[str, Any]:
    found: dict[str, Any] = {"level": "error", "message": {"text": error.message}}
    if error.location:
        found["locations"] = [_place(error.location)]
    return found
