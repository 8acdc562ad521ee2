"""The version of Mermaid."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("info",)


def variables(t: Tones) -> dict[str, object]:  # noqa: ARG001
    """None."""
    return {}


def css(t: Tones) -> Css:
    """The one word carries its ground."""
    return {"text": t.halo}
