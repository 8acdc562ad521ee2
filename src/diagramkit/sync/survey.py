"""What the diagrams and drawings of a repository look like before they share a theme."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from diagramkit.color import plain
from diagramkit.diagnostics import DiagramError
from diagramkit.markdown import dialect_of, find_blocks
from diagramkit.mermaid.cleaning import clean
from diagramkit.mermaid.comments import said
from diagramkit.mermaid.keywords import KINDS, keyword_of
from diagramkit.mermaid.kinds.flowchart import read
from diagramkit.mermaid.kinds.flowchart.model import Flowchart, Group, Node
from diagramkit.mermaid.reading import MAX_CHARACTERS
from diagramkit.project.discovery import Source
from diagramkit.sync.directive import THEMING, directive_settings
from diagramkit.sync.files import read_document
from diagramkit.sync.front_matter import front_matter_settings
from diagramkit.theme.paints import Paint, paint_of

_COLOR = re.compile(r"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b")
_PAINTED = re.compile(r"(?:fill|stroke)\s*[:=]\s*[\"']?\s*([a-zA-Z]{3,24}|rgba?\([^()]{3,60}\))")
# Mermaid's own class of a node that is clicked on.
_CLICKABLE = "clickable"


@dataclass(frozen=True, slots=True)
class ChartSurvey:
    """The paints of one flowchart: by class, of boxes and groups with a style of their own, of
    links; whether it has boxes without any, and the classes that groups have."""

    classes: Mapping[str, Paint]
    own: frozenset[Paint]
    lines: frozenset[Paint]
    has_plain: bool
    framed: frozenset[str]
    framed_paints: frozenset[Paint]


@dataclass(slots=True)
class ClassSurvey:
    """A class over all flowcharts: how many nodes (and groups) and diagrams it is in, and how it is
    defined.

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

    `kinds` counts diagrams by kind (`other` for what is no Mermaid that is known), `bare` those of
    other kinds than flowcharts that nothing gives a theme; `themes` counts what directives and
    front matter say of one, `variables` the colours that they give by name. `colors` are the
    colours of classes and styles in Mermaid, `drawing_colors` those in SVG files, each once a file,
    as `diagramkit.color.plain` has them. `own` and `lines` count the diagrams that have a paint of
    single boxes, or of links, in `style` and `linkStyle` statements.
    """

    files: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    unreadable: int = 0
    directives: int = 0
    front_matters: int = 0
    bare: int = 0
    filled: int = 0
    styles: int = 0
    link_styles: int = 0
    themes: Counter[str] = field(default_factory=Counter)
    variables: dict[str, Counter[str]] = field(default_factory=dict)
    nodes: int = 0
    classes: dict[str, ClassSurvey] = field(default_factory=dict)
    colors: Counter[str] = field(default_factory=Counter)
    drawings: int = 0
    drawing_colors: Counter[str] = field(default_factory=Counter)
    charts: list[ChartSurvey] = field(default_factory=list)
    own: Counter[Paint] = field(default_factory=Counter)
    lines: Counter[Paint] = field(default_factory=Counter)

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
        found = {*_COLOR.findall(text), *_PAINTED.findall(text)}
        self.drawing_colors.update({color for each in found if (color := plain(each))})

    def _diagram(self, text: str) -> None:
        try:
            source = clean(text, "", 1)
            kind = KINDS.get(keyword_of(source.text) or "", "other")
            chart = read(source) if kind == "flowchart" else None
        except DiagramError:
            kind, chart = "other", None
            self.unreadable += 1
        self.kinds[kind] += 1
        self._theme(text, kind)
        if chart:
            self._flowchart(chart)

    def _theme(self, text: str, kind: str) -> None:
        """What directives and front matter say of a theme."""
        directives = list(directive_settings(text))
        matter = front_matter_settings(text)
        self.directives += bool(directives)
        self.front_matters += bool(matter)
        themed = [each for each in (*directives, matter) if set(each) & set(THEMING)]
        self.bare += not themed and kind not in ("flowchart", "other")
        for settings in themed:
            self.themes[str(settings.get("theme", "default"))] += 1
            variables = settings.get("themeVariables")
            for name, value in variables.items() if isinstance(variables, dict) else ():
                if color := plain(str(value)):
                    self.variables.setdefault(str(name), Counter())[color] += 1

    def _flowchart(self, chart: Flowchart) -> None:
        things: tuple[Node | Group, ...] = (*chart.nodes, *chart.groups)
        self.nodes += len(chart.nodes)
        self.styles += sum(bool(thing.style) for thing in things)
        self.link_styles += sum(bool(edge.style) for edge in chart.edges)
        names = dict.fromkeys(name for thing in things for name in thing.classes)
        known = [name for name in names if name != _CLICKABLE or name in chart.class_styles]
        for name in known:
            self._class(name, chart)
        styles = [*chart.class_styles.values(), *(thing.style for thing in things)]
        styles += [edge.style for edge in chart.edges]
        self.filled += any(plain(dict(style).get("fill", "")) for style in styles)
        for style in styles:
            self.colors.update(color for _, value in style if (color := plain(value)))
        self._paints(chart, known)

    def _class(self, name: str, chart: Flowchart) -> None:
        targets = {edge.target for edge in chart.edges}
        sources = {edge.source for edge in chart.edges}
        nodes = [node.id for node in chart.nodes if name in node.classes]
        found = self.classes.setdefault(name, ClassSurvey())
        found.diagrams += 1
        found.nodes += len(nodes) + sum(name in group.classes for group in chart.groups)
        found.starts += sum(node not in targets for node in nodes)
        found.ends += sum(node not in sources for node in nodes)
        if style := chart.class_styles.get(name):
            found.styles[style] += 1

    def _paints(self, chart: Flowchart, names: Iterable[str]) -> None:
        things: tuple[Node | Group, ...] = (*chart.nodes, *chart.groups)
        own = frozenset(filter(None, (paint_of(thing.style) for thing in things)))
        strokes = (plain(dict(edge.style).get("stroke", "")) for edge in chart.edges)
        lines = frozenset((stroke,) for stroke in strokes if stroke)
        self.own.update(own)
        self.lines.update(lines)
        self.charts.append(
            ChartSurvey(
                {name: paint_of(chart.class_styles.get(name, ())) for name in names},
                own,
                lines,
                any(not node.classes and not node.style for node in chart.nodes),
                frozenset(name for group in chart.groups for name in group.classes),
                frozenset(paint_of(group.style) for group in chart.groups),
            )
        )


def _diagrams(source: Source, text: str) -> Iterator[str]:
    if source.is_markdown:
        texts = [block.text for block in find_blocks(text, dialect_of(source.path))]
    else:
        texts = [] if said(text, "skip") is not None else [text]
    yield from (each for each in texts if each.strip() and len(each) <= MAX_CHARACTERS)
