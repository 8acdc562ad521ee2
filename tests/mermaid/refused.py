"""What is said of a text that is refused."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse


def refusal(text: str) -> DiagramError:
    """The error that reading a text ends in."""
    with pytest.raises(DiagramError) as caught:
        parse(text, "a.mmd")
    return caught.value


def headline(text: str) -> str:
    """The first line of that error: place and message."""
    return str(refusal(text)).split("\n")[0]
