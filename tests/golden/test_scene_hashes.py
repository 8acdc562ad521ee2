"""The same scenes under every Python."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .scene_hashes import REPOSITORY, hashes

OTHERS = [
    name
    for name in ("python3.12", "python3.13", "python3.14")
    if name != f"python{sys.version_info.major}.{sys.version_info.minor}"
]


@pytest.mark.world
@pytest.mark.parametrize("name", OTHERS)
def test_other_pythons_draw_the_same_scenes(name: str, tmp_path: Path) -> None:
    program = shutil.which(name)
    if (
        program is None
        or subprocess.run([program, "-V"], capture_output=True, check=False).returncode
    ):
        pytest.skip(f"there is no {name} on this machine")
    home = tmp_path / "venv"
    subprocess.run([program, "-m", "venv", str(home)], check=True)
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    install = [python, "-m", "pip", "install", "--quiet", f"{REPOSITORY}[cjk]"]
    subprocess.run(install, check=True)
    script = Path(__file__).with_name("scene_hashes.py")
    ran = subprocess.run([python, script], check=True, capture_output=True)
    assert json.loads(ran.stdout) == hashes()
