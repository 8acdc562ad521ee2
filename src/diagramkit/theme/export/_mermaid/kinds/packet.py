"""Packet diagrams."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("packet",)


def variables(t: Tones) -> dict[str, object]:  # noqa: ARG001
    """None: Mermaid drops those that a directive says."""
    return {}


def css(t: Tones) -> Css:
    """Fields, and words on the page."""
    return {
        ".packetBlock": f"fill:{t.primary.fill};stroke:{t.primary.line}",
        ".packetLabel": f"fill:{t.primary.text}",
        ".packetByte.start,.packetByte.end,.packetTitle": t.halo,
    }
