"""The report in words, a line at a time, for terminals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath

from diagramkit.diagnostics import counted, printable
from diagramkit.golden.explanation import Cause, Note, Status, Verdict
from diagramkit.golden.grouping import Group, group_sentence, likes, unexplained
from diagramkit.golden.report.entry import Report
from diagramkit.golden.sentences import cause_sentence, pixel_words, status_sentence

Style = Callable[[str, str], str]
"""How words look that are a `cause` or a `status`."""
_MOST_LINES = 12
_MOST_TOKENS = 8
_TOLD = ("engine", "font", "golden")
_OTHERS: tuple[Status, ...] = ("unreadable", "new", "stale", "orphan")
_NOTES: dict[Note, str] = {
    "keys": "with other keys, or in another order: nobody sees it; diagrams accept refreshes them",
    "format": "of an older format: diagrams accept --renew",
    "tools": "drawn by other programs, and the same: diagrams accept --renew",
}


def _plain(_: str, words: str) -> str:
    return words


def report_lines(report: Report, style: Style = _plain) -> Iterator[str]:
    """The report, a line at a time: causes first, then what has no golden or no drawing."""
    verdicts = report.verdicts
    yield from _drift_lines(report, style)
    yield from _cut(list(_renamed_lines(verdicts, style)))
    for status in _OTHERS:
        yield from _cut(list(_others(report, status, style)))
    yield from _note_lines(verdicts)


def _others(report: Report, status: Status, style: Style) -> Iterator[str]:
    """Goldens of a status, a diagram a line, with the reason."""
    verdicts = report.verdicts
    reasons: dict[str, list[int]] = {}
    for place, verdict in enumerate(verdicts):
        if verdict.status == status:
            reasons.setdefault(status_sentence(verdict), []).append(place)
    for reason, places in reasons.items():
        for one in likes(verdicts, places):
            folder = PurePosixPath(report.entries[one.places[0]].golden).parent
            name = printable(str(folder / one.title))
            yield f"{name}: {style('status', status)}: {printable(reason)}"


def _renamed_lines(verdicts: Sequence[Verdict], style: Style) -> Iterator[str]:
    """A line for each diagram, or theme, that has another name."""
    renames: dict[tuple[str, str], list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.former:
            renames.setdefault(_rename(verdict), []).append(verdict)
    for (old, new), members in renames.items():
        drifted = sum(verdict.status == "drifted" for verdict in members)
        told = f"{drifted} drifted" if drifted else "the same"
        words = f"{old} -> {new} ({counted(len(members), 'golden')}, {told})"
        yield f"{style('status', 'renamed')} {printable(words)}"


def _rename(verdict: Verdict) -> tuple[str, str]:
    """What was renamed: the diagram, or else the theme."""
    old, new = (name.rsplit(".", 2) for name in (verdict.former, verdict.name))
    if len(old) == len(new) == 3 and old[0] == new[0] and old[1] != new[1]:
        return f"theme {old[1]}", new[1]
    return old[0], new[0]


def _note_lines(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """What accepting would refresh in goldens that look as they should."""
    for verdict in verdicts:
        if verdict.status == "same" and verdict.note in ("name", "edited"):
            yield printable(f"{verdict.name}: looks as it should, but {verdict.problem}")
    for note, words in _NOTES.items():
        count = sum(verdict.note == note for verdict in verdicts if verdict.status == "same")
        if count:
            yield f"{counted(count, 'golden')} {words}"


def _drift_lines(report: Report, style: Style) -> Iterator[str]:
    verdicts, groups, drifted = report.verdicts, report.groups, report.count("drifted")
    for one in groups:
        if one.is_shared:
            yield style("cause", printable(group_sentence(one, drifted)))
            yield from _follows(one)
            yield from _cut([f"  {line}" for line in _members(one, verdicts)])
    own = [one for one in groups if not one.is_shared]
    left = unexplained(verdicts)
    by_place: dict[int, dict[str, Cause]] = {}
    for one in own:
        for place in one.members:
            by_place.setdefault(place, {})[one.id] = one.cause
    for diagram in likes(verdicts, left):
        name = style("status", printable(diagram.title))
        yield f"{name}: drifted ({_pixels(verdicts, diagram.places)})"
        causes = {id_: cause for at in diagram.places for id_, cause in by_place[at].items()}
        yield from _cut([printable(f"  {cause_sentence(cause)}") for cause in causes.values()])
    for verdict in verdicts:
        if verdict.status == "drifted" and verdict.problem:
            yield printable(f"{verdict.name}: {verdict.problem}")


def _follows(one: Group) -> Iterator[str]:
    tokens = list(one.cause.follows)
    if tokens:
        more = f" and {len(tokens) - _MOST_TOKENS} more" if len(tokens) > _MOST_TOKENS else ""
        yield printable(f"  and so {', '.join(tokens[:_MOST_TOKENS])}{more}")


def _members(one: Group, verdicts: Sequence[Verdict]) -> Iterator[str]:
    """The diagrams under a cause: with what happened in them, where the cause does not say it."""
    for diagram in likes(verdicts, one.explained):
        own = [cause for cause in verdicts[diagram.places[0]].causes if cause.id == one.id]
        words = [cause_sentence(cause).partition(": ")[2] for cause in own if cause.kind in _TOLD]
        told = "".join(f": {sentence}" for sentence in words if sentence)
        yield printable(f"{diagram.title} ({_pixels(verdicts, diagram.places)}){told}")


def _pixels(verdicts: Sequence[Verdict], places: Sequence[int]) -> str:
    """How much of the pictures differs: of the one that differs most."""
    most = max(places, key=lambda place: one.share if (one := verdicts[place].pixels) else 0.0)
    return pixel_words(verdicts[most])


def _cut(lines: list[str]) -> list[str]:
    more = len(lines) - _MOST_LINES
    return lines if more <= 0 else [*lines[:_MOST_LINES], f"  … and {more} more, in the report"]
