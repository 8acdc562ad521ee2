"""What was drawn from what: nothing is drawn again that would come out the same."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from diagramkit.diagnostics import Diagnostic, DiagramError, Location
from diagramkit.files.border import Border
from diagramkit.files.lock import locked
from diagramkit.files.read import DAMAGED, parse_json, read_own
from diagramkit.files.write import write_file
from diagramkit.project.options import DrawingOptions

FILE = ".diagrams-cache.json"
HOME = ".diagrams-cache"
"""The folder of what only saves time, beside the configuration."""
_MAX_BYTES = 50_000_000
_MAX_PICTURE = 1_000_000_000
_PARTS = (
    *("graphlay", "resvg_py", "cairosvg", "pillow", "uharfbuzz", "svgwrite", "icu4py", "pydyf"),
    "fonttools",
)
_FONTS = (
    "fontpkg_inter",
    "fontpkg_arimo",
    "fontpkg_jetbrains_mono",
    "manimgx_fonts",
    "manimgx_fonts_cjk",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one diagram: `key` stands for all that its pictures depend on.

    `files` maps the names of the pictures to the hashes of their bytes; `warnings` came up when
    they were drawn, with lines counted from the first line of the diagram.
    """

    key: str
    files: Mapping[str, str]
    warnings: tuple[Diagnostic, ...] = ()

    def covers(self, folder: Path, names: list[str]) -> bool:
        """Whether all of `names` are in `folder` just as they were written."""
        return all(
            name in self.files and hash_of_file(os.path.join(folder, name)) == self.files[name]
            for name in names
        )


def digest(data: bytes) -> str:
    """The hash by which bytes are told apart, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def fingerprint(*parts: object) -> str:
    """One hash for any number of JSON values."""
    return digest(json.dumps(parts, sort_keys=True, ensure_ascii=True).encode())


def program_fingerprint() -> str:
    """A hash of all programs and fonts that a picture depends on.

    The files of the package count too, by size and time: a checkout changes under one version.
    """
    import diagramkit

    home = os.path.dirname(diagramkit.__file__)
    return fingerprint(
        diagramkit.__version__, _installed(), list(_program_files(home)), list(_font_files())
    )


def drawing_fingerprint(options: DrawingOptions) -> str:
    """A hash of all that a picture depends on but its source; its name tells its mode."""
    values = {name: value for name, value in options.values().items() if name != "modes"}
    return fingerprint(program_fingerprint(), options.look.as_dict(), values)


def _installed() -> list[str]:
    """The folders of the metadata of all packages that count, which have the versions in their
    names: opening them with `importlib.metadata` takes as long as drawing."""
    found = set()
    for home in sys.path:
        with contextlib.suppress(OSError):
            found.update(os.listdir(home))
    names = (name for name in found if name.endswith((".dist-info", ".egg-info")))
    return sorted(name for name in names if name.partition("-")[0].lower() in (*_PARTS, *_FONTS))


def _program_files(home: str) -> Iterator[tuple[str, int, int]]:
    """The files of the package in the folder `home`, by size and time."""
    for folder, folders, names in os.walk(home):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            if name.endswith((".py", ".yaml", ".j2")):
                path = os.path.join(folder, name)
                yield path[len(home) :], *_state(path)


def _font_files() -> Iterator[tuple[str, int, int]]:
    """The files of the fonts, by size and time: they may be others under one version."""
    from importlib.util import find_spec

    for name in _FONTS:
        spec = find_spec(name)
        for home in spec.submodule_search_locations or () if spec else ():
            for path in sorted(Path(home).rglob("*.[ot]t[fc]")):
                yield path.name, *_state(path)


def _state(path: Path | str) -> tuple[int, int]:
    status = os.stat(path)
    return status.st_size, status.st_mtime_ns


def make_home(project: Path, border: Border) -> Path:
    """The folder of what only saves time in a project, made; it keeps itself out of version
    control. Raises DiagramError where it cannot be written."""
    write_file(project / HOME / ".gitignore", b"*\n", border)
    return project / HOME


def load(folder: Path) -> dict[str, Entry]:
    """The entries of the cache in `folder`; none when it is missing or cannot be made sense of."""
    try:
        document = parse_json(read_own(folder / FILE, _MAX_BYTES) or b"")
        return {name: _entry(value) for name, value in document["diagrams"].items()}
    except (OSError, *DAMAGED):
        return {}  # it only saves time: whatever is wrong with it, drawing anew puts it right


def save(folder: Path, entries: Mapping[str, Entry], border: Border) -> None:
    """Put `entries` into the cache of `folder`, beside those of other diagrams.

    One that cannot be written is no reason to fail.
    """
    try:
        with locked(folder):
            kept = load(folder) | dict(entries)
            write_file(folder / FILE, _dumped(kept), border)
    except DiagramError:
        return


def _dumped(entries: Mapping[str, Entry]) -> bytes:
    document = {"version": 1, "diagrams": {name: asdict(entries[name]) for name in sorted(entries)}}
    return json.dumps(document, ensure_ascii=True, indent=1, default=dict).encode() + b"\n"


def moved(warnings: tuple[Diagnostic, ...], path: str, lines: int) -> tuple[Diagnostic, ...]:
    """`warnings` as of the file `path`, `lines` further down: entries count from the diagram."""
    return tuple(
        replace(
            warning,
            location=warning.location
            and replace(warning.location, path=path, line=warning.location.line + lines),
        )
        for warning in warnings
    )


def _entry(value: Any) -> Entry:
    warnings = tuple(_warning(warning) for warning in value["warnings"])
    files = {str(name): str(hashed) for name, hashed in value["files"].items()}
    return Entry(str(value["key"]), files, warnings)


def _warning(value: Any) -> Diagnostic:
    place = value["location"]
    location = place and Location(str(place["path"]), int(place["line"]), int(place["column"]))
    line = value["source_line"]
    return Diagnostic(
        str(value["code"]),
        str(value["message"]),
        location or None,
        None if line is None else str(line),
        "warning",
    )


def hash_of_file(path: Path | str) -> str:
    """The hash of a file's bytes; empty where it cannot be read."""
    try:
        return digest(read_own(path, _MAX_PICTURE) or b"")
    except OSError:
        return ""
