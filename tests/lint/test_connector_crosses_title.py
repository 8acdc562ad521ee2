from scenes import box, edge, found, group, keys, scene, words

RULE = "connector-crosses-title"
FRAME = group("G", 20, 60, 300, 200)
TITLE = words("a", 32, 80, 100, owner="group:G")


def test_a_connector_through_a_title_is_found():
    drawing = scene(FRAME, edge("A", "B", (60, 20), (60, 150)), TITLE)
    assert keys(RULE, drawing) == [("edge:A->B:0", "text:a")]


def test_a_connector_right_of_the_title_is_left_alone():
    assert found(RULE, scene(FRAME, edge("A", "B", (140, 20), (140, 150)), TITLE)) == []


def test_words_of_a_node_are_no_title():
    node = box("N", 20, 60, 300, 200)
    drawing = scene(
        node, edge("A", "B", (60, 20), (60, 150)), words("a", 32, 80, 99, owner="node:N")
    )
    assert found(RULE, drawing) == []


def test_the_heading_of_a_panel_is_no_title_but_words_like_others():
    panel, member = box("P", 20, 60, 300, 200), box("M", 150, 150)
    heading = words("a", 32, 80, 100, owner="node:P")
    drawing = scene(panel, member, edge("A", "M", (60, 20), (60, 150)), heading)
    assert keys("text-overlaps-line", drawing) == [("edge:A->M:0", "text:a")]
    assert found(RULE, drawing) == []
