from scenes import box, edge, found, group, keys, scene, words

RULE = "text-overlaps-box"


def test_a_label_inside_a_foreign_box_is_found():
    line = edge("A", "B", (20, 200), (300, 200))
    drawing = scene(line, box("C", 20, 20, 120, 80), words("a", 40, 50, 50, owner="edge:A->B:0"))
    assert keys(RULE, drawing) == [("text:a", "node:C")]


def test_words_of_one_box_inside_another_are_found():
    boxes = box("A", 20, 20, 120, 80), box("B", 20, 120, 120, 80)
    assert keys(RULE, scene(*boxes, words("a", 40, 150, 50, owner="node:A"))) == [
        ("text:a", "node:B")
    ]


def test_words_in_their_own_box_are_left_alone():
    assert found(RULE, scene(box("A", 20, 20), words("a", 40, 44, 50, owner="node:A"))) == []


def test_a_label_in_a_group_is_left_alone():
    line = edge("A", "B", (20, 200), (300, 200))
    frame = group("G", 10, 10, 380, 280)
    assert found(RULE, scene(frame, line, words("a", 40, 193, 50, owner="edge:A->B:0"))) == []


def test_a_label_of_a_line_inside_a_panel_is_left_alone():
    panel, line = box("P", 10, 10, 380, 280), edge("", "", (20, 200), (300, 200))
    assert found(RULE, scene(panel, line, words("a", 40, 193, 50, owner="edge:->:0"))) == []


def test_words_in_a_cell_of_their_box_s_panel_are_left_alone():
    panel, cell = box("P", 10, 10, 380, 280), box("C", 20, 20)
    assert found(RULE, scene(panel, cell, words("a", 40, 44, 50, owner="node:C"))) == []


def test_a_label_of_a_line_into_a_panel_with_boxes_is_left_alone():
    panel, cell = box("P", 100, 10, 280, 280), box("C", 280, 180)
    line = edge("A", "C", (20, 200), (280, 200))
    label = words("a", 140, 193, 50, owner="edge:A->C:0")
    assert found(RULE, scene(panel, cell, line, label)) == []
