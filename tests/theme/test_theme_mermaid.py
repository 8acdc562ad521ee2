"""Themes written for Mermaid: the directive, the front matter, the classes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
import tinycss2
import yaml

from diagramkit import Theme, load_theme, mermaid
from diagramkit.mermaid.keywords import KINDS
from diagramkit.theme.builtin import builtin_names
from diagramkit.theme.export import export
from diagramkit.theme.export._mermaid import told_kinds
from diagramkit.theme.export.mermaid_init import settings
from diagramkit.theme.model import MODES, ModeName
from diagramkit.themes import editorial

Load = Callable[[str], Theme]

CHART = "flowchart LR\n  a[A]:::primary --> b[B]:::accent\n  c:::note --> d:::secondary\n"
ROLES = ("primary", "secondary", "note", "accent")

each_theme = pytest.mark.parametrize(
    "theme", [load_theme(name) for name in builtin_names()], ids=builtin_names()
)
each_mode = pytest.mark.parametrize("mode", MODES)


def directive(theme: Theme, mode: ModeName) -> dict[str, Any]:
    text = export(theme, "mermaid-init", mode)
    found = re.fullmatch(r"%%\{init: (\{.*\})\}%%\n", text)
    assert found
    said: dict[str, Any] = json.loads(found[1])
    return said


@each_theme
@each_mode
def test_the_directive_fixes_theme_and_look(theme: Theme, mode: ModeName) -> None:
    said = directive(theme, mode)
    assert (said["theme"], said["look"]) == ("base", "classic")


def test_layout_is_said_for_the_kinds_alone_that_mermaid_12_places_otherwise() -> None:
    whole = directive(editorial, "light")
    said = {key for key, value in whole.items() if isinstance(value, dict) and "layout" in value}
    assert said == {"flowchart", "class", "state", "er", "requirement"}
    assert "layout" not in whole


@pytest.mark.parametrize(
    ("kind", "layout"), [("state", "dagre"), ("mindmap", None), ("sequence", None), ("pie", None)]
)
def test_the_directive_of_one_kind_says_its_layout_or_none(kind: str, layout: str | None) -> None:
    assert settings(editorial, "light", kind).get("layout") == layout


def test_a_kind_is_told_by_the_name_that_its_keyword_has() -> None:
    assert set(told_kinds()) <= set(KINDS.values())


def test_no_two_kinds_tell_a_variable_differently() -> None:
    for mode in MODES:
        said: dict[str, object] = {}
        for kind in told_kinds():
            variables = settings(editorial, mode, kind)["themeVariables"]
            assert {key: said.setdefault(key, value) for key, value in variables.items()} == (
                variables
            )


@pytest.mark.parametrize("kind", [None, *told_kinds()])
def test_declarations_hold_nothing_that_mermaid_refuses(kind: str | None) -> None:
    style = settings(editorial, "dark", kind).get("themeCSS", "")
    assert not set(style) & set("<>\\")
    rules = tinycss2.parse_blocks_contents(style, skip_whitespace=True)
    assert [rule.message for rule in rules if rule.type == "error"] == []


@each_theme
@each_mode
def test_the_font_stack_stands_at_the_top_and_not_among_the_variables(
    theme: Theme, mode: ModeName
) -> None:
    said = directive(theme, mode)
    assert said["fontFamily"] == ", ".join(theme.fonts.sans)
    assert "fontFamily" not in said["themeVariables"]


@each_theme
@each_mode
def test_colours_of_the_directive_have_six_digits(theme: Theme, mode: ModeName) -> None:
    variables = directive(theme, mode)["themeVariables"]
    others = {key: variables.pop(key) for key in ("darkMode", "fontSize", "pieOpacity")}
    groups = [variables.pop(key) for key in ("cynefin", "radar", "treeView", "wardley", "xyChart")]
    colors = [*variables.values(), *(value for group in groups for value in group.values())]
    written = [part for color in colors if isinstance(color, str) for part in color.split(",")]
    assert [color for color in written if not re.fullmatch("#[0-9A-Fa-f]{6}", color)] == []
    assert others == {
        "darkMode": mode == "dark",
        "fontSize": f"{theme.type.title.size:g}px",
        "pieOpacity": 1,
    }


@each_mode
def test_a_fill_of_the_directive_has_a_border_and_a_text_colour(mode: ModeName) -> None:
    variables = directive(editorial, mode)["themeVariables"]
    for name in ("primary", "secondary", "tertiary"):
        assert {f"{name}Color", f"{name}TextColor", f"{name}BorderColor"} <= variables.keys()


def test_the_directive_holds_the_colours_of_its_mode() -> None:
    light, dark = (directive(editorial, mode)["themeVariables"] for mode in MODES)
    assert (light["background"], dark["background"]) == ("#F5F1EA", "#171717")
    assert (light["lineColor"], dark["lineColor"]) == ("#6F6A63", "#8F8B85")
    assert (light["primaryColor"], dark["primaryColor"]) == ("#F5F1EA", "#232323")


@each_theme
@each_mode
def test_front_matter_says_what_the_directive_says(theme: Theme, mode: ModeName) -> None:
    found = re.fullmatch(r"---\n(.*)---\n", export(theme, "mermaid-frontmatter", mode), re.DOTALL)
    assert found
    assert yaml.safe_load(found[1]) == {"config": directive(theme, mode)}


@each_theme
@each_mode
@pytest.mark.parametrize(
    "targets", [["mermaid-init"], ["mermaid-frontmatter"], ["mermaid-frontmatter", "mermaid-init"]]
)
def test_a_diagram_that_begins_with_it_is_read(
    theme: Theme, mode: ModeName, targets: list[str]
) -> None:
    before = "".join(export(theme, target, mode) for target in targets)
    chart = mermaid.parse(before + CHART)
    assert [node.id for node in chart.nodes] == ["a", "b", "c", "d"]


@each_theme
@each_mode
def test_the_classes_are_read_as_the_looks_of_the_roles(theme: Theme, mode: ModeName) -> None:
    chart = mermaid.parse(CHART + export(theme, "mermaid-classdefs", mode))
    looks = theme.mode(mode).roles
    assert chart.class_styles == {
        role: (
            ("fill", look.fill),
            ("stroke", look.stroke),
            ("stroke-width", f"{look.stroke_width:g}px"),
            ("color", look.text),
        )
        for role, look in looks
    }


def test_the_classes_of_editorial() -> None:
    assert export(editorial, "mermaid-classdefs").splitlines() == [
        "classDef primary fill:#F5F1EA,stroke:#111111,stroke-width:1.4px,color:#050505",
        "classDef secondary fill:#F3EFE7,stroke:#D8D1C7,stroke-width:1.2px,color:#050505",
        "classDef note fill:#F5F1EA,stroke:#D8D1C7,stroke-width:1px,color:#6F6A63",
        "classDef accent fill:#F5F1EA,stroke:#D9392E,stroke-width:2px,color:#050505",
    ]


@pytest.mark.parametrize("target", ["mermaid-init", "mermaid-frontmatter", "mermaid-classdefs"])
def test_where_there_is_no_fill_the_canvas_stands_for_it(load: Load, target: str) -> None:
    none = ", ".join(f"{role}: {{fill: none}}" for role in ROLES)
    theme = load(
        f'extends: editorial\nlight: {{canvas: "#ABCDEF", panel: "#FEDCBA", roles: {{{none}}}}}'
    )
    text = export(theme, target)
    assert "fill:none,stroke" not in text
    assert '"none"' not in text
    assert text.count("#ABCDEF") >= 4


@pytest.mark.parametrize("target", ["mermaid-init", "mermaid-frontmatter"])
@pytest.mark.parametrize("family", ["M PLUS 1p", "SF Pro (Text)", "思源黑体", "Font-Name", "#1!"])
def test_a_font_of_an_unusual_name_is_written_whole(load: Load, target: str, family: str) -> None:
    theme = load(f"extends: editorial\nfonts: {{sans: ['{family}', serif]}}")
    text = export(theme, target)
    assert f'"{family}, serif"' in text
    assert mermaid.parse(text + CHART).nodes
