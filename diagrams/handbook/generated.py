"""A hook of MkDocs: pages of the handbook that are written from the code and the examples."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File

from diagramkit.checking.catalog import catalog
from diagramkit.figure.reference import example_figure
from diagramkit.markdown import find_places

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

HOME = Path(__file__).parents[1]
README = "https://pypi.org/project/diagramkit/"
PAGES = {"examples": "kinds.md", "figures": "figures.md", "cme295": "lectures.md"}
"""The page of each folder of examples."""
_EXAMPLE = re.compile(r"^!\[[^]]*\]\(kinds/(\w+)\.svg\)$", re.MULTILINE)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages, and the sources that they link to."""
    sources = [each for folder in PAGES for each in sorted((HOME / folder).glob("*.[my]*[dl]"))]
    for source in sources:
        if source.suffix in (".mmd", ".yaml"):
            files.append(File.generated(config, source.name, abs_src_path=str(source)))
    for name, text in (
        *((page, drawn(HOME / folder)) for folder, page in PAGES.items()),
        ("rules.md", rule_page()),
    ):
        files.append(File.generated(config, name, content=text))
    return files


def on_page_markdown(markdown: str, *, page: Page, **_: Any) -> str:
    """Links of the pages, which lead to files of the repository, lead to the pages made of them;
    each rule in the table of all leads to its documentation."""
    markdown = linked(markdown).replace("../../../README.md", README)
    if page.file.src_uri == "check.md":
        markdown = re.sub(r"^\| `([a-z-]+)` ", r"| [`\1`](rules.md#\1) ", markdown, flags=re.M)
    return markdown


def linked(markdown: str) -> str:
    """A page whose links to folders of examples lead to their pages."""
    for name, page in PAGES.items():
        markdown = re.sub(rf"(?:\.\./)+{name}/README\.md", page, markdown)
    return markdown


def drawn(folder: Path) -> str:
    """The page of a folder of examples, each picture by its source."""
    text = linked((folder / "README.md").read_text(encoding="utf-8"))
    pieces, position = [], 0
    for place in find_places(text):
        source = (folder / place.name).read_text(encoding="utf-8")
        word = "mermaid" if place.name.endswith(".mmd") else "figure"
        pieces += [text[position : place.start], fence(word, source)]
        position = place.end
    return _EXAMPLE.sub(
        lambda found: fence("figure", example_figure(found[1])), "".join([*pieces, text[position:]])
    )


def fence(word: str, source: str) -> str:
    """A fence with a source in it."""
    return f"```{word}\n{source.rstrip()}\n```"


def rule_page() -> str:
    """Every rule with its documentation."""
    sections = [
        f"## `{each.code}`\n\nSeverity: {each.severity}.\n\n{each.explanation}\n"
        for each in catalog().values()
    ]
    return "# Rules\n\n" + "\n".join(sections)
