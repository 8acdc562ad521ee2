"""svgwrite as it is used here, and as others in the same process use it."""

from __future__ import annotations

import subprocess
import sys

import pytest

FIRST = "import svgwrite, sys; mine = sys.modules['svgwrite.base']"
OURS = "import diagramkit.svg.elements"


def run(*lines: str) -> None:
    subprocess.run([sys.executable, "-c", "\n".join(lines)], check=True, capture_output=True)


@pytest.mark.parametrize("lines", [(OURS, FIRST), (FIRST, OURS)], ids=["after", "before"])
def test_others_have_the_whole_of_svgwrite(lines: tuple[str, str]) -> None:
    run(
        *lines,
        "drawing = svgwrite.Drawing(debug=True)",
        "drawing.add(drawing.rect((0, 0), (1, 1)))",
        "assert '<rect' in drawing.tostring()",
        "assert sys.modules['svgwrite.base'] is mine",
        "try: drawing.rect((0, 0), (1, 1), fill='no colour')",
        "except (TypeError, ValueError): pass",
        "else: raise AssertionError('svgwrite does not check')",
    )
