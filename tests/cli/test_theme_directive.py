"""`diagrams theme check` measures what Mermaid is told as well."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from diagramkit.theme.export._mermaid.measures import measure_directive
from diagramkit.themes import editorial

Run = Callable[..., Any]


@pytest.mark.parametrize("name", ["editorial", "blueprint"])
def test_what_mermaid_is_told_of_a_theme_is_measured(run: Run, name: str) -> None:
    ran = run("theme", "check", name)
    assert ran.status == 0
    assert b"light.mermaid.sequenceNumberColor" in ran.out


def test_what_is_too_low_in_a_directive_is_measured_there() -> None:
    theme = editorial.replace(light=editorial.light.replace(panel="#444444"))
    low = {each.path for each in measure_directive(theme) if not each.passed}
    assert {"light.mermaid.tertiaryTextColor", "light.mermaid.quadrant2TextFill"} <= low


def test_what_is_too_low_is_told_once_by_its_token(run: Run) -> None:
    Path("own.yaml").write_text('extends: editorial\nlight: {panel: "#444444"}\n')
    ran = run("theme", "check", "own.yaml")
    assert ran.status == 1
    assert "light.text reaches 2.09:1 on light.panel" in ran.err
    assert "mermaid" not in ran.err
