"""The style guide that stands in a project's own pages, between two markers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from diagramkit.diagnostics import Diagnostic, Location
from diagramkit.project.config import Settings
from diagramkit.sync.document import sync_text
from diagramkit.sync.look import Look
from diagramkit.theme.export import export

BEGIN = "<!-- diagrams: begin -->"
END = "<!-- diagrams: end -->"
FILES = ("AGENTS.md", "CONTRIBUTING.md")
"""The pages of a project that are looked at where its configuration names none."""

_SECTION = re.compile(
    rf"^{re.escape(BEGIN)}[ \t]*(?:\r\n?|\n)(.*?)^{re.escape(END)}[ \t]*(?=[\r\n]|\Z)",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Guides:
    """The pages that hold the style guide: `wanted` ones have to, `possible` ones may."""

    look: Look
    wanted: tuple[Path, ...]
    possible: tuple[Path, ...]

    @classmethod
    def of(cls, settings: Settings, look: Look) -> Guides:
        """Those that a project's configuration names, else the usual ones in its folder."""
        if settings.guides is not None:
            return cls(look, settings.guides, ())
        folder = settings.folder or Path.cwd()
        return cls(look, (), tuple(folder / name for name in FILES))

    def write(self, text: str, path: Path) -> tuple[str, tuple[Diagnostic, ...]]:
        """A page's text with the guide in it, if it holds one, and what was out of step."""
        here = path.resolve()
        wanted = here in [each.resolve() for each in self.wanted]
        if not wanted and here not in [each.resolve() for each in self.possible]:
            return text, ()
        return write_guide(text, str(path), lambda: guide(self.look), wanted=wanted)


def guide(look: Look) -> str:
    """The guide, its sample in step with `look`."""
    text = export(look.theme, "agents-guide", look.mode)
    return sync_text(text, "<guide>", look, markdown=True).text


def write_guide(
    text: str, path: str, guide_text: Callable[[], str], *, wanted: bool
) -> tuple[str, tuple[Diagnostic, ...]]:
    """A page with the guide between its markers, and what was out of step.

    A page without markers gets them at its end if the guide is `wanted` there, else it stays as
    it is. Nothing outside of the markers changes.
    """
    found = _SECTION.search(text)
    if found is None and not wanted:
        return text, ()
    line_end = "\r\n" if "\r\n" in text else "\n"
    body = f"\n{guide_text()}\n".replace("\n", line_end)
    if found is None:
        gap = "" if not text else line_end if text.endswith(line_end) else line_end * 2
        section = f"{BEGIN}{line_end}{body}{END}{line_end}"
        place = Location(path, len(text.splitlines()) + 1)
        message = "the style guide is missing"
        return text + gap + section, (Diagnostic("out-of-step", message, place),)
    if found[1] == body:
        return text, ()
    finding = _difference(text, found.start(1), found[1], body, path)
    return text[: found.start(1)] + body + text[found.end(1) :], (finding,)


def _difference(text: str, start: int, written: str, wanted: str, path: str) -> Diagnostic:
    """The first line of a guide that is not as it should be."""
    old, new = written.splitlines(), wanted.splitlines()
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    is_, should = (lines[same] if same < len(lines) else "nothing" for lines in (old, new))
    line = len(text[:start].splitlines()) + 1 + same
    message = f'style guide: the line is "{is_}", the theme has "{should}"'
    return Diagnostic("out-of-step", message, Location(path, line))
