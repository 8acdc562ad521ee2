"""What belongs to a project: nothing outside of its folder is read or written."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from diagramkit.diagnostics import DiagramError


@dataclass(frozen=True, slots=True)
class Border:
    """The border of the project in the folder `root`."""

    root: Path

    @classmethod
    def around(cls, path: Path, folder: Path | None) -> Border:
        """The border for a file that the user has named: the project's `folder` where the file is
        in it, else the file's own folder."""
        home = Path(os.path.abspath(path.parent))
        if folder is not None and home.is_relative_to(folder.absolute()):
            return cls(folder)
        return cls(home)

    def inside(self, folder: Path, name: str) -> Path:
        """The path of `name`, seen from `folder`.

        Raises `DiagramError` for an absolute name, and where `..` or a link leads out of the
        project.
        """
        if Path(name).is_absolute() or "\0" in name:
            raise self._outside(name)
        path = Path(os.path.normpath(folder / name))
        for each in (Path(os.path.abspath(path)), path.resolve()):
            if not any(map(each.is_relative_to, (self.root.absolute(), self.root.resolve()))):
                raise self._outside(name)
        return path

    def _outside(self, name: str) -> DiagramError:
        message = f"{name!r} is outside of the project ({self.root}): not read and not written"
        return DiagramError.single("outside", message)
