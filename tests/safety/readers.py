"""Every reader, as a function of any text: it gives something back or says what is wrong."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from diagramkit import load_theme, render
from diagramkit.checking.drawings import check_drawing
from diagramkit.checking.fixing import fixed_drawing
from diagramkit.markdown import DIALECTS, dialect_of, find_blocks
from diagramkit.project.config import load_settings
from diagramkit.sync import Look, sync_text
from diagramkit.sync.pictures import PictureOptions, fill
from diagramkit.themes import editorial

from . import seeds
from .mutations import mutated

SMALL = "flowchart LR\n  a[One] --> b{Two}\n  b --> c((3)):::accent\n  subgraph S\n    c\n  end\n"

REPAIRED = 0.1
"""The part of drawings that are repaired too, which takes some ten times as long."""


@dataclass(frozen=True)
class Family:
    """Inputs of one reader: where they come from, and what is done with one.

    `check` raises `DiagramError` for an input that is refused, and anything else for a fault.
    """

    name: str
    seeds: Callable[[], Sequence[str]]
    check: Callable[[str, Random], None]

    def input(self, number: int, seed: int) -> tuple[str, Random]:
        """The input of a number, and the random numbers that go with it; the same every time."""
        random = Random(f"{self.name} {seed} {number}")
        return mutated(random, self.seeds()), random


def _mermaid(text: str, random: Random) -> None:
    drawing = render(text if "\n" in text else f"{text}\n", mode=random.choice(("light", "both")))
    assert drawing.svg.startswith("<svg")


def _figure(text: str, random: Random) -> None:
    _mermaid(text, random)


def _theme(text: str, random: Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "own.yaml")
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        theme = load_theme(file)
    samples = (SMALL, *seeds.SAMPLES)
    assert render(random.choice(samples), theme=theme).svg.startswith("<svg")


def _settings(text: str, _random: Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "diagrams.toml").write_bytes(text.encode("utf-8", "surrogatepass"))
        load_settings(Path(folder)).drawing.loaded()


def _page(text: str, random: Random) -> None:
    look = Look(editorial, directive=random.choice(("keep", "always", "never")))
    path = Path(f"a{random.choice(tuple(DIALECTS))}")
    once = sync_text(text, str(path), look, markdown=True)
    before, after = (find_blocks(each, dialect_of(path)) for each in (text, once.text))
    assert len(before) == len(after), "another number of blocks"
    again = sync_text(once.text, str(path), look, markdown=True)
    assert again.text == once.text, "a second run changes something"


def _drawing(text: str, random: Random) -> None:
    data = bytearray(text.encode("utf-8", "surrogatepass"))
    for _ in range(random.choice((0, 0, 1, 4, 16)) if data else 0):
        data[random.randrange(len(data))] = random.randrange(256)
    mode = random.choice(("light", "dark"))
    found, _comments = check_drawing(bytes(data), "a.svg", editorial, mode, style=True)
    if random.random() < REPAIRED:
        words = data.decode("utf-8")
        once = fixed_drawing(words, "a.svg", editorial, unsafe=True)
        again, _comments = check_drawing(once, "a.svg", editorial, mode)
        count = sum(each.severity == "error" for each in again)
        assert count <= sum(each.severity == "error" for each in found), "repairing made it worse"


def _places(text: str, _random: Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home, page = Path(folder), Path(folder, "page.md")
        (home / "one.mmd").write_text(SMALL)
        text = f"{text}\n\n<!-- picture: one.mmd -->\n"
        settings = load_settings(home)
        options = PictureOptions.of(settings, settings.drawing.loaded(), settings.border([page]))
        once = fill(text, page, options)
        again = fill(once.text, page, options)
        assert again.text == once.text, "a second run changes something"
        assert all(path.resolve().is_relative_to(home.resolve()) for path in once.files), "outside"


FAMILIES = (
    *(
        Family(kind, lambda kind=kind: seeds.mermaid(kind), _mermaid)  # type: ignore[misc]
        for kind in seeds.MERMAID
    ),
    Family("figure", seeds.figures, _figure),
    Family("drawing", seeds.drawings, _drawing),
    Family("theme", seeds.themes, _theme),
    Family("configuration", lambda: seeds.SETTINGS, _settings),
    Family("page", seeds.pages, _page),
    Family("place", seeds.pages, _places),
)
