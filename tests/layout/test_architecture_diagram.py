"""Architecture diagrams as they are drawn."""

from __future__ import annotations

import pytest

from .pictures import Picture, draw


def picture(*statements: str) -> Picture:
    return draw("\n".join(["architecture-beta", *statements, ""]))


SERVICES = ("service a(server)[A]", "service b(server)[B]")


@pytest.mark.parametrize(
    ("line", "dx", "dy"),
    [("a:R -- L:b", 1, 0), ("a:L -- R:b", -1, 0), ("a:B -- T:b", 0, 1), ("a:T -- B:b", 0, -1)],
)
def test_a_service_stands_where_the_sides_of_its_line_say(line: str, dx: int, dy: int) -> None:
    drawn = picture(*SERVICES, "service c", "c:B -- T:a", line)
    a, b = drawn.center("a"), drawn.center("b")
    assert ((b.x > a.x) - (b.x < a.x)) * abs(dx) == dx
    assert ((b.y > a.y) - (b.y < a.y)) == dy
    assert drawn.faults == []


def test_heads_are_where_the_source_has_them_however_the_line_is_turned() -> None:
    drawn = picture(*SERVICES, "a:T --> B:b")
    (line,) = drawn.scene.connectors
    assert [head.tip.y > drawn.center("b").y for head in line.heads] == [True]
    assert abs(line.heads[0].tip.y - drawn.rect("b").bottom) < 4


def test_the_icon_is_a_grey_second_line_where_the_title_does_not_say_it() -> None:
    drawn = picture("service a(logos:aws-s3)[Files]", "service b(server)[Web server]")
    assert [text.text for text in drawn.words("a")] == ["Files", "aws s3"]
    assert [text.text for text in drawn.words("b")] == ["Web server"]


def test_lines_between_services_of_groups_side_by_side_are_level_and_upright() -> None:
    drawn = picture(
        "group g[G]", "group h[H]", "service a in g", "service b in h", "service c in g",
        "service d in h", "a:B --> T:c", "b:B --> T:d", "a:R --> L:b", "c:R --> L:d",
    )  # fmt: skip
    assert drawn.faults == []


def test_a_line_at_the_group_ends_at_its_frame() -> None:
    drawn = picture("group g[G]", "service a in g", "service b", "a{group}:R --> L:b")
    assert drawn.scene.connectors[0].source == "group:g"


def test_what_is_aligned_stands_in_one_row_and_one_column() -> None:
    drawn = picture(*SERVICES, "service c", "align row b a", "align column a c")
    assert drawn.center("a").y == drawn.center("b").y
    assert drawn.rect("b").right < drawn.rect("a").x
    assert drawn.rect("a").bottom < drawn.rect("c").y


def test_the_critical_path_is_accent() -> None:
    drawn = picture(*SERVICES, "a:L --> R:b", "%% diagram: critical a --> b")
    assert {drawn.box(name).role for name in "ab"} == {"accent"}
    assert drawn.scene.connectors[0].role == "accent-edge"


def test_groups_stand_as_the_first_line_between_them_says() -> None:
    drawn = draw(
        "architecture-beta\ngroup a[A]\ngroup b[B]\nservice one[One] in a\nservice two[Two] in b\n"
        "service three[Three] in b\none:R --> L:two\none:B --> T:three\n"
    )
    assert drawn.rect("a").right < drawn.rect("b").x
    assert drawn.faults == []


def test_a_line_that_is_written_twice_is_drawn_once() -> None:
    drawn = draw("architecture-beta\nservice a[A]\njunction j\na:B -- T:j\na:B -- T:j\n")
    assert len(drawn.scene.connectors) == 1
    assert drawn.faults == []
