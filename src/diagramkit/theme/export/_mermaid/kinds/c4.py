"""C4 diagrams; the colours of their elements are settings."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tone, Tones

NAMES = ("c4",)
_STORES = ("", "_db", "_queue")
_ELEMENTS = (
    "person",
    *(f"{kind}{store}" for kind in ("system", "container", "component") for store in _STORES),
)


def variables(t: Tones) -> dict[str, object]:
    """People."""
    return {"personBorder": t.primary.line, "personBkg": t.primary.fill}


def settings(t: Tones) -> dict[str, object]:
    """The elements, each painted by a setting."""
    found: dict[str, object] = {}
    for kind in _ELEMENTS:
        for name, tone in ((kind, t.primary), (f"external_{kind}", t.rest)):
            found |= {f"{name}_bg_color": tone.fill, f"{name}_border_color": tone.line}
    return {"c4": found}


def css(t: Tones) -> Css:
    """Boxes, what is outside of the system, boundaries, relations, words."""

    def inside(tone: Tone, holder: str) -> dict[str, str]:
        return {
            f"{holder} text,{holder} tspan,{holder} .label": f"fill:{tone.text} !important;"
            f"color:{tone.text} !important",
        }

    return {
        "g line,g path,g rect": f"stroke:{t.line}",
        "[id$=-arrowhead] path,[id$=-arrowend] path,[id$=-crosshead] path": f"fill:{t.line};"
        f"stroke:{t.line}",
        "text,text tspan": t.halo,
        ".c4-shape rect,.c4-shape circle,.c4-shape path": f"stroke:{t.primary.line}",
        **inside(t.primary, ".c4-shape"),
        **inside(t.rest, ".c4-external"),
        ".c4-shape text,.c4-shape tspan": "stroke:none",
    }
