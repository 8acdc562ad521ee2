from scenes import box, edge, found, keys, scene

RULE = "many-bends"
BOXES = box("A", 20, 20), box("B", 280, 220)


def test_four_bends_are_found():
    line = edge("A", "B", (68, 60), (68, 90), (150, 90), (150, 150), (328, 150), (328, 220))
    [finding] = found(RULE, scene(*BOXES, line))
    assert finding.message == "edge:A->B:0 has 4 bends"


def test_three_bends_are_left_alone():
    line = edge("A", "B", (116, 40), (150, 40), (150, 150), (328, 150), (328, 220))
    assert keys(RULE, scene(*BOXES, line)) == []


def test_a_curve_has_no_bends():
    line = edge("A", "B", *((116 + 8 * n, 40 + n * n) for n in range(13)))
    assert found(RULE, scene(*BOXES, line)) == []


def test_a_line_between_no_boxes_is_left_alone():
    line = edge("", "", (0, 0), (0, 9), (9, 9), (9, 20), (30, 20), (30, 50))
    assert found(RULE, scene(line)) == []
