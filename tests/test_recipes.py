"""The recipes of CONTRIBUTING.md, followed in a copy of the tree: a file is added and is in use."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = "src/diagramkit"

ADDED = {
    "themes/harbour.yaml": """\
# yaml-language-server: $schema=theme.schema.json
extends: editorial
description: Editorial in harbour green.
light: {accent: "#1F7A4D"}
dark: {accent: "#5BB98B"}
""",
    f"{PACKAGE}/layout/graph/shapes/doc.py": '''\
"""A document."""
from diagramkit.geometry import Path
from diagramkit.layout.graph.shapes import square

ALIASES = ("document",)
fit = square.fit


def outline(rect, label, theme):
    corners = ("L", rect.right, rect.y), ("L", rect.x + 7, rect.bottom)
    return Path((("M", rect.x, rect.y), *corners, ("Z",)))
''',
    f"{PACKAGE}/mermaid/kinds/error.py": '''\
"""Boards."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Board:
    cards: tuple[str, ...]


def read(source):
    return Board((*source.text.split(), "Source"))
''',
    f"{PACKAGE}/layout/error.py": '''\
"""Boards as boxes."""
from diagramkit.layout.graph import lay_out as lay_out_graph
from diagramkit.mermaid.kinds.flowchart.model import Flowchart, Node


def lay_out(model, theme, **options):
    nodes = tuple(Node(f"n{at}", words) for at, words in enumerate(model.cards))
    return lay_out_graph(Flowchart(nodes=nodes), theme, **options)
''',
    f"{PACKAGE}/lint/rules/shouting.py": '''\
"""Words in capitals.

Why: they are read letter by letter. Example: `STOP`. Use instead: `Stop`.
"""
from diagramkit.lint.finding import Fault


def check(sheet):
    for text in sheet.scene.texts:
        if text.text.isupper():
            yield Fault(f"{text.text} shouts", (text.key,), None)
''',
    f"{PACKAGE}/theme/export/shout.py": '''\
"""The name, loudly."""


def export(theme, mode):
    return theme.name.upper() + "\\n"
''',
    f"{PACKAGE}/cli/commands/hello.py": '''\
"""`diagrams hello`: say hello."""
import click


@click.command("hello")
def command():
    """Say hello."""
    click.echo("hello")
''',
}


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree with a theme, a shape, a kind, a rule, an export and a command added."""
    copy = tmp_path_factory.mktemp("tree")
    ignored = shutil.ignore_patterns("__pycache__")
    for part in ("src", "themes"):
        shutil.copytree(ROOT / part, copy / part, ignore=ignored)
    (copy / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "themes.py", copy / "tests")
    # All of Mermaid's shapes are there: one goes, to be written anew.
    (copy / PACKAGE / "layout" / "graph" / "shapes" / "doc.py").unlink()
    for path, text in ADDED.items():
        assert not (copy / path).exists()
        (copy / path).write_text(text, encoding="utf-8")
    return copy


def run(tree: Path, *arguments: str, words: str = "") -> str:
    """What Python prints in the copy."""
    environment = {**os.environ, "PYTHONPATH": str(tree / "src")}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=tree,
        env=environment,
        input=words.encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_a_theme_is_one_file(tree: Path) -> None:
    script = "from diagramkit.themes import harbour; print(harbour.light.edges.accent.stroke)"
    assert run(tree, "-c", script).strip() == "#1F7A4D"
    assert "harbour" in run(tree, "-m", "diagramkit", "theme", "list")


def test_a_theme_is_completed_by_editors_once_the_themes_are_written(tree: Path) -> None:
    run(tree, "tests/themes.py")
    written = (tree / PACKAGE / "theme" / "compiled.py").read_text(encoding="utf-8")
    assert "    harbour: Theme\n" in written


def test_a_shape_is_one_file(tree: Path) -> None:
    chart = "flowchart LR\n  a@{ shape: document, label: One }\n"
    assert 'class="primary" d="' in run(
        tree, "-m", "diagramkit", "render", "-", "-o", "-", words=chart
    )


def test_a_kind_is_a_reader_and_a_layout(tree: Path) -> None:
    picture = run(
        tree,
        "-m",
        "diagramkit",
        "render",
        "-",
        "-o",
        "-",
        words="error\n",
    )
    assert ">Source</text>" in picture


def test_a_rule_is_one_file(tree: Path) -> None:
    script = (
        "from diagramkit import render; from diagramkit.lint import check\n"
        "print([each.rule for each in check(render('graph LR; a[STOP]').scene)])"
    )
    assert "'shouting'" in run(tree, "-c", script)


def test_an_export_is_one_file(tree: Path) -> None:
    shown = run(tree, "-m", "diagramkit", "theme", "export", "editorial", "--to", "shout")
    assert shown == "EDITORIAL\n"


def test_a_command_is_one_file(tree: Path) -> None:
    assert "hello   Say hello.\n" in run(tree, "-m", "diagramkit", "--help")
    assert run(tree, "-m", "diagramkit", "hello") == "hello\n"
