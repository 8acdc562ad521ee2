from scenes import box, diamond, edge, found, scene, words

RULE = "answer-far-from-tip"
LINE = edge("A", "B", (80, 80), (80, 240))
B = box("B", 32, 240)


def label(baseline: float):
    return words("yes", 88, baseline, 24, owner="edge:A->B:0")


def test_an_answer_far_down_its_line_is_found():
    [finding] = found(RULE, scene(diamond("A", 20, 20), B, LINE, label(180)))
    assert finding.message == "the words of “yes” (edge:A->B:0) are 91 from its tip"


def test_an_answer_near_the_tip_is_left_alone():
    assert found(RULE, scene(diamond("A", 20, 20), B, LINE, label(110))) == []


def test_the_words_of_a_line_out_of_a_plain_box_are_left_alone():
    assert found(RULE, scene(box("A", 20, 20, 120, 60), B, LINE, label(180))) == []
