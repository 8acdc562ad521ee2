from scenes import box, edge, found, keys, scene

RULE = "order-changed"
TOP = box("P", 100, 20)


def lines(*ends: str):
    return [edge(*pair.split(">"), (0, 0), (1, 1)) for pair in ends]


def test_children_of_one_box_in_another_order_are_found():
    drawing = scene(TOP, box("A", 180, 120), box("B", 20, 120), *lines("P>A", "P>B"))
    assert keys(RULE, drawing) == [("node:A", "node:B")]


def test_children_in_the_order_of_the_source_are_left_alone():
    drawing = scene(TOP, box("A", 20, 120), box("B", 180, 120), *lines("P>A", "P>B"))
    assert found(RULE, drawing) == []


def test_another_order_that_saves_a_crossing_is_left_alone():
    below = box("C", 20, 220), box("D", 180, 220)
    others = box("E", 20, 300), box("F", 180, 300)
    boxes = (TOP, box("A", 180, 120), box("B", 20, 120), *below, *others)
    up = lines("P>A", "P>B", "A>D", "E>D", "B>C", "F>C")
    assert found(RULE, scene(*boxes, *up)) == []


def test_what_hangs_from_a_child_alone_goes_with_it():
    below = box("C", 20, 220), box("D", 180, 220)
    boxes = (TOP, box("A", 180, 120), box("B", 20, 120), *below)
    assert len(found(RULE, scene(*boxes, *lines("P>A", "P>B", "A>D", "B>C")))) == 1


def test_children_whose_lines_come_in_the_other_order_are_left_alone():
    drawing = scene(TOP, box("A", 180, 120), box("B", 20, 120), *lines("P>B", "P>A"))
    assert found(RULE, drawing) == []


def test_boxes_that_no_line_leads_to_are_found_in_another_order():
    assert keys(RULE, scene(box("A", 20, 120), box("B", 20, 20))) == [("node:A", "node:B")]


def test_boxes_in_different_rows_and_columns_have_no_order():
    assert found(RULE, scene(box("A", 180, 120), box("B", 20, 20))) == []


def test_a_box_that_leads_to_the_one_beside_it_may_precede_it():
    drawing = scene(TOP, box("A", 20, 220), box("B", 20, 120), *lines("P>A", "P>B", "B>A"))
    assert found(RULE, drawing) == []


def test_a_line_back_makes_no_box_precede_another():
    drawing = scene(TOP, box("A", 180, 120), box("B", 20, 120), *lines("P>A", "P>B", "B>P"))
    assert keys(RULE, drawing) == [("node:A", "node:B")]
