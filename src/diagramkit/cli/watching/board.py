"""What the page shows: each diagram of a folder as it was last drawn, and what is wrong with it."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from diagramkit.checking.remark import Report
from diagramkit.checking.run import How, Subject, look, report_of
from diagramkit.checking.selection import Selection
from diagramkit.diagnostics import Diagnostic
from diagramkit.drawing import Drawing
from diagramkit.project.diagrams import Diagram
from diagramkit.project.options import one_modes


@dataclass(slots=True)
class Entry:
    """A diagram, or a file that cannot be read: its last good pictures by mode, and what is wrong
    with it now. `version` is that of the board when it changed."""

    diagram: Diagram | None
    title: str
    path: str
    line: int
    version: int = 0
    pictures: dict[str, bytes] = field(default_factory=dict)
    errors: tuple[Diagnostic, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


class Board:
    """The entries by key, in the order of the folder; safe to be read while others write."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.version = 0
        self._changed = threading.Condition()

    def arrange(self, entries: Iterable[tuple[str, Entry]]) -> list[str]:
        """Take these entries for all there are, and return the keys of those to draw. What was
        drawn of a diagram stays until it is drawn again."""
        order: dict[str, Entry] = {}
        todo = []
        for key, new in entries:
            known = self.entries.get(key)
            order[key] = new if known is None else known
            if known is None or known.diagram != new.diagram or not new.diagram:
                todo.append(key)
            if known is not None:
                known.diagram, known.path, known.line = new.diagram, new.path, new.line
                known.errors = new.errors if not new.diagram else known.errors
        with self._changed:
            self.entries = order
            self._touch(())
        return todo

    def draw(self, key: str, how: How, selection: Selection) -> None:
        """Draw an entry anew, and check it."""
        entry = self.entries.get(key)
        if entry is None:
            return
        report, drawn = Report(errors=list(entry.errors)), None
        if entry.diagram is not None:
            report, drawn = _checked(entry.diagram, how, selection)
        modes = one_modes(how.options.look.modes)
        pictures: dict[str, bytes] = (
            {mode: drawn.in_mode(mode).svg.encode() for mode in modes} if drawn else {}
        )
        with self._changed:
            entry.pictures = pictures or entry.pictures
            entry.errors = tuple(report.errors)
            entry.findings = tuple(remark.diagnostic for remark in report.remarks)
            self._touch((entry,))

    def picture(self, name: str) -> bytes | None:
        """The picture of this name, if it is one of those that are shown."""
        shown = (svg for entry in list(self.entries.values()) for svg in entry.pictures.values())
        return next((svg for svg in shown if _name(svg) == name), None)

    def since(self, version: int, seconds: float) -> dict[str, Any] | None:
        """What has changed after a version, waited for so long; None where nothing has."""
        with self._changed:
            if not self._changed.wait_for(lambda: self.version > version, seconds):
                return None
            changed = {
                key: _plain(entry) for key, entry in self.entries.items() if entry.version > version
            }
            return {"version": self.version, "order": list(self.entries), "changed": changed}

    def _touch(self, entries: Iterable[Entry]) -> None:
        self.version += 1
        for entry in entries:
            entry.version = self.version
        self._changed.notify_all()


def _checked(diagram: Diagram, how: How, selection: Selection) -> tuple[Report, Drawing | None]:
    subject, kept = Subject(Path(diagram.shown), diagram.shown, diagram=diagram), list[Drawing]()
    looked = look(subject, how, kept.append)
    return report_of([(subject, looked)], selection, ()), kept[-1] if kept else None


def _name(svg: bytes) -> str:
    return sha256(svg).hexdigest()[:32]


def _plain(entry: Entry) -> dict[str, Any]:
    return {
        "title": entry.title,
        "path": entry.path,
        "line": entry.line,
        "pictures": {mode: _name(svg) for mode, svg in entry.pictures.items()},
        "errors": [_said(each) for each in entry.errors],
        "findings": [_said(each) for each in entry.findings],
    }


def _said(one: Diagnostic) -> dict[str, Any]:
    place = one.location
    return {
        "severity": one.severity,
        "message": one.message,
        "place": f"{place.line}:{place.column}" if place else "",
        "excerpt": one.excerpt,
    }
