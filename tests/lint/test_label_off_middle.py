from dataclasses import replace

from scenes import box, diamond, edge, found, scene, words

RULE = "label-off-middle"
A, B = box("A", 32, 20), box("B", 32, 240)
LINE = edge("A", "B", (80, 60), (80, 240))


def label(baseline: float, owner: str = "edge:A->B:0"):
    return words("a", 88, baseline, 24, owner=owner)


def test_words_near_the_end_of_their_line_are_found():
    [finding] = found(RULE, scene(A, B, LINE, label(200)))
    assert finding.message == "the words of “a” (edge:A->B:0) are 45 off the middle"


def test_words_in_the_middle_are_left_alone():
    assert found(RULE, scene(A, B, LINE, label(155))) == []


def test_the_stretch_that_the_words_are_beside_counts():
    line = edge("A", "B", (80, 60), (80, 90), (300, 90), (300, 240))
    beside = words("a", 178, 83, 24, owner="edge:A->B:0")
    assert found(RULE, scene(A, box("B", 252, 240), line, beside)) == []


def test_the_answers_of_a_decision_are_left_alone():
    assert found(RULE, scene(diamond("A", 20, 0), B, LINE, label(80))) == []


def test_the_words_of_a_way_back_are_left_alone():
    lines = LINE, edge("A", "C", (128, 40), (200, 240)), edge("B", "A", (20, 250), (20, 30))
    back = words("a", 0, 230, 12, owner="edge:B->A:0")
    assert found(RULE, scene(A, B, box("C", 180, 240), *lines, back)) == []


def test_words_of_one_end_are_left_alone():
    ends = replace(label(80), key="tail:A->B:0:0"), replace(label(230), key="head:A->B:0:0")
    assert found(RULE, scene(A, B, LINE, *ends)) == []
