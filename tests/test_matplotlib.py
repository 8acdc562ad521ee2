"""The fonts of the drawings in charts of matplotlib."""

from __future__ import annotations

import pytest

from diagramkit.integrations.matplotlib import add_fonts


def test_matplotlib_finds_the_fonts_after_one_call() -> None:
    manager = pytest.importorskip("matplotlib.font_manager")
    names = add_fonts()
    assert names[0] == "Inter"
    for name in names:
        assert manager.findfont(name, fallback_to_default=False)
