from scenes import found, keys, scene, words

RULE = "text-overlaps-text"


def test_words_over_words_are_found():
    drawing = scene(words("a", 20, 40, 60), words("b", 70, 44, 60))
    assert keys(RULE, drawing) == [("text:a", "text:b")]


def test_lines_of_one_box_that_are_too_close_are_found():
    drawing = scene(words("g", 20, 40, 60), words("b", 20, 50, 60))
    assert keys(RULE, drawing) == [("text:g", "text:b")]


def test_lines_one_line_height_apart_are_left_alone():
    assert found(RULE, scene(words("a", 20, 40, 60), words("b", 20, 56, 60))) == []


def test_words_side_by_side_are_left_alone():
    assert found(RULE, scene(words("a", 20, 40, 60), words("b", 80, 40, 60))) == []


def test_the_same_words_painted_twice_in_one_place_are_left_alone():
    assert found(RULE, scene(words("a", 20, 40, 60), words("a", 20, 40, 60))) == []


def test_it_says_by_how_much():
    [finding] = found(RULE, scene(words("a", 20, 40, 60), words("b", 70, 40, 60)))
    assert finding.message == "“a” (text:a) and “b” (text:b) overlap by 10.0 × 9.1"
