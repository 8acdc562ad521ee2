"""A file's text with the theme written into its diagrams, and what was out of step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from diagramkit.diagnostics import Diagnostic, DiagramError, Location
from diagramkit.markdown import Block, Dialect, dialect_of, find_blocks, rewrite_blocks
from diagramkit.mermaid.cleaning import clean
from diagramkit.mermaid.comments import said
from diagramkit.mermaid.keywords import kind_of
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.mermaid.reading import MAX_CHARACTERS
from diagramkit.mermaid.source import Source
from diagramkit.sync.change import Change, made
from diagramkit.sync.directive import is_themed, plan_directive, theme_settings
from diagramkit.sync.files import MAX_BYTES
from diagramkit.sync.flowchart import Plan, plan, skeleton
from diagramkit.sync.front_matter import plan_front_matter
from diagramkit.sync.left import (
    KEPT,
    NEVER,
    NO_DIRECTIVE,
    NO_KIND,
    NO_ROLE,
    TOO_LONG,
    UNREAD,
    Left,
    Reason,
    remark,
)
from diagramkit.sync.look import Look

_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Synced:
    """A file in step: how many diagrams it has, and what each of them is.

    `changed` are those that were not in step, `unread` those that cannot be read or written, `left`
    those that are as their author wants them or that nothing was asked for. `differences` says what
    was out of step, one finding a statement; `problems` what cannot be read; `warnings` what a
    theme cannot say; `remarks` which diagrams and which of their lines are left, and why; `unknown`
    holds the first place of each class that is no role and not mapped.
    """

    text: str
    diagrams: int
    changed: int
    differences: tuple[Diagnostic, ...]
    problems: tuple[Diagnostic, ...]
    unknown: dict[str, Location]
    unread: int = 0
    left: tuple[Left, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()


def sync_text(text: str, path: str, look: Look, *, markdown: bool) -> Synced:
    """Write the theme of `look` into every diagram of a file's text.

    The diagrams are the Mermaid blocks of a page, read as the suffix of `path` says, else the text
    as a whole. Of flowcharts the statements of look are changed and nothing else, of other kinds
    the directive alone. `path` is what places are told by, too. A page in which the changed
    diagrams could not be found again is left as it is, with a problem that says so.
    """
    dialect = dialect_of(PurePath(path))
    blocks = find_blocks(text, dialect) if markdown else _whole(text)
    run = _Run(path, look)
    diagrams = [run.diagram(block) for block in blocks]
    changed = sum(new != block.text for new, block in zip(diagrams, blocks, strict=True))
    page = rewrite_blocks(text, blocks, diagrams)
    problems, unread = run.problems, run.unread
    if changed and (reason := _reason_to_leave(page, dialect if markdown else None, diagrams)):
        page, changed, unread = text, 0, unread + changed
        message = f"left as it is: {reason}"
        problems = [*problems, Diagnostic("sync-unusual", message, Location(path))]
    return Synced(
        page,
        len(blocks),
        changed,
        tuple(run.differences),
        tuple(problems),
        run.unknown,
        unread,
        tuple(run.left),
        tuple(run.warnings),
        tuple(sorted(run.remarks, key=lambda each: each.location or Location(path))),
    )


def _whole(text: str) -> tuple[Block, ...]:
    """The diagram of a file that is one; none when it is to be skipped."""
    if said(text, "skip") is not None:
        return ()
    start = int(text.startswith(_BYTE_ORDER_MARK))
    diagram = text[start:].replace("\r\n", "\n").replace("\r", "\n")
    return (Block(diagram, 1, start, len(text), "", (start, len(text))),)


def _reason_to_leave(page: str, dialect: Dialect | None, diagrams: Sequence[str]) -> str | None:
    """Why a changed text would not be read again as it was meant, if so."""
    if len(page.encode("utf-8", "surrogateescape")) > MAX_BYTES:
        return f"it would be larger than {MAX_BYTES} bytes, the most that is read"
    if dialect is not None and not _holds(page, dialect, diagrams):
        return "a changed diagram would not be read back from where it stands"
    return None


def _holds(page: str, dialect: Dialect, diagrams: Sequence[str]) -> bool:
    return [block.text.rstrip() for block in find_blocks(page, dialect)] == [
        diagram.rstrip() for diagram in diagrams
    ]


class _Run:
    """What is found in the diagrams of a file."""

    def __init__(self, path: str, look: Look) -> None:
        self.path = path
        self.look = look
        self.differences: list[Diagnostic] = []
        self.problems: list[Diagnostic] = []
        self.unknown: dict[str, Location] = {}
        self.unread = 0
        self.left: list[Left] = []
        self.warnings: list[Diagnostic] = []
        self.remarks: list[Diagnostic] = []

    def diagram(self, block: Block) -> str:
        """The diagram of a block in step, or as it is when it cannot be read."""
        if not block.text.strip() or len(block.text) > MAX_CHARACTERS:
            self._leave(
                Location(self.path, block.line), TOO_LONG if block.text.strip() else NO_KIND
            )
            return block.text
        try:
            return self._synced(block)
        except DiagramError as error:
            self.problems += error.diagnostics
            self.unread += 1
            return block.text

    def _synced(self, block: Block) -> str:
        source = clean(block.text, self.path, block.line)
        if said(source.original, "keep") is not None:
            self._leave(source.location_of(0), KEPT)
            return block.text
        planned, changes = self._planned(source)
        self._remark(source, planned)
        if not changes:
            if reason := self._reason(source, planned):
                self._leave(source.location_of(0), reason)
            return block.text
        after = made(source.original, changes)
        if not self._is_settled(source, after, planned.chart if planned else None):
            message = "left as it is: its statements of look are written in an unusual way"
            raise source.error(0, message, "sync-unusual")
        self.differences += (
            Diagnostic("out-of-step", change.message, source.location_of(change.start))
            for change in changes
        )
        return _BYTE_ORDER_MARK * block.text.startswith(_BYTE_ORDER_MARK) + after

    def _leave(self, place: Location, reason: Reason) -> None:
        self.left.append(Left(reason, place))
        self.remarks.append(self.left[-1].remark)

    def _remark(self, source: Source, planned: Plan | None) -> None:
        """Note what of a flowchart has no role, and what the theme has no more colours for."""
        if planned is None:
            return
        for name, offset in planned.unknown.items():
            self.unknown.setdefault(name, source.location_of(offset))
        for message, offset in planned.left:
            self.remarks.append(remark(message, source.location_of(offset)))
        self.warnings += planned.warnings

    def _reason(self, source: Source, planned: Plan | None) -> Reason | None:
        """Why nothing of a diagram changes; None for one in step."""
        if planned is not None:
            return NO_ROLE if planned.left else None
        if kind_of(source.text) is None:
            return NO_KIND
        if self.look.directive == "never":
            return NEVER
        themed, _ = plan_front_matter(source, self.look, lambda: theme_settings(source, self.look))
        if themed or is_themed(source):
            return None
        return NO_DIRECTIVE if self.look.directive == "keep" else UNREAD

    def _planned(self, source: Source) -> tuple[Plan | None, list[Change]]:
        """What has to change in a diagram, which is a flowchart or of another kind."""
        themed, changes = plan_front_matter(
            source, self.look, lambda: theme_settings(source, self.look)
        )
        changes += plan_directive(source, self.look, themed=themed)
        if kind_of(source.text) != "flowchart":
            return None, changes
        planned = plan(source, self.look)
        return planned, [*changes, *planned.changes]

    def _is_settled(self, source: Source, after: str, before: Flowchart | None) -> bool:
        """Whether a changed diagram says what it said before, and has nothing more to change."""
        try:
            planned, changes = self._planned(clean(after, source.path, source.first_line))
        except DiagramError:
            return False
        chart = planned.chart if planned else None
        if before is None or chart is None:
            return chart is before and not changes
        return skeleton(chart) == skeleton(before) and not changes
