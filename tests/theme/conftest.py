"""Theme files written for one test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from diagramkit import DiagramError, Theme, load_theme


@pytest.fixture
def load(tmp_path: Path) -> Callable[[str], Theme]:
    """Load a theme file `t.yaml` of this text."""

    def load_text(text: str) -> Theme:
        file = tmp_path / "t.yaml"
        file.write_text(text, encoding="utf-8")
        return load_theme(file)

    return load_text


@pytest.fixture
def faults(tmp_path: Path, load: Callable[[str], Theme]) -> Callable[[str], list[str]]:
    """What is wrong with a theme file of this text, as `line:column: words`."""

    def find(text: str) -> list[str]:
        with pytest.raises(DiagramError) as caught:
            load(text)
        prefix = f"{tmp_path / 't.yaml'}:"
        return [found.headline.removeprefix(prefix) for found in caught.value.diagnostics]

    return find
