"""The whole of a repository of notes, and diagrams of many others."""

from __future__ import annotations

import json
import os
import re
import shutil
import tracemalloc
from collections.abc import Iterator
from difflib import ndiff
from pathlib import Path

import pytest

from diagramkit.cli import main
from diagramkit.markdown import find_blocks
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.sync import Look, sync_text
from diagramkit.sync.flowchart import skeleton
from diagramkit.themes import editorial

CORPUS = Path(os.environ.get("DIAGRAMKIT_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
NOTES = sorted((CORPUS / "notes").rglob("*.md"))
LOOKS = (
    Look(editorial),
    Look(editorial, "dark", {"gpu": "primary", "risk": "accent", "leaf": "note"}, "secondary"),
)
STYLE_LINE = re.compile(r"\s*(>\s*)*(classDef|class|style|linkStyle|%%\{init)\b.*")

needs_corpus = pytest.mark.skipif(
    not CORPUS.is_dir(), reason=f"no corpus at {CORPUS} (set DIAGRAMKIT_CORPUS)"
)


def pages() -> Iterator[tuple[str, str, str]]:
    """Every page of the notes, before and after, in each look."""
    for look in LOOKS:
        for path in NOTES:
            text = path.read_bytes().decode()
            yield str(path), text, sync_text(text, str(path), look, markdown=True).text


@needs_corpus
def test_after_one_run_every_block_of_the_notes_is_in_step() -> None:
    for look in LOOKS:
        for path in NOTES:
            text = path.read_bytes().decode()
            once = sync_text(text, str(path), look, markdown=True)
            again = sync_text(once.text, str(path), look, markdown=True)
            assert once.problems == ()
            assert (again.text, again.changed) == (once.text, 0)


@needs_corpus
def test_what_changes_in_the_notes_is_lines_of_style() -> None:
    found = 0
    for path, before, after in pages():
        for line in ndiff(before.splitlines(), after.splitlines()):
            if line.startswith(("+ ", "- ")):
                found += 1
                uses_class = ":::" in line
                assert STYLE_LINE.fullmatch(line[2:]) or uses_class, f"{path}: {line}"
    assert found > 300


@needs_corpus
def test_every_flowchart_of_the_notes_reads_as_the_same_nodes_and_edges() -> None:
    flowcharts = 0
    for path, before, after in pages():
        for one, other in zip(find_blocks(before), find_blocks(after), strict=True):
            chart, same = parse(one.text), parse(other.text)
            if isinstance(chart, Flowchart):
                assert isinstance(same, Flowchart)
                assert skeleton(same) == skeleton(chart), f"{path}:{one.line}"
                flowcharts += 1
    assert flowcharts >= 77 * len(LOOKS)


@needs_corpus
@pytest.mark.parametrize("name", ["real", "docs", "hostile"])
def test_diagrams_of_others_come_in_step_or_are_left_whole(name: str) -> None:
    with (CORPUS / "mermaid" / f"{name}.jsonl").open(encoding="utf-8") as lines:
        diagrams = [json.loads(line) for line in lines]
    for diagram in diagrams:
        text = diagram["text"]
        once = sync_text(text, diagram["id"], LOOKS[1], markdown=False)
        if once.problems:
            assert not diagram["valid"], once.problems
            assert once.text == text
        else:
            again = sync_text(once.text, diagram["id"], LOOKS[1], markdown=False)
            assert again.text == once.text, diagram["id"]


@needs_corpus
def test_the_notes_take_little_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(CORPUS / "notes", tmp_path / "notes")
    monkeypatch.chdir(tmp_path)
    tracemalloc.start()
    status = main(["sync", "notes"])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert status == 0
    assert peak < 100_000_000
