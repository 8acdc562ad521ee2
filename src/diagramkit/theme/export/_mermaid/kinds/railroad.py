"""Railroad diagrams of grammars."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("railroad", "railroadEbnf", "railroadAbnf", "railroadPeg")


def variables(t: Tones) -> dict[str, object]:
    """What is no terminal; the rest is read from the boxes of three ranks."""
    return {"mainBkg": t.primary.fill, "secondBkg": t.secondary.fill}


def css(t: Tones) -> Css:
    """The names of rules carry their ground."""
    return {".railroad-rule-name": t.halo}
