"""Drawings kept between the builds of a site: what has not changed is not drawn again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from diagramkit.diagnostics import Diagnostic, DiagramError, Location
from diagramkit.files.border import Border
from diagramkit.files.read import DAMAGED, parse_json, read_own
from diagramkit.files.write import remove_file, write_file
from diagramkit.project.cache import moved

_MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Kept:
    """A drawing as it stands in a page, and what was said when it was drawn: lines of warnings
    count from the first line of the diagram."""

    html: str
    warnings: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class Store:
    """Drawings in a folder, each in a file called after all that it depends on.

    What is wrong with a file is no reason to fail: it is drawn anew.
    """

    folder: Path
    used: set[str] = field(default_factory=set)

    def get(self, key: str, path: str, line: int, make: Callable[[], Kept]) -> Kept:
        """The drawing of this key, made where there is none; its warnings as of `line` of
        `path`."""
        self.used.add(f"{key}.json")
        file = self.folder / f"{key}.json"
        kept = _read(file)
        if kept is None:
            made = make()
            kept = Kept(made.html, moved(made.warnings, "", -line))
            self._write(file, kept)
        return Kept(kept.html, moved(kept.warnings, path, line))

    def prune(self) -> None:
        """Remove what nothing has asked for."""
        border = Border.around([self.folder])
        for file in sorted(self.folder.glob("*.json")):
            if file.name not in self.used:
                remove_file(file, _is_ours, border)

    def _write(self, file: Path, kept: Kept) -> None:
        try:
            write_file(file, json.dumps(asdict(kept)).encode(), Border.around([self.folder]))
        except DiagramError:
            return


def _is_ours(data: bytes) -> bool:
    return data.startswith(b'{"html": ')


def _read(file: Path) -> Kept | None:
    try:
        value = parse_json(read_own(file, _MAX_BYTES) or b"")
        return Kept(str(value["html"]), tuple(map(_warning, value["warnings"])))
    except (OSError, *DAMAGED):
        return None


def _warning(value: Any) -> Diagnostic:
    place = value.pop("location")
    return Diagnostic(**value, location=Location(**place) if place else None)
