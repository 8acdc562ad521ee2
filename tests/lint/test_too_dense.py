"""So much lies over each other that a rule gives up: it is left out, and the others are told."""

import pytest
from scenes import THEME, box, edge, scene, words

from diagramkit.lint import Finding, check

LINES = [edge(f"a{n}", f"b{n}", (20, 40 + n), (300, 300 - n)) for n in range(50)]
BOXES = box("A", 20, 320), box("B", 40, 330)
SMALL = words("small", 320, 380, 40, size=4)


@pytest.fixture
def findings(monkeypatch: pytest.MonkeyPatch) -> dict[str, Finding]:
    """What is found by rules that may look at few things."""
    monkeypatch.setattr("diagramkit.index.MOST_LOOKS", 0)
    monkeypatch.setattr("diagramkit.index.MOST_LOOKS_EACH", 8)
    found = check(scene(*BOXES, SMALL, *LINES), THEME)
    return {finding.rule: finding for finding in found}


def test_the_rule_is_named_and_left_out(findings: dict[str, Finding]) -> None:
    assert "connectors-overlap" in findings["too-dense"].message
    assert "connectors-overlap" not in findings


def test_the_other_rules_are_told(findings: dict[str, Finding]) -> None:
    assert {"text-too-small", "box-overlaps-box"} <= findings.keys()


def test_it_is_told_once_and_weighs_as_a_warning(findings: dict[str, Finding]) -> None:
    assert findings["too-dense"].severity == "warning"


def test_a_usual_drawing_is_judged_by_all_rules() -> None:
    found = {finding.rule for finding in check(scene(*BOXES, SMALL), THEME)}
    assert "too-dense" not in found
