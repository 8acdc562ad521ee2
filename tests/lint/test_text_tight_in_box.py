from scenes import box, found, keys, scene, words

RULE = "text-tight-in-box"
BOX = box("A", 20, 20)


def test_words_close_to_the_side_of_their_box_are_found():
    drawing = scene(BOX, words("a", 23, 44, 80, owner="node:A"))
    assert keys(RULE, drawing) == [("text:a", "node:A")]


def test_words_close_to_a_foreign_box_are_found():
    drawing = scene(BOX, words("a", 118, 44, 50, owner="edge:?"))
    assert keys(RULE, drawing) == [("text:a", "node:A")]


def test_words_six_units_from_the_border_are_left_alone():
    assert found(RULE, scene(BOX, words("a", 26, 44, 84, owner="node:A"))) == []


def test_words_on_the_border_are_another_rule_s():
    assert found(RULE, scene(BOX, words("a", 10, 44, 50, owner="node:A"))) == []
