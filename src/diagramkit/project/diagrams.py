"""The diagrams of a source: the whole of a file, or each block of a page, by name."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from diagramkit.diagnostics import Diagnostic, DiagramError, Location, fault
from diagramkit.figure.source import SUFFIXES as FIGURE_SUFFIXES
from diagramkit.figure.source import is_figure
from diagramkit.mermaid.comments import said
from diagramkit.mermaid.reading import undrawn
from diagramkit.project.config import Settings
from diagramkit.project.discovery import Source
from diagramkit.project.documents import read_document

if TYPE_CHECKING:
    from diagramkit.markdown import Block

_MAX_SLUG = 60


@dataclass(frozen=True, slots=True)
class Diagram:
    """One diagram to draw.

    `shown` and `line` say where `text` came from and on which line it begins; `folder` is the
    folder of its file, as the user named it. `fragment` is what the diagram is called within its
    page; `in_figure_fence` is whether the word of its fence is `figure`.
    """

    name: str
    text: str
    shown: str
    line: int
    folder: Path
    fragment: str = ""
    in_figure_fence: bool = False

    @property
    def is_figure(self) -> bool:
        """Whether it is a figure, by its fence, its file or its text; else it is Mermaid."""
        by_file = self.shown.endswith(FIGURE_SUFFIXES)
        return self.in_figure_fence or by_file or is_figure(self.text)

    @property
    def sameness(self) -> tuple[Path, bool, str]:
        """What is equal in diagrams that are drawn alike: the same source in the same folder."""
        return self.folder, self.is_figure, self.text

    @property
    def place(self) -> Location:
        """Where the diagram begins."""
        return Location(self.shown, self.line)

    def crashed(self, error: Exception) -> Diagnostic:
        """A fault of the program while it drew this diagram."""
        return fault(error, self.place)

    def errors_of(self, error: Exception) -> tuple[Diagnostic, ...]:
        """What went wrong while this diagram was drawn: a fault of ours in one is no reason to
        drop the others."""
        return error.diagnostics if isinstance(error, DiagramError) else (self.crashed(error),)

    def lost(self) -> Diagnostic:
        """The process that drew this diagram ended without a word."""
        message = "the drawing process ended abruptly; try again with -j 1"
        return Diagnostic("process", message, self.place)

    def named_like(self, other: Diagram, files: str) -> Diagnostic:
        """The `files` of this diagram would overwrite those of another."""
        message = f"its {files} would have the same names as those of {other.shown}: rename one"
        return Diagnostic("same-name", message, self.place)


@dataclass(frozen=True, slots=True)
class PageDiagram:
    """A diagram of a page, and the block that it stands in."""

    diagram: Diagram
    block: Block


@dataclass(slots=True)
class Inputs:
    """What a command has to work on: the sources, and their diagrams that can be drawn.

    `problems` are what could not be used, `unread` the files among them, absolute; `undrawn` are
    the diagrams of kinds that are not drawn, as warnings.
    """

    sources: list[Source] = field(default_factory=list)
    diagrams: list[Diagram] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    undrawn: list[Diagnostic] = field(default_factory=list)
    unread: set[Path] = field(default_factory=set)


def read_inputs(paths: Sequence[Path], settings: Settings) -> Inputs:
    """Find the sources that `paths` name, and read their diagrams; one that cannot be read leaves
    the others."""
    sources, problems = settings.find(paths)
    inputs = read_sources(sources, settings)
    inputs.problems = [*problems, *inputs.problems]
    return inputs


def read_sources(sources: Sequence[Source], settings: Settings) -> Inputs:
    """Read the diagrams of sources; one that cannot be read leaves the others."""
    inputs = Inputs(list(sources))
    for source in sources:
        try:
            found = read_diagrams(source)
        except DiagramError as error:
            inputs.problems += error.diagnostics
            inputs.unread.add(Path(os.path.abspath(source.path)))
            continue
        is_fatal = settings.undrawn == "error" or (source.named and not source.is_markdown)
        for diagram in found:
            kind = undrawn(diagram.text, diagram.shown, diagram.line) if not is_fatal else None
            if kind is None:
                inputs.diagrams.append(diagram)
            else:
                inputs.undrawn.append(replace(kind, severity="warning"))
    return inputs


def read_diagrams(source: Source) -> list[Diagram]:
    """The diagrams of `source` but those that say `%% diagram: skip`, called after its file:
    `<stem>`, in a page `<stem>-<fragment>`.

    Raises `DiagramError` for a file that cannot be read or is not UTF-8.
    """
    document = read_document(source.path)
    if source.is_markdown:
        return [one.diagram for one in page_diagrams(source.path, document.text)]
    mermaid = document.body
    if said(mermaid, "skip") is not None:
        return []
    return [Diagram(source.path.stem, mermaid, str(source.path), 1, source.path.parent)]


def page_diagrams(path: Path, text: str) -> list[PageDiagram]:
    """The diagrams of the page `text` of the file `path`, Mermaid and figures, in order, but those
    to be skipped.

    Each is called after the page and itself: by `%% diagram: name checkout`, else by the id of
    its fence, else by the nearest heading above it. A number tells those of one name apart from
    the second on; names of pictures that the page shows beside it are taken.
    """
    from diagramkit.markdown import dialect_of, find_blocks, find_places

    dialect = dialect_of(path)
    blocks = find_blocks(text, dialect, figures=True)
    places = find_places(text, dialect)
    taken = {Path(place.name).stem.casefold() for place in places if "/" not in place.name}
    return [
        PageDiagram(_of_block(block, path, *names), block)
        for block, names in zip(blocks, _names(path.stem, blocks, taken), strict=True)
    ]


def _of_block(block: Block, path: Path, name: str, fragment: str) -> Diagram:
    place = str(path), block.line, path.parent
    return Diagram(name, block.text, *place, fragment, in_figure_fence=block.is_figure)


def _names(stem: str, blocks: Sequence[Block], taken: set[str]) -> Iterator[tuple[str, str]]:
    """The name of each block, and its fragment. Names that authors gave go before headings."""
    given = [said(block.text, "name") or block.id for block in blocks]
    names: dict[int, tuple[str, str]] = {}
    order = sorted(range(len(blocks)), key=lambda number: (not given[number], number))
    for number in order:
        base = slug(given[number] or blocks[number].heading or "")
        count = 1
        while (name := _joined(stem, base, count))[0].casefold() in taken:
            count += 1
        taken.add(name[0].casefold())
        names[number] = name
    yield from (names[number] for number in range(len(blocks)))


def _joined(stem: str, base: str, count: int) -> tuple[str, str]:
    parts = [*([base] if base else []), *([str(count)] if count > 1 else [])]
    return "-".join([stem, *parts]), "-".join(parts)


def slug(words: str) -> str:
    """Words as a part of a file's name, as GitHub makes the anchors of headings: letters and
    digits of any script in lower case, hyphens for spaces, 60 characters at most."""
    words = unicodedata.normalize("NFC", words).lower()
    words = re.sub(r"[^\w\s-]", "", words)
    return re.sub(r"[\s-]+", "-", words).strip("-")[:_MAX_SLUG].strip("-")
