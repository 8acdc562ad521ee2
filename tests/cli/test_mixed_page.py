"""A page of ten blocks of mixed kinds, through every command and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

KINDS = {
    "Flow": "flowchart LR\n  A[One] --> B{Two?} -->|yes| C\n  class A hot\n",
    "Talk": "sequenceDiagram\n  A->>B: ask\n  B-->>A: answer\n",
    "Classes": "classDiagram\n  Animal <|-- Duck\n",
    "States": "stateDiagram-v2\n  [*] --> On\n  On --> [*]\n",
    "Entities": "erDiagram\n  CUSTOMER ||--o{ ORDER : places\n",
    "Plan": "gantt\n  dateFormat YYYY-MM-DD\n  section A\n  Task :2024-01-01, 3d\n",
    "Shares": 'pie\n  "a" : 1\n  "b" : 2\n',
    "Tree": "mindmap\n  root\n    one\n    two\n",
    "Commits": "gitGraph\n  commit\n  branch b\n  commit\n",
    "Day": "journey\n  title A day\n  section Morning\n    Pick: 5: Farmer\n",
}
PAGE = "# Page\n\n" + "".join(
    f"## {heading}\n\n```mermaid\n{text}```\n\n" for heading, text in KINDS.items()
)


@pytest.fixture
def page(run: Run) -> Path:  # noqa: ARG001 (it changes the folder)
    Path("diagrams.toml").write_text('[classes]\nhot = "accent"\n')
    Path("page.md").write_text(PAGE)
    return Path("page.md")


def _files() -> dict[str, bytes]:
    kinds = (".md", ".mmd", ".svg")
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.suffix in kinds}


def test_no_command_undoes_what_another_did(run: Run, page: Path) -> None:
    assert run("render", ".", "-f", "svg").status == 0
    assert run("accept", ".").status == 0
    assert run("sync", "--pictures", ".").status == 0
    assert run("accept", ".").status == 0
    settled = _files()
    for command in (
        "render . -f svg",
        "page page.md",
        "sync .",
        "sync --pictures .",
        "test .",
        "accept .",
    ):
        assert run(*command.split()).status == 0, command
        assert _files() == settled, command
    assert run("page", "--check", str(page)).status == 0
    assert run("sync", "--check", ".").status == 0


def test_a_block_that_becomes_a_picture_keeps_its_golden(run: Run, page: Path) -> None:
    run("accept", ".")
    before = {path.name for path in Path("goldens").glob("*.png")}
    run("sync", "--pictures", str(page))
    run("accept", ".")
    assert {path.name for path in Path("goldens").glob("*.png")} == before


def test_a_published_page_is_kept_up_to_date_by_page(run: Run, page: Path) -> None:
    assert run("render", str(page), "-o", "out/page.md").status == 0
    assert run("page", "--check", "out/page.md").status == 0
    run("sync", "--pictures", str(page))
    assert run("page", "out/page.md").status == 0
    assert run("page", "--check", "out/page.md").status == 0
