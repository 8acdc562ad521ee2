"""State diagrams written at random from the grammar of Mermaid 11.17."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from hypothesis import strategies as st

DIRECTIONS = ("LR", "RL", "TB", "BT")
WORDS = (
    "x",
    "Is it ready?",
    "first line<br/>second line",
    "A sentence that is too long for one line of a box and so goes on",
    "Incomprehensibilities",
    "토큰화 단계",
)
CLASSES = ("primary", "secondary", "accent", "unheard_of")
MARKS = ("<<fork>>", "<<join>>", "<<choice>>", "[[choice]]")
MAX_DEPTH = 2


@dataclass(frozen=True)
class Written:
    """A source, and the keys of the boxes and lines that its drawing must have."""

    source: str
    boxes: frozenset[str]
    connectors: frozenset[str]


@dataclass
class _Diagram:
    """What has been written: names in order, keys of boxes, and pairs that are joined."""

    names: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    noted: set[str] = field(default_factory=set)

    def name(self) -> str:
        self.names.append(f"s{len(self.names)}")
        return self.names[-1]

    def joined(self) -> frozenset[str]:
        count: Counter[tuple[str, str]] = Counter()
        keys = []
        for pair in self.pairs:
            keys.append(f"edge:{pair[0]}->{pair[1]}:{count[pair]}")
            count[pair] += 1
        return frozenset(keys)


@st.composite
def state_diagrams(draw: st.DrawFn, *, loops: bool = True) -> Written:
    """A state diagram with composites, regions, marks, notes and transitions of all kinds."""
    diagram = _Diagram()
    body = draw(_levels(diagram, "root", 0, loops))
    version = draw(st.sampled_from(("stateDiagram", "stateDiagram-v2")))
    source = "\n".join([version, *body])
    return Written(source, frozenset(diagram.boxes), diagram.joined())


@st.composite
def _levels(draw: st.DrawFn, diagram: _Diagram, level: str, depth: int, loops: bool) -> list[str]:
    """The statements of one level: its states, and what joins them."""
    lines = [f"direction {draw(st.sampled_from(DIRECTIONS))}"] if draw(st.booleans()) else []
    own: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        own.append(diagram.name())
        lines += draw(_states(diagram, own[-1], depth, loops))
    for _ in range(draw(st.integers(0, 5))):
        source, target = draw(st.sampled_from(own)), draw(st.sampled_from(own))
        if source != target or loops:
            lines.append(draw(_steps(source, target)))
            diagram.pairs.append((source, target))
    for edge, form in (("start", "[*] --> {}"), ("end", "{} --> [*]")):
        if draw(st.booleans()):
            state, mark = draw(st.sampled_from(own)), f"{level}_{edge}"
            lines.append(form.format(state))
            diagram.boxes.append(f"node:{mark}")
            diagram.pairs.append((mark, state) if edge == "start" else (state, mark))
    return lines


@st.composite
def _steps(draw: st.DrawFn, source: str, target: str) -> str:
    words = draw(st.sampled_from(("", "", "", *WORDS)))
    return f"{source} --> {target}{f' : {words}' if words else ''}"


@st.composite
def _states(draw: st.DrawFn, diagram: _Diagram, name: str, depth: int, loops: bool) -> list[str]:
    """A state of some kind, and perhaps a note beside it."""
    kinds = ["plain", "plain", "described", "declared", "marked"]
    kinds += ["composite", "parted"] if depth < MAX_DEPTH else []
    kind = draw(st.sampled_from(kinds))
    words = draw(st.sampled_from(WORDS))
    if kind in ("composite", "parted"):
        lines = draw(_composites(diagram, name, words, depth, loops, kind == "parted"))
    else:
        diagram.boxes.append(f"node:{name}")
        lines = {
            "plain": [f"{name}:::{draw(st.sampled_from(CLASSES))}"],
            "described": [f"{name} : {words}", f"{name} : more"],
            "declared": [f'state "{words}" as {name}'],
            "marked": [f"state {name} {draw(st.sampled_from(MARKS))}"],
        }[kind]
    if draw(st.integers(0, 3)) == 0:
        side = draw(st.sampled_from(("left", "right")))
        lines.append(f"note {side} of {name} : {draw(st.sampled_from(WORDS))}")
        diagram.noted.add(name)
    return lines


@st.composite
def _composites(
    draw: st.DrawFn,
    diagram: _Diagram,
    name: str,
    words: str,
    depth: int,
    loops: bool,
    is_parted: bool,
) -> list[str]:
    diagram.boxes.append(f"group:{name}")
    opening = draw(st.sampled_from((f"state {name} {{", f'state "{words}" as {name} {{')))
    if not is_parted:
        return [opening, *draw(_levels(diagram, name, depth + 1, loops)), "}"]
    first, second = (
        draw(_levels(diagram, f"{name}--{number}", depth + 1, loops)) for number in (1, 2)
    )
    return [opening, *first, "--", *second, "}"]
