"""The generator that a repository's site is made with, where one draws Mermaid itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from diagramkit.files.read import read_file

_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Generator:
    """`target` is what `theme export` calls it, empty where a site takes no settings of Mermaid; it
    is there where one of `files` is, and `word`, if it has one, is written in it."""

    name: str
    target: str
    files: tuple[str, ...]
    word: str = ""


GENERATORS = (
    Generator(
        "Docusaurus",
        "docusaurus",
        tuple(f"docusaurus.config.{end}" for end in ("js", "ts", "mjs", "cjs", "mts")),
    ),
    Generator("MkDocs", "mkdocs", ("mkdocs.yml", "mkdocs.yaml")),
    Generator(
        "VitePress",
        "vitepress",
        tuple(f".vitepress/config.{end}" for end in ("js", "ts", "mjs", "mts")),
    ),
    Generator("mdBook", "mdbook", ("book.toml",)),
    Generator(
        "Docsy",
        "docsy",
        ("hugo.toml", "hugo.yaml", "config.toml", "config.yaml", "go.mod"),
        "docsy",
    ),
    Generator("Sphinx", "sphinx", ("conf.py",), "extensions"),
    Generator("Mintlify", "", ("docs.json", "mint.json"), "mintlify"),
)
_FOLDERS = ("", "docs", "doc", "website", "site", "docs/source")


def find_generators(folder: Path) -> tuple[Generator, ...]:
    """The generators whose configuration is in a repository, or in a folder where it usually is."""
    return tuple(each for each in GENERATORS if any(_is_there(each, folder)))


def _is_there(generator: Generator, folder: Path) -> Iterator[bool]:
    for place in _FOLDERS:
        for name in generator.files:
            path = folder / place / name
            if path.is_file():
                yield not generator.word or generator.word in _text(path)


def _text(path: Path) -> str:
    try:
        return read_file(path, _MOST, follow=False).decode("utf-8", "replace").lower()
    except OSError:
        return ""
