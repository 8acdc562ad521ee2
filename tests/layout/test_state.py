"""How a state diagram is drawn: marks, notes, composites and regions."""

from __future__ import annotations

import pytest

from diagramkit import render
from diagramkit.geometry import Path, Rect, simplified
from diagramkit.scene import NO_COLOR, Mark

from .pictures import THEME, Picture
from .pictures import draw as draw_source


def draw(*statements: str) -> Picture:
    return draw_source("\n".join(["stateDiagram-v2", *statements]))


def bounds(path: Path) -> Rect:
    return Rect.bounding(path.flattened())


def dividers(picture: Picture) -> list[Mark]:
    return [item for item in picture.scene.primitives if isinstance(item, Mark)]


FORK = ("state f <<fork>>", "[*] --> f", "f --> A", "f --> B", "f --> C")
JOIN = ("state j <<join>>", "A --> j", "B --> j", "C --> j", "j --> D")
REGIONS = ("state A {", "B --> C", "--", "D", "}")
WAYS = pytest.mark.parametrize("way", ["TB", "BT", "LR", "RL"])


# Marks


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_start_is_a_solid_dot(mode: str) -> None:
    dot = Picture(render("stateDiagram\n[*] --> A", mode=mode)).box("root_start")  # type: ignore[arg-type]
    assert dot.paint.fill == dot.paint.stroke != NO_COLOR
    assert dot.rect.size == (THEME.shape.dot, THEME.shape.dot)


def test_the_end_is_a_solid_dot_in_a_ring() -> None:
    end = draw("A --> [*]").box("root_end")
    (dot,) = end.details
    assert end.paint.fill == end.paint.stroke
    assert bounds(dot).center == end.rect.center
    assert bounds(dot).width < end.rect.width


@WAYS
def test_dots_stay_round_beside_high_states(way: str) -> None:
    picture = draw(f"direction {way}", "[*] --> A", "A : one", "A : two", "A --> [*]")
    for name in ("root_start", "root_end"):
        assert picture.rect(name).width == picture.rect(name).height < THEME.box.min_height


def test_start_and_end_show_no_words() -> None:
    texts = draw("[*] --> A", "A --> [*]").scene.texts
    assert {text.text for text in texts if text.text} == {"A"}


def test_a_choice_is_a_small_flat_diamond_without_words() -> None:
    picture = draw("state c <<choice>>", "A --> c", "c --> B")
    assert [text for text in picture.words("c") if text.text] == []
    assert picture.rect("c").width > picture.rect("c").height
    assert picture.rect("c").height < THEME.box.min_height


@WAYS
def test_a_bar_lies_across_the_flow(way: str) -> None:
    rect = draw(f"direction {way}", *FORK).rect("f")
    assert (rect.width > rect.height) is (way in ("TB", "BT"))


@WAYS
def test_every_line_at_a_bar_is_straight(way: str) -> None:
    picture = draw(f"direction {way}", *FORK, *JOIN)
    for name in "ABC":
        assert len(simplified(picture.points("f", name))) == 2
        assert len(simplified(picture.points(name, "j"))) == 2
    assert picture.findings == ()


def test_a_bar_reaches_over_all_that_it_forks_into() -> None:
    picture = draw(*FORK)
    centers = [picture.center(name).x for name in "ABC"]
    assert picture.rect("f").x < min(centers)
    assert picture.rect("f").right > max(centers)


def test_a_bar_stays_short_where_something_stands_beside_it() -> None:
    picture = draw("state f <<fork>>", "f --> A", "f --> B", "Z --> f", "Z --> Y", "Y --> A")
    assert picture.faults == []


# Words


def test_the_first_description_is_the_title_and_the_others_stand_below() -> None:
    words = draw("A : Title", "A : below").words("A")
    assert [(text.text, text.role) for text in words] == [
        ("Title", "primary-title"),
        ("below", "primary-body"),
    ]


def test_the_drawing_is_described_in_words() -> None:
    scene = draw("[*] --> A : go", "A --> [*]").scene
    assert scene.description == "State diagram of 1 state. start to A; A to end."


def test_the_description_of_the_source_is_kept() -> None:
    assert draw("accDescr: What it is", "A").scene.description == "What it is"


# Notes


@pytest.mark.parametrize("state", ["A", "B", "C", "X", "Y"])
@pytest.mark.parametrize("side", ["left", "right"])
def test_a_note_stands_level_with_its_state_at_its_side(state: str, side: str) -> None:
    picture = draw("A --> B", "B --> C", "state X {", "Y", "}", f"note {side} of {state} : words")
    note, own = picture.rect(f"{state}--{side}"), picture.rect(state)
    assert note.center.y == own.center.y
    assert (note.right < own.x) if side == "left" else (own.right < note.x)


@pytest.mark.parametrize(("side", "is_above"), [("left", True), ("right", False)])
def test_a_note_stands_above_or_below_in_a_flow_that_runs_sideways(
    side: str, *, is_above: bool
) -> None:
    picture = draw("direction LR", "A --> B", f"note {side} of A : words")
    note, own = picture.rect(f"A--{side}"), picture.rect("A")
    assert note.center.x == own.center.x
    assert (note.bottom < own.y) is is_above


def test_a_note_is_joined_to_its_state_by_a_straight_dashed_line_without_a_head() -> None:
    line = draw("A --> B", "note right of A : words").edge("A", "A--right")
    assert line.paint.dash
    assert line.heads == ()
    assert len(line.points) == 2


def test_notes_at_one_side_share_a_box() -> None:
    words = draw("note left of A : one", "note left of A : two").words("A--left")
    assert [text.text for text in words] == ["one", "two"]


def test_a_state_may_be_called_like_a_note() -> None:
    picture = draw("note left of A : words", 'state "Own" as A--left')
    assert sorted(text.text for text in picture.scene.texts) == ["A", "Own", "words"]


def test_a_note_leaves_the_right_side_to_a_loop() -> None:
    picture = draw("A --> A : again", "A --> B", "note right of A : words")
    assert picture.rect("A--left").right < picture.rect("A").x
    assert picture.findings == ()


def test_notes_at_both_sides_of_states_that_stand_alone_overlap_nothing() -> None:
    both = [f"note {side} of {name} : words" for name in "ABC" for side in ("left", "right")]
    assert draw(*both, "D --> E").findings == ()


# Composites and regions


def test_what_is_inside_a_composite_is_drawn_inside_it() -> None:
    picture = draw("state A {", "B --> C", "note left of B : words", "}")
    for name in ("B", "C", "B--left"):
        assert picture.rect("A").union(picture.rect(name)) == picture.rect("A")
        assert picture.box(name).owner == "group:A"


def test_a_composite_runs_as_what_is_around_it_does() -> None:
    picture = draw("direction LR", "state A {", "B --> C", "}")
    assert picture.center("B").y == picture.center("C").y


def test_an_empty_composite_is_drawn() -> None:
    assert [text.text for text in draw("state A {", "}").words("A")] == ["A"]


def test_a_region_has_no_frame_of_its_own() -> None:
    picture = draw(*REGIONS)
    assert [box.key for box in picture.scene.boxes if box.role == "group"] == ["group:A"]
    assert picture.box("B").owner == "group:A"


def test_regions_stand_side_by_side_and_a_dashed_line_parts_them() -> None:
    picture = draw(*REGIONS)
    (line,) = dividers(picture)
    assert line.paint.dash
    assert picture.rect("B").right < bounds(line.path).x < picture.rect("D").x
    assert bounds(line.path).bottom == picture.rect("A").bottom


def test_regions_begin_at_the_same_height() -> None:
    picture = draw(*REGIONS)
    assert picture.rect("B").y == picture.rect("D").y


def test_regions_stand_below_each_other_in_a_flow_that_runs_sideways() -> None:
    picture = draw("state A {", "direction LR", "B", "--", "direction LR", "C", "}", "A --> D")
    assert len(dividers(picture)) == 1


def test_regions_that_are_too_wide_for_a_row_have_lines_between_rows_too() -> None:
    region = [f"{'x' * 20}{{}} --> {'y' * 20}{{}} : {'w' * 30}"]
    parts = [line.format(n, n) for n in range(7) for line in (*region, "--")]
    picture = draw("state A {", *parts[:-1], "}")
    assert any(bounds(line.path).height == 0 for line in dividers(picture))
    assert picture.faults == []


def test_a_region_with_nothing_in_it_is_left_out() -> None:
    assert dividers(draw("state A {", "--", "B", "--", "}")) == []


def test_a_composite_on_the_critical_path_leaves_its_other_lines_as_they_are() -> None:
    picture = draw("%% diagram: critical C --> A", "state A {", "B", "}", "A --> C", "C --> A")
    assert picture.edge("C", "A").role == "accent-edge"
    assert picture.edge("A", "C").role != "accent-edge"
