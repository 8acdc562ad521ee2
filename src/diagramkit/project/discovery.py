"""Which files hold diagrams: what the given paths name, and what the folders among them hold."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.figure.source import SUFFIXES as FIGURE_SUFFIXES
from diagramkit.figure.source import is_figure
from diagramkit.files.read import read_file, reason
from diagramkit.project.files import read_text

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

MERMAID_SUFFIXES = (".mmd", ".mermaid")
MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdx")
SUFFIXES = MERMAID_SUFFIXES + MARKDOWN_SUFFIXES + FIGURE_SUFFIXES
DRAWING_SUFFIXES = (".svg",)
_MAX_WILDCARDS = 4
_MAX_IGNORED = 8_000_000
# What programs wrote, and what others did: no place for sources of one's own.
_SKIPPED = frozenset({"rendered", "goldens", "node_modules", "__pycache__"})


@dataclass(frozen=True, slots=True)
class Source:
    """A file that may hold diagrams; `named` when the user gave it, not a folder above it."""

    path: Path
    named: bool = True

    @property
    def is_markdown(self) -> bool:
        return self.path.suffix.lower() in MARKDOWN_SUFFIXES

    @property
    def is_mermaid(self) -> bool:
        return self.path.suffix.lower() in MERMAID_SUFFIXES


def find_sources(paths: Sequence[Path]) -> tuple[list[Source], list[Diagnostic]]:
    """The sources that `paths` (files and folders) name, each once, and what is wrong with others.

    Folders are searched in sorted order. Skipped in them: what Git ignores, hidden files and
    folders, `rendered`, `goldens`, `node_modules`, virtual environments, links to folders, and
    links to files outside the folder.
    """
    found: dict[str, Source] = {}
    problems: list[Diagnostic] = []
    for path in paths:
        try:
            for source in _sources_of(path, problems):
                found.setdefault(os.path.abspath(source.path), source)
        except DiagramError as error:
            problems.extend(error.diagnostics)
    return list(found.values()), problems


def find_drawings(folder: Path) -> list[Path]:
    """The SVG files in `folder`, searched as `find_sources` searches; what cannot be is left."""
    return list(_walk(folder, [], DRAWING_SUFFIXES))


def _sources_of(path: Path, problems: list[Diagnostic]) -> list[Source]:
    known = len(problems)
    if path.is_dir():
        files = [Source(file, named=False) for file in _walk(path, problems)]
        if not files and len(problems) == known:
            raise _problem(f"{path}: no diagrams in this folder: expected {', '.join(SUFFIXES)}")
        return files
    if not path.exists():
        raise _problem(f"{path}: no such file or folder")
    if path.suffix.lower() not in SUFFIXES:
        raise _problem(f"{path}: not a diagram: expected {', '.join(SUFFIXES)}")
    if not path.is_file():
        raise _problem(f"{path}: not a regular file")
    return [Source(path)]


def _problem(message: str) -> DiagramError:
    return DiagramError.single("path", message)


def _walk(
    root: Path, problems: list[Diagnostic], suffixes: tuple[str, ...] = SUFFIXES
) -> Iterator[Path]:
    """The files under `root` that end so, sorted by folder and name, whatever the locale."""

    def unreadable(error: OSError) -> None:
        message = f"{error.filename}: cannot be read: {reason(error)}"
        problems.append(Diagnostic("path", message))

    real_root = Path(os.path.realpath(root))
    ignored = _Ignored(real_root)
    for folder, folders, names in os.walk(root, onerror=unreadable):
        here = real_root / Path(folder).relative_to(root)
        ignored.enter(here)
        folders[:] = sorted(name for name in folders if _is_searched(here / name, ignored))
        for name in sorted(names):
            file = Path(folder, name)
            if file.suffix.lower() not in suffixes or name.startswith("."):
                continue
            if ignored.match(here / name) or not _is_inside(file, real_root):
                continue
            if not file.is_file():
                problems.append(Diagnostic("path", f"{file}: not a regular file: passed over"))
                continue
            if file.suffix.lower() not in FIGURE_SUFFIXES or _is_figure(file):
                yield file


def _is_inside(file: Path, real_root: Path) -> bool:
    return Path(os.path.realpath(file)).is_relative_to(real_root)


def _is_figure(file: Path) -> bool:
    """Whether a YAML file in a folder is a figure: others have other uses."""
    try:
        return is_figure(read_text(file, str(file)))
    except DiagramError:
        return False


def _is_searched(folder: Path, ignored: _Ignored) -> bool:
    name = folder.name
    if name.startswith(".") or name in _SKIPPED or folder.is_symlink():
        return False
    if (folder / "pyvenv.cfg").exists() or (folder / "conda-meta").exists():
        return False
    return not ignored.match(folder, is_folder=True)


class _Ignored:
    """The `.gitignore` files that bear on a search: nearer ones go before farther ones."""

    def __init__(self, root: Path) -> None:
        self.specs: list[tuple[Path, GitIgnoreSpec]] = []
        repository = next((up for up in (root, *root.parents) if (up / ".git").exists()), root)
        above = [up for up in reversed(root.parents) if up.is_relative_to(repository)]
        for folder in above:
            self.enter(folder)

    def enter(self, folder: Path) -> None:
        self.specs = [(base, spec) for base, spec in self.specs if folder.is_relative_to(base)]
        # Git reads bytes, and names of files may be any; one that is not there ignores nothing.
        with contextlib.suppress(OSError):
            text = os.fsdecode(read_file(folder / ".gitignore", _MAX_IGNORED))
            self.specs.append((folder, _spec(text.splitlines())))

    def match(self, path: Path, *, is_folder: bool = False) -> bool:
        for base, spec in reversed(self.specs):
            relative = path.relative_to(base).as_posix() + ("/" if is_folder else "")
            include = spec.check_file(relative).include
            if include is not None:
                return include
        return False


def _spec(lines: Sequence[str]) -> GitIgnoreSpec:
    """The patterns of a `.gitignore`; a line that is no pattern is left out, as Git does.

    So is one with many wildcards: each more multiplies the time that a match may take.
    """
    from pathspec import GitIgnoreSpec

    tame = [line for line in lines if len(re.findall(r"\*+", line)) <= _MAX_WILDCARDS]
    return GitIgnoreSpec.from_lines(_patterns(tame))


def _patterns(lines: Sequence[str]) -> Sequence[str]:
    """Those of some lines that are patterns, found by halves: hardly ever is one bad."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines(lines)
    except ValueError:
        middle = len(lines) // 2
        return [*_patterns(lines[:middle]), *_patterns(lines[middle:])] if middle else []
    return lines
