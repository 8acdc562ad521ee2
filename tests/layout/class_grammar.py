"""Class diagrams written at random from the grammar of Mermaid 11.17."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

WORDS = (
    "x",
    "Router",
    "first line<br/>second line",
    "A label that is too long for one line of a box and so goes on",
    "Incomprehensibilities and counterrevolutionaries",
    "토큰화 단계",
)
MEMBERS = (
    "x",
    "+String name",
    "-sizes: Map~K, List~V~~",
    "#count$",
    "~area()* double",
    "+schedule(waiting: List~Request~, running: List~Request~, budget: int) Batch",
    "+cpu() (int, int)$",
)
TAILS = ("", "<|", "<", "o", "*")
HEADS = ("", "|>", ">", "o", "*")
CLASSES = ("primary", "secondary", "accent", "unheard_of")
DIRECTIONS = ("TB", "BT", "LR", "RL")


@dataclass(frozen=True)
class Written:
    """A source, and the keys of the boxes that its drawing must have."""

    source: str
    boxes: frozenset[str]
    relations: int


@st.composite
def class_diagrams(draw: st.DrawFn, most: int = 6, *, loops: bool = True) -> Written:
    """A class diagram with members of all kinds, namespaces, notes, lollipops and relations between
    any two classes."""
    names = [f"C{number}" for number in range(draw(st.integers(1, most)))]
    lines = [f"direction {draw(st.sampled_from(DIRECTIONS))}"]
    boxes = {f"node:{name}" for name in names}
    for number, name in enumerate(names):
        block = draw(_classes(name))
        if draw(st.integers(0, 3)) == 0:
            space = draw(st.sampled_from((f"n{number}", "shared", "outer.inner")))
            parts = space.split(".")
            boxes |= {f"group:{'.'.join(parts[:end])}" for end in range(1, len(parts) + 1)}
            block = [f"namespace {space} {{", *block, "}"]
        lines += block
    for number in range(draw(st.integers(0, 2))):
        target = draw(st.sampled_from(("", *(f"for {name} " for name in names))))
        lines.append(f'note {target}"{draw(st.sampled_from(WORDS))}"')
        boxes.add(f"node:note{number}")
    relations = 0
    for _ in range(draw(st.integers(0, most))):
        source, target = draw(st.sampled_from(names)), draw(st.sampled_from(names))
        if source == target and not loops:
            continue
        lines.append(draw(_relations(source, target)))
        relations += 1
    if draw(st.booleans()):
        lines.append(f"Provided ()-- {draw(st.sampled_from(names))}")
        boxes.add("node:interface0")
        relations += 1
    return Written("\n".join(["classDiagram", *lines]), frozenset(boxes), relations)


@st.composite
def _classes(draw: st.DrawFn, name: str) -> list[str]:
    label = draw(st.sampled_from(("", "~T~", *(f'["{words}"]' for words in WORDS))))
    members = draw(st.lists(st.sampled_from(MEMBERS), max_size=4))
    annotation = draw(st.sampled_from(((), ("<<interface>>",))))
    role = draw(st.sampled_from(("", *(f":::{role}" for role in CLASSES))))
    if not members and not annotation:
        return [f"class {name}{label}{role}"]
    return [f"class {name}{label}{role} {{", *annotation, *members, "}"]


@st.composite
def _relations(draw: st.DrawFn, source: str, target: str) -> str:
    tail, head = draw(st.sampled_from(TAILS)), draw(st.sampled_from(HEADS))
    line = draw(st.sampled_from(("--", "..")))
    ends = [draw(st.sampled_from(("", ' "1"', ' "0..*"', ' "a few"'))) for _ in range(2)]
    label = draw(st.sampled_from(("", "", " : uses", " : asks for a block of memory")))
    return f"{source}{ends[0]} {tail}{line}{head}{ends[1]} {target}{label}"
