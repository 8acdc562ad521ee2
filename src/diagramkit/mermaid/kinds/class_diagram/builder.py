"""The class diagram as it grows, statement by statement.

What a statement does to what is there already follows `classDb.ts` of Mermaid 11.17: a class is
there from its first mention in a relation, with a member or behind `class` on, and `style`,
`cssClass`, `click` and annotations reach only classes that are there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from diagramkit.mermaid.generics import generics
from diagramkit.mermaid.kinds.class_diagram.members import attribute, is_method, method, words_of
from diagramkit.mermaid.kinds.class_diagram.model import (
    Class,
    ClassDiagram,
    Interface,
    Member,
    Note,
    Relation,
)
from diagramkit.mermaid.kinds.class_diagram.namespaces import Namespaces
from diagramkit.mermaid.kinds.flowchart.model import Direction, Style
from diagramkit.mermaid.label import words
from diagramkit.mermaid.limits import LinkCount, check_name
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import nearest


@dataclass(slots=True)
class _Class:
    type: str
    label: str
    offset: int
    annotations: list[str] = field(default_factory=list)
    attributes: list[Member] = field(default_factory=list)
    methods: list[Member] = field(default_factory=list)
    namespace: str | None = None
    classes: list[str] = field(default_factory=list)
    style: list[tuple[str, str]] = field(default_factory=list)
    link: str | None = None
    tooltip: str | None = None


class Builder:
    """Takes what the statements say, in their order, and gives the class diagram at the end.

    A `name` is one as it is written, with its type: `List~int~`. The type counts where the class
    is mentioned first.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.direction: Direction = "TB"
        self.title = ""
        self.description = ""
        self.namespaces = Namespaces(source)
        self._classes: dict[str, _Class] = {}
        self._interfaces: list[Interface] = []
        self._notes: list[Note] = []
        self._relations: list[Relation] = []
        self._count = LinkCount(source, "a class diagram", "a class")
        self._class_styles: dict[str, list[tuple[str, str]]] = {}

    def add_class(self, name: str, offset: int) -> str:
        """A class is mentioned at `offset`; its id."""
        name_, type_ = _split(name)
        check_name(self.source, name_, offset)
        if name_ not in self._classes:
            self._classes[name_] = _Class(type_, name_, offset)
        return name_

    def declare(self, name: str, label: str, offset: int) -> None:
        """`class name["label"]`; the class moves into the namespace that is open."""
        found = self._classes[self.add_class(name, offset)]
        found.label = label or found.label
        found.namespace = self.namespaces.innermost or found.namespace

    def add_annotation(self, name: str, text: str, offset: int) -> None:
        """`<<text>> name`. Raises DiagramError where there is no such class yet."""
        found = self._classes.get(_split(name)[0])
        if found is None:
            hint = nearest(name, list(self._classes)) or "; an annotation comes after its class"
            raise self.source.error(offset, f'no class is called "{name[:60]}" yet{hint}')
        found.annotations.append(words(text))

    def add_member(self, name: str, written: str, offset: int) -> None:
        """An attribute, a method or an annotation. Raises DiagramError where none can be read."""
        found = self._classes[self.add_class(name, offset)]
        written = written.strip()
        shown = words_of(written)
        if written.startswith("<<") and written.endswith(">>"):
            found.annotations.append(words(written[2:-2]))
        elif not is_method(shown):
            found.attributes.extend([attribute(shown)] if shown else [])
        elif member := method(shown):
            found.methods.append(member)
        else:
            message = 'a method without "(" before its ")"; expected one such as area(): double'
            raise self.source.error(offset, message)

    def relate(self, relation: Relation, offset: int) -> None:
        """A relation between two names; behind a lollipop there is an interface, no class.

        Raises DiagramError where there are too many.
        """
        source, target = relation.source, relation.target
        if relation.tail == "lollipop" and relation.head == "none":
            target, source = self.add_class(target, offset), self._interface(source, offset)
        elif relation.head == "lollipop" and relation.tail == "none":
            source, target = self.add_class(source, offset), self._interface(target, offset)
        else:
            source, target = self.add_class(source, offset), self.add_class(target, offset)
        self._count.add([source], [target], offset)
        self._relations.append(replace(relation, source=source, target=target))

    def _interface(self, name: str, offset: int) -> str:
        id_ = f"interface{len(self._interfaces)}"
        text = generics(words(name))
        self._interfaces.append(Interface(id_, text, self.source.location(offset)))
        return id_

    def add_note(self, text: str, target: str | None, offset: int) -> None:
        """`note "…"` and `note for A "…"`."""
        place = self.source.location(offset)
        namespace = self.namespaces.innermost
        id_ = f"note{len(self._notes)}"
        self._notes.append(Note(id_, words(text), target, namespace, place))

    def add_css_class(self, names: str, name: str) -> None:
        """`cssClass "a,b" name` and `:::name`."""
        for each in names.split(","):
            # Mermaid finds no class whose name begins with a digit.
            found = None if each[:1].isdecimal() else self._classes.get(_split(each)[0])
            if found:
                found.classes.append(name)

    def define_class(self, names: Iterable[str], style: Style) -> None:
        """`classDef a,b …`; a class defined twice has the declarations of both."""
        for name in names:
            self._class_styles.setdefault(name, []).extend(style)

    def add_style(self, name: str, style: Style) -> None:
        """`style name …`."""
        if found := self._classes.get(name):
            found.style.extend(style)

    def on_click(self, name: str, link: str | None, tooltip: str | None) -> None:
        """What is linked to a class, and the words shown with it."""
        if found := self._classes.get(_split(name)[0]):
            found.link = link or found.link
            found.tooltip = tooltip or found.tooltip

    def names(self) -> list[str]:
        """The ids of the classes, in source order."""
        return list(self._classes)

    def diagram(self, critical: tuple[tuple[str, ...], ...]) -> ClassDiagram:
        """Everything that was taken, and the paths that are `critical`."""
        return ClassDiagram(
            direction=self.direction,
            classes=tuple(self._finished(name, found) for name, found in self._classes.items()),
            interfaces=tuple(self._interfaces),
            notes=tuple(self._finished_note(note) for note in self._notes),
            relations=tuple(self._relations),
            namespaces=self.namespaces.finished(),
            class_styles={name: tuple(style) for name, style in self._class_styles.items()},
            critical=critical,
            title=self.title or self.source.title,
            description=self.description,
        )

    def _finished(self, name: str, found: _Class) -> Class:
        return Class(
            name,
            words(found.label),
            words(found.type),
            tuple(found.annotations),
            tuple(found.attributes),
            tuple(found.methods),
            found.namespace,
            tuple(found.classes),
            tuple(found.style),
            found.link,
            found.tooltip,
            self.source.location(found.offset),
        )

    def _finished_note(self, note: Note) -> Note:
        """The note; one for a class that is nowhere stands on its own."""
        return replace(note, target=note.target if note.target in self._classes else None)


def _split(name: str) -> tuple[str, str]:
    """A name and its type: `List~int~` is `List` and `int`."""
    if name.find("~") < 1:
        return name, ""
    pieces = name.split("~")
    return pieces[0], pieces[1]
