from dataclasses import replace

from scenes import edge, found, scene, words

RULE = "label-off-line"
LINE = edge("A", "B", (20, 100), (300, 100))
OTHER = edge("C", "D", (20, 70), (300, 70))


def label(baseline: float, text: str = "a"):
    return words(text, 100, baseline, 60, owner="edge:A->B:0")


def test_a_label_nearer_to_another_line_is_found():
    [finding] = found(RULE, scene(LINE, OTHER, label(84)))
    assert finding.message == (
        "the label of “a” (edge:A->B:0) is 16.0 from its own line, but 4.9 from edge:C->D:0"
    )


def test_a_label_far_from_its_line_is_found():
    assert len(found(RULE, scene(LINE, label(60)))) == 1


def test_a_label_far_from_its_line_and_near_another_is_found_once():
    assert len(found(RULE, scene(LINE, edge("C", "D", (20, 40), (300, 40)), label(60)))) == 1


def test_a_label_nearer_to_its_own_line_is_left_alone():
    assert found(RULE, scene(LINE, OTHER, label(93))) == []


def test_a_label_as_near_to_a_line_that_shares_the_stretch_is_left_alone():
    twin = edge("A", "C", (20, 100), (300, 100), (300, 200))
    assert found(RULE, scene(LINE, twin, label(93))) == []


def test_all_lines_of_a_label_are_measured_together():
    """The upper of four lines is 44 from the line; the label as a whole stands beside it."""
    lines = [label(93 - 16 * place, f"line {place}") for place in range(4)]
    assert found(RULE, scene(LINE, *lines)) == []


def test_words_of_no_line_are_left_alone():
    assert found(RULE, scene(LINE, OTHER, words("a", 100, 84, 60))) == []


def test_the_nearest_stretch_of_a_line_counts():
    line = edge("A", "B", (20, 100), (300, 100), (300, 115), (20, 115))
    assert found(RULE, scene(line, edge("C", "D", (20, 70), (300, 70)), label(93))) == []


def test_of_several_lines_the_nearest_is_named():
    farther, nearer = edge("C", "D", (20, 64), (300, 64)), edge("E", "F", (20, 70), (300, 70))
    [finding] = found(RULE, scene(LINE, farther, nearer, label(84)))
    assert finding.keys[-1] == nearer.key


def test_words_at_the_ends_of_a_line_are_measured_apart_from_those_along_it():
    """Together they would take the room between them, and with it the line that passes there."""
    line = edge("A", "B", (20, 100), (20, 300))
    other = edge("C", "D", (0, 200), (300, 200))
    first = replace(words("1", 30, 116, 8, owner="edge:A->B:0"), key="tail:A->B:0:0")
    last = replace(words("0..*", 30, 296, 24, owner="edge:A->B:0"), key="head:A->B:0:0")
    assert found(RULE, scene(line, other, first, last)) == []


def test_runs_of_a_line_are_measured_with_the_line_below_them():
    """The last run of the upper line is far from the first one of the lower, as before a sign."""
    first = replace(words("a", 100, 67, 20, owner="edge:A->B:0"), key="label:A->B:0:0:0")
    second = replace(words("b", 160, 67, 20, owner="edge:A->B:0"), key="label:A->B:0:0:1")
    below = replace(words("c", 100, 82, 20, owner="edge:A->B:0"), key="label:A->B:0:1:0")
    assert found(RULE, scene(LINE, first, second, below)) == []
