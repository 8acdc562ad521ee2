"""Diagrams from public repositories, which are kept beside the repository and never inside it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
Rows = list[dict[str, Any]]


@pytest.fixture(scope="session")
def corpus_folder() -> Path:
    """Where the corpora are: DIAGRAMKIT_CORPUS, by default beside the repository."""
    folder = Path(os.environ.get("DIAGRAMKIT_CORPUS", ROOT.parent / "shared" / "corpus"))
    if not folder.is_dir():
        pytest.skip(f"no corpus at {folder}; set DIAGRAMKIT_CORPUS to where it is")
    return folder


@pytest.fixture(scope="session")
def corpus(corpus_folder: Path) -> Callable[..., Rows]:
    """The rows of a corpus of Mermaid diagrams, by its name; of one kind, what Mermaid reads."""

    @cache
    def every(name: str) -> Rows:
        text = (corpus_folder / "mermaid" / f"{name}.jsonl").read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines()]

    def rows(name: str, kind: str = "") -> Rows:
        return [row for row in every(name) if not kind or (row["kind"] == kind and row["valid"])]

    return rows
