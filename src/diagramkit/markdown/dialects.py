"""The dialects that pages are written in."""

from __future__ import annotations

from pathlib import PurePath
from typing import Literal

Dialect = Literal["markdown", "quarto", "mdx", "rst"]
"""How a page is read: CommonMark with MkDocs' containers, CommonMark, MDX, reStructuredText."""

DIALECTS: dict[str, Dialect] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "mdx",
    ".qmd": "quarto",
    ".rst": "rst",
}
"""The dialect of a page by the suffix of its file, in lower case."""


def dialect_of(path: PurePath) -> Dialect:
    """How the page `path` is read, by its suffix; Markdown where nothing is known of that."""
    return DIALECTS.get(path.suffix.lower(), "markdown")
