"""A flowchart that is written by the grammar is read back as it was meant."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.flowchart.model import (
    Direction,
    Edge,
    Flowchart,
    Group,
    Head,
    Line,
    Node,
)

BRACKETS = {
    "square": ("[", "]"),
    "round": ("(", ")"),
    "diamond": ("{", "}"),
    "circle": ("((", "))"),
    "doublecircle": ("(((", ")))"),
    "hexagon": ("{{", "}}"),
    "stadium": ("([", "])"),
    "subroutine": ("[[", "]]"),
    "cylinder": ("[(", ")]"),
    "odd": (">", "]"),
    "ellipse": ("(-", "-)"),
    "lean_right": ("[/", "/]"),
    "lean_left": ("[\\", "\\]"),
    "trapezoid": ("[/", "\\]"),
    "inv_trapezoid": ("[\\", "/]"),
}
MARKS: dict[Head, tuple[str, str]] = {
    "none": ("", "-"),
    "arrow": ("<", ">"),
    "circle": ("o", "o"),
    "cross": ("x", "x"),
}
LINES: tuple[Line, ...] = ("solid", "thick", "dotted", "invisible")
DIRECTIONS: tuple[Direction, ...] = ("LR", "RL", "TB", "BT")
PLAIN = "ABCxyz 0159äßé图표"
QUOTED = PLAIN + "()[]{}|.,:;!?@%$'+=/-~^"


def texts(alphabet: str) -> st.SearchStrategy[str]:
    """Words with single spaces between them."""
    text = st.text(alphabet, min_size=1, max_size=12)
    return text.map(lambda text: " ".join(text.split())).filter(bool)


@dataclass(frozen=True)
class Written:
    """A flowchart, and the lines of a source that say it."""

    chart: Flowchart
    lines: tuple[str, ...]


@st.composite
def nodes(draw: st.DrawFn, number: int) -> tuple[Node, str]:
    name = draw(st.sampled_from(["N{}", "n-{}", "n.{}x", "n_{}", "图{}", "é{}", "{}n"])).format(
        number
    )
    shape = draw(st.sampled_from([None, *BRACKETS]))
    classes = draw(st.sampled_from([(), ("one",), ("two-part",)]))
    if shape is None:
        words = name
        written = name
    else:
        opening, closing = BRACKETS[shape]
        if draw(st.booleans()):
            words = draw(texts(QUOTED))
            written = f'{name}{opening}"{words}"{closing}'
        else:
            words = draw(texts(PLAIN))
            written = f"{name}{opening}{words}{closing}"
    written += "".join(f":::{each}" for each in classes)
    return Node(name, words, shape, classes), written


@st.composite
def links(draw: st.DrawFn, ends: list[str], number: int) -> tuple[Edge, str]:
    source, target = draw(st.sampled_from(ends)), draw(st.sampled_from(ends))
    line = draw(st.sampled_from(LINES))
    head = draw(st.sampled_from(list(MARKS))) if line != "invisible" else "none"
    tail = draw(st.sampled_from([head, "none"]))
    length = draw(st.integers(1, 10))
    words = draw(st.one_of(st.just(""), texts(QUOTED)))
    name = draw(st.sampled_from([None, f"e{number}"]))
    start, end = MARKS[tail][0] if tail != "none" else "", MARKS[head][1]
    body = {
        "solid": "-" * (length + 1) + end,
        "thick": "=" * (length + 1) + end.replace("-", "="),
        "dotted": "-" + "." * length + "-" + end.replace("-", ""),
        "invisible": "~" * (length + 2),
    }[line]
    label = f'|"{words}"|' if words else ""
    at = f" {name}@" if name else " "
    edge = Edge(source, target, words, line, tail, head, length, name)
    return edge, f"{source}{at}{start}{body}{label} {target}"


@st.composite
def flowcharts(draw: st.DrawFn) -> Written:
    direction = draw(st.sampled_from(DIRECTIONS))
    boxes = [draw(nodes(number)) for number in range(draw(st.integers(1, 6)))]
    free = list(boxes)
    groups: list[Group] = []
    # Each group stands alone, or takes the one before it inside.
    blocks: list[list[str]] = []
    for number in range(draw(st.integers(0, 3))):
        taken = [free.pop() for _ in range(draw(st.integers(0, min(2, len(free)))))]
        members = [node.id for node, _ in taken]
        title = draw(texts(QUOTED))
        own = draw(st.sampled_from([None, *DIRECTIONS]))
        block = [written for _, written in taken]
        inside = draw(st.booleans())
        if blocks and inside:
            block += blocks.pop()
            members.append(groups[-1].id)
        turn = [f"direction {own}"] if own else []
        blocks.append([f'subgraph g{number} ["{title}"]', *turn, *block, "end"])
        groups.append(Group(f"g{number}", title, tuple(members), own))
    ends = [node.id for node, _ in boxes] + [group.id for group in groups]
    edges = [draw(links(ends, number)) for number in range(draw(st.integers(0, 6)))]
    chart = Flowchart(
        direction,
        tuple(node for node, _ in boxes),
        tuple(edge for edge, _ in edges),
        tuple(groups),
    )
    lines = [f"flowchart {direction}", *(line for block in blocks for line in block)]
    lines += [written for _, written in free] + [line for _, line in edges]
    return Written(chart, tuple(lines))


def without_places(chart: Flowchart) -> Flowchart:
    """The flowchart with no locations, its nodes and groups in the order of their names."""
    return replace(
        chart,
        nodes=tuple(
            sorted((replace(node, location=None) for node in chart.nodes), key=lambda n: n.id)
        ),
        edges=tuple(replace(edge, location=None) for edge in chart.edges),
        groups=tuple(
            sorted((replace(group, location=None) for group in chart.groups), key=lambda g: g.id)
        ),
    )


@given(flowcharts(), st.sampled_from(["\n", ";\n", "\r\n", "\n\n  ", "\n%% comment\n"]))
def test_a_flowchart_is_read_back_as_it_was_written(written: Written, between: str) -> None:
    chart = parse(between.join(written.lines))
    assert without_places(chart) == without_places(written.chart)
