"""`diagrams figure` shows the language of figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_kinds_draws_each_example_and_shows_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("figure", "kinds", "--pictures", "shown")
    assert ran.status == 0
    drawn = sorted(Path("shown").glob("*.svg"))
    assert "shown/plot.svg" in [path.as_posix() for path in drawn]
    assert all(f"({path.as_posix()})" in ran.out.decode() for path in drawn)
