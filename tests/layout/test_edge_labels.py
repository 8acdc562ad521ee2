"""The words of edges: beside their own line, clear of everything else."""

from __future__ import annotations

import pytest

from diagramkit.geometry import Rect, segments
from diagramkit.scene import Connector

from .pictures import THEME, Picture, draw, is_upright, lines, room

SPACING = THEME.spacing
LETTERED = {
    "a decision": ("LR", "A{Ready?} -->|yes| B", "A -->|no| C", "B & C --> D"),
    "a decision, downwards": ("TB", "A{Ready?} -->|yes| B", "A -->|no| C", "B & C --> D"),
    "three ways on": ("TB", "A -->|first way| B", "A -->|second way| C", "A -->|third way| D"),
    "many to many": ("TB", "A & B -->|to C| C", "A & B -->|to D| D"),
    "twins": ("LR", "A -->|there| B", "A -->|once more| B"),
    "there and back": ("TB", "A -->|there| B", "B -->|and back| A"),
    "there and back beside a shortcut": (
        "TB",
        "A -->|assigned to it| B",
        "B -->|taken from it again| A",
        "B -->|deployed with it| C",
        "C -->|recalled from there| B",
        "C -->|completed| D",
        "B -->|cancelled by hand| D",
        "A -->|disbanded by hand| D",
    ),
    "feedback": ("LR", "A --> B --> C --> D", "D -->|again| B", "C -->|from the start| A"),
    "a loop": ("TB", "A --> B", "B -->|once more| B"),
    "shortcuts": ("TB", "A --> B --> C --> D", "A -->|over one| C", "A -->|over two| D"),
    "into a group": ("TB", "subgraph G", "B --> C", "end", "A -->|enter| B", "C -->|leave| D"),
    "between groups": (
        "LR",
        "subgraph G",
        "A",
        "end",
        "subgraph H",
        "B",
        "end",
        "A -->|hand over| B",
        "G -->|all| H",
    ),
    "several lines": ("LR", "A -->|one<br/>two<br/>three| B", "A -->|four<br/>five| C"),
}


def distance(words: Rect, line: Connector) -> float:
    """From the room of some words to the nearest piece of a line."""
    return min(words.distance_to_segment(a, b) for a, b in segments(line.points))


@pytest.fixture(params=LETTERED.values(), ids=LETTERED.keys())
def lettered(request: pytest.FixtureRequest) -> Picture:
    return draw(lines(*request.param))


def test_no_rule_finds_a_fault_in_words(lettered: Picture) -> None:
    assert lettered.faults == []


def test_no_rule_finds_a_fault_in_words_of_many_to_many_sideways() -> None:
    assert draw(lines("LR", "A & B -->|to C| C", "A & B -->|to D| D")).faults == []


def test_words_are_nearer_to_their_own_line_than_to_any_other(lettered: Picture) -> None:
    scene = lettered.scene
    for text in scene.texts:
        if not text.owner.startswith("edge:"):
            continue
        distances = {line.key: distance(text.rect, line) for line in scene.connectors}
        assert distances[text.owner] == min(distances.values())


def test_words_keep_clear_of_all_boxes(lettered: Picture) -> None:
    scene = lettered.scene
    words = [text.rect for text in scene.texts if text.owner.startswith("edge:")]
    nodes = [box.rect for box in scene.boxes if box.role != "group"]
    assert min(a.distance(b) for a in words for b in nodes) >= SPACING.label_clear / 2


def test_words_on_a_level_line_are_centred_above_it() -> None:
    picture = draw(lines("LR", "A -->|go| B"))
    (text,) = picture.label("A", "B")
    start, end = picture.rect("A").right, picture.rect("B").x
    head = THEME.edge.head.main[0] + THEME.edge.tip_gap
    assert text.x == pytest.approx((start + end - head) / 2, abs=SPACING.label_clear)
    assert text.y < picture.center("A").y


def test_the_baseline_above_a_level_line_is_a_little_over_it() -> None:
    picture = draw(lines("LR", "A -->|go| B"))
    (text,) = picture.label("A", "B")
    rise = picture.center("A").y - text.y
    assert SPACING.label_rise <= rise < SPACING.label_rise + 1


def test_words_beside_an_upright_line_begin_eight_to_the_right_of_it() -> None:
    picture = draw(lines("TB", "A -->|go| B"))
    (text,) = picture.label("A", "B")
    assert (text.anchor, text.x - picture.center("A").x) == ("start", SPACING.label_side)


def test_the_gap_between_two_boxes_grows_with_the_words_in_it() -> None:
    picture = draw(lines("LR", "A -->|a good deal of words| B"))
    (text,) = picture.label("A", "B")
    assert picture.rect("B").x - picture.rect("A").right >= text.width + SPACING.label_room


@pytest.mark.parametrize("direction", ["LR", "TB", "RL", "BT"])
@pytest.mark.parametrize("way", ["yes", "no"])
def test_words_at_a_decision_stand_near_its_tip(direction: str, way: str) -> None:
    picture = draw(lines(direction, "A{Ready?} -->|yes| B", "A -->|no| C", "C --> D --> E"))
    words = room(picture.label("A", "B" if way == "yes" else "C"))
    assert words.distance(picture.rect("A")) <= 32


def test_words_at_a_decision_stand_near_its_tip_on_a_long_edge_too() -> None:
    picture = draw(lines("TB", "A{Ready?} --> B --> C --> D --> E", "A -->|no| E"))
    assert room(picture.label("A", "E")).distance(picture.rect("A")) <= 32


def test_words_of_the_edges_of_a_fan_stand_beside_their_own_branches() -> None:
    picture = draw(lines("TB", "A -->|first| B", "A -->|second| C", "A -->|third| D"))
    for name in "BCD":
        level = room(picture.label("A", name)).center.y
        uprights = [piece for piece in picture.pieces("A", name) if is_upright(piece)]
        assert uprights[-1][0].y <= level <= uprights[-1][1].y


@pytest.mark.parametrize("direction", ["TB", "LR"])
@pytest.mark.parametrize("label", ["x", "again"])
def test_words_on_a_loop_stand_outside_of_it(direction: str, label: str) -> None:
    picture = draw(lines(direction, f"A -->|{label}| A", "A --> B"))
    loop = Rect.bounding(picture.points("A", "A"))
    assert not loop.overlaps(room(picture.label("A", "A")))


def test_words_on_a_loop_keep_clear_of_a_box_that_nothing_joins_to_it() -> None:
    assert draw(lines("TB", "A -->|once more| A", "B")).faults == []


def test_long_words_are_wrapped() -> None:
    label = "words that go on and on, far beyond what anybody would put on a single line"
    texts = draw(lines("TB", f"A -->|{label}| B")).label("A", "B")
    assert len(texts) > 1
    assert all(text.width <= THEME.box.wrap for text in texts)


def test_words_of_several_lines_keep_their_order() -> None:
    texts = draw(lines("TB", "A -->|one<br/>two<br/>three| B")).label("A", "B")
    assert [text.text for text in sorted(texts, key=lambda text: text.y)] == ["one", "two", "three"]


@pytest.mark.parametrize("edge", ["O -->|of the group| A", "B -->|to the group| O"])
def test_no_rule_finds_a_fault_in_words_between_a_group_and_its_member(edge: str) -> None:
    groups = ("subgraph O", "subgraph I", "A --> B", "end", "end")
    assert draw(lines("LR", *groups, edge)).faults == []


def test_words_take_the_size_of_labels() -> None:
    (text,) = draw(lines("TB", "A -->|go| B")).label("A", "B")
    assert (text.size, text.weight, text.role) == (12, 400, "label")


@pytest.mark.parametrize("label", [" ", "&nbsp;"])
def test_blank_words_are_not_drawn(label: str) -> None:
    assert draw(lines("TB", f'A -->|"{label}"| B')).label("A", "B") == []


def test_an_invisible_edge_shows_no_words() -> None:
    assert [text.text for text in draw(lines("TB", "A ~~~|hush| B")).scene.texts] == ["A", "B"]


def test_boxes_stay_on_the_grid_where_words_reach_out_the_furthest() -> None:
    picture = draw(lines("LR", "A -->|there| B", "B -->|and back| A"))
    assert picture.rect("A").y % THEME.page.grid_compact == 0


def test_the_margin_is_kept_around_words_too() -> None:
    picture = draw(lines("TB", "A --> B", "B -->|once more| B"))
    words = room(picture.label("B", "B"))
    assert picture.scene.width - words.right >= THEME.page.margin
