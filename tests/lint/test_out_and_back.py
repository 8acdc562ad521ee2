from scenes import box, edge, found, scene, words

RULE = "out-and-back"
A, B = box("A", 20, 20), box("B", 20, 220)
LINE = edge("A", "B", (68, 60), (68, 80), (150, 80), (150, 200), (68, 200), (68, 220))


def test_a_line_that_runs_around_nothing_is_found():
    [finding] = found(RULE, scene(A, B, LINE))
    assert finding.message == "edge:A->B:0 runs out to a side and back around nothing"


def test_a_line_that_runs_around_its_own_words_is_found():
    label = words("a", 40, 140, 60, owner="edge:A->B:0")
    assert len(found(RULE, scene(A, B, LINE, label))) == 1


def test_a_line_that_runs_around_a_box_is_left_alone():
    assert found(RULE, scene(A, B, LINE, box("C", 20, 120))) == []


def test_a_line_that_runs_around_the_words_of_another_is_left_alone():
    other = edge("A", "C", (20, 40), (0, 140)), box("C", 0, 140, 10, 10)
    label = words("a", 40, 140, 60, owner="edge:A->C:0")
    assert found(RULE, scene(A, B, LINE, *other, label)) == []


def test_a_line_that_saves_a_crossing_is_left_alone():
    other = box("C", 100, 110, 40), box("D", 0, 110, 10, 10)
    across = edge("C", "D", (100, 130), (10, 130))
    assert found(RULE, scene(A, B, LINE, *other, across)) == []


def test_a_step_to_one_side_is_left_alone():
    line = edge("A", "B", (68, 60), (68, 80), (150, 80), (150, 220))
    assert found(RULE, scene(A, box("B", 102, 220), line)) == []


def test_a_line_to_the_side_that_comes_back_less_far_is_found():
    line = edge("A", "B", (116, 40), (140, 40), (140, 90), (200, 90), (200, 60), (280, 60))
    assert len(found(RULE, scene(A, box("B", 280, 40), line))) == 1
