"""What was found in what: only what has changed is looked at again."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from math import isfinite
from pathlib import Path
from typing import Any

from diagramkit.checking.remark import ORDER, Edit, Element, Remark
from diagramkit.checking.run import How, Looked, Subject
from diagramkit.checking.suppression import Suppression
from diagramkit.diagnostics import Diagnostic, DiagramError, Location, Severity
from diagramkit.files.border import Border
from diagramkit.files.lock import locked
from diagramkit.files.read import DAMAGED, parse_json, read_own
from diagramkit.files.write import write_file
from diagramkit.geometry import Rect
from diagramkit.project.cache import HOME, digest, fingerprint, make_home, program_fingerprint

FILE = "check.json"
_MAX_BYTES = 50_000_000
# Faults of the program are not remembered: the next try may go well.
_PASSING = frozenset({"fault", "process"})
Entries = dict[str, dict[str, Any]]


@dataclass(slots=True)
class Memory:
    """The findings of earlier runs in a project, by file and by a hash of all that they depend
    on; `folder` is the project's."""

    folder: Path
    entries: Entries
    settings: str
    fresh: Entries = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path, how: How) -> Memory:
        """The memory of a project; empty when it is missing or cannot be made sense of."""
        values = {**how.options.values(), "modes": how.mode}
        theme = how.options.look.as_dict()
        settings = fingerprint(program_fingerprint(), theme, values, how.style)
        file = folder / HOME / FILE
        entries = _load(file) if Border.around([folder]).holds(file) else {}
        return cls(folder, entries, settings)

    def recall(self, subject: Subject) -> Looked | None:
        """What was found in a subject, if it is as it was."""
        name, key = self._name(subject), self._key(subject)
        try:
            value = self.entries[name][key]
            found = _looked(value, subject.shown)
        except DAMAGED:
            return None  # it only saves time: whatever is wrong with it, looking anew puts it right
        self.fresh.setdefault(name, {})[key] = value
        return found

    def remember(self, subject: Subject, looked: Looked) -> None:
        """Take what was found in a subject into the memory."""
        name = self._name(subject)
        if name and not any(error.code in _PASSING for error in looked.errors):
            self.fresh.setdefault(name, {})[self._key(subject)] = _plain(looked)

    def save(self) -> None:
        """Write the memory, without files that are gone. One that cannot be written is no reason
        to fail."""
        if all(self.entries.get(name) == found for name, found in self.fresh.items()):
            return
        border = Border.around([self.folder])
        try:
            folder = make_home(self.folder, border)
            with locked(border.contain(folder / FILE).parent):
                known = _load(folder / FILE) | self.fresh
                kept = {name: known[name] for name in sorted(known) if _is_in(self.folder, name)}
                document = {"version": 1, "files": kept}
                data = json.dumps(document, ensure_ascii=True, separators=(",", ":")).encode()
                write_file(folder / FILE, data + b"\n", border)
        except (DiagramError, OSError, ValueError):
            return

    def _name(self, subject: Subject) -> str:
        """What a subject's file is called from the project's folder; empty for one outside."""
        name = os.path.relpath(subject.shown, self.folder)
        return "" if name.startswith(os.pardir) or not subject.path.is_file() else name

    def _key(self, subject: Subject) -> str:
        if subject.diagram is None:
            return fingerprint(self.settings, subject.shown, digest(subject.data))
        diagram = subject.diagram
        return fingerprint(self.settings, diagram.shown, diagram.name, diagram.line, diagram.text)


def _is_in(folder: Path, name: str) -> bool:
    try:
        return (folder / name).is_file()
    except (OSError, ValueError):
        return False


def _load(file: Path) -> Entries:
    try:
        document = parse_json(read_own(file, _MAX_BYTES) or b"")
        files = document["files"]
        return {name: dict(found) for name, found in files.items()}
    except (OSError, *DAMAGED):
        return {}


def _plain(looked: Looked) -> dict[str, Any]:
    return {
        "remarks": [asdict(remark) for remark in looked.remarks],
        "comments": [
            {
                "codes": each.codes,
                "lines": each.lines and (each.lines.start, each.lines.stop),
                "at": (each.line, each.column),
                "source_line": each.source_line,
            }
            for each in looked.suppressions
        ],
        "errors": [asdict(error) for error in looked.errors],
    }


def _looked(value: Any, shown: str) -> Looked:
    return Looked(
        tuple(_remark(each, shown) for each in value["remarks"]),
        tuple(_comment(each) for each in value["comments"]),
        tuple(_error(each, shown) for each in value["errors"]),
    )


def _remark(value: Any, shown: str) -> Remark:
    box, measured = value["box"], value["measured"]
    return Remark(
        _text(value["code"]),
        _severity(value["severity"]),
        _text(value["message"]),
        _location(value["location"], shown),
        _text(value["source_line"]),
        tuple(
            Element(_text(e["key"]), _whole(e["line"]), _whole(e["column"]))
            for e in value["elements"]
        ),
        None if box is None else _rect(*box),
        None if measured is None else _number(measured),
        _text(value["passes"]),
        tuple(
            Edit(_whole(e["start"]), _whole(e["end"]), _text(e["text"]), e["is_safe"] is True)
            for e in value["edits"]
        ),
    )


def _comment(value: Any) -> Suppression:
    lines = value["lines"]
    codes = tuple(_text(code) for code in value["codes"])
    line, column = map(_whole, value["at"])
    found = None if lines is None else range(*map(_whole, lines[:2]))
    return Suppression(codes, found, line, column, _text(value["source_line"]))


def _error(value: Any, shown: str) -> Diagnostic:
    place, line = value["location"], value["source_line"]
    return Diagnostic(
        _text(value["code"]),
        _text(value["message"]),
        None if place is None else _location(place, shown),
        None if line is None else _text(line),
        _severity(value["severity"]),
    )


def _location(value: Any, shown: str) -> Location:
    if value["path"] != shown:
        raise ValueError(shown)
    return Location(shown, _whole(value["line"]), _whole(value["column"]))


def _severity(value: Any) -> Severity:
    for severity in ORDER:
        if severity == value:
            return severity
    raise ValueError(value)


def _rect(x: Any, y: Any, width: Any, height: Any) -> Rect:
    return Rect(_number(x), _number(y), _number(width), _number(height))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _whole(value: Any) -> int:
    if not isinstance(value, int) or value < 0:
        raise TypeError(value)
    return value


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not isfinite(value):
        raise TypeError(value)
    return float(value)
