"""Fishbone diagrams."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("ishikawa",)


def variables(t: Tones) -> dict[str, object]:
    """The head and the boxes of the main causes."""
    return {"mainBkg": t.primary.fill}


def css(t: Tones) -> Css:
    """Words on the page carry their ground, words in boxes are theirs."""
    return {
        ".ishikawa text": t.halo,
        ".ishikawa .ishikawa-head,.ishikawa .ishikawa-label-box": f"stroke:{t.primary.line}",
        ".ishikawa .ishikawa-head-label,.ishikawa .ishikawa-label.cause": (
            f"fill:{t.primary.text};stroke:none"
        ),
    }
