"""Hashes of the scenes of the project's own diagrams, to be the same under every Python.

python tests/golden/scene_hashes.py
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from diagramkit.drawing import render
from diagramkit.golden.serial import dump_scene
from diagramkit.theme.builtin import builtin_names

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]


def sources() -> list[Path]:
    """The diagrams that are hashed: the project's own."""
    folder = REPOSITORY / "diagrams"
    return sorted(path for kind in ("*.mmd", "*.yaml") for path in folder.rglob(kind))


def hashes() -> dict[str, str]:
    """A hash for each diagram, theme and mode."""
    found = {}
    for path in sources():
        for theme in builtin_names():
            for mode in ("light", "dark"):
                scene = render(path, theme=theme, mode=mode).scene  # type: ignore[arg-type]
                name = f"{path.relative_to(REPOSITORY).as_posix()} {theme} {mode}"
                found[name] = hashlib.sha256(dump_scene(scene).encode()).hexdigest()
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(hashes(), indent=1) + "\n")
