"""Sources as they were once, from Git's history."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from diagramkit.drift.job import as_kept
from diagramkit.golden.record import text_hash
from diagramkit.project.diagrams import page_diagrams
from diagramkit.project.discovery import Source
from diagramkit.project.documents import BYTE_ORDER_MARK, MAX_BYTES

_MOST_COMMITS = 300
_SECONDS = 20


def text_in_history(path: Path, wanted: str) -> str | None:
    """The source of a diagram in `path` that has the hash `wanted`, from the newest commits that
    have touched the file; None where there is none, or no repository."""
    return next((text for text in _texts(path) if text_hash(text) == wanted), None)


@lru_cache(maxsize=64)
def _texts(path: Path) -> tuple[str, ...]:
    return tuple(text for data in _versions(path) for text in _diagrams(path, data))


def _diagrams(path: Path, data: bytes) -> Iterator[str]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return
    if not Source(path).is_markdown:
        yield as_kept(text.removeprefix(BYTE_ORDER_MARK))
        return
    yield from (as_kept(one.diagram.text) for one in page_diagrams(path, text))


def _versions(path: Path) -> Iterator[bytes]:
    """What a file held in each commit that changed it, the newest first."""
    arguments = (f"--max-count={_MOST_COMMITS}", "--full-history", "HEAD", "--", path.name)
    commits = _git(path, b"", "rev-list", *arguments).split()
    asked = b"".join(commit + f":./{path.name}\n".encode() for commit in commits)
    answer = _git(path, asked, "cat-file", "--batch") if commits else b""
    while answer:
        head, _, answer = answer.partition(b"\n")
        if head.endswith(b" missing"):
            continue
        size = int(head.rsplit(b" ", 1)[1])
        if size <= MAX_BYTES:
            yield answer[:size]
        answer = answer[size + 1 :]


def _git(path: Path, data: bytes, *arguments: str) -> bytes:
    """What Git answers in a file's folder; nothing where it cannot. These commands read objects
    alone: they run no filter, hook or program that a repository may name."""
    command = ["git", "-C", str(path.parent), "--no-pager", *arguments]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, check=False, timeout=_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired, ValueError):
        return b""
    return done.stdout if done.returncode == 0 else b""
