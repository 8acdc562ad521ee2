from scenes import box, diamond, edge, found, keys, scene

RULE = "ragged-column"
LINES = edge("A", "B", (80, 60), (80, 100)), edge("B", "C", (80, 140), (80, 180))


def boxes(*widths: float):
    return [
        box(name, 80 - width / 2, 20 + 80 * place, width)
        for place, (name, width) in enumerate(zip("ABC", widths, strict=True))
    ]


def test_a_column_of_nearly_one_width_is_found():
    [finding] = found(RULE, scene(*boxes(96, 110, 130), *LINES))
    assert finding.message == "the 3 boxes from node:A on are from 96 to 130 wide"


def test_a_column_of_one_width_is_left_alone():
    assert found(RULE, scene(*boxes(110, 110, 110), *LINES)) == []


def test_a_column_of_very_different_widths_is_left_alone():
    assert found(RULE, scene(*boxes(60, 100, 140), *LINES)) == []


def test_two_boxes_make_no_column():
    assert found(RULE, scene(*boxes(96, 110, 130), LINES[0])) == []


def test_a_diamond_in_the_column_has_its_own_width():
    first, _, last = boxes(100, 100, 100)
    fourth = box("D", 30, 260, 100), edge("C", "D", (80, 220), (80, 260))
    drawing = scene(first, diamond("B", 20, 100, 120, 40), last, *fourth, *LINES)
    assert found(RULE, drawing) == []


def test_boxes_off_each_other_s_axis_make_no_column():
    first, second, last = boxes(96, 110, 130)
    drawing = scene(first, second, box("C", 60, 180, 130), *LINES)
    assert keys(RULE, drawing) == []
    assert len(keys(RULE, scene(first, second, last, *LINES))) == 1


def test_a_column_that_leads_back_to_itself_is_looked_at_once():
    back = edge("C", "A", (80, 180), (80, 60))
    assert len(found(RULE, scene(*boxes(96, 110, 130), *LINES, back))) == 1
