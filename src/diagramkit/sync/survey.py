"""What the diagrams and drawings of a repository look like before they share a theme."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from diagramkit.diagnostics import DiagramError
from diagramkit.markdown import dialect_of, find_blocks
from diagramkit.mermaid.cleaning import clean, find_directives
from diagramkit.mermaid.comments import said
from diagramkit.mermaid.keywords import KINDS, keyword_of
from diagramkit.mermaid.kinds.flowchart import read
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.mermaid.reading import MAX_CHARACTERS
from diagramkit.project.discovery import Source
from diagramkit.sync.files import read_document

_COLOR = re.compile(r"#[0-9A-Fa-f]{6}\b")
# Mermaid's own class of a node that is clicked on.
_CLICKABLE = "clickable"


@dataclass(slots=True)
class ClassSurvey:
    """A class over all flowcharts: how many nodes and diagrams it is in, and how it is defined.

    `starts` are its nodes that no link leads to, `ends` those that none leads from; `styles`
    counts its definitions, each as declarations in source order.
    """

    nodes: int = 0
    diagrams: int = 0
    starts: int = 0
    ends: int = 0
    styles: Counter[tuple[tuple[str, str], ...]] = field(default_factory=Counter)

    @property
    def style(self) -> dict[str, str]:
        """The commonest definition."""
        return dict(self.styles.most_common(1)[0][0]) if self.styles else {}


@dataclass(slots=True)
class Survey:
    """Counts over a repository.

    `kinds` counts diagrams by kind (`other` for what is no Mermaid that is known), `colors` the
    colours of classes and styles in Mermaid, `drawing_colors` those in SVG files, each once a
    file; colours are in upper case.
    """

    files: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    unreadable: int = 0
    directives: int = 0
    styles: int = 0
    nodes: int = 0
    classes: dict[str, ClassSurvey] = field(default_factory=dict)
    colors: Counter[str] = field(default_factory=Counter)
    drawings: int = 0
    drawing_colors: Counter[str] = field(default_factory=Counter)

    @property
    def diagrams(self) -> int:
        """How many there are, of all kinds."""
        return sum(self.kinds.values())

    def read(self, source: Source) -> None:
        """Count the diagrams of a file. Raises DiagramError for a file that cannot be read."""
        text = read_document(source.path).text
        found = list(_diagrams(source, text))
        self.files += bool(found)
        for diagram in found:
            self._diagram(diagram)

    def read_drawing(self, path: Path) -> None:
        """Count the colours of an SVG file. Raises DiagramError if it cannot be read."""
        text = read_document(path).text
        self.drawings += 1
        self.drawing_colors.update({color.upper() for color in _COLOR.findall(text)})

    def _diagram(self, text: str) -> None:
        self.directives += "%%{" in text and bool(find_directives(text))
        try:
            source = clean(text, "", 1)
            kind = KINDS.get(keyword_of(source.text) or "", "other")
            chart = read(source) if kind == "flowchart" else None
        except DiagramError:
            kind, chart = "other", None
            self.unreadable += 1
        self.kinds[kind] += 1
        if chart:
            self._flowchart(chart)

    def _flowchart(self, chart: Flowchart) -> None:
        targets = {edge.target for edge in chart.edges}
        sources = {edge.source for edge in chart.edges}
        self.nodes += len(chart.nodes)
        self.styles += sum(bool(node.style) for node in chart.nodes)
        self.styles += sum(bool(group.style) for group in chart.groups)
        names = dict.fromkeys(name for node in chart.nodes for name in node.classes)
        for name in names:
            if name == _CLICKABLE and name not in chart.class_styles:
                continue
            nodes = [node.id for node in chart.nodes if name in node.classes]
            found = self.classes.setdefault(name, ClassSurvey())
            found.diagrams += 1
            found.nodes += len(nodes)
            found.starts += sum(node not in targets for node in nodes)
            found.ends += sum(node not in sources for node in nodes)
            if style := chart.class_styles.get(name):
                found.styles[style] += 1
        styles = [*chart.class_styles.values(), *(node.style for node in chart.nodes)]
        for style in styles:
            self.colors.update(c.upper() for _, value in style for c in _COLOR.findall(value))


def _diagrams(source: Source, text: str) -> Iterator[str]:
    if source.is_markdown:
        texts = [block.text for block in find_blocks(text, dialect_of(source.path))]
    else:
        texts = [] if said(text, "skip") is not None else [text]
    yield from (each for each in texts if each.strip() and len(each) <= MAX_CHARACTERS)
