"""Mind maps: each branch a category."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import SCALE, Css, Tones

NAMES = ("mindmap",)


def variables(t: Tones) -> dict[str, object]:
    """The scale of the branches."""
    return {
        **t.scaled("cScale", (tone.fill for tone in t.scale)),
        **t.scaled("cScaleLabel", (tone.text for tone in t.scale)),
        **t.scaled("cScaleInv", (tone.line for tone in t.scale)),
        **t.scaled("cScalePeer", (tone.line for tone in t.scale)),
    }


def css(t: Tones) -> Css:
    """The root, and lines that are seen on the page."""
    shapes = ":is(rect,path,circle,polygon)"
    lines = {
        f".section-{place} {shapes},.section-edge-{place}": (
            f"stroke:{t.scale[(place + 1) % SCALE].line}"
        )
        for place in range(-1, SCALE - 1)
    }
    return {
        **lines,
        ".mindmap-node line": f"stroke:{t.line}",
        f".section-root {shapes}": f"fill:{t.primary.fill};stroke:{t.primary.line}",
        ".section-root :is(text,span)": f"fill:{t.primary.text};color:{t.primary.text}",
    }
