"""Drawn sequence diagrams that can be asked where things are."""

from __future__ import annotations

from typing import Any

from diagramkit import render
from diagramkit.scene import Box, Mark, Text

from .pictures import Picture


class SequencePicture(Picture):
    """A drawing with life lines; participants by their ids, notes and fragments by their keys."""

    def life(self, name: str) -> float:
        """Where the life line of a participant stands."""
        return self.marked(f"life:{name}").path.flattened()[0].x

    def marked(self, key: str) -> Mark:
        return next(
            item for item in self.scene.primitives if isinstance(item, Mark) and item.key == key
        )

    def keys(self, prefix: str) -> list[str]:
        """The keys of everything of one sort, in paint order."""
        return [item.key for item in self.scene.primitives if item.key.startswith(f"{prefix}:")]

    def part(self, key: str) -> Box:
        """A note, a fragment, a foot, by its whole key."""
        return next(box for box in self.scene.boxes if box.key == key)

    def said(self, owner: str) -> list[Text]:
        """The lines of words that belong to the thing of a key."""
        return [text for text in self.scene.texts if text.owner == owner]

    def height(self, source: str, target: str, number: int = 0) -> float:
        """How far down a message begins."""
        return self.edge(source, target, number).points[0].y


def sequence(*statements: str, **options: Any) -> SequencePicture:
    """Draw a sequence diagram by its statements; `options` are those of `render`."""
    source = "\n".join(["sequenceDiagram", *statements]) + "\n"
    return SequencePicture(render(source, **options))
