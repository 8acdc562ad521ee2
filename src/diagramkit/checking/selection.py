"""Which rules hold for which file, and how much each weighs there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from diagramkit.checking.catalog import catalog
from diagramkit.checking.remark import Remark
from diagramkit.diagnostics import DiagramError
from diagramkit.project.check_options import STYLE, CheckOptions

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True)
class Selection:
    """What the configuration and the command line say; `folder` is where file patterns start."""

    options: CheckOptions
    folder: Path

    def checked(self) -> Selection:
        """The same. Raises `DiagramError` with every code that there is not."""
        wrong = [each for each in dict.fromkeys(self.options.patterns()) if not _is_known(each)]
        if wrong:
            raise DiagramError.single("options", _unknown(wrong[0]))
        return self

    @property
    def has_style(self) -> bool:
        """Whether rules of severity style are asked for."""
        styles = [code for code, rule in catalog().items() if rule.severity == STYLE]
        named = self.options.select
        raised = any(level != "off" for level in self.options.levels.values())
        return STYLE in named or raised or any(_matches(code, named) for code in styles)

    def hold(self, remarks: Iterable[Remark], path: Path) -> list[Remark]:
        """The findings of rules that hold for a file, at their levels."""
        ignored = self._ignored(path)
        levelled = (self._levelled(remark) for remark in remarks)
        return [
            remark
            for remark in levelled
            if remark and self._holds(remark) and not _matches(remark.code, ignored)
        ]

    def _holds(self, remark: Remark) -> bool:
        options = self.options
        if _matches(remark.code, options.ignore):
            return False
        if not options.select:
            return remark.severity != STYLE
        style = STYLE in options.select
        if _matches(remark.code, options.select) or (style and remark.severity == STYLE):
            return True
        # Style alone adds to what holds anyway.
        return set(options.select) == {STYLE}

    def _levelled(self, remark: Remark) -> Remark | None:
        level = self.options.levels.get(remark.code)
        if level is None:
            return remark
        return None if level == "off" else replace(remark, severity=level)

    def _ignored(self, path: Path) -> tuple[str, ...]:
        if not self.options.per_file_ignores:
            return ()
        try:
            relative = path.resolve().relative_to(self.folder.resolve()).as_posix()
        except ValueError:
            relative = path.as_posix()
        return tuple(
            code
            for pattern, codes in self.options.per_file_ignores.items()
            if _spec(pattern).match_file(relative)
            for code in codes
        )


def _matches(code: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(code, pattern) for pattern in patterns)


def _is_known(pattern: str) -> bool:
    return pattern == STYLE or any(fnmatchcase(code, pattern) for code in catalog())


def _unknown(code: str) -> str:
    import difflib

    near = difflib.get_close_matches(code, catalog(), 1)
    hint = f"did you mean {near[0]}?" if near else "diagrams rule --list names all"
    return f"there is no rule {code}: {hint}"


@lru_cache(maxsize=256)
def _spec(pattern: str) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([pattern])
