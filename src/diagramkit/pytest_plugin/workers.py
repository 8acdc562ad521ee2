"""Which worker of pytest-xdist runs which test."""

from __future__ import annotations

import os
from pathlib import PurePosixPath
from typing import Any

import pytest

from diagramkit.project.discovery import SUFFIXES


def scheduler(config: pytest.Config, log: Any) -> Any:
    """A scheduler that hands out tests one at a time, and the goldens of a drawing together."""
    from xdist.scheduler import LoadScopeScheduling

    class Scheduling(LoadScopeScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            return scope(nodeid)

    return Scheduling(config, log)


def scope(nodeid: str) -> str:
    """What a test shares with those that the same worker runs: a golden without its mode."""
    file, _, name = nodeid.partition("::")
    is_diagram = PurePosixPath(file.replace(os.sep, "/")).suffix.lower() in SUFFIXES
    return f"{file}::{name.rpartition('.')[0]}" if is_diagram else nodeid
