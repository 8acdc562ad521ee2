"""Meeting a repository: counting, proposing, writing the configuration."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from diagramkit.cli.messages import say, tell
from diagramkit.diagnostics import Diagnostic, DiagramError, counted, printable
from diagramkit.files.border import Border
from diagramkit.files.write import replace_file
from diagramkit.project import documents
from diagramkit.project.config import OWN_FILE, SHARED_FILE, load_settings
from diagramkit.project.discovery import DRAWING_SUFFIXES, SUFFIXES, Source, find_sources
from diagramkit.sync import Look, sync_text
from diagramkit.sync.configuration import configuration
from diagramkit.sync.drawings import is_twin, sync_drawing, twin_of
from diagramkit.sync.files import read_document
from diagramkit.sync.generators import find_generators
from diagramkit.sync.proposal import Proposal, propose
from diagramkit.sync.survey import Survey
from diagramkit.theme.builtin import builtin_names
from diagramkit.theme.load import load_theme

OWN_THEME = "diagrams-theme.yaml"
_SHOWN_COLORS = 12
_FIRST_THEME = "editorial"


def run(folder: Path, *, dry_run: bool, ask: bool) -> int:
    """Show what is there and what is proposed, write it unless `dry_run`; the exit status."""
    target = _target(folder, dry_run=dry_run)
    found, problems = find_sources([folder], suffixes=(*SUFFIXES, *DRAWING_SUFFIXES))
    sources = [
        source for source in found if source.is_markdown or source.is_mermaid or source.is_drawing
    ]
    survey, unread = _survey(sources)
    say([*problems, *unread])
    if not survey.diagrams and not survey.drawings:
        message = f"{folder}: no diagrams in this folder, so that there is nothing to propose"
        raise DiagramError.single("adopt", message)
    generators = find_generators(folder)
    themes = sorted(builtin_names(), key=lambda name: (name != _FIRST_THEME, name))
    proposal = propose(survey, map(load_theme, themes), generators)
    own = _own_theme(folder, proposal)
    table = "tool.diagrams" if target.name == SHARED_FILE else ""
    text = configuration(proposal, survey, table, own[0].name if own else "")
    _show(_counts(survey))
    _show(["", f"Proposed for {target.as_posix()}:", "", *text.splitlines()])
    if own:
        _show(["", f"Proposed for {own[0].as_posix()}:", "", *own[1].splitlines()])
    _show(["", "diagrams sync would change:", *_changes(sources, proposal)])
    if dry_run:
        tell("nothing is written (--dry-run)")
    elif not ask or click.confirm(f"Write this to {target}?", err=True):
        if own:
            replace_file(own[0], None, own[1].encode(), Border.around([own[0]]))
        _write(target, text)
        tell(f"wrote {target}{f' and {own[0]}' if own else ''}; next: diagrams sync --diff")
    return 2 if problems or unread else 0


def _target(folder: Path, *, dry_run: bool) -> Path:
    """The file that the configuration goes to. Raises DiagramError where there is one already."""
    settings = load_settings(folder)
    if settings.folder == folder.absolute() and not dry_run:
        message = f"{folder}: has a configuration already; --dry-run shows what would be proposed"
        raise DiagramError.single("adopt", message)
    shared = folder / SHARED_FILE
    return shared if shared.is_file() else folder / OWN_FILE


def _survey(sources: Sequence[Source]) -> tuple[Survey, list[Diagnostic]]:
    survey = Survey()
    problems: list[Diagnostic] = []
    for source in sources:
        try:
            if source.is_drawing:
                survey.read_drawing(source.path)
            else:
                survey.read(source)
        except DiagramError as error:
            problems += error.diagnostics
    return survey, problems


def _own_theme(folder: Path, proposal: Proposal) -> tuple[Path, str] | None:
    """The file of a theme of the repository's own, and what stands in it."""
    if proposal.palette is None:
        return None
    name = re.sub(r"[^\w-]+", "-", folder.absolute().name).strip("-")[:60] or "own"
    return folder / OWN_THEME, proposal.palette.text(name)


def _counts(survey: Survey) -> list[str]:
    kinds = ", ".join(f"{count} {kind}" for kind, count in survey.kinds.most_common())
    themes = ", ".join(f"{name} {count}" for name, count in sorted(survey.themes.items()))
    boxes = sum(found.nodes for found in survey.classes.values())
    return [
        f"Mermaid: {counted(survey.diagrams, 'diagram')} in {counted(survey.files, 'file')} "
        f"({kinds or 'none'})",
        f"  {survey.unreadable} cannot be read, {survey.directives} have a directive, "
        f"{survey.front_matters} front matter; themes: {themes or 'none'}",
        f"  {survey.styles} nodes and groups have a style of their own, {survey.link_styles} links",
        f"  classes: {len(survey.classes)} of {boxes} nodes and groups; "
        f"colours: {_commonest(survey.colors)}",
        f"SVG: {counted(survey.drawings, 'drawing')}; colours: {_commonest(survey.drawing_colors)}",
    ]


def _commonest(colors: Counter[str]) -> str:
    shown = [f"{color} {count}" for color, count in colors.most_common(_SHOWN_COLORS)]
    more = len(colors) - len(shown)
    return (", ".join(shown) or "none") + (f" and {more} more" if more else "")


def _changes(sources: Sequence[Source], proposal: Proposal) -> list[str]:
    look = Look(
        proposal.look,
        proposal.mode,
        proposal.mapping,
        directive=proposal.directive[0],
        is_on_page=proposal.ground[0] == "page",
    )
    lines: list[str] = []
    for source in sources:
        try:
            text = read_document(source.path).text
            if source.is_drawing:
                lines += _drawing_changes(source.path, text, look)
                continue
        except DiagramError:
            continue  # named by the survey where it cannot be read, by `sync` where it is no SVG
        synced = sync_text(text, str(source.path), look, markdown=source.is_markdown)
        if synced.changed:
            diagrams = counted(synced.changed, "diagram")
            statements = counted(len(synced.differences), "statement")
            lines.append(f"  {source.path.as_posix()}: {diagrams}, {statements}")
    return lines or ["  nothing"]


def _drawing_changes(path: Path, text: str, look: Look) -> Iterator[str]:
    """What `sync` would change in a drawing; nothing in a dark twin, which comes from its light
    one."""
    if is_twin(path):
        return
    other = twin_of(path)
    twin = read_document(other).text if other.is_file() else None
    synced = sync_drawing(text, path, look.theme, twin)
    if synced and synced.findings:
        edits = sum(found.location is not None for found in synced.findings)
        yield f"  {path.as_posix()}: {counted(edits, 'place')}, its dark twin included"


def _write(target: Path, text: str) -> None:
    border = Border.around([target])
    if target.name == OWN_FILE:
        replace_file(target, None, text.encode(), border)
        return
    before = documents.read_document(target, str(target)).text
    line_end = "\r\n" if "\r\n" in before else "\n"
    gap = line_end * (1 if before.endswith("\n") else 2)
    after = before + gap + text.replace("\n", line_end)
    replace_file(target, before.encode(), after.encode(), border)


def _show(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(printable(line))
