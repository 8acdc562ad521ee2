from scenes import box, edge, found, keys, scene, words

RULE = "text-near-line"
LINE = edge("A", "B", (20, 40), (300, 40))


def test_words_right_below_a_line_are_found():
    assert keys(RULE, scene(LINE, words("a", 60, 51, 50))) == [("text:a", "edge:A->B:0")]


def test_words_four_units_below_a_line_are_left_alone():
    assert found(RULE, scene(LINE, words("a", 60, 53.2, 50))) == []


def test_words_that_a_line_runs_through_are_another_rule_s():
    assert found(RULE, scene(LINE, words("a", 60, 44, 50))) == []


def test_the_line_s_own_label_may_be_near():
    assert found(RULE, scene(LINE, words("a", 60, 51, 50, owner="edge:A->B:0"))) == []


def test_words_of_a_box_are_measured_too():
    drawing = scene(box("C", 50, 30), LINE, words("a", 60, 51, 50, owner="node:C"))
    assert keys(RULE, drawing) == [("text:a", "edge:A->B:0")]


def test_words_of_the_line_s_own_box_may_be_near():
    drawing = scene(box("A", 20, 40), edge("A", "B", (60, 80), (60, 200)), words("a", 40, 76, 50))
    assert found(RULE, drawing) == []
