"""Block diagrams as they are drawn."""

from __future__ import annotations

from itertools import pairwise

import pytest

from .pictures import Picture, draw


def picture(text: str) -> Picture:
    return draw(f"block\n{text}\n")


def test_blocks_stand_in_the_columns_and_rows_of_their_grid() -> None:
    drawn = picture("columns 2\na b\nspace c")
    a, b, c = map(drawn.rect, "abc")
    assert (a.y, b.x, b.width) == (b.y, c.x, c.width)
    assert a.right < b.x
    assert b.bottom < c.y


def test_a_block_is_as_wide_as_the_columns_that_it_takes() -> None:
    drawn = picture("columns 3\na:2 b\nc d e")
    assert (drawn.rect("a").x, drawn.rect("a").right) == (drawn.rect("c").x, drawn.rect("d").right)


def test_a_block_with_others_inside_is_a_frame_that_fills_its_columns() -> None:
    drawn = picture('columns 2\na b\nblock:g["Inside"]:2\nc d e\nend')
    frame = drawn.rect("g")
    assert (frame.x, frame.right) == (drawn.rect("a").x, drawn.rect("b").right)
    assert all(frame.contains(drawn.rect(name)) for name in "cde")
    assert [text.text for text in drawn.words("g")] == ["Inside"]


def test_a_wide_block_in_the_last_column_leaves_later_rows_alone() -> None:
    drawn = picture("columns 2\na b:5\nc d")
    assert drawn.rect("b").width == drawn.rect("a").width
    assert drawn.rect("c").x == drawn.rect("a").x


def test_a_block_arrow_has_its_head_on_the_side_that_it_points_to() -> None:
    box = picture('a<["on"]>(right)').box("a")
    tip = max(box.polygon, key=lambda point: point.x)
    assert (tip.x, tip.y) == (box.rect.right, box.rect.center.y)


@pytest.mark.parametrize(
    "links",
    [
        "a --> i\nc --> g\nb --> h",
        'a -- "words" --> c\na --> c\nd --> f\nf --> d',
        "e --> e\na --> e\ni --> e",
    ],
)
def test_lines_run_along_the_grid_and_through_no_block(links: str) -> None:
    drawn = picture(f"columns 3\na b c d e f g h i\n{links}")
    assert drawn.faults == []
    for line in drawn.scene.connectors:
        assert all(one.x == other.x or one.y == other.y for one, other in pairwise(line.points))


def test_a_line_between_a_block_and_one_inside_of_it_is_straight() -> None:
    drawn = picture("block:g\na b\nend\ng --> a")
    assert len(drawn.points("g", "a")) == 2
    assert drawn.faults == []


def test_the_critical_path_is_accent() -> None:
    drawn = picture("a b c d e f g h\na --> b\n%% diagram: critical a --> b")
    assert [drawn.box(name).role for name in "abc"] == ["accent", "accent", "primary"]
    assert drawn.edge("a", "b").role == "accent-edge"
