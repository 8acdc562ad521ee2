"""Findings as GitHub's workflow commands: a remark at the source of each."""

from __future__ import annotations

from diagramkit.checking.remark import Report
from diagramkit.diagnostics import Location

_COMMANDS = {"error": "error", "warning": "warning", "style": "notice"}


def document(report: Report) -> str:
    """One line a finding."""
    lines = [
        f"::{_COMMANDS[one.severity]} {_place(one.location)},title={_property(one.code)}"
        f"::{_data(one.message)}"
        for one in report.remarks
    ]
    lines += [
        f"::error {_place(error.location)},title={_property(error.code)}::{_data(error.message)}"
        if error.location
        else f"::error title={_property(error.code)}::{_data(error.message)}"
        for error in report.errors
    ]
    return "".join(f"{line}\n" for line in lines)


def _place(place: Location) -> str:
    return f"file={_property(place.path)},line={place.line},col={place.column}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
