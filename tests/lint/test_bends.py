"""The rules about how lines turn, end and cross."""

from scenes import edge, found, keys, scene


def test_a_head_on_a_bend_is_found():
    line = edge("A", "B", (20, 40), (100, 40), (100, 48), head=(100, 55))
    [finding] = found("head-crowded", scene(line))
    assert finding.message == "edge:A->B:0 runs straight for 7.0 into a head of 8.0"


def test_a_head_with_a_straight_run_is_left_alone():
    line = edge("A", "B", (20, 40), (100, 40), (100, 60), head=(100, 67))
    assert found("head-crowded", scene(line)) == []


def test_a_head_on_a_line_shorter_than_itself_is_found():
    assert len(found("head-crowded", scene(edge("A", "B", (20, 40), (22, 40), head=(26, 40))))) == 1


def test_an_end_without_head_needs_no_run():
    assert found("head-crowded", scene(edge("A", "B", (20, 40), (100, 40), (100, 44)))) == []


def test_a_small_step_aside_is_found():
    [finding] = found("jog", scene(edge("A", "B", (20, 40), (100, 40), (100, 45), (200, 45))))
    assert finding.message == "edge:A->B:0 steps aside by 5.0, less than 12"


def test_a_step_of_full_size_is_left_alone():
    assert found("jog", scene(edge("A", "B", (20, 40), (100, 40), (100, 52), (200, 52)))) == []


def test_a_short_stretch_between_two_directions_is_no_step():
    line = edge("A", "B", (20, 40), (100, 40), (105, 45), (105, 200))
    assert found("jog", scene(line)) == []


def test_lines_that_cross_at_a_slant_are_found():
    drawing = scene(edge("A", "B", (20, 20), (300, 60)), edge("C", "D", (20, 60), (300, 20)))
    assert keys("crossing-angle", drawing) == [("edge:A->B:0", "edge:C->D:0")]


def test_lines_that_cross_at_a_right_angle_are_left_alone():
    drawing = scene(edge("A", "B", (20, 40), (300, 40)), edge("C", "D", (99, 20), (99, 200)))
    assert found("crossing-angle", drawing) == []


def test_a_line_that_joins_another_does_not_cross_it():
    drawing = scene(edge("A", "B", (20, 40), (300, 40)), edge("C", "B", (99, 140), (150, 40)))
    assert found("crossing-angle", drawing) == []


def test_a_line_that_crosses_itself_is_not_two():
    line = edge("A", "B", (20, 20), (300, 60), (300, 20), (20, 60))
    assert found("crossing-angle", scene(line)) == []


def test_a_curve_in_short_pieces_has_no_steps():
    line = edge("A", "B", *((20 + 8 * n, 40 + n * n) for n in range(9)), (150, 250))
    assert found("jog", scene(line)) == []


def test_a_head_at_the_end_of_a_curve_is_not_on_a_bend():
    curve = [(20 + 8 * n, 40 + 0.5 * n * n) for n in range(9)]
    assert found("head-crowded", scene(edge("A", "B", *curve, head=(88, 76)))) == []
