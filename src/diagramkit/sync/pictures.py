"""Blocks that become pictures: the source moves to a Mermaid file, which is the truth from then on.

Beside `notes.md` stand `notes-1.mmd` and `rendered/notes-1.light.svg`, `rendered/notes-1.dark.svg`;
in the page stands a `<picture>` that shows the one or the other to readers of light and dark pages.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from diagramkit.diagnostics import Diagnostic, DiagramError, Location
from diagramkit.drawing import Drawing, render
from diagramkit.markdown import Block, find_blocks, replace_blocks
from diagramkit.mermaid.cleaning import clean
from diagramkit.mermaid.keywords import KINDS, keyword_of
from diagramkit.project.outputs import FOLDER
from diagramkit.sync.look import Look
from diagramkit.theme.model import MODES


@dataclass(frozen=True, slots=True)
class Pictured:
    """A page whose blocks are pictures: its text, the files to write before it, what changed.

    `problems` are the flowcharts that were left as blocks because they cannot be drawn.
    """

    text: str
    files: Mapping[Path, bytes]
    differences: tuple[Diagnostic, ...]
    problems: tuple[Diagnostic, ...]


def pictured(text: str, path: Path, look: Look, *, mdx: bool = False) -> Pictured:
    """Put a picture in the place of every flowchart in the Markdown `text` of the file `path`."""
    files: dict[Path, bytes] = {}
    replaced: list[tuple[Block, str]] = []
    differences: list[Diagnostic] = []
    problems: list[Diagnostic] = []
    for block in find_blocks(text, mdx=mdx):
        if not _is_flowchart(block.text):
            continue
        name = _free_name(path, text, block.text, files)
        try:
            drawing = _draw(block.text, name, str(path), block.line, look)
            drawn = _files(drawing, path.parent)
        except DiagramError as error:
            problems += error.diagnostics
            continue
        files |= {path.with_name(f"{name}.mmd"): block.text.encode(), **drawn}
        replaced.append((block, _markup(drawing, mdx)))
        place = Location(str(path), block.line)
        differences.append(Diagnostic("out-of-step", f"a block, to be {name}.mmd", place))
    page = replace_blocks(text, [block for block, _ in replaced], [each for _, each in replaced])
    return Pictured(page, files, tuple(differences), tuple(problems))


def stale_pictures(text: str, path: Path, look: Look) -> dict[Path, bytes]:
    """The pictures of a Mermaid file that are there and out of step, as they should be.

    Raises DiagramError where the file cannot be drawn. A file without pictures has none.
    """
    names = [_picture(path.parent, path.stem, mode) for mode in MODES]
    if not all(name.is_file() for name in names):
        return {}
    files = _files(_draw(text, path.stem, str(path), 1, look), path.parent)
    return {name: data for name, data in files.items() if name.read_bytes() != data}


def _is_flowchart(text: str) -> bool:
    try:
        return KINDS.get(keyword_of(clean(text, "", 1).text) or "") == "flowchart"
    except DiagramError:
        return False


def _free_name(path: Path, page: str, text: str, taken: Mapping[Path, bytes]) -> str:
    """`<stem>-<number>`, the first that no other diagram has."""
    number = 1
    while True:
        file = path.with_name(f"{path.stem}-{number}.mmd")
        shown = quote(f"{FOLDER}/{file.stem}.") in page
        # A run that was stopped may have left the file, and no picture in the page.
        ours = not file.exists() or (not shown and file.read_bytes() == text.encode())
        if ours and file not in taken:
            return file.stem
        number += 1


def _draw(text: str, name: str, path: str, line: int, look: Look) -> Drawing:
    return render(
        text if text.endswith("\n") else text + "\n",
        theme=look.theme,
        name=name,
        path=path,
        line=line,
        classes=look.classes,
        default_role=look.default_role,
    )


def _files(drawing: Drawing, folder: Path) -> dict[Path, bytes]:
    return {
        _picture(folder, drawing.name, mode): drawing.in_mode(mode).data("svg") for mode in MODES
    }


def _picture(folder: Path, name: str, mode: str) -> Path:
    return folder / FOLDER / f"{name}.{mode}.svg"


def _markup(drawing: Drawing, mdx: bool) -> str:
    """The picture in HTML, or in JSX, which MDX takes."""
    light, dark = (quote(f"{FOLDER}/{drawing.name}.{mode}.svg") for mode in MODES)
    words = html.escape(" ".join((drawing.scene.title or drawing.name).split()))
    srcset, end = ("srcSet", " />") if mdx else ("srcset", ">")
    return (
        f'<picture><source media="(prefers-color-scheme: dark)" {srcset}="{dark}"{end}'
        f'<img alt="{words}" src="{light}"{end}</picture>'
    )
