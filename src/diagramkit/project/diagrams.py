"""The diagrams of a source: the whole of a Mermaid file, or each block of a Markdown file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from diagramkit.project.discovery import Source
from diagramkit.project.files import read_text


@dataclass(frozen=True, slots=True)
class Diagram:
    """One diagram to draw.

    `shown` and `line` say where `text` came from and on which line it begins; `folder` is the
    folder of its file, as the user named it.
    """

    name: str
    text: str
    shown: str
    line: int
    folder: Path


def read_diagrams(source: Source) -> list[Diagram]:
    """The diagrams of `source`, called after its file: `<stem>`, in Markdown `<stem>-1`, ….

    Raises `DiagramError` for a file that cannot be read or is not UTF-8.
    """
    text = read_text(source.path, str(source.path))
    if source.is_markdown:
        return markdown_diagrams(source.path, text)
    mermaid = text.removeprefix("\ufeff")
    return [Diagram(source.path.stem, mermaid, str(source.path), 1, source.path.parent)]


def markdown_diagrams(path: Path, text: str) -> list[Diagram]:
    """The Mermaid blocks of the Markdown `text` of the file `path` as diagrams, in order."""
    from diagramkit.markdown import find_blocks

    blocks = find_blocks(text, mdx=path.suffix.lower() == ".mdx")
    return [
        Diagram(f"{path.stem}-{number}", block.text, str(path), block.line, path.parent)
        for number, block in enumerate(blocks, 1)
    ]
