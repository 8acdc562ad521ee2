"""One thing to change in a diagram: what, where, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diagramkit.sync.passage import Edit, Passage, apply


@dataclass(frozen=True, slots=True)
class Change:
    """`start` and `end` count in the diagram; a new line goes below the line of `start`, or above.

    `message` says what is out of step, with the token that differs.
    """

    kind: Literal["replace", "remove", "below", "above"]
    start: int
    end: int
    text: str
    message: str

    def edit(self, passage: Passage) -> Edit:
        """The change as an edit of the diagram."""
        if self.kind == "replace":
            return Edit(self.start, self.end, self.text)
        if self.kind == "remove":
            return passage.remove(self.start, self.end)
        return passage.insert_line(self.start, self.text, above=self.kind == "above")


def made(text: str, changes: list[Change]) -> str:
    """The diagram `text` by itself with all changes made."""
    passage = Passage(text)
    return apply(text, [change.edit(passage) for change in changes])
