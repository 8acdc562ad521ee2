"""Patterns of files as Git has them: what it ignores, and what a project leaves out."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.project.documents import BYTE_ORDER_MARK, read_bytes

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

# Each wildcard more multiplies the time that a match may take.
_MAX_WILDCARDS = 4
# Each line costs a regular expression, and each file a match with all of them.
_MAX_BYTES = 100_000


class Ignored:
    """The `.gitignore` files that bear on a search: nearer ones go before farther ones."""

    def __init__(self, root: Path, problems: list[Diagnostic]) -> None:
        self.specs: list[tuple[Path, GitIgnoreSpec]] = []
        self.problems = problems
        repository = next((up for up in (root, *root.parents) if (up / ".git").exists()), root)
        above = [up for up in reversed(root.parents) if up.is_relative_to(repository)]
        for folder in above:
            self.enter(folder, folder)

    def enter(self, folder: Path, shown: Path) -> None:
        """Take up the file of a folder, and leave those that are not above it.

        `folder` is its absolute path, `shown` what messages call it.
        """
        self.specs = [(base, spec) for base, spec in self.specs if folder.is_relative_to(base)]
        file = folder / ".gitignore"
        if not os.path.lexists(file):
            return
        try:
            data = read_bytes(file, str(shown / file.name), limit=_MAX_BYTES)
        except DiagramError as error:
            self.problems.extend(error.diagnostics)
            return
        # Git reads bytes: what is not UTF-8 is decoded as in the names of files.
        text = data.decode("utf-8", "surrogateescape").removeprefix(BYTE_ORDER_MARK)
        self.specs.append((folder, _spec([line.removesuffix("\r") for line in text.split("\n")])))

    def match(self, path: Path, *, is_folder: bool = False) -> bool:
        """Whether Git ignores a file or folder below the folder entered."""
        for base, spec in reversed(self.specs):
            relative = path.relative_to(base).as_posix() + ("/" if is_folder else "")
            include = spec.check_file(relative).include
            if include is not None:
                return include
        return False


class Filters:
    """What a project leaves out of a search, and what alone it wants.

    `exclude` and `include` are patterns as in a `.gitignore` in the folder `base`; what is wrong
    with them is added to `problems`, and they are left out.
    """

    def __init__(
        self,
        exclude: Sequence[str] = (),
        include: Sequence[str] = (),
        base: Path | None = None,
        problems: list[Diagnostic] | None = None,
    ) -> None:
        told = [] if problems is None else problems
        self.base = (base or Path()).resolve()
        self.exclude = _checked("exclude", exclude, told)
        self.include = _checked("include", include, told)

    def match(self, file: Path) -> bool:
        """Whether a file, by its absolute path, is looked for."""
        if self.exclude is None and self.include is None:
            return True
        name = self._relative(file)
        if self.exclude is not None and self.exclude.match_file(name):
            return False
        return self.include is None or self.include.match_file(name)

    def is_excluded(self, folder: Path) -> bool:
        """Whether nothing in a folder, by its absolute path, is looked for."""
        return self.exclude is not None and self.exclude.match_file(f"{self._relative(folder)}/")

    def _relative(self, path: Path) -> str:
        # What is not in the folder of the patterns is matched by its name and folders all the same.
        inside = path.is_relative_to(self.base)
        return (path.relative_to(self.base) if inside else path.relative_to(path.anchor)).as_posix()


def _checked(key: str, patterns: Sequence[str], problems: list[Diagnostic]) -> GitIgnoreSpec | None:
    if not patterns:
        return None
    for pattern in patterns:
        if _has_many_wildcards(pattern):
            message = f'{key}: "{pattern}" has more than {_MAX_WILDCARDS} wildcards'
            problems.append(Diagnostic("pattern", message))
        elif not _compiled([pattern]):
            problems.append(Diagnostic("pattern", f'{key}: "{pattern}" is no pattern of files'))
    return _spec(patterns)


def _spec(lines: Sequence[str]) -> GitIgnoreSpec:
    """The patterns of a `.gitignore`; a line that is no pattern is left out, as Git does.

    So is one with many wildcards.
    """
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec(_compiled(line for line in lines if not _has_many_wildcards(line)))


def _compiled(lines: Iterable[str]) -> list[Any]:
    from pathspec import GitIgnoreSpec

    patterns: list[Any] = []
    for line in lines:
        try:
            patterns += GitIgnoreSpec.from_lines([line]).patterns
        except ValueError:
            continue
    return patterns


def _has_many_wildcards(line: str) -> bool:
    return len(re.findall(r"\*+", line)) > _MAX_WILDCARDS
