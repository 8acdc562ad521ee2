import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from diagramkit.geometry import (
    Path,
    Point,
    Rect,
    Size,
    alongside,
    angle,
    crossing,
    distance_outside,
    distance_to_line,
    distance_to_segment,
    inside,
    length,
    number,
    rounded,
    rounded_rect,
    segments,
    sides,
    simplified,
    stretches_inside,
)

coordinate = st.integers(-100, 100)
fractions = st.floats(-2, 2) | st.integers(-1000, 1000).map(lambda count: count / 100)
points = st.builds(Point, coordinate, coordinate)
extents = st.integers(1, 80)
rects = st.builds(Rect, coordinate, coordinate, extents, extents)

SQUARE = [Point(0, 0), Point(10, 0), Point(10, 10), Point(0, 10)]
# A U: its middle is open to the top.
CUP = [Point(*p) for p in ((0, 0), (4, 0), (4, 6), (8, 6), (8, 0), (12, 0), (12, 10), (0, 10))]


def test_a_rectangle_around_a_point_has_it_in_its_middle():
    rect = Rect.around(Point(10, 20), Size(8, 6))
    assert rect == Rect(6, 17, 8, 6)
    assert rect.center == Point(10, 20)


@given(rects, rects)
def test_an_intersection_has_room_exactly_when_two_rectangles_overlap(one, two):
    shared = one.intersection(two)
    assert (shared.width > 0 and shared.height > 0) == one.overlaps(two)


@given(rects, extents, extents)
def test_an_overlap_lies_in_both(one, width, height):
    two = Rect(*one.center, width, height)
    shared = one.intersection(two)
    assert one.contains(shared)
    assert two.contains(shared)


@given(rects, rects)
def test_a_union_holds_both(one, two):
    both = one.union(two)
    assert both.contains(one)
    assert both.contains(two)


def test_the_distance_of_rectangles_is_that_of_their_nearest_corners():
    assert Rect(0, 0, 10, 10).distance(Rect(13, 14, 5, 5)) == 5


def test_rectangles_that_touch_have_no_distance():
    assert Rect(0, 0, 10, 10).distance(Rect(10, 5, 5, 5)) == 0


def test_a_segment_is_clipped_to_what_lies_inside():
    assert Rect(0, 0, 10, 10).clip(Point(-5, 5), Point(5, 5)) == (Point(0, 5), Point(5, 5))


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (Point(0, 0), Point(10, 0)),
        (Point(-5, -2), Point(15, -2)),
        (Point(-5, 5), Point(5, -5)),
        (Point(12, 5), Point(20, 5)),
    ],
    ids=["along a side", "above", "over a corner", "short of it"],
)
def test_a_segment_outside_is_clipped_to_nothing(start, end):
    assert Rect(0, 0, 10, 10).clip(start, end) is None


@given(rects, points)
def test_what_is_clipped_runs_from_the_inside_to_the_border(rect, end):
    assume(end != rect.center)
    start, stop = rect.clip(rect.center, end)
    assert start == rect.center
    assert rect.contains(Rect(*stop, 0, 0), slack=1e-9)


def test_a_rectangle_s_distance_to_a_segment_through_it_is_nothing():
    assert Rect(0, 0, 10, 10).distance_to_segment(Point(-5, 5), Point(20, 5)) == 0


def test_a_rectangle_s_distance_to_a_segment_inside_it_is_nothing():
    assert Rect(0, 0, 10, 10).distance_to_segment(Point(2, 2), Point(3, 3)) == 0


def test_a_rectangle_s_distance_to_a_slanted_segment_is_measured_from_a_corner():
    distance = Rect(0, 0, 10, 10).distance_to_segment(Point(20, 10), Point(10, 20))
    assert distance == pytest.approx(math.sqrt(50))


def test_a_rectangle_s_distance_to_a_short_segment_is_measured_from_its_end():
    assert Rect(0, 0, 10, 10).distance_to_segment(Point(12, 5), Point(20, 5)) == 2


@given(points, points, points)
def test_no_end_of_a_segment_is_nearer_than_the_segment(point, a, b):
    nearest = distance_to_segment(point, a, b)
    assert nearest <= min(point.distance(a), point.distance(b)) + 1e-9


def test_a_line_is_as_far_as_its_nearest_piece():
    assert distance_to_line(Point(5, 3), [Point(0, 0), Point(10, 0), Point(10, 10)]) == 3


@given(rects, points)
def test_a_rectangle_as_outline_holds_what_is_in_the_rectangle(rect, point):
    middle = Point(point.x + 0.5, point.y + 0.5)
    within = rect.contains(Rect(*middle, 0, 0))
    assert inside(middle, rect.corners) == within


def test_an_open_part_of_an_outline_is_outside():
    assert not inside(Point(6, 3), CUP)


def test_a_line_over_a_dent_is_inside_twice():
    parts = stretches_inside(Point(-5, 3), Point(20, 3), CUP)
    assert parts == [(Point(0, 3), Point(4, 3)), (Point(8, 3), Point(12, 3))]


def test_a_line_that_ends_inside_is_inside_up_to_its_end():
    assert stretches_inside(Point(-5, 5), Point(5, 5), SQUARE) == [(Point(0, 5), Point(5, 5))]


def test_a_line_past_an_outline_is_nowhere_inside():
    assert stretches_inside(Point(-5, 12), Point(20, 12), SQUARE) == []


def test_sides_lead_back_to_the_start():
    assert list(sides(SQUARE))[-1] == (Point(0, 10), Point(0, 0))


def test_a_segment_beside_another_is_measured_where_both_are():
    run = alongside(Point(0, 0), Point(10, 0), Point(25, 3), Point(4, 3))
    assert run == (Point(4, 0), Point(10, 0), 3)
    assert run.length == 6


def test_segments_at_a_right_angle_are_not_side_by_side():
    assert alongside(Point(0, 0), Point(10, 0), Point(5, 1), Point(5, 9)) is None


def test_segments_one_after_the_other_are_not_side_by_side():
    assert alongside(Point(0, 0), Point(10, 0), Point(10, 0), Point(20, 0)) is None


def test_a_segment_without_length_is_beside_nothing():
    assert alongside(Point(0, 0), Point(0, 0), Point(0, 0), Point(9, 0)) is None


@pytest.mark.parametrize(
    ("end", "degrees"),
    [(Point(0, 7), 90), (Point(5, 5), 45), (Point(-5, 5), 45), (Point(-5, 0), 0)],
)
def test_an_angle_is_between_directions_whichever_way_they_run(end, degrees):
    origin = Point(0, 0)
    assert angle(origin, Point(10, 0), origin, end) == pytest.approx(degrees)


def test_segments_cross_at_a_point():
    hit = crossing(Point(0, 0), Point(10, 10), Point(0, 10), Point(10, 0))
    assert hit == Point(5, 5)


def test_segments_that_end_before_they_meet_do_not_cross():
    assert crossing(Point(0, 0), Point(4, 4), Point(0, 10), Point(10, 0)) is None


def test_parallel_segments_do_not_cross():
    assert crossing(Point(0, 0), Point(10, 0), Point(0, 0), Point(10, 0)) is None


@given(st.lists(points, min_size=2, max_size=12))
def test_a_simplified_line_keeps_its_ends_and_its_length(line):
    short = simplified(line)
    assert short[0] == line[0]
    assert short[-1] == line[-1]
    assert length(short) == pytest.approx(length(line))


def test_a_simplified_line_has_no_corner_that_does_not_turn():
    line = [Point(0, 0), Point(5, 0), Point(5, 0), Point(9, 0), Point(9, 4)]
    assert simplified(line) == [Point(0, 0), Point(9, 0), Point(9, 4)]


def test_a_line_that_turns_back_keeps_its_turn():
    line = [Point(0, 0), Point(9, 0), Point(5, 0)]
    assert simplified(line) == line


def test_corners_are_rounded_by_arcs_that_touch_both_sides():
    path = rounded([Point(0, 0), Point(50, 0), Point(50, 50)], 8)
    assert path.data == "M0 0L42 0A8 8 0 0 1 50 8L50 50"


def test_arcs_on_a_short_stretch_share_it():
    path = rounded([Point(0, 0), Point(50, 0), Point(50, 10), Point(90, 10)], 8)
    assert path.data == "M0 0L45 0A5 5 0 0 1 50 5L50 5A5 5 0 0 0 55 10L90 10"


@given(rects, st.integers(0, 60))
def test_a_rounded_rectangle_fills_its_rectangle(rect, radius):
    outline = rounded_rect(rect, radius).flattened()
    around = Rect.bounding(outline)
    assert around == pytest.approx(rect)


def test_a_rounded_rectangle_leaves_its_corners_free():
    outline = rounded_rect(Rect(0, 0, 40, 40), 10).flattened()
    assert not inside(Point(2, 2), outline)
    assert inside(Point(4, 4), outline)


@pytest.mark.parametrize(
    ("point", "distance"),
    [(Point(5, 20), -5), (Point(20, 43), 3), (Point(0, 0), 10 * math.sqrt(2) - 10)],
    ids=["left inside", "below", "off a corner"],
)
def test_the_distance_from_a_rounded_rectangle_is_that_from_its_border(point, distance):
    assert distance_outside(point, Rect(0, 0, 40, 40), 10) == pytest.approx(distance)


@given(rects, points, st.integers(0, 60))
def test_the_distance_from_a_rounded_rectangle_agrees_with_its_outline(rect, point, radius):
    outline = rounded_rect(rect, radius).flattened(24)
    distance = distance_outside(point, rect, radius)
    assert abs(distance) == pytest.approx(distance_to_line(point, (*outline, outline[0])), abs=0.1)
    assert (distance < 0) == inside(point, outline) or abs(distance) < 0.1


def test_a_circle_of_two_arcs_is_flattened_onto_its_rim():
    circle = Path((("M", 0, 5), ("A", 5, 5, 0, 0, 1, 10, 5), ("A", 5, 5, 0, 0, 1, 0, 5), ("Z",)))
    distances = {round(Point(5, 5).distance(point), 9) for point in circle.flattened()}
    assert distances == {5}


def test_a_pen_that_is_lifted_draws_pieces():
    cross = Path((("M", 0, 0), ("L", 9, 9), ("M", 0, 9), ("L", 9, 0)))
    assert cross.pieces() == ((Point(0, 0), Point(9, 9)), (Point(0, 9), Point(9, 0)))


def test_a_closed_piece_ends_where_it_began():
    [piece] = Path.polygon(SQUARE).pieces()
    assert piece == (*SQUARE, SQUARE[0])


def test_segments_join_neighbours():
    assert list(segments(SQUARE[:3])) == [(SQUARE[0], SQUARE[1]), (SQUARE[1], SQUARE[2])]


@pytest.mark.parametrize(
    ("value", "text"), [(1.0, "1"), (0.125, "0.12"), (-0.001, "0"), (2.5, "2.5")]
)
def test_numbers_are_written_short(value, text):
    assert number(value) == text


@given(st.lists(st.tuples(fractions, fractions), min_size=1))
def test_a_path_writes_its_numbers_as_they_are_written_elsewhere(places):
    path = Path.polyline([Point(x, y) for x, y in places])
    written = [f"{number(x)} {number(y)}" for x, y in places]
    assert path.data == "M" + "L".join(written)
