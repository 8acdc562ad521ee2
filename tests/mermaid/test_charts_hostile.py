"""Charts meant to do harm: they are drawn or refused."""

from __future__ import annotations

from contextlib import suppress

import pytest

from diagramkit import render
from diagramkit.diagnostics import DiagramError


@pytest.mark.parametrize(
    "text",
    [
        "pie\n" + '"a" : 1\n' * 20_000,
        "pie\n" + '"' * 90_000,
        "xychart\nbar [" + "1," * 40_000 + "1]",
        "xychart\n" + "x-axis a\n" * 9_000,
        "quadrantChart\n" + "A: [0.1, 0.2]\n" * 6_000,
        "quadrantChart\n" + " " * 90_000,
        "quadrantChart\n" + "A \t" * 30_000,
        "gantt\n" + "A :2024-01-01, 1d\n" * 5_000,
        "gantt\nA :a, 2024-01-01, 1d\nB :after " + "a " * 40_000 + ", 1d",
        "gantt\ndateFormat YYYY-MM-DD\nexcludes weekends\n" + "A :2024-01-01, 9000d\n" * 400,
        "gantt\ndateFormat " + "Y" * 90_000 + "\nA :2024, 1d",
        "gantt\naxisFormat " + "%x" * 40_000 + "\nA :2024-01-01, 1d",
    ],
    ids=lambda text: text[:24],
)
def test_large_sources_give_a_drawing_or_a_diagram_error(text: str) -> None:
    with suppress(DiagramError):
        render(f"{text}\n")
