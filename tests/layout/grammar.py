"""Flowcharts written at random from a small grammar."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

SHAPES = ("[{}]", "({})", "{{{}}}", "(({}))", "[({})]", "{{{{{}}}}}", "([{}])", "[[{}]]", ">{}]")
ARROWS = ("-->", "---", "-.->", "==>", "~~~", "--o", "--x", "<-->", "---->")
CLASSES = ("primary", "secondary", "note", "accent", "unheard-of")
DIRECTIONS = ("LR", "RL", "TB", "BT")
WORDS = (
    "x",
    "Router",
    "Is it ready?",
    "Title<br/>second line",
    "A sentence that is too long for one line of a box and so goes on",
    "Incomprehensibilities and counterrevolutionaries",
    "토큰화 단계",
    "WWWW MMMM WWWW MMMM",
)


@dataclass(frozen=True)
class Written:
    """A source, and the keys of the boxes and lines that its drawing must have."""

    source: str
    boxes: frozenset[str]
    connectors: frozenset[str]


@st.composite
def flowcharts(
    draw: st.DrawFn, most_nodes: int = 8, most_edges: int = 10, *, loops: bool = True
) -> Written:
    """A flowchart with nodes of all kinds, edges between any two ends, and nested groups."""
    names = [f"N{number}" for number in range(draw(st.integers(1, most_nodes)))]
    statements = [draw(_nodes(name)) for name in names]
    groups: list[str] = []
    empty: set[str] = set()
    for number in range(draw(st.integers(0, 3))):
        # What is written from a place on goes into the group, with the groups that are there.
        start = draw(st.integers(0, len(statements)))
        groups.append(f"G{number}")
        if start == len(statements):
            empty.add(groups[-1])
        statements[start:] = [draw(_groups(groups[-1], statements[start:]))]
    counts: dict[str, int] = {}
    connectors = []
    for _ in range(draw(st.integers(0, most_edges))):
        source, target = draw(st.sampled_from([*names, *groups])), draw(st.sampled_from(names))
        if source == target and not loops:
            continue
        arrow = draw(st.sampled_from(ARROWS))
        label = draw(st.sampled_from(("", "", "", *(f'|"{words}"|' for words in WORDS))))
        statements.append(f"{source} {arrow}{label} {target}")
        pair = f"{source}->{target}"
        if arrow != "~~~":
            connectors.append(f"edge:{pair}:{counts.get(pair, 0)}")
        counts[pair] = counts.get(pair, 0) + 1
    return Written(
        "\n".join([f"flowchart {draw(st.sampled_from(DIRECTIONS))}", *statements]),
        frozenset(
            [f"node:{name}" for name in names]
            # A group without members is a box.
            + [f"{'node' if name in empty else 'group'}:{name}" for name in groups]
        ),
        frozenset(connectors),
    )


@st.composite
def _nodes(draw: st.DrawFn, name: str) -> str:
    shape, words = draw(st.sampled_from(SHAPES)), draw(st.sampled_from(WORDS))
    role = draw(st.sampled_from(("", "", *(f":::{name}" for name in CLASSES))))
    written = shape.format(f'"{words}"')
    return draw(st.sampled_from((name, f"{name}{written}{role}")))


@st.composite
def _groups(draw: st.DrawFn, name: str, inside: list[str]) -> str:
    words = draw(st.sampled_from((" ", *WORDS)))
    own = draw(st.sampled_from(("", *(f"direction {way}" for way in DIRECTIONS))))
    return "\n".join([f'subgraph {name}["{words}"]', own, *inside, "end"])
