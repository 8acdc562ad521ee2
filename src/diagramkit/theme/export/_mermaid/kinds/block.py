"""Block diagrams."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("block",)


def variables(t: Tones) -> dict[str, object]:
    """Blocks."""
    return {"mainBkg": t.primary.fill, "nodeBorder": t.primary.line}


def css(t: Tones) -> Css:
    """Words, which Mermaid gives one colour, and blocks with blocks in them."""
    return {
        ".node .label,.node .label span,.node .label text": f"color:{t.primary.text};"
        f"fill:{t.primary.text}",
        ".edgeLabel .label,.edgeLabel span": f"color:{t.words};fill:{t.words}",
        ".node .cluster": f"fill:{t.group};stroke:{t.line}",
        ".composite,rect.composite": f"fill:{t.group};stroke:{t.line}",
    }
