from dataclasses import replace

from scenes import box, edge, found, keys, scene

RULE = "parent-off-center"


def tree(x: float, *more):
    """A box at `x` over two children whose middle is at 148."""
    lines = edge("P", "A", (x, 60), (68, 120)), edge("P", "B", (x, 60), (228, 120))
    return scene(box("P", x - 48, 20), box("A", 20, 120), box("B", 180, 120), *lines, *more)


def test_a_parent_over_its_first_child_is_found():
    [finding] = found(RULE, tree(68))
    assert finding.message == "node:P is 80 off the middle of its 2 children"


def test_a_parent_over_the_middle_of_its_children_is_left_alone():
    assert found(RULE, tree(148)) == []


def test_a_parent_left_of_its_children_is_measured_by_its_height():
    lines = edge("P", "A", (116, 40), (200, 40)), edge("P", "B", (116, 40), (200, 140))
    drawing = scene(box("P", 20, 20), box("A", 200, 20), box("B", 200, 120), *lines)
    assert keys(RULE, drawing) == [("node:P", "node:A", "node:B")]


def test_a_child_that_another_line_leads_to_makes_it_no_tree():
    other = box("Q", 180, 20), edge("Q", "B", (228, 60), (228, 120))
    assert found(RULE, tree(68, *other)) == []


def test_a_line_from_a_grandchild_back_makes_it_no_tree():
    below = box("C", 20, 200), edge("A", "C", (68, 160), (68, 200))
    assert len(found(RULE, tree(68, *below))) == 1
    assert found(RULE, tree(68, *below, edge("C", "P", (20, 220), (10, 40)))) == []


def test_a_child_in_another_frame_is_left_alone():
    drawing = tree(68)
    moved = (replace(item, owner="g") if item.key == "node:B" else item for item in drawing.boxes)
    assert found(RULE, scene(*moved, *drawing.connectors)) == []


def test_a_leaf_that_hangs_beside_the_path_is_no_branch():
    lines = edge("P", "A", (68, 60), (68, 120)), edge("P", "B", (116, 40), (180, 40))
    assert found(RULE, scene(box("P", 20, 20), box("A", 20, 120), box("B", 180, 20), *lines)) == []
