"""Event models: what happens in lanes."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("eventmodeling",)


def variables(t: Tones) -> dict[str, object]:
    """Boxes by what they are, lanes, arrows."""
    kinds = ("Processor", "ReadModel", "Command", "Event")
    found: dict[str, object] = {"emUiFill": t.primary.fill, "emUiStroke": t.primary.line}
    for kind, tone in zip(kinds, t.scale, strict=False):
        found |= {f"em{kind}Fill": tone.fill, f"em{kind}Stroke": tone.line}
    return {
        **found,
        "emSwimlaneBackgroundOdd": t.panel,
        "emSwimlaneBackgroundStroke": t.border,
        "emArrowhead": t.line,
        "emRelationStroke": t.line,
    }


def css(t: Tones) -> Css:
    """Words in boxes and of lanes."""
    return {"div,span,p": f"color:{t.text}", "text": t.halo}
