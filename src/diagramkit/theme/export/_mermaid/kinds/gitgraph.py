"""Git graphs: the main branch is black, the others are categories."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import SCALE, Css, Tone, Tones

NAMES = ("gitGraph",)
BRANCHES = 8
"""How many colours Mermaid has for branches."""


def variables(t: Tones) -> dict[str, object]:
    """Branches, commits, tags."""
    branches = _branches(t)
    return {
        **t.scaled("git", (tone.line for tone in branches)),
        **t.scaled("gitInv", (tone.line for tone in branches)),
        **t.scaled("gitBranchLabel", (tone.text for tone in branches)),
        "commitLabelColor": t.words,
        "commitLabelBackground": t.ground,
        "tagLabelColor": t.secondary.text,
        "tagLabelBackground": t.secondary.fill,
        "tagLabelBorder": t.line,
    }


def css(t: Tones) -> Css:
    """Plates of branches, and grounds painted whole."""
    branches = _branches(t)
    plates = {
        f".label{place}": f"fill:{tone.fill};stroke:{tone.line}"
        for place in range(SCALE)
        for tone in [branches[place % BRANCHES]]
    }
    return {
        **plates,
        ".commit-label-bkg": "opacity:1",
        ".arrow": "stroke-width:3px",
        ".branch": f"stroke:{t.line}",
        ".commit-merge,.commit-reverse,.commit-highlight-inner": f"stroke:{t.canvas};"
        f"fill:{t.canvas}",
        ".tag-hole": f"fill:{t.line}",
        "circle.commit-cherry-pick[fill]": f"fill:{t.canvas}",
        "line.commit-cherry-pick": f"stroke:{t.canvas}",
        ".gitTitleText,.commit-label": t.halo,
    }


def _branches(t: Tones) -> list[Tone]:
    return [Tone(t.primary.fill, t.line, t.primary.text), *t.scale[: BRANCHES - 1]]
