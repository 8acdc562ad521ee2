"""Where a run may read and write on its own account."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from diagramkit.diagnostics import DiagramError


@dataclass(frozen=True, slots=True)
class Border:
    """The folders that a run keeps to: the project's, and those named on the command line.

    What a configuration, a page, a link or a state file names counts only inside of them.
    `folders` are real paths, without links.
    """

    folders: tuple[str, ...]

    @classmethod
    def around(cls, places: Iterable[Path]) -> Border:
        """The border around folders, and around the folders of files."""
        folders = (place if place.is_dir() else place.parent for place in places)
        return cls(tuple(dict.fromkeys(map(os.path.realpath, folders))))

    def widened(self, *folders: Path) -> Border:
        """The border with further folders, which need not be there yet."""
        return Border((*self.folders, *map(os.path.realpath, folders)))

    def holds(self, path: Path) -> bool:
        """Whether a path is inside, all links but one at its own end followed."""
        return self._holds(_placed(path))

    def contain(self, path: Path) -> Path:
        """The real path of a file: links of its folders are followed, the file itself may be one.

        Raises `DiagramError` for a path outside.
        """
        return self._checked(_placed(path), path)

    def inside(self, folder: Path, name: str) -> Path:
        """The path of what a file of `folder` calls `name`, seen from there.

        Raises `DiagramError` for an absolute name, and where `..` or a link leads out.
        """
        path = Path(os.path.normpath(folder / name))
        if Path(name).is_absolute() or not name.isprintable() or not self._holds_all(path):
            message = f"{name!r} is outside of the project: not read and not written"
            raise DiagramError.single("border", message)
        return path

    def _holds_all(self, path: Path) -> bool:
        """Whether a path is inside as it is written and where its links lead."""
        return self.holds(path) and self._holds(_real(path))

    def contain_target(self, path: Path) -> Path:
        """The real path of a file or folder, all links followed.

        Raises `DiagramError` for one outside.
        """
        return self._checked(_real(path), path)

    def _checked(self, real: str, shown: Path) -> Path:
        if not self._holds(real):
            message = (
                f"{shown}: is outside of the project and not named on the command line; "
                "nothing is read or written there"
            )
            raise DiagramError.single("border", message)
        return Path(real)

    def _holds(self, real: str) -> bool:
        if not real:
            return False
        return any(real == folder or real.startswith(_with_end(folder)) for folder in self.folders)


def _placed(path: Path) -> str:
    folder, name = os.path.split(os.path.abspath(path))
    return os.path.join(_real(Path(folder)), name)


def _real(path: Path) -> str:
    """A path with all links followed; for what no file can be called, one that is nowhere."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return ""


def _with_end(folder: str) -> str:
    return folder if folder.endswith(os.sep) else folder + os.sep
