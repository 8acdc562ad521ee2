"""The style guide between its markers."""

from __future__ import annotations

import pytest

from diagramkit.markdown import find_blocks
from diagramkit.mermaid import parse
from diagramkit.sync import Look, sync_text
from diagramkit.sync.guide import BEGIN, END, guide, write_guide
from diagramkit.sync.look import DirectiveRule
from diagramkit.theme.export import export
from diagramkit.theme.model import ModeName, Theme, tokens
from diagramkit.themes import blueprint, editorial

LOOK = Look(editorial)


def written(text: str, *, wanted: bool = False) -> str:
    return write_guide(text, "AGENTS.md", lambda: "# A\nB\n", wanted=wanted)[0]


def test_what_stands_between_the_markers_is_replaced() -> None:
    text = f"above\n{BEGIN}\nold\n{END}\nbelow"
    assert written(text) == f"above\n{BEGIN}\n\n# A\nB\n\n{END}\nbelow"


def test_line_ends_are_those_of_the_page() -> None:
    text = f"above\r\n{BEGIN}\r\n{END}\r\n"
    assert written(text) == f"above\r\n{BEGIN}\r\n\r\n# A\r\nB\r\n\r\n{END}\r\n"


@pytest.mark.parametrize(
    "text", ["", "above\n", f"{BEGIN}\n", f"{END}\n{BEGIN}\n", f"x{BEGIN}\n{END}"]
)
def test_a_page_without_markers_stays_as_it_is(text: str) -> None:
    assert written(text) == text


def test_a_page_that_has_to_hold_the_guide_gets_it_at_its_end() -> None:
    assert written("above\n", wanted=True) == f"above\n\n{BEGIN}\n\n# A\nB\n\n{END}\n"


@pytest.mark.parametrize("text", ["", "above", "above\n", "above\r\n", f"{BEGIN}\n{END}"])
def test_a_second_run_changes_nothing(text: str) -> None:
    once = written(text, wanted=True)
    assert write_guide(once, "A", lambda: "# A\nB\n", wanted=True) == (once, ())


def test_the_finding_names_the_first_line_that_differs() -> None:
    text = f"above\n{BEGIN}\n\n# A\nC\n\n{END}\n"
    _, findings = write_guide(text, "AGENTS.md", lambda: "# A\nB\n", wanted=False)
    assert [each.headline for each in findings] == [
        'AGENTS.md:5:1: style guide: the line is "C", the theme has "B"'
    ]


@pytest.mark.parametrize("theme", [editorial, blueprint])
@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("directive", ["keep", "always", "never"])
def test_the_sample_of_the_guide_is_in_step(
    theme: Theme, mode: ModeName, directive: DirectiveRule
) -> None:
    look = Look(theme, mode, directive=directive)
    text = guide(look)
    assert sync_text(text, "a.md", look, markdown=True).text == text


def test_the_sample_of_the_theme_needs_no_change() -> None:
    assert guide(LOOK) == export(editorial, "agents-guide")


def test_the_sample_uses_every_role_once() -> None:
    chart = parse(find_blocks(guide(LOOK))[0].text)
    assert sorted(name for node in chart.nodes for name in node.classes) == [
        "accent",
        "note",
        "primary",
        "secondary",
    ]


def test_the_guide_tells_every_colour_of_the_roles_and_the_budgets() -> None:
    text = guide(LOOK)
    for path, value in tokens(editorial).items():
        if path.startswith("light.roles.") and not path.endswith(".muted"):
            assert not isinstance(value, str) or value in text, path
    assert "at most 6 classes" in text
    assert "at most 25 % of the nodes, 1 path" in text
