"""Which files hold diagrams: what the given paths name, and what the folders among them hold."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.figure.source import SUFFIXES as FIGURE_SUFFIXES
from diagramkit.figure.source import is_figure
from diagramkit.files.read import reason
from diagramkit.markdown import DIALECTS
from diagramkit.project.documents import read_document
from diagramkit.project.patterns import Filters, Ignored

MERMAID_SUFFIXES = (".mmd", ".mermaid")
MARKDOWN_SUFFIXES = tuple(DIALECTS)
SUFFIXES = MERMAID_SUFFIXES + MARKDOWN_SUFFIXES + FIGURE_SUFFIXES
DRAWING_SUFFIXES = (".svg",)
# What programs wrote, and what others did: no place for sources of one's own.
_SKIPPED = frozenset({"rendered", "goldens", "node_modules", "__pycache__"})


@dataclass(frozen=True, slots=True)
class Source:
    """A file that may hold diagrams; `named` when the user gave it, not a folder above it."""

    path: Path
    named: bool = True

    @property
    def is_markdown(self) -> bool:
        """Whether it is a page, in Markdown or reStructuredText."""
        return self.path.suffix.lower() in MARKDOWN_SUFFIXES

    @property
    def is_drawing(self) -> bool:
        return self.path.suffix.lower() in DRAWING_SUFFIXES

    @property
    def is_mermaid(self) -> bool:
        return self.path.suffix.lower() in MERMAID_SUFFIXES


def find_sources(
    paths: Sequence[Path],
    *,
    exclude: Sequence[str] = (),
    include: Sequence[str] = (),
    base: Path | None = None,
    suffixes: tuple[str, ...] = SUFFIXES,
) -> tuple[list[Source], list[Diagnostic]]:
    """The sources that `paths` (files and folders) name, each once, and what is wrong with others.
    Sources are files that end in one of `suffixes`.

    Folders are searched in sorted order. Skipped in them: what Git ignores, hidden files and
    folders, `rendered`, `goldens`, `node_modules`, virtual environments, links to folders, and
    links to files outside the folder. What is no regular file, a link that leads to itself and a
    name that is not UTF-8 are passed over and named among the problems.

    `exclude` are patterns, as in a `.gitignore` in the folder `base` (the current one when left
    out), of what is not looked for in folders; with `include` only files that match one of its
    patterns are. Neither bears on files that are named in `paths`. A bad pattern is a problem.
    """
    found: dict[str, Source] = {}
    problems: list[Diagnostic] = []
    filters = Filters(exclude, include, base or Path(), problems)
    for path in paths:
        try:
            for source in _sources_of(path, filters, problems, suffixes):
                found.setdefault(os.path.abspath(source.path), source)
        except DiagramError as error:
            problems.extend(error.diagnostics)
    return list(found.values()), problems


def _sources_of(
    path: Path, filters: Filters, problems: list[Diagnostic], suffixes: tuple[str, ...]
) -> list[Source]:
    known = len(problems)
    if path.is_dir():
        files = [Source(file, named=False) for file in _walk(path, filters, problems, suffixes)]
        if not files and len(problems) == known:
            raise _problem(f"{path}: no diagrams in this folder: expected {', '.join(suffixes)}")
        return files
    if not path.exists():
        raise _problem(f"{path}: no such file or folder")
    if path.suffix.lower() not in suffixes:
        raise _problem(f"{path}: not a diagram: expected {', '.join(suffixes)}")
    return [Source(path)]


def _problem(message: str) -> DiagramError:
    return DiagramError.single("path", message)


def _walk(
    root: Path,
    filters: Filters,
    problems: list[Diagnostic],
    suffixes: tuple[str, ...] = SUFFIXES,
) -> Iterator[Path]:
    """The files under `root` that end so, sorted by folder and name, whatever the locale."""

    def unreadable(error: OSError) -> None:
        problems.append(_odd(str(error.filename), f"cannot be read: {reason(error)}"))

    real_root = root.resolve()
    ignored = Ignored(real_root, problems)
    for folder, folders, names in os.walk(root, onerror=unreadable):
        shown = Path(folder)
        here = real_root / shown.relative_to(root)
        ignored.enter(here, shown)
        inside = sorted(name for name in folders if _is_searched(here / name, ignored, filters))
        folders[:] = [name for name in inside if _has_shown_name(folder, name, problems)]
        for name in sorted(names):
            if name.startswith(".") or not name.lower().endswith(suffixes):
                continue
            if ignored.match(here / name) or not filters.match(here / name):
                continue
            if not _has_shown_name(folder, name, problems):
                continue
            file = shown / name
            if not _is_inside(file, real_root, problems):
                continue
            if not name.lower().endswith(FIGURE_SUFFIXES) or _is_figure(file):
                yield file


def _is_inside(file: Path, root: Path, problems: list[Diagnostic]) -> bool:
    """Whether an entry is a file to read that is in `root`; what is odd about it is told."""
    try:
        # Links to folders are not walked into, so that what is no link itself is inside.
        if stat.S_ISREG(os.lstat(file).st_mode):
            return True
        if not file.resolve(strict=True).is_relative_to(root):
            return False
        is_regular = stat.S_ISREG(file.stat().st_mode)
    except RuntimeError:  # Python before 3.13
        problems.append(_odd(str(file), "a link that leads to itself; passed over"))
        return False
    except OSError as error:
        problems.append(_odd(str(file), f"cannot be read: {reason(error)}; passed over"))
        return False
    if not is_regular:
        problems.append(_odd(str(file), "not a regular file; passed over"))
    return is_regular


def _has_shown_name(folder: str | Path, name: str, problems: list[Diagnostic]) -> bool:
    """Whether a name is text: another cannot be shown, and nothing can be called after it."""
    try:
        name.encode()
    except UnicodeEncodeError:
        shown = os.fsencode(os.path.join(folder, name)).decode("utf-8", "backslashreplace")
        problems.append(_odd(shown, "its name is not UTF-8; passed over"))
        return False
    return True


def _odd(shown: str, message: str) -> Diagnostic:
    return Diagnostic("path", f"{shown}: {message}")


def _is_figure(file: Path) -> bool:
    """Whether a YAML file in a folder is a figure: others have other uses."""
    try:
        return is_figure(read_document(file).text)
    except DiagramError:
        return False


def _is_searched(folder: Path, ignored: Ignored, filters: Filters) -> bool:
    name = folder.name
    if name.startswith(".") or name in _SKIPPED or folder.is_symlink():
        return False
    if (folder / "pyvenv.cfg").exists() or (folder / "conda-meta").exists():
        return False
    return not ignored.match(folder, is_folder=True) and not filters.is_excluded(folder)
