"""What the statements of a sequence diagram say, put together.

Follows the rules of Mermaid 11.17 (`apply` and `addSignal` in `sequenceDb.ts`) on activations and
on messages that make or end a participant.
"""

from __future__ import annotations

from collections import Counter

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.critical import CriticalNumbers
from diagramkit.mermaid.kinds.sequence.arrows import Arrow
from diagramkit.mermaid.kinds.sequence.cast import Cast, Mention
from diagramkit.mermaid.kinds.sequence.fragments import Fragments
from diagramkit.mermaid.kinds.sequence.model import (
    Activation,
    Birth,
    Death,
    Message,
    Note,
    Placement,
    Sequence,
)
from diagramkit.mermaid.kinds.sequence.numbering import Numbering
from diagramkit.mermaid.kinds.sequence.said import Said
from diagramkit.mermaid.settings import read_settings
from diagramkit.mermaid.source import Source


class Builder:
    """Takes what the statements say, in their order, and gives the diagram at the end."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.title = ""
        self.heading = ""
        self.description = ""
        self.cast = Cast(source)
        self.fragments = Fragments(source)
        settings = read_settings(source, "sequence")
        self.numbering = Numbering(is_always_shown=bool(settings.get("showSequenceNumbers")))
        self._critical = CriticalNumbers(source)
        self._messages = 0
        self._active: Counter[str] = Counter()
        self._activated: list[Mention] = []
        self._born: Mention | None = None
        self._dying: Mention | None = None

    def create(self, mention: Mention) -> None:
        """The next message makes this participant. Raises DiagramError where it is there."""
        if mention.name in self.cast:
            message = (
                f'"{mention.name[:60]}" is there already; expected a new name, '
                "which may have the same words: create participant B2 as B"
            )
            raise self.source.error(mention.offset, message)
        self._born = mention

    def destroy(self, mention: Mention) -> None:
        """The next message ends this participant."""
        self._dying = mention

    def message(
        self,
        source: Mention,
        target: Mention,
        arrow: Arrow,
        said: Said,
        central: tuple[bool, bool] = (False, False),
    ) -> None:
        """A message. Raises DiagramError where one was promised that this is not."""
        self.cast.mention(source)
        self.cast.mention(target)
        self._messages += 1
        self._keep_promise(source, target)
        self.fragments.add(
            Message(
                source.name,
                target.name,
                said.text,
                arrow.line,
                arrow.tail,
                arrow.head,
                self.numbering.take(),
                said.wrap,
                central,
                self._messages in self._critical,
                self.source.location(source.offset),
            ),
            source.offset,
        )

    def _keep_promise(self, source: Mention, target: Mention) -> None:
        """Say before the message whom it makes or ends; of two promises the first is meant."""
        if self._born:
            if target.name != self._born.name:
                raise self._broken(self._born, "created", "goes to")
            self.fragments.add(Birth(target.name), target.offset)
            self._born = None
        elif self._dying:
            if self._dying.name not in (source.name, target.name):
                raise self._broken(self._dying, "destroyed", "comes from or goes to")
            self.fragments.add(Death(self._dying.name), source.offset)
            self._dying = None

    def _broken(self, mention: Mention, done: str, way: str) -> DiagramError:
        name = mention.name[:60]
        message = f'"{name}" is {done} here; expected that the next message {way} "{name}"'
        return self.source.error(mention.offset, message)

    def note(self, placement: Placement, mentions: list[Mention], said: Said, offset: int) -> None:
        """Words beside or over participants."""
        for mention in mentions:
            self.cast.mention(mention)
        names = tuple(dict.fromkeys(mention.name for mention in mentions))
        place = self.source.location(offset)
        self.fragments.add(Note(placement, names, said.text, said.wrap, place), offset)

    def activate(self, mention: Mention) -> None:
        """A bar begins on a life line."""
        self._active[mention.name] += 1
        self._activated.append(mention)
        self.fragments.add(Activation(mention.name, begins=True), mention.offset)

    def deactivate(self, mention: Mention) -> None:
        """A bar ends. Raises DiagramError where none is open."""
        if not self._active[mention.name]:
            message = f'"{mention.name[:60]}" is not active here; expected "activate" before'
            raise self.source.error(mention.offset, message)
        self._active[mention.name] -= 1
        self.fragments.add(Activation(mention.name, begins=False), mention.offset)

    def sequence(self) -> Sequence:
        """Everything that was taken. Raises DiagramError where a name or a number is none."""
        self.cast.check(self._activated)
        self._critical.check(self._messages)
        return Sequence(
            self.cast.participants(),
            self.cast.frames(),
            tuple(self.fragments.items),
            self.title or self.heading or self.source.title,
            self.description,
            self.heading or self.source.title,
        )
