from scenes import edge, found, keys, scene

RULE = "connectors-crowded"
LINE = edge("A", "B", (20, 100), (300, 100))


def test_lines_closer_than_the_theme_s_gap_are_found():
    drawing = scene(LINE, edge("C", "D", (20, 107), (300, 107)))
    assert keys(RULE, drawing) == [("edge:A->B:0", "edge:C->D:0")]


def test_lines_just_the_gap_apart_are_left_alone():
    assert found(RULE, scene(LINE, edge("C", "D", (20, 112), (300, 112)))) == []


def test_lines_on_top_of_each_other_are_another_rule_s():
    assert found(RULE, scene(LINE, edge("C", "D", (20, 102), (300, 102)))) == []


def test_a_short_stretch_side_by_side_is_left_alone():
    assert found(RULE, scene(LINE, edge("C", "D", (292, 107), (390, 107)))) == []


def test_it_judges_looks():
    [finding] = found(RULE, scene(LINE, edge("C", "D", (20, 107), (300, 107))))
    assert finding.severity == "warning"
