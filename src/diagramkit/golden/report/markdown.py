"""The report as a Markdown summary that fits a comment on a pull request, or a job's summary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from diagramkit.golden.explanation import Status
from diagramkit.golden.grouping import Group, group_sentence, likes
from diagramkit.golden.report.entry import Entry, Report
from diagramkit.golden.sentences import cause_sentence, pixel_words, status_sentence

MOST = 60_000
"""Characters at most: GitHub takes 65,536 in a comment."""
_MOST_CAUSES = 20
_MOST_NAMES = 12
_MOST_OTHERS = 20
_MOST_PAIRS = 4
_LONGEST = 300
_OTHERS: tuple[Status, ...] = ("renamed", "new", "stale", "unreadable", "orphan")
Names = Mapping[tuple[str, str], str]


def document(report: Report, names: Names | None = None, address: str = "") -> str:
    """The summary: what explains most first, with what it reached; then the rest.

    `names` are what the files of each golden in the report folder begin with, `address` is where
    that folder will be found; without names there are no pictures.
    """
    counts = [f"{count} {status}" for status, count in report.counts.items() if count]
    counts += [f"{len(report.errors)} failed"] if report.errors else []
    head = ["## Goldens", "", f"**{', '.join(counts) or 'none'}**", ""]
    end = ["To take the new look:", "", "```sh", report.command, "```", ""]
    parts = [_causes(report), _pictures(report, names or {}, address), _others(report)]
    foot = end if any(report.failing()) else []
    room = MOST - _size(head) - _size(foot)
    return "\n".join([*head, *_fitting(parts, room), *foot])


def _fitting(parts: Sequence[Iterator[list[str]]], room: int) -> list[str]:
    """Blocks of lines as long as they fit; each stands whole or not at all."""
    lines: list[str] = []
    for part in parts:
        for block in part:
            if _size(lines) + _size(block) > room - 80:
                return [*lines, "… and more, in the report", ""]
            lines += block
    return lines


def _size(lines: Sequence[str]) -> int:
    return sum(len(line) + 1 for line in lines)


def _causes(report: Report) -> Iterator[list[str]]:
    """A cause and the diagrams that it is in, folded."""
    groups, drifted = report.groups, report.count("drifted")
    for one in groups[:_MOST_CAUSES]:
        place = one.cause.location
        told = group_sentence(one, drifted) if one.is_shared else cause_sentence(one.cause)
        where = "" if place is None or one.is_shared else f" ({place.path}:{place.line})"
        where = "" if where.strip(" ()") in told else where
        yield [
            "<details>",
            f"<summary>{_html(told + where)}</summary>",
            "",
            *_members(one, report),
            "",
            "</details>",
            "",
        ]
    if more := groups[_MOST_CAUSES:]:
        yield [f"… and {len(more)} more causes, in the report", ""]


def _members(one: Group, report: Report) -> list[str]:
    verdicts = report.verdicts
    found = likes(verdicts, one.members)
    lines = [
        f"- {_plain(each.title)}: {pixel_words(verdicts[each.places[0]])}"
        for each in found[:_MOST_NAMES]
    ]
    more = len(found) - _MOST_NAMES
    return [*lines, f"- … and {more} more"] if more > 0 else lines


def _pictures(report: Report, names: Names, address: str) -> Iterator[list[str]]:
    """The first drawings of which both pictures are there, side by side: one a cause first."""
    shown: list[Entry] = []
    for one in report.groups:
        entry = report.entries[one.members[0]]
        if entry.key in names and entry.expected and entry.actual and entry not in shown:
            shown.append(entry)
    for entry in shown[:_MOST_PAIRS]:
        file = f"{address.rstrip('/') + '/' if address else ''}{quote(names[entry.key])}"
        yield [
            f"**{_plain(entry.name)}**",
            "",
            "| expected | now |",
            "| --- | --- |",
            f"| ![expected]({file}.expected.png) | ![now]({file}.actual.png) |",
            "",
        ]


def _others(report: Report) -> Iterator[list[str]]:
    for status in _OTHERS:
        places = [at for at, entry in enumerate(report.entries) if entry.verdict.status == status]
        found = likes(report.verdicts, places)
        lines = [
            f"- {status}: {_plain(one.title)}: "
            f"{_plain(status_sentence(report.verdicts[one.places[0]]))}"
            for one in found[:_MOST_OTHERS]
        ]
        more = len(found) - _MOST_OTHERS
        yield [*lines, *([f"- … and {more} more {status}"] if more > 0 else [])]
    errors = [f"- failed: {_plain(error.headline)}" for error in report.errors]
    more = len(errors) - _MOST_OTHERS
    yield [*errors[:_MOST_OTHERS], *([f"- … and {more} more failed"] if more > 0 else []), ""]


def _plain(text: str) -> str:
    """Text that Markdown shows as it is, in one line of bounded length."""
    return re.sub(r"([\\`*_\[\]<>&|#~])", r"\\\1", _short(text))


def _html(text: str) -> str:
    """Text inside of an element, in which Markdown has no say and `@name` calls nobody."""
    from html import escape

    return escape(_short(text), quote=False).replace("@", "&#64;")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
