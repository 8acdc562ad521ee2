"""Cynefin frameworks are drawn as four quiet regions around a fifth."""

from __future__ import annotations

import pytest

from diagramkit import render
from diagramkit.scene import Text

from .charts import faults
from .pictures import Picture

SOURCE = """cynefin-beta
title Kinds of work
complex
  "Which data helps"
complicated
  "Sharding"
clear
  "Restarting a run"
chaotic
  "Loss is NaN"
confusion
  "A customer is angry"
chaotic --> complex : "stop the run"
complex --> complicated : "a pattern is known"
clear --> chaotic : "complacency"
complex --> clear : "luck"
"""


def texts() -> dict[str, Text]:
    return {text.text: text for text in render(SOURCE).scene.texts}


def test_each_domain_has_its_quarter() -> None:
    found = texts()
    assert found["Complex"].y == found["Complicated"].y < found["Chaotic"].y == found["Clear"].y
    assert found["Complex"].x == found["Chaotic"].x < found["Clear"].x == found["Complicated"].x
    assert found["Which data helps"].x == found["Complex"].x


def test_ways_between_neighbours_cross_their_border_and_others_are_told_below() -> None:
    drawn = Picture(render(SOURCE))
    ways = [mark for mark in drawn.marks("way:") if not mark.key.endswith("head")]
    assert len(ways) == 3
    assert max(text.y for text in drawn.scene.texts) == texts()["Complex to clear: luck"].y


@pytest.mark.parametrize("text", ["", "complex\n", 'clear --> clear : "x"\n'])
def test_a_framework_of_next_to_nothing_is_drawn(text: str) -> None:
    assert faults(f"cynefin-beta\n{text}") == []


def test_crowded_frameworks_have_no_fault() -> None:
    items = "".join(f'  "Item number {place} with quite some words to it"\n' for place in range(9))
    ways = "".join(
        f'{source} --> {target} : "from {source} to {target}"\n'
        for source in ("complex", "complicated", "clear", "chaotic", "confusion")
        for target in ("complex", "complicated", "clear", "chaotic", "confusion")
    )
    blocks = "".join(f"{name}\n{items}" for name in ("complex", "clear", "chaotic", "confusion"))
    assert faults(f"cynefin-beta\n{blocks}{ways}") == []
    assert faults(SOURCE) == []


def test_the_words_of_a_way_stand_on_one_line() -> None:
    source = (
        "cynefin-beta\ncomplex\n'a'\ncomplicated\n'b'\ncomplex --> complicated : 'two\nlines'\n"
    )
    drawn = Picture(render(source))
    assert "two lines" in [text.text for text in drawn.scene.texts]
    assert drawn.faults == []


def test_info_says_which_mermaid_is_spoken() -> None:
    assert [text.text for text in render("info showInfo\n").scene.texts] == ["Mermaid 12.3"]
