from scenes import box, edge, found, scene

RULE = "detour"
A, B = box("A", 100, 20), box("B", 100, 120)
AROUND = edge("A", "B", (196, 40), (260, 40), (260, 140), (196, 140))


def test_a_long_way_round_nothing_is_found():
    [finding] = found(RULE, scene(A, B, AROUND))
    assert finding.message == "edge:A->B:0 takes 3.2 times the way between its boxes"


def test_a_long_way_where_there_is_no_other_is_left_alone():
    walls = box("W", 90, 72, 116, 32), box("V", 60, 0, 24, 200)
    assert found(RULE, scene(A, B, AROUND, *walls)) == []


def test_the_straight_way_is_left_alone():
    assert found(RULE, scene(A, B, edge("A", "B", (148, 60), (148, 120)))) == []


def test_a_way_with_one_corner_is_left_alone():
    line = edge("A", "B", (196, 40), (348, 40), (348, 120))
    assert found(RULE, scene(A, box("B", 300, 120), line)) == []
