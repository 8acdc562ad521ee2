"""The report as GitHub's workflow commands: a remark for each cause, at the line that caused it."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.golden.grouping import Group, group_sentence, likes
from diagramkit.golden.report.entry import Entry, Report
from diagramkit.golden.sentences import status_sentence

_MOST_NAMES = 8


def document(report: Report) -> str:
    """One line a remark. Goldens that fail otherwise than by drift are one remark a reason."""
    lines = [*_causes(report), *_others(report)]
    for error in report.errors:
        place = error.location
        where = (
            f"file={_property(place.path)},line={place.line},col={place.column}," if place else ""
        )
        lines.append(f"::error {where}title=cannot be drawn::{_data(error.message)}")
    return "".join(f"{line}\n" for line in lines)


def _causes(report: Report) -> Iterator[str]:
    drifted = report.count("drifted")
    for one in report.groups:
        path, line = _place(one, report)
        yield _remark(path, line, f"drifted: {one.id}", group_sentence(one, drifted))


def _place(one: Group, report: Report) -> tuple[str, int]:
    """The line that somebody changed, else the first diagram that it reached."""
    if one.cause.location:
        return one.cause.location.path, one.cause.location.line
    entry = report.entries[one.members[0]]
    return entry.source or f"{entry.golden}.json", entry.line


def _others(report: Report) -> Iterator[str]:
    """One remark a status and reason, at the first diagram; GitHub shows ten of a step."""
    verdicts = report.verdicts
    remarks: dict[str, list[int]] = {}
    for place, entry in enumerate(report.entries):
        if entry.verdict.status not in ("same", "drifted"):
            remarks.setdefault(f"{entry.verdict.status}: {_words(entry)}", []).append(place)
    for message, places in remarks.items():
        names = [one.title for one in likes(verdicts, places)]
        more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
        first = report.entries[places[0]]
        path = first.source or f"{first.golden}.json"
        yield _remark(path, first.line, f"{', '.join(names[:_MOST_NAMES])}{more}", message)


def _words(entry: Entry) -> str:
    """Why it fails, in words that all modes and themes of a diagram share."""
    if entry.verdict.status == "renamed":
        return f"renamed from {entry.verdict.former.rsplit('.', 2)[0]}; the same"
    return status_sentence(entry.verdict)


def _remark(path: str, line: int, title: str, message: str) -> str:
    where = f"file={_property(path)},line={line},title={_property(title)}"
    return f"::error {where}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
