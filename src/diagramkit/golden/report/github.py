"""The report as GitHub's workflow commands: a remark at the source of each failing golden."""

from __future__ import annotations

from diagramkit.diagnostics import Diagnostic
from diagramkit.golden.explanation import Verdict
from diagramkit.golden.report.entry import Report
from diagramkit.golden.sentences import status_sentence


def document(report: Report) -> str:
    """One line a remark; goldens of one diagram that fail alike are one remark."""
    remarks: dict[tuple[str, int, str], list[str]] = {}
    for entry in report.failing():
        key = (entry.source or f"{entry.golden}.json", entry.line, _message(entry.verdict))
        remarks.setdefault(key, []).append(entry.name)
    lines = [
        f"::error file={_property(path)},line={line},title={_property(', '.join(names))}"
        f"::{_data(message)}"
        for (path, line, message), names in remarks.items()
    ]
    for error in report.errors:
        place = error.location
        where = (
            f"file={_property(place.path)},line={place.line},col={place.column}," if place else ""
        )
        lines.append(f"::error {where}title=cannot be drawn::{_data(error.message)}")
    return "".join(f"{line}\n" for line in lines)


def _place(error: Diagnostic) -> str:
    place = error.location
    return f"file={_property(place.path)},line={place.line},col={place.column}," if place else ""


def _message(verdict: Verdict) -> str:
    return f"{verdict.status}: {status_sentence(verdict)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
