from scenes import box, edge, found, group, scene, words

RULE = "frame-off-center"
FRAME = group("g", 20, 20, 300, 120)


def test_contents_at_one_side_are_found():
    [finding] = found(RULE, scene(FRAME, box("A", 36, 64, owner="group:g")))
    assert finding.message == "the contents of group:g are 86 off across"


def test_contents_at_the_bottom_are_found():
    frame = group("g", 20, 20, 300, 220)
    assert len(found(RULE, scene(frame, box("A", 122, 188, owner="group:g")))) == 1


def test_contents_in_the_middle_are_left_alone():
    assert found(RULE, scene(FRAME, box("A", 122, 60, owner="group:g"))) == []


def test_the_room_of_the_title_does_not_count():
    frame, title = group("g", 20, 20, 300, 100), words("g", 32, 48, 60, owner="group:g")
    boxes = box("A", 122, 72, owner="group:g")
    assert found(RULE, scene(frame, boxes, title)) == []


def test_lines_between_the_contents_and_their_words_count():
    left, right = (box(name, 36, y, owner="group:g") for name, y in (("A", 40), ("B", 90)))
    line = edge("A", "B", (132, 60), (200, 60), (200, 110), (132, 110))
    label = words("a", 208, 90, 96, owner="edge:A->B:0")
    assert found(RULE, scene(FRAME, left, right, line, label)) == []
    assert len(found(RULE, scene(FRAME, left, right, line))) == 1


def test_an_empty_frame_is_left_alone():
    assert found(RULE, scene(FRAME)) == []
