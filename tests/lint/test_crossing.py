from scenes import edge, found, keys, scene


def test_two_lines_that_cross_are_found():
    drawing = scene(edge("A", "B", (20, 40), (300, 40)), edge("C", "D", (99, 20), (99, 200)))
    assert keys("crossing", drawing) == [("edge:A->B:0", "edge:C->D:0")]


def test_lines_that_join_are_left_alone():
    drawing = scene(edge("A", "B", (20, 40), (300, 40)), edge("C", "B", (99, 140), (150, 40)))
    assert found("crossing", drawing) == []
