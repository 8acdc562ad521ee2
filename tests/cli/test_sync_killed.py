"""`diagrams sync` stopped at any moment leaves each file whole."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
BLOCK = "```mermaid\nflowchart LR\n  A --> B -->|yes| C\n```\n\nwords\n\n"
FILES = 40


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_file_is_old_or_new_wherever_the_program_is_killed(run: Run) -> None:
    old = BLOCK * 20
    Path("one.md").write_text(old)
    run("sync", "one.md")
    new = Path("one.md").read_text()
    assert new != old
    names = [Path(f"{number}.md") for number in range(FILES)]
    chance = random.Random(7)
    mixed = 0
    for _ in range(5):
        for name in names:
            name.write_text(old)
        started = subprocess.Popen(
            [sys.executable, "-m", "diagramkit", "sync", *map(str, names)],
            stderr=subprocess.DEVNULL,
        )
        while started.poll() is None and names[0].read_text() == old:
            time.sleep(0.005)
        time.sleep(chance.random() * 0.5)
        started.send_signal(signal.SIGKILL)
        started.wait()
        texts = {name.read_text() for name in names}
        assert texts <= {old, new}
        mixed += len(texts) == 2
    # Else nothing was killed in the middle.
    assert mixed > 0
