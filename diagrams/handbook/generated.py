"""A hook of MkDocs: pages of the handbook that are written from the code and the examples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from diagramkit.checking.catalog import catalog
from diagramkit.figure.kinds import kinds
from diagramkit.figure.reference import example_figure, markdown
from diagramkit.markdown import find_places
from diagramkit.project.config import key_table

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

HOME = Path(__file__).parents[1]
PAGES = {"examples": "kinds.md", "figures": "figures.md", "cme295": "lectures.md"}
"""The page of each folder of examples."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages, and the sources that they link to."""
    sources = [each for folder in PAGES for each in sorted((HOME / folder).glob("*.[my]*[dl]"))]
    for source in sources:
        if source.suffix in (".mmd", ".yaml"):
            files.append(File.generated(config, source.name, abs_src_path=str(source)))
    for name, text in (
        *((page, drawn(HOME / folder)) for folder, page in PAGES.items()),
        ("parts.md", parts()),
        ("configuration.md", f"# Configuration\n\n{key_table()}\n"),
        ("rules.md", rule_page()),
    ):
        files.append(File.generated(config, name, content=text))
    return files


def drawn(folder: Path) -> str:
    """The page of a folder of examples, each picture by its source."""
    text = (folder / "README.md").read_text(encoding="utf-8")
    for name, page in PAGES.items():
        text = text.replace(f"../{name}/README.md", page)
    pieces, position = [], 0
    for place in find_places(text):
        source = (folder / place.name).read_text(encoding="utf-8")
        word = "mermaid" if place.name.endswith(".mmd") else "figure"
        pieces += [text[position : place.start], f"```{word}\n{source.rstrip()}\n```"]
        position = place.end
    return "".join([*pieces, text[position:]])


def parts() -> str:
    """The kinds of parts, each with the picture of its example."""
    lines = []
    for line in markdown().splitlines():
        name = line.removeprefix("### ")
        known = line.startswith("### ") and name in kinds()
        lines += [line, "", *fence(example_figure(name))] if known else [line]
    return "# Parts of figures\n\n" + "\n".join(lines) + "\n"


def fence(source: str) -> list[str]:
    """The lines of a fence of a figure."""
    return ["```figure", *source.rstrip().splitlines(), "```"]


def rule_page() -> str:
    """Every rule with its documentation."""
    sections = [
        f"## `{each.code}`\n\nSeverity: {each.severity}.\n\n{each.explanation}\n"
        for each in catalog().values()
    ]
    return "# Rules\n\n" + "\n".join(sections)
