"""What `sync` writes is what the real Mermaid paints, on a white and on a near-black page."""

from __future__ import annotations

import os
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from diagramkit.color import contrast
from diagramkit.markdown import find_blocks
from diagramkit.mermaid.cleaning import clean
from diagramkit.mermaid.keywords import keyword_of
from diagramkit.sync import Look, sync_text
from diagramkit.sync.look import CATEGORIES, DEFAULT, ROLES
from diagramkit.theme.model import ModeName
from diagramkit.themes import editorial

from .browser import Painted, painted

pytestmark = pytest.mark.world

CORPUS = Path(os.environ.get("DIAGRAMKIT_CORPUS", Path(__file__).parents[4] / "shared" / "corpus"))
MAPPED = {"gpu": "primary", "risk": "accent", "hot": "accent", "requirement": "note"}

OWN = (
    "flowchart LR\n  A[plain] -->|yes| B[role]:::accent\n  B -.-> C{stale}\n"
    "  C == no ==> D\n  class C note\n  classDef note fill:#fff7ed,stroke:#ea580c;\n",
    "flowchart TB\n  subgraph S[Group]\n    subgraph T[Inner]\n      A --> B\n    end\n  end\n"
    "  T -- words --> C[(store)]\n  style C fill:#FF6B6B,stroke:#B22222\n  style S fill:#eee\n",
    "graph LR\n  A:::gpu --> B:::tank --> C:::hot\n  linkStyle 0 stroke:red;\n"
    "  linkStyle 1 stroke:#D9392E,stroke-width:3px\n"
    "  classDef gpu,hot fill:#eef6ff,stroke:#2563eb\n  classDef tank color:#f00\n",
    "flowchart LR\n  A((a)) <--> B([b]) --- C>c] --o D{{d}} --x E[/e/]\n  F(f) & G[[g]] --> A\n",
    '%%{init: {"theme": "dark", "themeVariables": {"lineColor": "#fff"}}}%%\n'
    "flowchart LR\n  A -->|words| B\n",
)


@cache
def synced(mode: ModeName) -> tuple[str, ...]:
    """The diagrams above in step, in light mode also one of the notes for each set of classes."""
    look = Look(editorial, mode, MAPPED)
    texts = [*OWN, *(of_notes() if mode == "light" else [])]
    return tuple(sync_text(text, "a.mmd", look, markdown=False).text for text in texts)


def of_notes() -> list[str]:
    """A block of the notes for each set of classes, with groups and without, of each kind."""
    found: dict[object, str] = {}
    for path in sorted((CORPUS / "notes").rglob("*.md")):
        for block in find_blocks(path.read_text(encoding="utf-8")):
            words = block.text.replace("\n", " ").split(" ")
            names = frozenset(name for word, name in pairwise(words) if word == "classDef")
            kind = keyword_of(clean(block.text, "", 1).text)
            found.setdefault((kind, names, "subgraph" in words, "%%{init:" in words), block.text)
    return list(found.values())


@cache
def drawn(mode: ModeName) -> tuple[Painted, ...]:
    return tuple(painted(synced(mode)))


def told(one: Painted, mode: ModeName) -> str:
    return f"{one.version} on {one.page}:\n{synced(mode)[one.diagram]}"


both_modes = pytest.mark.parametrize("mode", ["light", "dark"])


@both_modes
def test_every_diagram_is_drawn(mode: ModeName) -> None:
    assert [(told(one, mode), one.error) for one in drawn(mode) if one.error] == []


@both_modes
def test_every_node_carries_fill_stroke_and_text_of_one_class(mode: ModeName) -> None:
    look = Look(editorial, mode)
    paints = [look.paint(role).values for role in (*ROLES, *CATEGORIES, DEFAULT)]
    known = {tuple(paint[key].lower() for key in ("fill", "stroke", "color")) for paint in paints}
    nodes = 0
    for one in drawn(mode):
        for node in one.nodes:
            nodes += 1
            assert (node["fill"], node["stroke"], node["text"]) in known, told(one, mode)
    assert nodes >= 40


@both_modes
def test_links_and_their_heads_are_seen_on_both_pages_and_on_groups(mode: ModeName) -> None:
    look = Look(editorial, mode)
    for one in drawn(mode):
        grounds = [one.page, *(group["fill"] for group in one.groups)]
        for link in one.links:
            assert (link["stroke"],) in look.known
            for color in filter(None, (link["stroke"], link["head"])):
                worst = min(contrast(color, ground) for ground in grounds)
                assert worst >= 3, told(one, mode)


@both_modes
def test_words_beside_links_stand_on_an_opaque_ground_and_can_be_read(mode: ModeName) -> None:
    labels = 0
    for one in drawn(mode):
        for label in one.labels:
            labels += 1
            assert contrast(label["color"], label["ground"]) >= 4.5, told(one, mode)
    assert labels >= 8


@both_modes
def test_groups_are_painted_seen_and_their_titles_can_be_read(mode: ModeName) -> None:
    groups = 0
    for one in drawn(mode):
        for group in one.groups:
            groups += 1
            assert contrast(group["stroke"], one.page) >= 3, told(one, mode)
            assert contrast(group["title"], group["fill"]) >= 4.5, told(one, mode)
    assert groups >= 8
