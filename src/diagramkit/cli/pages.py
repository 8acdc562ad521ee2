"""Markdown with its Mermaid blocks replaced by pictures."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from diagramkit.cli.task import Outcome, Task
from diagramkit.markdown import find_blocks, replace_blocks
from diagramkit.project.files import read_text, write_atomically
from diagramkit.project.outputs import Picture


def write_page(
    source: Path, target: Path, tasks: Sequence[Task], outcomes: Sequence[Outcome]
) -> None:
    """Write the Markdown of `source` to `target`, each block the picture of the task for it.

    A block that could not be drawn stays as it is. Raises `DiagramError` when `target` cannot
    be written.
    """
    text = read_text(source, str(source))
    blocks = find_blocks(text, mdx=source.suffix.lower() == ".mdx")
    drawn = [
        (block, picture_link(task, outcome.title))
        for block, task, outcome in zip(blocks, tasks, outcomes, strict=True)
        if not outcome.errors
    ]
    page = replace_blocks(text, [block for block, _ in drawn], [link for _, link in drawn])
    write_atomically(target, page.encode())


def picture_link(task: Task, title: str) -> str:
    """The Markdown that shows a task's picture: the dark one to readers of dark pages.

    Of several formats the first is shown.
    """
    form = task.pictures[0].format
    shown = {picture.shown: picture for picture in task.pictures if picture.format == form}
    words = " ".join((title or task.diagram.name).split())
    light, dark = shown.get("light"), shown.get("dark")
    if light and dark:
        alternative = html.escape(words)
        return (
            f'<picture><source media="(prefers-color-scheme: dark)" srcset="{_address(dark)}">'
            f'<img alt="{alternative}" src="{_address(light)}"></picture>'
        )
    escaped = re.sub(r"([\\`*_\[\]<>&!])", r"\\\1", words)
    return f"![{escaped}]({_address(task.pictures[0])})"


def _address(picture: Picture) -> str:
    return quote(picture.file)
