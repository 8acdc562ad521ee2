"""Pages used in Chromium with clicks and keys."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any


class Browser:
    """Chromium, used through Playwright: one for all tests, each with a context of its own."""

    def __init__(self, node: str, chromium: str, modules: Path) -> None:
        script = Path(__file__).with_name("use_page.mjs")
        command = [node, str(script), str(modules), chromium]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def close(self) -> None:
        """End it."""
        self.process.communicate(timeout=20)

    def use(
        self, address: str, *steps: tuple[Any, ...], width: int = 1400, scheme: str = "light"
    ) -> list[Any]:
        """What a page answers to the steps that ask; no error of its script is let pass."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        job = {"page": address, "width": width, "scheme": scheme, "steps": steps}
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()
        found = json.loads(self.process.stdout.readline())
        assert found["faults"] == []
        answers: list[Any] = found["answers"]
        return answers
