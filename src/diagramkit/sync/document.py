"""A file's text with the theme written into its diagrams, and what was out of step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from diagramkit.diagnostics import Diagnostic, DiagramError, Location
from diagramkit.markdown import Line, find_blocks, lines_of
from diagramkit.mermaid.cleaning import clean
from diagramkit.mermaid.keywords import KINDS, keyword_of
from diagramkit.mermaid.kinds.flowchart import read
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.mermaid.reading import MAX_CHARACTERS
from diagramkit.mermaid.source import Source
from diagramkit.sync.change import Change, made
from diagramkit.sync.directive import plan_directive, theme_variables
from diagramkit.sync.flowchart import plan, skeleton
from diagramkit.sync.front_matter import plan_front_matter
from diagramkit.sync.look import Look
from diagramkit.sync.passage import Edit, Passage, apply

_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Synced:
    """A file in step: how many diagrams it has, and how many of them were not.

    `differences` says what was out of step, one finding a statement; `problems` are the diagrams
    that were left as they are because they cannot be read; `unknown` holds the first place of
    each class that is no role and not mapped.
    """

    text: str
    diagrams: int
    changed: int
    differences: tuple[Diagnostic, ...]
    problems: tuple[Diagnostic, ...]
    unknown: dict[str, Location]


@dataclass(frozen=True, slots=True)
class _Diagram:
    """A diagram of a file: its text, and the number (from 0) of the line that it begins in.

    `start` and `end` bound what of the file may change for it.
    """

    text: str
    first: int
    start: int
    end: int


def sync_text(text: str, path: str, look: Look, *, markdown: bool, mdx: bool = False) -> Synced:
    """Write the theme of `look` into every diagram of a file's text.

    The diagrams are the Mermaid blocks of Markdown (with `mdx`, as MDX has it), else the text as
    a whole. Of flowcharts the statements of look are changed and nothing else, of other kinds the
    directive alone. `path` is what places are told by.

    Nothing is changed, and `problems` says so, where the file as it would be had other diagrams
    than were planned, other text around them, or anything left to change.
    """
    before = list(_diagrams(text, markdown, mdx))
    run = _Run(text, path, look)
    synced = run.over(before)
    if synced.text == text:
        return synced
    after = list(_diagrams(synced.text, markdown, mdx))
    fault = _fault(text, before, synced.text, after, run.planned)
    if not fault and _Run(synced.text, path, look).over(after).text != synced.text:
        fault = "a second run would change it again"
    if not fault:
        return synced
    problem = Diagnostic("sync-unusual", f"left as it is: {fault}", Location(path))
    return replace(synced, text=text, changed=0, differences=(), problems=(problem,))


def _diagrams(text: str, markdown: bool, mdx: bool) -> Iterator[_Diagram]:
    if markdown:
        for each in find_blocks(text, mdx=mdx):
            yield _Diagram(each.text, each.line - 1, *each.body)
    else:
        yield _Diagram(text.removeprefix(_BYTE_ORDER_MARK), 0, 0, len(text))


def _fault(
    before: str, old: list[_Diagram], after: str, new: list[_Diagram], planned: list[str]
) -> str:
    """What is wrong with a file as it would be; empty where it is as it should."""
    if len(old) != len(new):
        return f"it would have {len(new)} diagrams, not {len(old)}"
    if _around(before, old) != _around(after, new):
        return "the text around its diagrams would change"
    for number, (diagram, text) in enumerate(zip(new, planned, strict=True), 1):
        if _lines(diagram.text) != _lines(text):
            return f"diagram {number} would be written otherwise than planned"
    return ""


def _lines(text: str) -> list[str]:
    """The lines of a diagram; a page has its own way to indent them."""
    return [line.strip() for line in text.strip().splitlines()]


def _around(text: str, diagrams: list[_Diagram]) -> list[str]:
    """What stands before, between and behind the diagrams of a file."""
    ends = [0, *(diagram.end for diagram in diagrams)]
    starts = [*(diagram.start for diagram in diagrams), len(text)]
    return [text[end:start] for end, start in zip(ends, starts, strict=True)]


class _Run:
    def __init__(self, text: str, path: str, look: Look) -> None:
        self.text = text
        self.path = path
        self.look = look
        self.differences: list[Diagnostic] = []
        self.problems: list[Diagnostic] = []
        self.unknown: dict[str, Location] = {}
        self.planned: list[str] = []
        """What each diagram is to be."""

    def over(self, diagrams: list[_Diagram]) -> Synced:
        lines = lines_of(self.text) if diagrams else []
        edits: list[Edit] = []
        changed = 0
        for diagram in diagrams:
            self.planned.append(diagram.text)
            try:
                found = self._edits(diagram, lines)
                edits += found
                changed += bool(found)
            except DiagramError as error:
                self.problems += error.diagnostics
        return Synced(
            apply(self.text, edits),
            len(diagrams),
            changed,
            tuple(self.differences),
            tuple(self.problems),
            self.unknown,
        )

    def _edits(self, diagram: _Diagram, lines: list[Line]) -> list[Edit]:
        if not diagram.text.strip() or len(diagram.text) > MAX_CHARACTERS:
            return []
        source = clean(diagram.text, self.path, diagram.first + 1)
        themed, changes = plan_front_matter(source, self.look, theme_variables(self.look))
        changes += plan_directive(source, self.look, themed=themed)
        if KINDS.get(keyword_of(source.text) or "") == "flowchart":
            planned = plan(source, self.look)
            changes += planned.changes
            _check(source, planned.chart, changes)
            for name, offset in planned.unknown.items():
                self.unknown.setdefault(name, source.location_of(offset))
        count = source.original.count("\n") + 1
        passage = Passage(self.text, source.original, lines[diagram.first : diagram.first + count])
        if changes and not passage.fits:
            message = "left as it is: the page writes its lines in another way (as HTML)"
            raise source.error(0, message, "sync-unusual")
        self.differences += (self._difference(source, change) for change in changes)
        self.planned[-1] = made(source.original, changes)
        return [change.edit(passage) for change in changes]

    def _difference(self, source: Source, change: Change) -> Diagnostic:
        return Diagnostic("out-of-step", change.message, source.location_of(change.start))


def _check(source: Source, before: Flowchart, changes: list[Change]) -> None:
    """Raise DiagramError if the flowchart would say anything else with `changes` made."""
    if not changes:
        return
    try:
        after = skeleton(
            read(clean(made(source.original, changes), source.path, source.first_line))
        )
    except DiagramError:
        after = None
    if after != skeleton(before):
        message = "left as it is: its statements of look are written in an unusual way"
        raise source.error(0, message, "sync-unusual")
