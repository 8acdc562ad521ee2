"""The report as a Markdown summary, for a pull request."""

from __future__ import annotations

import re

from diagramkit.golden.grouping import group_sentence, unexplained
from diagramkit.golden.report.entry import Report
from diagramkit.golden.sentences import cause_sentence, pixel_words, status_sentence

_MOST = 50


def document(report: Report) -> str:
    """The summary: what explains most first, then what that does not explain."""
    counts = [f"{count} {status}" for status, count in report.counts().items() if count]
    counts += [f"{len(report.errors)} failed"] if report.errors else []
    lines = ["## Goldens", "", f"**{', '.join(counts) or 'none'}**", ""]
    lines += _causes(report)
    lines += _left(report)
    lines += _others(report)
    if report.failing():
        lines += ["To take the new look:", "", "```sh", report.command, "```", ""]
    return "\n".join(lines)


def _causes(report: Report) -> list[str]:
    drifted = report.count("drifted")
    shared = [one for one in report.groups() if one.is_shared]
    return [*(f"- {_plain(group_sentence(one, drifted))}" for one in shared), ""] if shared else []


def _left(report: Report) -> list[str]:
    places = unexplained(report.verdicts)
    if not places:
        return []
    rows = ["| drawing | pixels | what moved |", "| --- | --- | --- |"]
    for place in places[:_MOST]:
        entry = report.entries[place]
        sentences = "<br>".join(_plain(cause_sentence(cause)) for cause in entry.verdict.causes)
        pixels = pixel_words(entry.verdict).removesuffix(" of the pixels")
        rows.append(f"| {_plain(entry.name)} | {pixels} | {sentences} |")
    return [*rows, *_more(len(places)), ""]


def _others(report: Report) -> list[str]:
    others = [entry for entry in report.failing() if entry.verdict.status != "drifted"]
    lines = [
        f"- {one.verdict.status}: {_plain(one.golden)}: {_plain(status_sentence(one.verdict))}"
        for one in others[:_MOST]
    ]
    lines += [f"- failed: {_plain(error.headline)}" for error in report.errors[:_MOST]]
    return [*lines, *_more(len(others)), ""] if lines else []


def _more(count: int) -> list[str]:
    return [f"\n… and {count - _MOST} more"] if count > _MOST else []


def _plain(text: str) -> str:
    """Text that Markdown shows as it is, in one line."""
    escaped = re.sub(r"([\\`*_\[\]<>&|#~])", r"\\\1", text)
    return " ".join(escaped.split())
