"""Where goldens are, and how paths are told from others and told to people."""

from __future__ import annotations

import os
from pathlib import Path

from diagramkit.files.border import Border
from diagramkit.project.config import Settings
from diagramkit.project.diagrams import Diagram
from diagramkit.project.golden_options import FOLDER
from diagramkit.project.outputs import Target, place


def goldens_folder(diagram: Diagram, settings: Settings, border: Border) -> Path:
    """Where the goldens of a diagram are. Raises `DiagramError` when that is not inside."""
    if settings.goldens.folder is None:
        folder = diagram.folder / FOLDER
    else:
        home = settings.folder or Path.cwd()
        root = Path(os.path.relpath(home / settings.goldens.folder))
        folder = place(diagram, Target("folder", root, home), border)[1]
    border.contain_target(folder)
    return folder


def absolute(folder: Path) -> str:
    """How a folder of goldens is told from others."""
    return os.path.abspath(folder)


def relative(path: str | Path) -> str:
    """A path as reports have it: it holds wherever the project is."""
    if not path:
        return ""
    # Of a path that is relative already, relpath gives the same and asks the system twice.
    known = os.path.relpath(path) if os.path.isabs(path) else os.path.normpath(path)
    return known.replace(os.sep, "/")
