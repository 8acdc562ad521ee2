from scenes import box, edge, found, keys, scene

RULE = "connectors-overlap"
BOXES = [box(name, x, 20, 60) for name, x in zip("ABCD", (10, 110, 210, 310), strict=True)]


def bus(source, target, left, right, *, level=150, number=0):
    """A line down from `left`, along `level`, and up to `right`."""
    points = (left, 60), (left, level), (right, level), (right, 60)
    return edge(source, target, *points, number=number)


def test_two_edges_in_one_channel_are_found():
    drawing = scene(*BOXES, bus("A", "C", 30, 230), bus("B", "D", 130, 330))
    assert keys(RULE, drawing) == [("edge:A->C:0", "edge:B->D:0")]


def test_two_edges_two_units_apart_are_found():
    drawing = scene(*BOXES, bus("A", "C", 30, 230), bus("B", "D", 130, 330, level=152))
    assert len(found(RULE, drawing)) == 1


def test_two_edges_between_the_same_boxes_on_each_other_are_found():
    drawing = scene(*BOXES, bus("A", "B", 30, 130), bus("A", "B", 30, 130, number=1))
    assert len(found(RULE, drawing)) == 1


def test_there_and_back_on_one_line_is_found():
    drawing = scene(*BOXES, bus("A", "B", 30, 130), bus("B", "A", 130, 30))
    assert len(found(RULE, drawing)) == 1


def test_in_and_out_on_one_line_is_found():
    drawing = scene(*BOXES, bus("A", "B", 30, 130), bus("B", "C", 130, 230))
    assert len(found(RULE, drawing)) == 1


def test_a_trunk_of_edges_out_of_one_box_is_left_alone():
    assert found(RULE, scene(*BOXES, bus("A", "B", 30, 130), bus("A", "C", 30, 230))) == []


def test_a_trunk_of_edges_into_one_box_is_left_alone():
    assert found(RULE, scene(*BOXES, bus("B", "A", 130, 30), bus("C", "A", 230, 30))) == []


def test_channels_one_gap_apart_are_left_alone():
    drawing = scene(*BOXES, bus("A", "C", 30, 230), bus("B", "D", 130, 330, level=162))
    assert found(RULE, drawing) == []


def test_edges_that_cross_are_left_alone():
    drawing = scene(
        *BOXES, edge("A", "B", (40, 100), (240, 100)), edge("C", "D", (99, 60), (99, 200))
    )
    assert found(RULE, drawing) == []


def test_it_says_for_how_long_and_how_far_apart():
    drawing = scene(*BOXES, bus("A", "C", 30, 230), bus("B", "D", 130, 330, level=152))
    assert found(RULE, drawing)[0].message == (
        "edge:A->C:0 and edge:B->D:0 cannot be told apart for 100.0: they run 2.0 apart"
    )


def test_heads_that_merge_are_found():
    one = edge("A", "B", (20, 100), (193, 100), head=(200, 100))
    two = edge("C", "B", (20, 160), (180, 160), (180, 103), (193, 103), head=(200, 103))
    assert keys(RULE, scene(box("B", 202, 80), one, two)) == [("edge:A->B:0", "edge:C->B:0")]


def test_heads_that_point_at_nothing_are_left_alone():
    one = edge("", "", (20, 20), (195, 100), head=(200, 102))
    two = edge("", "", (20, 190), (195, 105), head=(200, 103))
    assert found(RULE, scene(one, two)) == []


def test_the_one_head_of_a_trunk_is_left_alone():
    one = edge("A", "B", (20, 100), (193, 100), head=(200, 100))
    two = edge("C", "B", (20, 160), (120, 160), (120, 100), (193, 100), head=(200, 100))
    assert found(RULE, scene(box("B", 202, 80), one, two)) == []


def test_heads_at_ports_of_their_own_are_left_alone():
    one = edge("A", "B", (20, 100), (193, 100), head=(200, 100))
    two = edge("C", "B", (20, 112), (193, 112), head=(200, 112))
    assert found(RULE, scene(box("B", 202, 80), one, two)) == []


def test_stretches_of_a_pair_are_one_finding_with_the_least_gap():
    one = edge("A", "C", (20, 100), (200, 100), (200, 200), (380, 200))
    two = edge("B", "D", (20, 103), (120, 103), (120, 250), (320, 250), (320, 202), (380, 202))
    [finding] = found(RULE, scene(one, two))
    assert finding.message.endswith("cannot be told apart for 160.0: they run 2.0 apart")
