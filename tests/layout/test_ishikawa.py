"""Fishbone diagrams are drawn as a thin spine with bones above and below."""

from __future__ import annotations

import pytest

from diagramkit import render
from diagramkit.scene import Text

from .charts import faults
from .pictures import Picture

SOURCE = """ishikawa
Slow answers
  Model
    Too many layers
  Cache
    Misses
      Prefix changed
  Network
"""


def picture(source: str = SOURCE) -> Picture:
    return Picture(render(source))


def texts(source: str = SOURCE) -> dict[str, Text]:
    return {text.text: text for text in picture(source).scene.texts}


def test_causes_stand_in_pairs_above_and_below_the_spine() -> None:
    spine = picture().marks("spine")[0].path.flattened()[0].y
    found = texts()
    assert found["Model"].y < spine < found["Cache"].y
    assert found["Network"].y == found["Model"].y


def test_bones_lead_to_the_spine_in_source_order() -> None:
    feet = [bone.path.flattened()[1] for bone in picture().marks("bone:")]
    assert len({foot.y for foot in feet}) == 1
    assert feet[0].x == feet[1].x < feet[2].x < picture().rect("effect").x


def test_causes_of_causes_are_an_outline_beside_their_bone() -> None:
    found = texts()
    assert found["Misses"].x < found["Prefix changed"].x
    assert found["Misses"].y < found["Prefix changed"].y


def test_only_the_critical_bone_is_red() -> None:
    drawn = picture(f"{SOURCE}%% diagram: critical Cache\n")
    roles = [mark.role for mark in drawn.marks("bone:")]
    assert roles == ["main-edge", "accent-edge", "main-edge"]


def test_the_effect_names_the_drawing_for_readers_who_cannot_see() -> None:
    scene = picture().scene
    assert scene.title == "Slow answers"
    assert "Cache: Misses, Prefix changed" in scene.description


@pytest.mark.parametrize(
    "text",
    [
        "E\n",
        "E\nA\n",
        "E\nA\nB\n  b\n",
        "A long effect that wraps over lines\n" + "A rather long cause of it\n  with more\n" * 9,
        "E\n" + "".join(f"{' ' * place}cause {place}\n" for place in range(20)),
    ],
)
def test_no_drawing_has_a_fault(text: str) -> None:
    assert faults(f"ishikawa\n{text}") == []
