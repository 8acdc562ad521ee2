"""Mind maps written at random from the grammar of Mermaid 11.17."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

TEXTS = {
    "A word": "A word",
    "one<br/>two": "one\ntwo",
    "사용자 요청": "사용자 요청",
    "words that have far more to say than there is room for on one line of a tree": "words that "
    "have far more to say than there is room for on one line of a tree",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk": "Donaudampfschifffahrts"
    "elektrizitätenhauptbetriebswerk",
    "5 #lt; 6": "5 < 6",
    "x": "x",
}
"""Words as they are written, and as a reader sees them."""
QUOTED = {**TEXTS, "f(x) [y] {z}": "f(x) [y] {z}", "a: b - c": "a: b - c"}
BRACKETS = {
    "square": ("[", "]"),
    "rounded": ("(", ")"),
    "circle": ("((", "))"),
    "cloud": (")", "("),
    "bang": ("))", "(("),
    "hexagon": ("{{", "}}"),
}


@dataclass(frozen=True)
class Written:
    """A source; its nodes in order as words, shape and the place of the parent."""

    source: str
    nodes: tuple[tuple[str, str, int | None], ...]


@st.composite
def mindmaps(draw: st.DrawFn, most: int = 24, deepest: int = 6) -> Written:
    """A mind map of up to so many nodes, and so deep at most."""
    lines = ["mindmap"]
    nodes: list[tuple[str, str, int | None]] = []
    path: list[int] = []
    step = draw(st.integers(1, 4))
    for number in range(draw(st.integers(1, most))):
        depth = draw(st.integers(1, min(len(path), deepest))) if path else 0
        path = path[:depth]
        written, text, shape = _node(draw, number)
        lines.append(" " * (2 + step * depth) + written)
        nodes.append((text, shape, path[-1] if path else None))
        path.append(number)
        lines.extend(draw(st.sampled_from(((), ("      ::icon(fa fa-book)",), ("   ",)))))
    return Written("\n".join(lines) + "\n", tuple(nodes))


def _node(draw: st.DrawFn, number: int) -> tuple[str, str, str]:
    shape = draw(st.sampled_from(("plain", *BRACKETS)))
    if shape == "plain":
        text = draw(st.sampled_from(sorted(TEXTS)))
        return text, TEXTS[text], shape
    opening, closing = BRACKETS[shape]
    text = draw(st.sampled_from(sorted(QUOTED)))
    quotes = draw(st.sampled_from((('"', '"'), ('"`', '`"'), ("", ""))))
    if text not in TEXTS and not quotes[0]:
        quotes = ('"', '"')
    return f"n{number}{opening}{quotes[0]}{text}{quotes[1]}{closing}", QUOTED[text], shape
