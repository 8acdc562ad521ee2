"""What a diagram is called: the titles and descriptions that every kind may have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from diagramkit.mermaid.label import words
from diagramkit.mermaid.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A diagram; `title` is its name for readers who cannot see it, and `description` what they are
    told besides."""

    title: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Titled):
    """A diagram whose title stands above it; `heading` is that title, as the source writes it."""

    heading: str = ""


class TitleFields(TypedDict):
    """The fields of a `Chart`."""

    title: str
    description: str
    heading: str


class Titles:
    """The title and the descriptions of a source, as they are read: the last of each counts."""

    def __init__(self, source: Source) -> None:
        self.heading = source.title
        self.name = ""
        self.description = ""

    def add(self, kind: str, text: str) -> None:
        """What stands behind `title`, `accTitle` (`name`), or `accDescr` (`description`; `block`
        between braces)."""
        if kind == "title":
            self.heading = words(text)
        elif kind == "name":
            self.name = words(text)
        else:
            self.description = words(text)

    @property
    def title(self) -> str:
        """What the diagram is called for readers who cannot see it."""
        return self.name or self.heading

    def fields(self) -> TitleFields:
        """The same as arguments of a model."""
        return TitleFields(title=self.title, description=self.description, heading=self.heading)
