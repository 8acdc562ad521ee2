"""Event models are drawn as lanes of ruled cards in order of time."""

from __future__ import annotations

from itertools import pairwise

import pytest

from diagramkit import render
from diagramkit.scene import Mark

from .charts import faults
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


def _levels(*frames: str) -> list[float]:
    """How far down the lines of a model run along their lanes."""
    drawn = picture("\n".join(["eventmodeling", *frames, ""]))
    assert drawn.faults == []
    marks = [item for item in drawn.scene.primitives if isinstance(item, Mark)]
    lines = [mark.path.flattened() for mark in marks if mark.role == "main-edge"]
    longest = [
        max(pairwise(line), key=lambda piece: abs(piece[0].x - piece[1].x)) for line in lines
    ]
    return [start.y for start, _ in longest]


def test_lines_out_of_one_card_or_into_one_share_a_trunk() -> None:
    assert len(set(_levels("tf 1 ui A", "tf 2 cmd B ->> 1", "tf 3 cmd C ->> 1"))) == 1
    assert len(set(_levels("tf 1 cmd A", "tf 2 cmd B", "tf 3 evt C ->> 1 ->> 2"))) == 1


def test_lines_that_meet_along_a_lane_keep_apart_and_others_do_not() -> None:
    apart = _levels("tf 1 ui A", "tf 2 cmd B ->> 1", "tf 3 ui C", "tf 4 cmd D ->> 3")
    assert len(set(apart)) == 1
    met = _levels("tf 1 ui A", "tf 2 ui B", "tf 3 cmd C ->> 1", "tf 4 cmd D ->> 2")
    assert len(set(met)) == len(met) == 2


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
