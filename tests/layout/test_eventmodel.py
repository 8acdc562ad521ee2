"""Event models are drawn as lanes of ruled cards in order of time."""

from __future__ import annotations

from itertools import pairwise

import pytest

from diagramkit import render

from .charts import faults, is_steady
from .pictures import Picture

SOURCE = """eventmodeling
tf 01 ui Prompt
tf 02 cmd Ask { tokens: 512 }
tf 03 evt Asked
rf 04 evt Billing.Paid
tf 05 rmo Transcript ->> 03 ->> 04
tf 06 ui Reader
note 02 {
At most one at a time
}
"""


def picture(source: str = SOURCE) -> Picture:
    return Picture(render(source))


def test_cards_follow_each_other_in_columns_of_their_own() -> None:
    drawn = picture()
    rects = [drawn.rect(f"0{number}") for number in range(1, 7)]
    assert all(one.right < other.x for one, other in pairwise(rects))


def test_what_people_see_stands_above_commands_and_those_above_events() -> None:
    drawn = picture()
    ui, command, event, other = (drawn.rect(name).y for name in ("01", "02", "03", "04"))
    assert ui < command < event < other
    assert drawn.rect("05").y == command


def test_a_frame_is_joined_with_its_sources() -> None:
    keys = {mark.key for mark in picture().marks("edge:") if not mark.key.endswith("head")}
    assert keys == {
        *("edge:01->02", "edge:02->03", "edge:03->05"),
        *("edge:04->05", "edge:05->06"),
    }


def test_every_word_is_in_the_picture() -> None:
    said = {text.text for text in picture().scene.texts}
    assert {"command", "Ask", "tokens: 512", "Ask: At most one at a time"} <= said


@pytest.mark.parametrize(
    "source",
    [
        SOURCE,
        "eventmodeling\n",
        "eventmodeling\ntf 01 evt A\ntf 02 evt B ->> 01 ->> 02\n",
        "eventmodeling\n" + "".join(
            f"tf {place} {('ui', 'cmd', 'evt', 'rmo')[place % 4]} N{place} ->> {place // 2}\n"
            for place in range(30)
        ),
    ],
)  # fmt: skip
def test_no_drawing_has_a_fault(source: str) -> None:
    assert faults(source) == []


def test_only_critical_cards_and_the_line_between_them_are_red() -> None:
    drawn = picture(f"{SOURCE}%% diagram: critical Ask --> Asked\n")
    assert [box.key for box in drawn.scene.boxes if box.role == "accent"] == ["node:02", "node:03"]
    accent = [mark.key for mark in drawn.marks("edge:") if mark.role == "accent-edge"]
    assert accent == ["edge:02->03"]


def test_light_and_dark_have_the_same_geometry_and_every_key_once() -> None:
    assert is_steady(SOURCE)
