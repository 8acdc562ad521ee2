"""Sequence diagrams written at random from the grammar of Mermaid 11.17."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from hypothesis import strategies as st

ARROWS = tuple(
    form.format(dashes)
    for dashes in ("-", "--")
    for form in (
        *("{}>>", "{}>", "{}x", "{})", "<<{}>>"),
        *("{}|\\", "{}|/", "{}\\\\", "{}//", "/|{}", "\\|{}", "//{}", "\\\\{}"),
    )
)
TYPES = ("boundary", "control", "entity", "database", "collections", "queue", "actor")
NAMES = ("A", "Bob", "Load Balancer", "cache.kv", "gpu_0", "사용자", "db.main", "N8")
WORDS = (
    "",
    "x",
    "prefill(prompt)",
    "GET /v1/completions",
    "Is it ready?",
    "first line<br/>second line",
    "a message that has far more to say than there is room for between two life lines",
    "Incomprehensibilities",
    "Bearer <JWT> #amp; 2 #lt; 3",
    "토큰화 단계",
    "wrap: words that ask to be wrapped where they are too long for the room they have",
    "nowrap: words that do not",
)
FRAGMENTS = {
    **dict.fromkeys(("loop", "opt", "break"), ""),
    "alt": "else",
    "par": "and",
    "par_over": "and",
    "critical": "option",
}
FILLS = ("rgb(200, 220, 255)", "rgba(0, 0, 255, .1)", "aliceblue", "")
BOXES = ("Aqua Group", "transparent", "rgb(33,66,99) Two words", "", "Just words")
FREQUENT = ("message", "message", "message", "message")
STATEMENTS = (*FREQUENT, "note", "activation", "fragment", "rect", "create", "destroy", "number")

MAX_DEPTH = 3


@dataclass(frozen=True)
class Written:
    """A source, who takes part in it from left to right, and how much it says."""

    source: str
    participants: tuple[str, ...]
    messages: int
    notes: int
    fragments: int


@dataclass
class _Writer:
    """What has been written so far, so that what comes next may stand there."""

    draw: st.DrawFn
    alive: list[str]
    most: int
    depth: int = 0
    participants: dict[str, None] = field(default_factory=dict)
    active: Counter[str] = field(default_factory=Counter)
    count: Counter[str] = field(default_factory=Counter)

    def one_of(self, *choices: str) -> str:
        return self.draw(st.sampled_from(choices))

    def someone(self) -> str:
        name = self.one_of(*self.alive)
        self.participants[name] = None
        return name

    def lines(self) -> Iterator[str]:
        for _ in range(self.draw(st.integers(0, self.most >> self.depth))):
            yield from getattr(self, self.one_of(*STATEMENTS))()

    def message(self) -> Iterator[str]:
        yield self.between(self.someone(), self.someone())

    def between(self, source: str, target: str) -> str:
        arrow, words = self.one_of(*ARROWS), self.one_of(*WORDS)
        at_source, at_target = self.one_of("", "", "", "()"), self.one_of("", "", "()", "+", "-")
        if at_source or (at_target == "-" and not self.active[source]):
            at_target = self.one_of("", "()")
        self.active[target if at_target == "+" else source] += {"+": 1, "-": -1}.get(at_target, 0)
        self.count["messages"] += 1
        return f"{source}{at_source}{arrow}{at_target}{target}: {words}"

    def note(self) -> Iterator[str]:
        side, who = self.one_of("left of", "right of", "over", "OVER"), self.someone()
        if side.lower() == "over" and self.draw(st.booleans()):
            who += f",{self.someone()}"
        self.count["notes"] += 1
        yield f"Note {side} {who}: {self.one_of(*WORDS)}"

    def activation(self) -> Iterator[str]:
        known = [name for name in self.alive if name in self.participants]
        if not known:
            return
        who = self.one_of(*known)
        ends = self.active[who] > 0 and self.draw(st.booleans())
        self.active[who] += -1 if ends else 1
        yield f"{'deactivate' if ends else 'activate'} {who}"

    def fragment(self) -> Iterator[str]:
        kind = self.one_of(*FRAGMENTS)
        sections = self.draw(st.integers(0, 2)) if FRAGMENTS[kind] else 0
        yield from self.block([kind, *[FRAGMENTS[kind]] * sections], WORDS)

    def rect(self) -> Iterator[str]:
        yield from self.block(["rect"], FILLS)

    def block(self, openings: list[str], words: tuple[str, ...]) -> Iterator[str]:
        if self.depth == MAX_DEPTH:
            return
        self.count["fragments"] += 1
        self.depth += 1
        for opening in openings:
            yield f"{opening} {self.one_of(*words)}".rstrip()
            yield from self.lines()
        self.depth -= 1
        yield "end"

    def create(self) -> Iterator[str]:
        name = f"New {len(self.participants)}"
        self.participants[name] = None
        yield f"create {self.one_of('participant', 'actor')} {name}"
        yield self.between(self.someone(), name)
        self.alive.append(name)

    def destroy(self) -> Iterator[str]:
        if len(self.alive) == 1:
            return
        name = self.one_of(*self.alive)
        yield f"destroy {name}"
        ends = self.draw(st.permutations([name, self.one_of(*self.alive)]))
        self.participants.update(dict.fromkeys(ends))
        yield self.between(*ends)
        self.alive.remove(name)

    def number(self) -> Iterator[str]:
        yield f"autonumber {self.one_of('', '10', '10 5', '1.5 .25', 'off')}".rstrip()

    def introductions(self) -> Iterator[str]:
        """Some of those who take part, with other words, as something else, in boxes."""
        for name in self.alive:
            boxed = self.draw(st.integers(0, 3)) == 0
            if boxed:
                yield f"box {self.one_of(*BOXES)}".rstrip()
            if boxed or self.draw(st.booleans()):
                self.participants[name] = None
                yield self.introduction(name)
            if boxed:
                yield "end"

    def introduction(self, name: str) -> str:
        alias = self.one_of("", f" as {self.one_of(*WORDS)}")
        if alias and " " in name:
            alias = ""
        if name.isalnum() and self.draw(st.booleans()):
            return f'participant {name}@{{ "type": "{self.one_of(*TYPES)}" }}{alias}'.rstrip()
        return f"{self.one_of('participant', 'actor')} {name}{alias}".rstrip()


@st.composite
def sequences(draw: st.DrawFn, most_participants: int = 5, most_lines: int = 10) -> Written:
    """A sequence diagram with statements of every kind, fragments up to `MAX_DEPTH` deep."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=most_participants))
    writer = _Writer(draw, list(dict.fromkeys(names)), most_lines)
    lines = ["sequenceDiagram", *writer.introductions(), *writer.lines()]
    return Written(
        "\n".join(lines),
        tuple(writer.participants),
        writer.count["messages"],
        writer.count["notes"],
        writer.count["fragments"],
    )
