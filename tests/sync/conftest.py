"""Diagrams brought in step with the built-in theme."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diagramkit.sync import Look, sync_text
from diagramkit.themes import editorial

Sync = Callable[..., str]


@pytest.fixture
def sync() -> Sync:
    """A text in step: a Mermaid file, or with `markdown=True` a page; `Look`'s other settings."""

    def bring(text: str, *, markdown: bool = False, name: str = "a.md", **settings: object) -> str:
        look = Look(editorial, **settings)  # type: ignore[arg-type]
        synced = sync_text(text, name, look, markdown=markdown)
        assert synced.problems == ()
        return synced.text

    return bring
