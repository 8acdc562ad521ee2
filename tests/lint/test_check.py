"""Running the rules: which there are, in what order they speak, what they need."""

import re
from importlib import import_module
from time import perf_counter

import pytest
from scenes import THEME, box, edge, scene, words

from diagramkit.lint import check, rules
from diagramkit.scene import Text

CROWDED = scene(
    box("A", 20, 20),
    box("B", 100, 40),
    words("a", 10, 44, 60, owner="node:A"),
    words("b", 60, 46, 60, owner="node:B"),
)


def test_findings_come_by_rule_in_alphabetical_order():
    codes = [finding.rule for finding in check(CROWDED, THEME)]
    assert codes == [
        "box-overlaps-box",
        "text-overflows-box",
        "text-overflows-box",
        "text-overlaps-line",
        "text-overlaps-text",
    ]


def test_the_house_theme_holds_when_none_is_given():
    assert check(CROWDED) == check(CROWDED, THEME)


def test_style_is_looked_at_only_where_asked_for():
    lines = edge("A", "B", (20, 40), (300, 40)), edge("C", "D", (99, 20), (99, 200))
    assert check(scene(*lines), THEME) == ()
    assert [one.severity for one in check(scene(*lines), THEME, least="style")] == ["style"]


def test_an_empty_scene_has_no_findings():
    assert check(scene(), THEME) == ()


def test_a_scene_of_the_same_key_throughout_is_checked_all_the_same():
    boxes = [box("A", 20, 20), box("A", 100, 40), box("A", 100, 200)]
    assert [finding.rule for finding in check(scene(*boxes), THEME)] == ["box-overlaps-box"]


def test_boxes_that_say_they_are_in_each_other_are_checked_all_the_same():
    boxes = [box("A", 20, 20, owner="node:B"), box("B", 20, 20, owner="node:A")]
    assert [one.rule for one in check(scene(*boxes), THEME)] == ["wholly-covered"]


def test_a_line_without_length_is_passed_over():
    assert check(scene(edge("A", "B", (20, 40), (20, 40))), THEME) == ()


def test_words_of_nothing_but_space_are_passed_over():
    blank = Text("text:", "label", " ", 20, 40, 60, 12, 400, "#111111", ("Inter",))
    assert check(scene(blank, words("a", 20, 40, 50)), THEME) == ()


@pytest.mark.parametrize("code", rules())
def test_the_documentation_of_a_rule_has_its_four_parts(code):
    """What it finds, why that is bad, an example, what to do instead."""
    explanation = rules()[code].explanation
    assert re.search(r"\A[A-Z].+?\.\n\nWhy: .+\n\nExample: .+\n\nUse instead: ", explanation, re.S)


def test_rules_are_named_after_their_files():
    assert "text-overflows-box" in rules()


def test_a_rule_weighs_what_its_module_says():
    said = {code: getattr(_module(code), "SEVERITY", "error") for code in rules()}
    assert {code: rule.severity for code, rule in rules().items()} == said


def _module(code):
    return import_module(f"diagramkit.lint.rules.{code.replace('-', '_')}")


def test_two_thousand_boxes_take_seconds_not_minutes():
    columns = 50
    boxes = [
        box(f"{place}", 20 + place % columns * 140, 20 + place // columns * 80)
        for place in range(2000)
    ]
    labels = [
        words(f"box {place}", item.rect.x + 20, item.rect.y + 24, 50, owner=item.key)
        for place, item in enumerate(boxes)
    ]
    lines = [
        edge(f"{place}", f"{place + 1}", (item.rect.right, item.rect.y + 20), (x, item.rect.y + 20))
        for place, item in enumerate(boxes[:-1])
        if (x := boxes[place + 1].rect.x) > item.rect.x
    ]
    drawing = scene(*boxes, *labels, *lines, width=7100, height=3300)
    started = perf_counter()
    codes = {finding.rule for finding in check(drawing, THEME, least="style")}
    assert codes == {"small-when-read", "too-wide"}
    assert perf_counter() - started < 20
