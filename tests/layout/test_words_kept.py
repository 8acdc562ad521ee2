"""Words of a source reach the picture, or a warning, over the corpora."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator

import pytest

from diagramkit import render
from diagramkit.layout.graph import shapes
from diagramkit.mermaid import parse
from diagramkit.mermaid.keywords import KINDS
from diagramkit.mermaid.reading import drawn_keywords
from survey import CORPUS

EVERY = 12
"""So many diagrams of the corpora are passed over for each that is looked at."""
LONGEST = 4_000
SHOWN = frozenset(("text", "label", "heading", "titles"))
"""The fields of models that hold words to be seen."""
INVISIBLE = "~~~"
DRAWN = {KINDS[word].partition("_")[0] for word in drawn_keywords()}
"""The kinds, as the corpora call them."""


def sources() -> list[tuple[str, str]]:
    """Some diagrams of the corpora, of all kinds."""
    found: list[tuple[str, str]] = []
    for name in ("real", "docs"):
        path = CORPUS / "mermaid" / f"{name}.jsonl"
        if not path.exists():
            continue
        for line in path.read_text(encoding="utf-8").splitlines()[::EVERY]:
            entry = json.loads(line)
            is_drawn = entry["valid"] and entry["kind"] in DRAWN
            if is_drawn and len(entry["text"]) < LONGEST and INVISIBLE not in entry["text"]:
                found.append((entry["id"], entry["text"]))
    return found


def written(value: object, field: str = "") -> Iterator[str]:
    """The words in a model that are to be seen."""
    if isinstance(value, str):
        if field in SHOWN:
            yield value
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from written(inner, field)
    elif dataclasses.is_dataclass(value):
        names = (getattr(value, field, None) for field in ("shape", "kind"))
        if any(isinstance(name, str) and shapes.is_wordless(name) for name in names):
            return
        for each in dataclasses.fields(value):
            yield from written(getattr(value, each.name), each.name)


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def lost(source: str) -> list[str]:
    """The words of a source that are neither in its picture nor in a warning."""
    drawing = render(source)
    seen = letters("".join(text.text for text in drawing.scene.texts))
    told = letters("".join(warning.message for warning in drawing.warnings))
    every = (word for text in written(parse(source)) for word in re.findall(r"[^\W_]{2,}", text))
    return [word for word in every if letters(word) not in seen and letters(word) not in told]


@pytest.mark.parametrize(
    ("name", "source"), sources() or [("none", "")], ids=lambda one: one.partition("\n")[0][:60]
)
def test_words_reach_the_picture_or_a_warning(name: str, source: str) -> None:
    if not source:
        pytest.skip("no corpus at hand")
    assert lost(source) == [], name


@pytest.mark.xfail(strict=True, reason="invisible links take their words with them")
def test_words_of_an_invisible_link_reach_the_picture() -> None:
    assert lost("flowchart LR\nA ~~~|words beside| B\n") == []
