"""The statements of a use case diagram: actors, use cases, boundaries, relationships, notes.

Follows Mermaid 12.3 (`usecase.parser.ts`, `usecaseModelBuilder.ts`): what is only mentioned is a
use case, what is declared twice has to say the same both times. Icons and animations say nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from diagramkit.diagnostics import Location
from diagramkit.mermaid.critical import read_critical
from diagramkit.mermaid.declarations import declarations
from diagramkit.mermaid.hints import read_hints
from diagramkit.mermaid.kinds.flowchart.model import Direction, Group, Head, Style
from diagramkit.mermaid.kinds.usecase.model import Item, Kind, Note, Relationship, UseCases
from diagramkit.mermaid.kinds.usecase.scanner import STRINGS, Scanner
from diagramkit.mermaid.label import words
from diagramkit.mermaid.limits import LinkCount, check_looks, check_name
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import nearest
from diagramkit.mermaid.tokens import Token

MAX_ROWS = 200
"""The most rows of a table of JSON."""
_DIRECTIONS: dict[str, Direction] = {"LR": "LR", "RL": "RL", "TB": "TB", "TD": "TB", "BT": "BT"}
_FORBIDDEN = ("allowmixing", "newpage", "package", "rectangle", "skinparam")
_ARROWS: dict[str, tuple[Head, Head]] = {
    "forward": ("none", "arrow"),
    "backward": ("arrow", "none"),
    "line": ("none", "none"),
    "to_circle": ("none", "circle"),
    "of_circle": ("circle", "none"),
    "to_cross": ("none", "cross"),
    "of_cross": ("cross", "none"),
}
_FINISHED = {
    "line": ("forward", "line", "to_circle", "to_cross"),
    **dict.fromkeys(("backward", "of_circle", "of_cross"), ("line",)),
}
"""What ends an arrow that has its words inside."""
_LOOK = re.compile(r"(classDef|class|style)\s+(\w+(?:\s*,\s*\w+)*)\s+(\S[^\n]*)", re.ASCII)
_LIST = re.compile(r"\w+(?:\s*,\s*\w+)*", re.ASCII)
_META: dict[str, dict[str, tuple[str, ...]]] = {
    "actor": {"type": ("normal", "hollow", "awesome"), "icon": (), "business": ("true", "false")},
    "usecase": {"business": ("true", "false")},
    "boundary": {"type": ("rect", "package")},
    "edge": {"animate": ("true", "false"), "animation": ("fast", "slow")},
    "json": {},
}
"""What can be said of each kind of thing, and the values of that, if not any."""
Pairs = list[tuple[Token, Token]]


@dataclass(slots=True)
class _Entity:
    """Something as it is written once; `is_declared` where it says more than its id."""

    token: Token
    id: str
    text: str
    is_declared: bool = False
    is_box: bool = False
    stereotype: str = ""
    classes: list[str] = field(default_factory=list)
    meta: Pairs = field(default_factory=list)


def read(source: Source) -> UseCases:
    """Read a use case diagram. Raises DiagramError where Mermaid would not read it."""
    scanner = Scanner(source)
    while scanner.take_if("newline"):
        pass
    if scanner.peek().text != "usecase-beta":
        raise scanner.expected('"usecase-beta"')
    scanner.take()
    reader = _Reader(source, scanner)
    reader.end_line()
    while scanner.peek().kind != "eof":
        if not scanner.take_if("newline"):
            reader.statement()
    return reader.diagram()


class _Reader:
    """One use case diagram being read."""

    def __init__(self, source: Source, scanner: Scanner) -> None:
        self.source, self.scanner = source, scanner
        self._direction: Direction = "LR"
        self._title, self._description = source.title, ""
        self._kinds: dict[str, str] = {}
        self._items: dict[str, Item] = {}
        self._groups: dict[str, Group] = {}
        self._classes: dict[str, dict[str, None]] = {}
        self._parents: dict[str, str] = {}
        self._lines: list[tuple[Relationship, _Entity, _Entity, str]] = []
        self._notes: list[tuple[Note, Token]] = []
        self._meta: list[tuple[str, Token, Pairs]] = []
        self._looks: list[tuple[Token, str, list[str], str]] = []
        self._styles: dict[str, Style] = {}
        self._count = LinkCount(source, "a use case diagram", "a use case")

    def end_line(self) -> None:
        self.scanner.need(("newline", "eof"), "the end of the line")

    def statement(self) -> None:
        """The next statement, with the end of its line."""
        scanner, token = self.scanner, self.scanner.peek()
        if token.kind == "acc_title":
            self._title = scanner.description()
        elif token.kind in ("acc_descr", "acc_block"):
            self._description = scanner.description()
        elif token.kind == "table":
            self._table(scanner.take())
        elif token.kind == "look":
            self._look(scanner.take())
        elif token.kind == "keyword":
            self._keyword(scanner.take())
        elif token.kind in ("id", *STRINGS):
            self._entity_statement()
        else:
            raise scanner.expected("an actor, a use case, a boundary or a relationship")
        self.end_line()

    def _keyword(self, token: Token) -> None:
        scanner = self.scanner
        if token.text == "direction":
            found = scanner.need("keyword", "LR, RL, TB, TD or BT")
            if found.text not in _DIRECTIONS:
                raise scanner.error(found.start, "expected LR, RL, TB, TD or BT")
            self._direction = _DIRECTIONS[found.text]
        elif token.text == "actor":
            self._actors(may_relate=True)
        elif token.text == "systemBoundary":
            self._boundary()
        elif token.text == "note":
            if scanner.take().text != "for":
                raise scanner.error(token.end, 'expected "for" and the name of what it is beside')
            target = scanner.need("id", "the name of what the note is beside")
            text = words(scanner.label("the words of the note").text)
            self._notes.append((Note(target.text, text, self._at(target)), target))
        else:
            message = f'"{token.text}" is a keyword, and begins no statement here'
            raise scanner.error(token.start, message)

    def _at(self, token: Token) -> Location:
        return self.source.location(token.start)

    def _actors(self, *, may_relate: bool, around: str = "") -> None:
        """`actor A, B@{ type: hollow }`; one alone may begin a relationship."""
        first = self._entity(is_actor=True)
        self._declare(first, "actor", around)
        if may_relate and self.scanner.peek().kind not in ("comma", "newline", "eof"):
            self._relate(first)
        while self.scanner.take_if("comma"):
            self._declare(self._entity(is_actor=True), "actor", around)

    def _entity(self, *, is_actor: bool = False) -> _Entity:
        """A name with all that may be said of it: words, metadata, a stereotype, classes."""
        scanner = self.scanner
        token = scanner.need(("id", *STRINGS), "a name")
        name = token.text if token.kind == "id" else re.sub(r"\W", "_", token.text, flags=re.ASCII)
        check_name(self.source, name, token.start)
        entity = _Entity(token, name, token.text)
        opened = scanner.peek()
        if token.kind == "id" and opened.kind == "open" and (opened.text == "(" or not is_actor):
            scanner.take()
            entity.text = scanner.label("the words in the brackets").text
            closed = scanner.need("close", f'"{")" if opened.text == "(" else "]"}"')
            if closed.text != {"(": ")", "[": "]"}[opened.text]:
                raise scanner.error(closed.start, f'"{opened.text}" is closed by another bracket')
            entity.is_declared, entity.is_box = True, opened.text == "["
        if scanner.take_if("meta"):
            entity.meta, entity.is_declared = self._pairs(), True
        if found := scanner.take_if("stereotype"):
            entity.stereotype, entity.is_declared = found.text.strip(), True
        if scanner.take_if("classes"):
            entity.classes = self._names()
        return entity

    def _names(self) -> list[str]:
        found = [self.scanner.need("id", "the name of a class").text]
        while self.scanner.take_if("comma"):
            found.append(self.scanner.need("id", "the name of a class").text)
        return found

    def _pairs(self) -> Pairs:
        """`type: hollow, business: true }`."""
        scanner, found = self.scanner, Pairs()
        while True:
            while scanner.take_if("newline", "comma"):
                pass
            if scanner.take_if("end_meta"):
                return found
            key = scanner.need(("id", "string", "single"), "a property or the closing brace")
            scanner.need("colon", f'a colon after "{key.text[:40]}"')
            kinds = ("id", "string", "single", "keyword")
            found.append((key, scanner.need(kinds, "a value")))
            if scanner.peek().kind not in ("newline", "comma", "end_meta"):
                raise scanner.expected('a comma or "}"')

    def _entity_statement(self) -> None:
        first = self.scanner.peek()
        if first.kind == "id" and first.text.lower() in _FORBIDDEN:
            raise self.scanner.error(first.start, f'"{first.text}" is a word of PlantUML alone')
        entity = self._entity()
        if self.scanner.peek().kind not in ("newline", "eof"):
            self._relate(entity)
        elif entity.meta and entity.text == entity.token.text and not entity.stereotype:
            # Written alone it is said of what is there, be it a line or a boundary.
            self._meta.append((entity.id, entity.token, entity.meta))
        else:
            self._declare(entity, "usecase")

    def _relate(self, source: _Entity) -> None:
        """`a name@-- words --> b`: the rest of a relationship."""
        scanner, name = self.scanner, ""
        if scanner.peek().kind == "id":
            found = scanner.take()
            name = found.text
            scanner.need("at", "an arrow, or a name of it and @")
            self._register(name, "edge", found)
        arrow = self._arrow(scanner.peek())
        target = self._entity()
        self._count.add([source.id], [target.id], source.token.start)
        for end in (source, target):
            if end.is_declared and self._kinds.get(end.id) != "actor":
                self._declare(end, "usecase")
            elif end.classes and end.id not in self._kinds:
                message = f'"{end.id[:60]}" has a class before it is declared'
                raise self.source.error(end.token.start, message)
        line = replace(arrow, source=source.id, target=target.id, location=self._at(source.token))
        self._lines.append((line, source, target, name))

    def _arrow(self, token: Token) -> Relationship:
        scanner = self.scanner
        wanted = "the end of the line, or an arrow: -->, <--, --, --o, --x, ..> or --|>"
        kind = scanner.need(("general", "depends", *_ARROWS), wanted).kind
        if kind == "general":
            return Relationship("", "", "generalization", head="arrow")
        if kind == "depends":
            scanner.need("colon", '": include" or ": extend"')
            word = scanner.need("keyword", "include or extend").text.lower()
            if word not in ("include", "extend"):
                raise scanner.error(token.start, "expected include or extend")
            return Relationship("", "", "include" if word == "include" else "extend", head="arrow")
        text, last = "", token
        short = token.text in ("--", "<--", "o--", "x--")
        if short and kind in _FINISHED and scanner.ends_label(*_FINISHED[kind]):
            text = words(scanner.label("the words of the arrow").text)
            last = scanner.need(_FINISHED[kind], "the end of the arrow, such as -->")
            kind = last.kind if kind == "line" else kind
        length = min(max(last.text.count("-") - 1, 1), 10)
        tail, head = _ARROWS[kind]
        return Relationship("", "", text=text, tail=tail, head=head, length=length)

    def _boundary(self) -> None:
        """`systemBoundary shop["Shop"]` … `end`."""
        scanner = self.scanner
        opened = self._entity()
        if opened.id in self._groups and words(opened.text) != self._groups[opened.id].title:
            message = f'"{opened.id[:60]}" has another title already'
            raise scanner.error(opened.token.start, message)
        if self._kinds.get(opened.id) != "boundary":
            self._register(opened.id, "boundary", opened.token)
            self._groups[opened.id] = Group(
                opened.id, words(opened.text), location=self._at(opened.token)
            )
        self._add_classes(opened.id, opened.classes)
        self._meta.append((opened.id, opened.token, opened.meta))
        self.end_line()
        while not (scanner.peek().kind == "keyword" and scanner.peek().text == "end"):
            if scanner.peek().kind == "eof":
                message = 'this boundary is never closed; expected "end"'
                raise scanner.error(opened.token.start, message)
            if scanner.take_if("newline"):
                continue
            if scanner.peek().kind == "keyword" and scanner.peek().text == "actor":
                scanner.take()
                self._actors(may_relate=False, around=opened.id)
            else:
                self._declare(self._entity(), "usecase", opened.id)
            self.end_line()
        scanner.take()

    def _register(self, name: str, kind: str, token: Token) -> None:
        if name in self._kinds:
            message = f'"{name[:60]}" is there already'
            raise self.source.error(token.start, message)
        self._kinds[name] = kind

    def _declare(self, entity: _Entity, kind: Kind, around: str = "") -> None:
        """Something is declared, perhaps again."""
        text, known = words(entity.text), self._items.get(entity.id)
        if known is None:
            self._register(entity.id, kind, entity.token)
            known = Item(entity.id, kind, text, entity.is_box, location=self._at(entity.token))
        parent = self._parents.get(entity.id, around)
        differs = known.kind != kind or known.text != text or (around and parent != around)
        if differs or (known.stereotype and entity.stereotype not in ("", known.stereotype)):
            message = f'"{entity.id[:60]}" is declared already, and otherwise'
            raise self.source.error(entity.token.start, message)
        if around:
            self._parents[entity.id] = around
        stereotype = known.stereotype or entity.stereotype
        self._items[entity.id] = replace(known, stereotype=stereotype)
        self._add_classes(entity.id, entity.classes)
        self._meta.append((entity.id, entity.token, entity.meta))

    def _add_classes(self, name: str, classes: Iterable[str]) -> None:
        if name in self._items or name in self._groups:
            self._classes.setdefault(name, {}).update(dict.fromkeys(classes))

    def _table(self, token: Token) -> None:
        """`json Order@{ "id": 1 }`."""
        start = self.scanner.place
        try:
            value, end = json.JSONDecoder().raw_decode(self.scanner.text, start)
            fields = list(_rows(value, MAX_ROWS + 1))
        except (ValueError, RecursionError):
            raise self.source.error(start, "expected an object of JSON") from None
        if len(fields) > MAX_ROWS:
            message = f"a table of more than {MAX_ROWS} rows"
            raise self.source.error(start, message, "mermaid-limit")
        self.scanner.place = end
        self._register(token.text, "json", token)
        check_name(self.source, token.text, token.start)
        self._items[token.text] = Item(
            token.text, "json", words(token.text), fields=tuple(fields), location=self._at(token)
        )
        if self.scanner.take_if("classes"):
            self._add_classes(token.text, self._names())

    def _look(self, token: Token) -> None:
        """`classDef a fill:red`, `class A,B a` or `style A fill:red`."""
        found = _LOOK.fullmatch(token.text.strip())
        names = [name.strip() for name in found[2].split(",")] if found else []
        if found is None or (found[1] == "class" and not _LIST.fullmatch(found[3])):
            message = "expected names and what they look like, as in style A fill:red"
            raise self.source.error(token.start, message)
        check_looks(self.source, names, found[3].split(","), token.start)
        if found[1] == "classDef":
            self._styles.update(dict.fromkeys(names, declarations(found[3].split(","))))
        else:
            self._looks.append((token, found[1], names, found[3]))

    def diagram(self) -> UseCases:
        """Everything that was read."""
        for _, *ends, _ in self._lines:
            for end in ends:
                if end.id not in self._kinds:
                    self._declare(end, "usecase")
        for relationship, source, target, _ in self._lines:
            self._check_ends(relationship, source, target)
        for note, token in self._notes:
            self._need(note.target, token, ("actor", "usecase"))
        for name, token, pairs in self._meta:
            self._apply(name, token, pairs)
        for look in self._looks:
            self._apply_look(*look)
        members: dict[str, list[str]] = {}
        for name, around in self._parents.items():
            members.setdefault(around, []).append(name)
        lines = tuple(line for line, *_ in self._lines)
        known = [*self._items, *self._groups]
        return UseCases(
            self._direction,
            tuple(
                replace(item, classes=tuple(self._classes.get(name, ())))
                for name, item in self._items.items()
            ),
            lines,
            tuple(
                replace(
                    group,
                    members=tuple(members.get(group.id, ())),
                    classes=tuple(self._classes.get(group.id, ())),
                )
                for group in self._groups.values()
            ),
            tuple(note for note, _ in self._notes),
            class_styles=self._styles,
            critical=read_critical(self.source, known),
            hints=read_hints(self.source, known, [(line.source, line.target) for line in lines]),
            title=self._title,
            description=self._description,
        )

    def _need(self, name: str, token: Token, kinds: Collection[str]) -> str:
        kind = self._kinds.get(name, "")
        if kind not in kinds:
            message = f'"{name[:60]}" is none that can stand here{nearest(name, list(self._kinds))}'
            raise self.source.error(token.start, message)
        return kind

    def _check_ends(self, line: Relationship, source: _Entity, target: _Entity) -> None:
        kinds = [
            self._need(end.id, end.token, ("actor", "usecase", "json")) for end in (source, target)
        ]
        if line.sort in ("include", "extend") and kinds != ["usecase", "usecase"]:
            message = f"{line.sort} joins two use cases"
            raise self.source.error(source.token.start, message)
        if line.sort == "generalization" and (kinds[0] != kinds[1] or "json" in kinds):
            message = "a generalization joins two actors or two use cases"
            raise self.source.error(source.token.start, message)
        if "json" in kinds and {line.tail, line.head} & {"circle", "cross"}:
            message = "a line to JSON has an arrow or no head"
            raise self.source.error(source.token.start, message)

    def _apply(self, name: str, token: Token, pairs: Pairs) -> None:
        """What metadata says of something that is there."""
        kind = self._need(name, token, _META) if pairs else ""
        for key, value in pairs:
            choices = _META[kind].get(key.text)
            if choices is None or (choices and value.text not in choices):
                message = f'"{key.text[:40]}: {value.text[:40]}" cannot be said of this {kind}'
                raise self.source.error(key.start, message)
            if key.text == "business":
                is_business = value.text == "true"
                self._items[name] = replace(self._items[name], is_business=is_business)

    def _apply_look(self, token: Token, word: str, names: list[str], said: str) -> None:
        for name in names:
            self._need(name, token, _META)
            if word == "class":
                self._add_classes(name, [each.strip() for each in said.split(",")])
            elif name in self._items:
                item = self._items[name]
                style = (*item.style, *declarations(said.split(",")))
                self._items[name] = replace(item, style=style)
            elif name in self._groups:
                group = self._groups[name]
                style = (*group.style, *declarations(said.split(",")))
                self._groups[name] = replace(group, style=style)


def _rows(value: object, most: int, path: str = "") -> Iterator[tuple[str, str]]:
    """The paths and values of an object, at most so many."""
    items: list[tuple[str, object]] = []
    if isinstance(value, dict):
        items = [(str(key), one) for key, one in value.items()]
    elif isinstance(value, list):
        items = [(str(place), one) for place, one in enumerate(value)]
    for name, one in items[:most]:
        inner = f"{path}.{name}" if path else name
        if isinstance(one, dict | list) and one:
            yield from _rows(one, most, inner)
        else:
            yield inner, one if isinstance(one, str) else json.dumps(one)
