"""What a project checks: the table `check` of the configuration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from diagramkit.project.values import TEXT, ListOf, OneOf, TableOf, setting

Level = Literal["error", "warning", "style", "off"]
STYLE = "style"
"""What selects all rules of severity style at once."""


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What a project has set. Where a code is expected, the beginning of several and `*` will do,
    as in `text-*`."""

    select: tuple[str, ...] = setting(
        ListOf(TEXT, '["text-*", "style"]'),
        "Rules that hold, by code or beginning and *; style for those of severity style. "
        "Default: all but those.",
        default=(),
    )
    ignore: tuple[str, ...] = setting(
        ListOf(TEXT, '["too-wide"]'),
        "Rules that do not hold.",
        default=(),
    )
    levels: Mapping[str, Level] = setting(
        TableOf(
            OneOf(("error", "warning", "style", "off")),
            'a table of codes and error, warning, style or off, as in off-palette = "error"',
        ),
        "How much rules weigh here.",
        make=dict,
    )
    per_file_ignores: Mapping[str, tuple[str, ...]] = setting(
        TableOf(
            ListOf(TEXT, '["off-palette"]'),
            'a table of file patterns and lists of codes, as in "logos/*.svg" = ["off-palette"]',
        ),
        "Rules that do not hold for some files, by patterns of .gitignore.",
        make=dict,
    )

    def patterns(self) -> Iterable[str]:
        """Every code and beginning of codes that is named."""
        yield from (*self.select, *self.ignore, *self.levels)
        for codes in self.per_file_ignores.values():
            yield from codes
