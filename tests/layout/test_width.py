"""A drawing keeps to the width of the page: smaller type, wrapped words, rows, folded ranks."""

from __future__ import annotations

from itertools import pairwise

import pytest

from diagramkit.geometry import Point

from .pictures import LEARNING_PATH, THEME, Picture, draw, is_upright, lines

PAGE = THEME.page.max_width
STEPS = 14


@pytest.fixture(scope="module")
def rows() -> Picture:
    """A chain across the page that is too long for one row."""
    steps = " --> ".join(f"N{number}[Step number {number}]" for number in range(STEPS))
    return draw(lines("LR", steps))


def by_row(picture: Picture) -> list[list[int]]:
    """The numbers of the steps of each row, from top to bottom, in the order of the chain."""
    found: dict[float, list[int]] = {}
    for number in range(STEPS):
        found.setdefault(picture.center(f"N{number}").y, []).append(number)
    return [found[height] for height in sorted(found)]


def spread(parent: str, count: int, *, then: bool) -> list[str]:
    """Edges from one box to many, each with a box behind it or not."""
    more = " --> M{0}[Then {0}]" if then else ""
    return [f"{parent} --> N{n}[Step number {n}]{more.format(n)}" for n in range(count)]


def test_a_long_chain_is_broken_into_rows_that_fit_the_page(rows: Picture) -> None:
    assert rows.scene.width <= PAGE
    assert len(by_row(rows)) > 1


def test_a_long_chain_is_broken_into_three_rows_at_most(rows: Picture) -> None:
    assert len(by_row(rows)) <= THEME.budget.rows


def test_rows_follow_each_other_from_top_to_bottom(rows: Picture) -> None:
    assert [number for row in by_row(rows) for number in row] == list(range(STEPS))


def test_every_row_runs_from_left_to_right(rows: Picture) -> None:
    for row in by_row(rows):
        places = [rows.rect(f"N{number}") for number in row]
        assert all(a.right < b.x for a, b in pairwise(places))


def test_every_row_begins_at_the_same_place(rows: Picture) -> None:
    assert len({rows.rect(f"N{row[0]}").x for row in by_row(rows)}) == 1


def test_the_last_row_has_more_than_one_box(rows: Picture) -> None:
    assert len(by_row(rows)[-1]) > 1


def test_rows_are_about_equally_long(rows: Picture) -> None:
    lengths = [len(row) for row in by_row(rows)]
    assert max(lengths) - min(lengths) <= 1


def test_the_last_row_has_more_than_one_box_where_one_cut_would_do() -> None:
    # Shortcuts make a cut before the last box the one that the fewest lines cross.
    names = [f"Preparations{number}" for number in range(7)]
    shortcuts = [f"{names[number]} --> {names[number + 2]}" for number in range(4)]
    picture = draw(lines("LR", " --> ".join(names), *shortcuts))
    assert picture.center(names[5]).y == picture.center(names[6]).y != picture.center(names[0]).y


def test_the_line_to_the_next_row_is_a_side_line(rows: Picture) -> None:
    edges = [rows.edge(f"N{row[0] - 1}", f"N{row[0]}") for row in by_row(rows)[1:]]
    assert {edge.role for edge in edges} == {"side-edge"}


def test_the_line_to_the_next_row_runs_through_the_gutter(rows: Picture) -> None:
    for before, behind in pairwise(by_row(rows)):
        low = max(rows.rect(f"N{number}").bottom for number in before)
        high = min(rows.rect(f"N{number}").y for number in behind)
        level = [
            piece
            for piece in rows.pieces(f"N{before[-1]}", f"N{behind[0]}")
            if not is_upright(piece)
        ]
        assert all(low + 8 <= piece[0].y <= high - 8 for piece in level)


def test_the_line_to_the_next_row_takes_two_turns(rows: Picture) -> None:
    row = by_row(rows)[1]
    assert len(rows.points(f"N{row[0] - 1}", f"N{row[0]}")) == 4


def test_no_rule_finds_anything_about_rows(rows: Picture) -> None:
    assert rows.findings == ()


def test_a_critical_line_to_the_next_row_stays_critical() -> None:
    steps = " --> ".join(f"N{number}[Step number {number}]" for number in range(STEPS))
    critical = "%% diagram: critical " + " --> ".join(f"N{number}" for number in range(STEPS))
    picture = draw(lines("LR", critical, steps))
    assert {edge.role for edge in picture.scene.connectors} == {"accent-edge"}


def test_a_chain_that_is_too_long_for_three_rows_runs_down() -> None:
    steps = " --> ".join(f"N{number}[Step number {number}]" for number in range(40))
    picture = draw(lines("LR", steps))
    assert len({picture.center(f"N{number}").x for number in range(40)}) == 1


def test_a_group_that_is_too_long_is_broken_into_rows_inside_its_frame() -> None:
    steps = " --> ".join(f"N{number}[Step number {number}]" for number in range(STEPS))
    picture = draw(lines("LR", "subgraph G[Group]", steps, "end"))
    assert picture.scene.width <= PAGE
    assert 1 < len(by_row(picture)) <= THEME.budget.rows
    assert picture.faults == []


def test_a_chain_that_fits_stays_in_one_row() -> None:
    steps = " --> ".join(f"N{number}[Step]" for number in range(6))
    picture = draw(lines("LR", steps))
    assert len({picture.center(f"N{number}").y for number in range(6)}) == 1


@pytest.mark.parametrize("direction", ["TB", "LR"])
@pytest.mark.parametrize("then", [True, False])
@pytest.mark.parametrize("count", [12, 40])
def test_a_box_with_many_followers_fits_the_page(direction: str, then: bool, count: int) -> None:
    picture = draw(lines(direction, *spread("R", count, then=then)))
    assert picture.scene.width <= PAGE


@pytest.mark.parametrize("direction", ["TB", "LR"])
@pytest.mark.parametrize("then", [True, False])
def test_no_rule_finds_a_fault_where_a_box_has_many_followers(direction: str, then: bool) -> None:
    assert draw(lines(direction, *spread("R", 12, then=then))).faults == []


def test_many_leaves_stand_in_a_stack() -> None:
    picture = draw(lines("TB", *spread("R", 12, then=False)))
    assert len({picture.center(f"N{number}").x for number in range(12)}) == 1


def test_a_stack_is_in_the_order_of_the_source() -> None:
    picture = draw(lines("TB", *spread("R", 12, then=False)))
    heights = [picture.center(f"N{number}").y for number in range(12)]
    assert heights == sorted(heights)


def test_a_stack_hangs_from_one_trunk() -> None:
    picture = draw(lines("TB", *spread("R", 12, then=False)))
    trunks = {picture.pieces("R", f"N{number}")[0][0] for number in range(12)}
    assert len(trunks) == 1


def test_stacks_beside_each_other_begin_level() -> None:
    lists = [
        f"{one} --> {one}{number}[A leaf]" for one in "ABCDEF" for number in range(3 + (one < "C"))
    ]
    picture = draw(lines("TB", "R --> A & B & C & D & E & F", *lists))
    assert picture.center("A0").x == picture.center("A2").x
    assert len({picture.rect(f"{one}0").y for one in "ABCDEF"}) == 1


def test_a_few_leaves_stand_side_by_side() -> None:
    picture = draw(lines("TB", *spread("R", 4, then=False)))
    assert len({picture.center(f"N{number}").y for number in range(4)}) == 1


def test_lines_of_a_wide_fan_leave_their_box_at_one_point() -> None:
    picture = draw(lines("LR", *spread("R", 12, then=True)))
    starts = [picture.points("R", f"N{number}")[0] for number in range(12)]
    assert all(start.distance(starts[0]) < 0.01 for start in starts)


def test_a_fan_takes_no_more_room_than_its_trunk_needs() -> None:
    picture = draw(lines("LR", *spread("R", 12, then=True)))
    assert picture.rect("N0").x - picture.rect("R").right <= THEME.spacing.rank


def test_many_lines_into_a_box_meet_in_the_middle_of_its_side() -> None:
    picture = draw(lines("LR", *(f"N{number} --> R" for number in range(7))))
    assert {picture.points(f"N{number}", "R")[-1].y for number in range(7)} == {
        picture.center("R").y
    }


def test_words_in_a_box_are_wrapped_where_they_are_too_long() -> None:
    picture = draw(lines("TB", "A[Some words that go on and on, and on, until nobody reads them]"))
    assert len(picture.words("A")) > 1
    assert all(text.width <= THEME.box.wrap for text in picture.words("A"))


def test_one_endless_word_is_broken() -> None:
    picture = draw(lines("TB", f"A[{'x' * 300}]"))
    assert "".join(text.text for text in picture.words("A")) == "x" * 300
    assert picture.faults == []


def test_a_chart_that_fits_is_set_in_the_normal_size() -> None:
    picture = draw(lines("LR", "A[One<br/>two] --> B"))
    assert picture.words("A")[1].size == THEME.type.body.size


def test_a_chart_is_set_in_the_compact_size_where_it_would_be_too_wide() -> None:
    assert draw(LEARNING_PATH).words("A")[1].size == THEME.type.body.compact


@pytest.fixture(scope="module")
def too_wide() -> Picture:
    """A chart that no setting makes narrow: a chain with many shortcuts, all with words."""
    chain = [f"N{number} --> N{number + 1}" for number in range(16)]
    shortcuts = [
        f"N{number} -->|a shortcut with quite a label| N{target}"
        for number in range(16)
        for target in range(number + 2, 17, 3)
    ]
    return draw(lines("TB", *chain, *shortcuts))


def test_a_chart_that_is_too_wide_in_every_way_is_warned_of(too_wide: Picture) -> None:
    assert too_wide.scene.width > PAGE
    assert too_wide.warnings.count("too-wide") == 1


def test_the_warning_names_the_width_and_what_to_do(too_wide: Picture) -> None:
    (warning,) = (each for each in too_wide.drawing.warnings if each.code == "too-wide")
    assert f"{too_wide.scene.width:.0f} wide" in warning.message
    assert "split this figure" in warning.message


def test_a_chart_that_is_too_wide_keeps_its_type(too_wide: Picture) -> None:
    assert min(text.size for text in too_wide.scene.texts) >= THEME.budget.min_text


def test_a_drawing_is_as_large_as_what_is_in_it_and_a_margin() -> None:
    picture = draw(lines("LR", "A"))
    margin = THEME.page.margin
    assert picture.rect("A").corners[0] == Point(margin, margin)
    assert picture.rect("A").corners[2] == Point(
        picture.scene.width - margin, picture.scene.height - margin
    )


def test_a_tree_that_is_too_wide_breaks_no_word_between_letters() -> None:
    names = ["a"]
    rows = []
    for name in names:
        if len(name) <= 5:
            names += (children := [f"{name}x", f"{name}y"])
            rows += [f"{name} --> {child}[Decomposition reimplementations]" for child in children]
    tree = draw(lines("LR", *rows))
    assert tree.scene.width <= PAGE
    assert {text.text for text in tree.words("axxxxx")} == {"Decomposition", "reimplementations"}


def test_the_words_of_a_line_between_two_rows_touch_no_frame() -> None:
    chart = lines(
        "LR",
        "subgraph one[Talker AR]",
        "A[Sampling of one] --> B[Makes one layer-0 codec token]",
        "end",
        "subgraph two[Code Predictor]",
        "C[Takes layer-0 code and talker hidden] --> D[Predicts layers 1-15] --> E[Makes 16 codes]",
        "end",
        "subgraph three[Code2Wav]",
        "F[Vocoder] --> G[24kHz float32 audio]",
        "end",
        'B -- "stream: talker hidden + codec token" --> C',
        'E -- "stream: 16-layer codes" --> F',
        'E -. "feedback: summed embeddings" .-> A',
    )
    assert draw(chart).faults == []


def test_a_chain_that_is_far_too_tall_is_broken_into_columns_read_downward() -> None:
    picture = draw(lines("TB", " --> ".join(f"N{number}" for number in range(30))))
    columns: dict[float, list[float]] = {}
    for number in range(30):
        center = picture.center(f"N{number}")
        columns.setdefault(center.x, []).append(center.y)
    assert len(columns) > 1
    assert list(columns) == sorted(columns)
    assert all(ys == sorted(ys) for ys in columns.values())
    assert picture.scene.height < 2 * PAGE
    assert picture.faults == []


def test_a_chain_of_a_dozen_steps_stays_in_one_column() -> None:
    picture = draw(lines("TB", " --> ".join(f"N{number}" for number in range(12))))
    assert len({picture.center(f"N{number}").x for number in range(12)}) == 1
