"""Statements to a diagram: which states there are, what is inside what.

What a statement does to what is there already follows `stateDb.ts` and `dataFetcher.ts` of
Mermaid 11.17: the first mention of a state decides its kind, later descriptions add to the first,
the last mention inside a composite decides where the state is. The one departure: classes reach
states inside composites too, which Mermaid has announced and not done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.critical import read_critical
from diagramkit.mermaid.hints import read_hints
from diagramkit.mermaid.kinds.flowchart.groups import MAX_DEPTH
from diagramkit.mermaid.kinds.flowchart.model import Direction
from diagramkit.mermaid.kinds.state.looks import Looks
from diagramkit.mermaid.kinds.state.model import (
    Composite,
    Kind,
    Note,
    State,
    StateDiagram,
    Transition,
)
from diagramkit.mermaid.kinds.state.statements import (
    EDGE,
    Body,
    Mention,
    Relation,
    Remark,
    Statement,
    last_direction,
)
from diagramkit.mermaid.label import words
from diagramkit.mermaid.limits import LinkCount, check_name
from diagramkit.mermaid.source import Source

START, END = "root_start", "root_end"


@dataclass(slots=True)
class _State:
    name: str
    offset: int
    kind: Kind
    texts: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    body: Body | None = None


def put_together(source: Source, statements: list[Statement], looks: Looks) -> StateDiagram:
    """The diagram that the statements make.

    Raises DiagramError where Mermaid would not, or where there is more than the limits allow.
    """
    builder = _Builder(source)
    builder.walk(statements)
    return builder.diagram(last_direction(statements) or "TB", looks)


class _Builder:
    """Takes the statements in their order, those inside a body behind it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._states: dict[str, _State] = {}
        self._parents: dict[str, str] = {}
        self._transitions: list[Transition] = []
        self._notes: list[Note] = []
        self._links = LinkCount(source, "a state diagram", "a state")

    def walk(self, statements: Iterable[Statement]) -> None:
        """Take all statements; bodies wait on a stack, since they may be nested deeply."""
        waiting: list[tuple[Iterator[Statement], str]] = [(iter(statements), "")]
        while waiting:
            level, parent = waiting[-1]
            for statement in level:
                self._take(statement, parent)
                if isinstance(statement, Body):
                    inside = statement.regions() or statement.statements
                    waiting.append((iter(inside), statement.mention.name))
                    break
            else:
                waiting.pop()

    def _take(self, statement: Statement, parent: str) -> None:
        match statement:
            case Mention():
                self._mention(statement, parent)
            case Relation():
                self._relate(statement, parent)
            case Remark():
                self._remark(statement, parent)
            case Body():
                state = self._mention(statement.mention, parent)
                state.body = state.body or statement

    def _mention(self, mention: Mention, parent: str, edge: Kind = "start") -> _State:
        """A state is mentioned; `edge` is what `[*]` means here."""
        name, kind = mention.name, mention.kind
        if name == EDGE:
            name, kind = f"{parent or 'root'}_{edge}", edge
        check_name(self.source, name, mention.offset)
        state = self._states.setdefault(name, _State(name, mention.offset, kind))
        state.classes += mention.classes
        for text in mention.texts:
            if text:
                state.texts.append(words(text, "markdown"))
                # A description makes a state of a fork or a choice.
                state.kind = "state"
        if parent:
            self._put(name, parent, mention.offset)
        return state

    def _put(self, name: str, parent: str, offset: int) -> None:
        """Put a state into a composite, unless that is inside it or the same."""
        depth, outer = 0, parent
        while outer:
            if outer == name:
                return
            depth, outer = depth + 1, self._parents.get(outer, "")
        if depth > MAX_DEPTH:
            raise self._too_deep(offset)
        self._parents[name] = parent

    def _too_deep(self, offset: int) -> DiagramError:
        message = f"states inside one another more than {MAX_DEPTH} deep"
        return self.source.error(offset, message, "mermaid-limit")

    def _relate(self, relation: Relation, parent: str) -> None:
        source = self._mention(relation.source, parent).name
        target = self._mention(relation.target, parent, "end").name
        offset = relation.source.offset
        self._links.add([source], [target], offset)
        text = words(relation.text, "markdown")
        self._transitions.append(Transition(source, target, text, self.source.location(offset)))

    def _remark(self, remark: Remark, parent: str) -> None:
        name = self._mention(Mention(remark.name, remark.offset), parent).name
        self._links.add([name], [f"\n{len(self._notes)}"], remark.offset)
        location = self.source.location(remark.offset)
        self._notes.append(Note(name, words(remark.text, "markdown"), remark.side, location))

    def diagram(self, direction: Direction, looks: Looks) -> StateDiagram:
        """Everything that was taken."""
        members: dict[str, list[str]] = {}
        for name in self._states:
            self._check_depth(name)
            members.setdefault(self._parents.get(name, ""), []).append(name)
        bodies = {name for name, state in self._states.items() if state.body}
        return StateDiagram(
            direction,
            tuple(self._state(s, looks) for s in self._states.values() if s.name not in bodies),
            tuple(
                self._composite(self._states[name], members, looks)
                for name in self._states
                if name in bodies
            ),
            tuple(self._transitions),
            tuple(self._notes),
            class_styles=looks.class_styles,
            critical=self._critical(),
            title=looks.title or self.source.title,
            description=looks.description,
            hints=read_hints(self.source, self._states, self._pairs()),
        )

    def _pairs(self) -> list[tuple[str, str]]:
        return [(each.source, each.target) for each in self._transitions]

    def _check_depth(self, name: str) -> None:
        depth, outer = 0, self._parents.get(name, "")
        while outer and depth <= MAX_DEPTH:
            depth, outer = depth + 1, self._parents.get(outer, "")
        if depth > MAX_DEPTH:
            raise self._too_deep(self._states[name].offset)

    def _critical(self) -> tuple[tuple[str, ...], ...]:
        """The critical paths; `[*]` is the start at the head of one, the end elsewhere."""
        edges = [EDGE] if START in self._states or END in self._states else []
        paths = read_critical(self.source, [*self._states, *edges])
        return tuple(
            tuple(
                name if name != EDGE else END if place else START for place, name in enumerate(path)
            )
            for path in paths
        )

    def _state(self, state: _State, looks: Looks) -> State:
        link, tooltip = looks.links.get(state.name, (None, ""))
        is_plain = state.kind not in ("start", "end")
        text, *details = state.texts or [words(state.name) if is_plain else ""]
        return State(
            state.name,
            text,
            state.kind,
            tuple(details),
            (*state.classes, *looks.classes.get(state.name, ())),
            looks.styles.get(state.name, ()),
            link,
            tooltip or None,
            self.source.location(state.offset),
        )

    def _composite(self, state: _State, members: dict[str, list[str]], looks: Looks) -> Composite:
        assert state.body
        if len(state.texts) > 1:
            message = f'"{state.name[:40]}" has states inside, and then one description at most'
            raise self.source.error(state.offset, message)
        return Composite(
            state.name,
            "" if state.body.is_region else "".join(state.texts) or words(state.name),
            tuple(members.get(state.name, ())),
            state.body.direction,
            state.body.is_region,
            (*state.classes, *looks.classes.get(state.name, ())),
            looks.styles.get(state.name, ()),
            self.source.location(state.offset),
        )
