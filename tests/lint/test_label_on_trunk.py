from scenes import edge, found, keys, scene, words

RULE = "label-on-trunk"
YES = edge("A", "B", (20, 100), (300, 100))
NO = edge("A", "C", (20, 100), (200, 100), (200, 200))


def test_a_label_beside_a_shared_stretch_is_found():
    drawing = scene(YES, NO, words("yes", 60, 93, 30, owner="edge:A->B:0"))
    assert keys(RULE, drawing) == [("text:yes", "edge:A->B:0", "edge:A->C:0")]


def test_a_label_beside_its_own_branch_is_left_alone():
    assert found(RULE, scene(YES, NO, words("yes", 250, 93, 30, owner="edge:A->B:0"))) == []


def test_edges_of_the_same_wording_may_share_a_place():
    both = [words("yes", 60, 93, 30, owner=line.key) for line in (YES, NO)]
    assert found(RULE, scene(YES, NO, *both)) == []


def test_it_judges_looks():
    [finding] = found(RULE, scene(YES, NO, words("yes", 60, 93, 30, owner="edge:A->B:0")))
    assert finding.severity == "warning"
