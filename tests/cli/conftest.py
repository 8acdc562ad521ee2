"""Running the program in the test's own process."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from diagramkit.cli import main


@dataclass(frozen=True)
class Ran:
    """What a command gave: its exit status, its data, its words."""

    status: int
    out: bytes
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Run:
    """Run `diagrams` with these arguments in an empty folder; `stdin` is what it is fed."""
    # Programs that a test starts find the package too, where it is found by a relative path.
    places = filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(os.path.abspath(place) for place in places))
    monkeypatch.chdir(tmp_path)

    def run_it(*arguments: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main(arguments)
        captured = capsysbinary.readouterr()
        return Ran(status, captured.out, captured.err.decode())

    return run_it
