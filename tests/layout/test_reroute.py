"""Lines take no way round without need, and their words stand where they are looked for."""

from __future__ import annotations

import pytest

from diagramkit.lint import check
from diagramkit.scene import Scene

from .pictures import THEME, draw, lines, room

LADDER = (
    "s([Start]) --> a[Look it over]",
    "a -->|fine| ok([Taken])",
    "a -->|not fine| b[Mend it a little]",
    "b -->|mended| ok",
    "b -->|hopeless| c[Take it to pieces]",
    "c -->|some are good| ok",
    "c -->|none is| d[Ask around]",
)


def style(scene: Scene, rule: str) -> list[str]:
    """What a rule of style says of a drawing."""
    return [one.message for one in check(scene, THEME, least="style") if one.rule == rule]


@pytest.mark.parametrize("direction", ["TB", "LR", "BT", "RL"])
@pytest.mark.parametrize("rule", ["out-and-back", "detour"])
def test_lines_with_words_past_other_boxes_take_no_way_round(direction: str, rule: str) -> None:
    picture = draw(lines(direction, *LADDER))
    assert picture.faults == []
    assert style(picture.scene, rule) == []


@pytest.mark.parametrize("direction", ["LR", "RL", "TB", "BT"])
def test_no_line_past_other_boxes_has_many_bends(direction: str) -> None:
    assert style(draw(lines(direction, *LADDER)).scene, "many-bends") == []


@pytest.mark.parametrize("direction", ["TB", "LR"])
def test_no_line_of_a_state_with_several_ways_back_strikes_words(direction: str) -> None:
    steps = (
        "a -->|begun| b -->|asks| c -->|has it| d",
        "b -->|on its own| d",
        "d -->|once more| b",
    )
    picture = draw(lines(direction, *steps, "d -->|all anew| a", "d -->|done| e", "a -->|never| e"))
    assert picture.faults == []


def test_an_answer_stands_near_its_question_on_a_way_back_too() -> None:
    picture = draw(
        lines("TB", "A --> B --> C --> D{Again?}", "D -->|yes, from the start| A", "D --> E")
    )
    assert style(picture.scene, "answer-far-from-tip") == []
    assert room(picture.label("D", "A")).distance(picture.rect("D")) < 40


def test_a_frame_grows_for_words_beside_a_line_whose_other_side_is_taken() -> None:
    members = ("subgraph G", "a[Front] -->|hands on what begins so| b[Back]", "end")
    picture = draw(lines("TB", "u[Somebody] -->|one| a", "u -->|two, and more of it| b", *members))
    assert picture.faults == []
    assert picture.rect("G").contains(room(picture.label("a", "b")))


def test_a_line_that_is_led_another_way_crosses_no_more() -> None:
    picture = draw(lines("TB", *LADDER, "d --> s", "b --> d"))
    assert len(style(picture.scene, "crossing")) <= 1


@pytest.mark.parametrize("direction", ["TB", "LR", "BT", "RL"])
@pytest.mark.parametrize("back", [(), ("review -->|comments| change",)])
def test_what_runs_forward_is_straight_beside_what_runs_back(
    direction: str, back: tuple[str, ...]
) -> None:
    loop = ("change --> check{Checks pass?}", "check -->|yes| review{Reviewed?}")
    picture = draw(lines(direction, *loop, "check -->|no| change", *back))
    assert len(picture.points("change", "check")) == 2


def test_feedback_over_boxes_of_several_widths_turns_only_twice() -> None:
    picture = draw(
        lines(
            "TB",
            "ask[Ask for a page] -->|asks| write[Write]",
            "write -->|hands over| read[Read it all once more]",
            "read -->|runs| run[Run]",
            "read -->|asks for less| write",
            "run -->|asks for more| write",
            "run -->|is content| ask",
        )
    )
    assert len(picture.edge("run", "ask").points) == 4


def test_a_line_between_rows_takes_no_way_round() -> None:
    long = "-->|words between two steps|"
    steps = " ".join(f"n{number}[Step number {number}] {long}" for number in range(7))
    picture = draw(lines("LR", f"{steps} n7[The last one]", "n6 -->|again| n1"))
    assert style(picture.scene, "out-and-back") == style(picture.scene, "many-bends") == []


def test_words_of_two_relations_stand_beside_straight_lines() -> None:
    relations = ('CUSTOMER ||--|{ ADDRESS : "invoiced at"', 'CUSTOMER ||--|{ ADDRESS : "goods at"')
    picture = draw("\n".join(["erDiagram", *relations]))
    assert len(picture.points("CUSTOMER", "ADDRESS", 0)) == 2


def test_a_line_and_the_one_back_do_not_cross_where_one_of_them_could_share_a_trunk() -> None:
    links = (
        "repo -- develop and test locally --> laptop[Local Development]",
        "laptop --> repo",
        "repo -- push --> images[Container Registry] -.-> cluster[Knative Serving]",
        "repo -- deploy container and triggers --> cluster",
    )
    assert style(draw(lines("TB", *links)).scene, "crossing") == []
