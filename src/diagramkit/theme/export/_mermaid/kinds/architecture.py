"""Architecture diagrams."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("architecture",)


def variables(t: Tones) -> dict[str, object]:
    """Lines and frames."""
    return {
        "archEdgeColor": t.line,
        "archEdgeArrowColor": t.line,
        "archGroupBorderColor": t.line,
    }


def css(t: Tones) -> Css:
    """Words, and icons in the colours of a box."""
    services, groups = ".architecture-service svg", ".architecture-groups svg"
    return {
        "text": t.halo,
        f"{services} *,{groups} *": f"stroke:{t.primary.line} !important",
        f"{services} rect,{groups} rect": f"fill:{t.primary.fill} !important;"
        "stroke-width:1.4px !important",
        f'{services} [style*="fill: #fff"]': f"fill:{t.primary.line} !important",
    }
