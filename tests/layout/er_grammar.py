"""ER diagrams written at random from the grammar of Mermaid 11.17."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

ATTRIBUTES = (
    "int id PK",
    "string name",
    "varchar(255) display-name UK",
    'string owner FK, UK "the one who pays"',
    'Map~K, V~ settings "all that was set when the run began, as far as it is known"',
    "timestamp_with_time_zone? created_at",
    "`unsigned int` `a name of some words`",
)
TAILS = ("|o", "||", "}o", "}|", "u")
HEADS = ("o|", "||", "o{", "|{")
LINES = ("--", "..")
ALIASES = ("", "", '["A long name for an entity that has to be broken"]', '["토큰화 단계"]')
CLASSES = ("", "", ":::primary", ":::note", ":::accent", ":::unheard-of")
LABELS = ("has", '""', '"is made of"', '"one line<br/>and another"')
DIRECTIONS = ("TB", "BT", "LR", "RL")


@dataclass(frozen=True)
class Written:
    """A source, and the keys of the boxes that its drawing must have."""

    source: str
    boxes: frozenset[str]
    relationships: int


@st.composite
def er_diagrams(draw: st.DrawFn, most: int = 6, *, loops: bool = True) -> Written:
    """An ER diagram with entities of all kinds, groups, and relationships between any two."""
    names = [f"E{number}" for number in range(draw(st.integers(1, most)))]
    lines = [f"direction {draw(st.sampled_from(DIRECTIONS))}"]
    boxes = {f"node:{name}" for name in names}
    for name in names:
        block = draw(_entities(name))
        if draw(st.integers(0, 3)) == 0:
            boxes.add(f"group:G{name}")
            block = [f"subgraph G{name} [A group]", *block, "end"]
        lines += block
    relationships = 0
    for _ in range(draw(st.integers(0, most))):
        source, target = draw(st.sampled_from(names)), draw(st.sampled_from(names))
        if source == target and not loops:
            continue
        body = "".join(draw(st.sampled_from(forms)) for forms in (TAILS, LINES, HEADS))
        lines.append(f"{source} {body} {target} : {draw(st.sampled_from(LABELS))}")
        relationships += 1
    return Written("\n".join(["erDiagram", *lines]), frozenset(boxes), relationships)


@st.composite
def _entities(draw: st.DrawFn, name: str) -> list[str]:
    attributes = draw(st.lists(st.sampled_from(ATTRIBUTES), max_size=5))
    head = f"{name}{draw(st.sampled_from(ALIASES))}{draw(st.sampled_from(CLASSES))}"
    return [f"{head} {{", *attributes, "}"] if attributes else [head]
