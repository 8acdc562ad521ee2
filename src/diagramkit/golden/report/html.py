"""The report as one HTML page that needs no network: style, script and pictures are inside it."""

from __future__ import annotations

import base64
import json
import struct
from pathlib import Path
from typing import Any

from diagramkit.golden.report.entry import Entry, Report
from diagramkit.golden.report.json import plain
from diagramkit.golden.sentences import pixel_words, status_sentence

_HOME = Path(__file__).parent
_MOST_CHANGES = 200
"""Differences of one cause in one drawing that the page lists; the JSON format has all."""


def document(report: Report) -> str:
    """The page. What stands in it is data: nothing a source says becomes markup or program."""
    parts = {
        "style": _file("page.css"),
        "script": _file("page.js"),
        "data": _embedded(_data(report)),
    }
    page = _file("page.html")
    for name, text in parts.items():
        before, _, after = page.partition(f"[[{name}]]")
        page = before + text + after
    return page


def _file(name: str) -> str:
    return (_HOME / name).read_text(encoding="utf-8")


def _embedded(value: Any) -> str:
    """JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _data(report: Report) -> dict[str, Any]:
    data = {**plain(report), "command": report.command}
    data["goldens"] = [
        _shown(entry, plain_entry)
        for entry, plain_entry in zip(report.entries, data["goldens"], strict=True)
        if entry.verdict.status != "same"
    ]
    return data


def _shown(entry: Entry, data: dict[str, Any]) -> dict[str, Any]:
    """What the page shows of an entry."""
    for cause in data["causes"]:
        for key in ("changes", "consequences"):
            sentences = [change["sentence"] for change in cause[key]]
            more = len(sentences) - _MOST_CHANGES
            cause[key] = sentences[:_MOST_CHANGES] + ([f"… and {more} more"] if more > 0 else [])
    return {
        **data,
        "sentence": status_sentence(entry.verdict),
        "seen": pixel_words(entry.verdict),
        "pictures": {
            "expected": _picture(entry.expected),
            "actual": _picture(entry.actual),
            "difference": _picture(entry.difference),
        },
    }


def _picture(png: bytes) -> dict[str, Any] | None:
    """A picture as an address that holds it, with its size; None where there is none."""
    if not png:
        return None
    width, height = struct.unpack(">II", png[16:24])
    source = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    return {"source": source, "width": width, "height": height}
