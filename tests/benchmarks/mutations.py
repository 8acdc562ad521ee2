"""What `diagrams test` makes of everything that can go wrong, a mutation at a time.

    python tests/benchmarks/mutations.py [EVERY] [--each]

Every EVERYth token (1: all) by its smallest step, changes of the structure, accidents of names and
merges, and several causes at once. Whether a mutation changes the product is found by drawing it
before and after; one that does has to be caught, put down to what was changed, and told in few
lines, and one that does not has to pass. `--each` prints each mutation that fails.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from diagramkit.cli import main as diagrams
from diagramkit.diagnostics import DiagramError
from diagramkit.drawing import render
from diagramkit.golden.looks import plain_tokens
from diagramkit.golden.serial import dump_scene
from diagramkit.theme.load import load_theme
from diagramkit.themes import editorial

SOURCES = {
    "way": """\
%% diagram: critical A --> C --> D
flowchart LR
  A["Source<br/>a file"] --> B{Valid?}
  B -->|yes| C["Scene 1"]:::accent --> D["Picture"]:::accent
  B -.->|no| A
  C --> N["what is placed"]:::note
  subgraph G [Later]
    E["Report"]:::secondary --> F[("Page")]
  end
  D --> E
""",
    "talk": "sequenceDiagram\n  participant A\n  participant B\n  A->>B: ask\n  B-->>A: answer\n"
    "  A->>A: think\n  Note over B: waits\n",
    "type": "classDiagram\n  class Order {\n    +id: int\n    +place() Receipt\n  }\n"
    "  Order --> Article : has\n  Order <|-- Rush\n",
}
STRUCTURE = (
    ("words", "Scene 1", "Scene 2", "text:text:C:0"),
    ("a node more", "  D --> E\n", "  D --> E\n  H[Extra]\n", "added:node:H"),
    ("a node less", '  C --> N["what is placed"]:::note\n', "", "removed:node:N"),
    ("an edge more", "  D --> E\n", "  D --> E\n  A --> D\n", "added:edge:A->D:0"),
    ("an edge less", "  B -.->|no| A\n", "", "removed:edge:B->A:0"),
    ("an edge turned", "  D --> E", "  E --> D", "added:edge:E->D:0 removed:edge:D->E:0"),
    ("a label", "|no|", "|nay|", "text:label:B->A:0:0"),
    ("a role", ":::secondary", ":::note", "role:node:E"),
    ("the critical path", "A --> C --> D\nflow", "C --> D\nflow", "critical:A left it"),
    ("a shape", '[("Page")]', '["Page"]', "restyled:node:F"),
    ("a group's title", "[Later]", "[Soon]", "text:title:G:0"),
    ("a node into a group", "    E[", "    N\n    E[", "resized:group:G"),
    ("a line less in a node", "Source<br/>a file", "Source", "removed:text:A:1"),
    ("the direction", "flowchart LR", "flowchart TD", "direction:direction"),
    ("a dash", "B -.->|no| A", "B -->|no| A", "restyled:edge:B->A:0"),
    ("an arrowhead", "B -.->|no| A", "B -.-|no| A", "restyled:edge:B->A:0"),
    ("a message", "A->>B: ask", "A->>B: beg", "text:label:A->B:0:0"),
    ("a message less", "  A->>A: think\n", "", "removed:edge:A->A:0"),
    ("messages in another order", "A->>B: ask\n  B-->>A: answer",
     "B-->>A: answer\n  A->>B: ask", "reordered:edge:B->A:0"),
    ("a note more", "waits\n", "waits\n  Note over A: rests\n", "added:note:A:0"),
    ("a participant more", "participant B\n", "participant B\n  participant C\n", "added:node:C"),
    ("a member", "+id: int", "+id: str", "text:text:Order:row-0-0-1"),
    ("a member more", "+id: int\n", "+id: int\n    +on: date\n", "added:text:Order:row-0-1-1"),
    ("a relation", "Order <|-- Rush", "Order *-- Rush", "restyled:edge:Order->Rush:0"),
    ("a relation's words", " : has", " : holds", "text:label:Order->Article:0:0"),
    ("a class more", "Rush\n", "Rush\n  class Shop\n", "added:node:Shop"),
)  # fmt: skip
"""What is changed, from what to what, and the ids of all causes that have to be told."""


@dataclass
class Row:
    """What became of the mutations of one kind."""

    name: str
    tried: int = 0
    changed: int = 0
    caught: int = 0
    rooted: int = 0
    false: int = 0
    lines: list[int] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def add(self, what: str, product: bool, status: int, rooted: bool, lines: int) -> None:
        self.tried += 1
        self.changed += product
        if product:
            self.caught += status == 1
            self.rooted += status == 1 and rooted
            self.lines.append(lines)
        else:
            self.false += status != 0
        if (status == 1) != product or (product and not rooted):
            self.failed.append(f"{what}: changes {product}, status {status}, root {rooted}")

    def __str__(self) -> str:
        lines = f"{statistics.median(self.lines):.0f}, {max(self.lines)}" if self.lines else "-"
        return (
            f"{self.name:28}{self.tried:7}{self.changed:9}{self.caught:8}{self.rooted:8}"
            f"{self.false:8}   {lines}"
        )


class Project:
    """A project with goldens that is put back after each mutation."""

    def __init__(self, folder: Path) -> None:
        self.kept, self.folder = folder / "kept", folder / "project"
        home = self.kept / "diagrams"
        home.mkdir(parents=True)
        for name, text in SOURCES.items():
            (home / f"{name}.mmd").write_text(text)
        (self.kept / "diagrams.toml").write_text('theme = "house.yaml"\n')
        (self.kept / "house.yaml").write_text("extends: editorial\nname: house\n")
        os.chdir(self.kept)
        self.run("accept")
        self.before = self.product(self.kept)

    def run(self, *arguments: str) -> tuple[int, str]:
        """The exit status and what was printed."""
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            status = diagrams(arguments)
        return status, out.getvalue()

    def product(self, folder: Path) -> list[str]:
        """The scenes of all that is drawn, in both modes."""
        theme = folder / "house.yaml"
        return [
            dump_scene(render(path, theme=theme, mode=mode).scene)
            for path in sorted((folder / "diagrams").glob("*.mmd"))
            for mode in ("light", "dark")
        ]

    def mutated(self, change: Callable[[], object]) -> tuple[bool, int, list[Any], int]:
        """Whether a change changes the product, the exit status, the causes, the lines told."""
        os.chdir("/")
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.kept, self.folder)
        os.chdir(self.folder)
        change()
        status, out = self.run("test", "--report", "report")
        run = json.loads(Path("report/run.json").read_text())
        causes = [cause for one in run["goldens"] for cause in one["causes"]]
        return self.product(self.folder) != self.before, status, causes, out.count("\n")


def stepped(value: Any) -> Any:
    """The smallest other value: a step of the last digit of a colour, a tenth, one more word."""
    if isinstance(value, str) and value.startswith("#"):
        return value[:-1] + format((int(value[-1], 16) + 1) % 16, "x")
    if isinstance(value, list):
        return [stepped(value[0]), *value[1:]] if value else None
    if isinstance(value, int | float):
        return value + (1 if isinstance(value, int) and value >= 100 else 0.1)
    return None


def written(values: dict[str, Any]) -> str:
    """A theme that says some tokens by their paths."""
    tree: dict[str, Any] = {"extends": "editorial", "name": "house"}
    for path, value in values.items():
        group = tree
        *inner, last = path.split(".")
        for name in inner:
            group = group.setdefault(name, {})
        group[last] = value
    return yaml.safe_dump(tree, sort_keys=False)


def is_valid(text: str) -> bool:
    """Whether a theme is allowed to say this: steps beyond the bounds of a token are left out."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "house.yaml"
        path.write_text(text)
        try:
            load_theme(path)
        except DiagramError:
            return False
        return True


def steps(every: int) -> dict[str, Any]:
    """The tokens to try, each with its smallest step."""
    tokens = plain_tokens(editorial)
    found = {path: stepped(value) for path, value in list(tokens.items())[::every]}
    return {path: value for path, value in found.items() if value is not None}


def token_rows(project: Project, every: int) -> Iterator[Row]:
    single, pairs, tens = Row("a token"), Row("two tokens"), Row("ten tokens")
    seen: list[str] = []
    values = steps(every)
    for path, value in values.items():
        text = written({path: value})
        if not is_valid(text):
            continue
        found = project.mutated(lambda text=text: Path("house.yaml").write_text(text))
        product, status, causes, lines = found
        ids = {cause["id"] for cause in causes}
        single.add(path, product, status, ids == {f"token:{path}"}, lines)
        if product:
            seen.append(path)
    yield single
    for row, count in ((pairs, 2), (tens, 10)):
        for start in range(0, len(seen) - count, max(count, len(seen) // 6)):
            chosen = {path: values[path] for path in seen[start::7][:count]}
            text = written(chosen)
            product, status, causes, lines = project.mutated(
                lambda text=text: Path("house.yaml").write_text(text)
            )
            named = {step["subject"] for cause in causes for step in cause["steps"]}
            row.add(", ".join(chosen), product, status, named == set(chosen), lines)
        yield row


def structure_row(project: Project) -> Row:
    row = Row("the structure of a source")
    for what, old, new, expected in STRUCTURE:

        def edit(old: str = old, new: str = new) -> None:
            for path in Path("diagrams").glob("*.mmd"):
                path.write_text(path.read_text().replace(old, new))

        product, status, causes, lines = project.mutated(edit)
        ids = sorted({cause["id"] for cause in causes})
        row.add(what, product, status, " ".join(ids) == expected, lines)
    return row


def accidents() -> Iterator[tuple[str, Callable[[], object], str]]:
    """What people and merges do to goldens, and the status that has to be told of."""
    goldens = Path("diagrams/goldens")

    def swap() -> None:
        for suffix in ("json", "png"):
            one, other = (goldens / f"{name}.house.light.{suffix}" for name in ("way", "talk"))
            data = one.read_bytes()
            one.write_bytes(other.read_bytes())
            other.write_bytes(data)

    def conflict() -> None:
        path = goldens / "way.house.light.json"
        text = path.read_text()
        path.write_text(f"<<<<<<< one\n{text}\n=======\n{text}\n>>>>>>> other\n")

    def edited() -> None:
        path = goldens / "way.house.light.json"
        path.write_text(path.read_text().replace("Scene 1", "Scene 0"))

    def of_another() -> None:
        shutil.copy(goldens / "talk.house.light.png", goldens / "way.house.light.png")

    def cut_short() -> None:
        path = goldens / "way.house.light.png"
        path.write_bytes(path.read_bytes()[:-20])

    yield "two goldens swapped", swap, "drifted"
    yield "marks of a merge", conflict, "unreadable"
    yield "edited by hand", edited, "drifted"
    yield "the picture of another", of_another, "unreadable"
    yield "a picture cut short", cut_short, "unreadable"
    yield "a record lost", (goldens / "way.house.dark.json").unlink, "unreadable"
    yield "a golden lost", lambda: [p.unlink() for p in goldens.glob("way.house.dark.*")], "new"
    yield "a source renamed", lambda: Path("diagrams/way.mmd").rename("diagrams/x.mmd"), "renamed"
    yield "a source removed", Path("diagrams/way.mmd").unlink, "orphan"


def accident_row(project: Project) -> Row:
    row = Row("accidents")
    for what, change, expected in accidents():
        _, status, _, lines = project.mutated(change)
        run = json.loads(Path("report/run.json").read_text())
        told = {one["status"] for one in run["goldens"]} - {"same"}
        row.add(what, True, status, told == {expected}, lines)
    return row


def main() -> None:
    numbers = [word for word in sys.argv[1:] if word.isdigit()]
    with tempfile.TemporaryDirectory() as name:
        project = Project(Path(name))
        print(f"{'':28}{'tried':>7}{'changing':>9}{'caught':>8}{'root':>8}{'false':>8}   lines")
        rows = [*token_rows(project, int(numbers[0]) if numbers else 1)]
        rows += [structure_row(project), accident_row(project)]
        for row in rows:
            print(row)
            if "--each" in sys.argv:
                print("".join(f"    {line}\n" for line in row.failed), end="")
        os.chdir("/")


if __name__ == "__main__":
    main()
