"""Themes written as a style sheet and as JSON, and the list of targets."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
import tinycss2

from diagramkit import DiagramError, Theme
from diagramkit.theme import export as export_package
from diagramkit.theme.export import export, targets
from diagramkit.theme.model import tokens
from diagramkit.themes import editorial

Load = Callable[[str], Theme]


def rules(theme: Theme) -> Iterator[tuple[str, dict[str, str]]]:
    """The rules of the style sheet: the selector, with its media query, and the properties."""
    yield from _rules(tinycss2.parse_stylesheet(export(theme, "css"), True, True), "")


def _rules(nodes: Iterable[tinycss2.ast.Node], media: str) -> Iterator[tuple[str, dict[str, str]]]:
    for node in nodes:
        assert node.type in ("qualified-rule", "at-rule"), node
        selector = tinycss2.serialize(node.prelude).strip()
        if node.type == "at-rule":
            inner = tinycss2.parse_rule_list(node.content, True, True)
            yield from _rules(inner, f"@{node.at_keyword} {selector} ")
        else:
            declared = tinycss2.parse_blocks_contents(node.content, True, True)
            values = {each.name: tinycss2.serialize(each.value).strip() for each in declared}
            yield media + selector, values


@pytest.mark.parametrize(
    "target",
    [
        "agents-guide",
        "css",
        "json",
        "mermaid-classdefs",
        "mermaid-frontmatter",
        "mermaid-init",
        "mermaid-page",
        "schema",
    ],
)
def test_a_target_is_listed(target: str) -> None:
    assert target in targets()


def test_a_target_is_a_file_and_a_name_that_begins_with_a_line_is_none() -> None:
    folder = Path(export_package.__file__).parent
    files = {path.stem for path in folder.glob("*.py")}
    assert {target.replace("-", "_") for target in targets()} == files - {
        name for name in files if name.startswith("_")
    }
    assert list(targets()) == sorted(targets())


@pytest.mark.parametrize("target", ["", "svg", "_mermaid", "-template", "../x", "mermaid_init"])
def test_an_unknown_target_is_refused_with_those_there_are(target: str) -> None:
    with pytest.raises(DiagramError, match=r"allowed are agents-guide, css, .*, mermaid-class"):
        export(editorial, target)


@pytest.mark.parametrize("target", targets())
def test_what_is_exported_ends_with_one_line_break(target: str) -> None:
    text = export(editorial, target)
    assert text == text.rstrip() + "\n"


def test_a_target_misspelt_gets_the_nearest_name() -> None:
    with pytest.raises(DiagramError, match='did you mean "mermaid-init"'):
        export(editorial, "mermaid-int")


def test_the_style_sheet_has_light_at_the_root_and_dark_where_it_is_preferred() -> None:
    light, dark = dict(rules(editorial)).values()
    assert list(dict(rules(editorial))) == [":root", "@media (prefers-color-scheme: dark) :root"]
    assert (light["--diagram-canvas"], dark["--diagram-canvas"]) == ("#F5F1EA", "#171717")


def test_the_style_sheet_has_every_colour_of_both_modes() -> None:
    for (_, properties), mode in zip(rules(editorial), ("light", "dark"), strict=True):
        for path, value in tokens(editorial).items():
            if path.startswith(f"{mode}.") and isinstance(value, str):
                name = path.removeprefix(f"{mode}.").replace(".", "-").replace("_", "-")
                assert properties[f"--diagram-{name}"] == value


def test_the_dark_rule_sets_nothing_that_the_light_one_does_not() -> None:
    light, dark = dict(rules(editorial)).values()
    assert dark.keys() < light.keys()


def test_lengths_have_a_unit_and_weights_have_none() -> None:
    light = dict(rules(editorial))[":root"]
    assert light["--diagram-type-title-size"] == "14px"
    assert light["--diagram-type-title-weight"] == "600"
    assert light["--diagram-roles-primary-stroke-width"] == "1.4px"


@pytest.mark.parametrize(
    ("family", "written"),
    [
        ("Inter", "Inter"),
        ("sans-serif", "sans-serif"),
        ("JetBrains Mono", '"JetBrains Mono"'),
        ("3270", '"3270"'),
        ("SF(Text)", '"SF(Text)"'),
        ("명조", '"명조"'),
    ],
)
def test_a_font_family_is_quoted_where_it_is_no_word_of_css(
    load: Load, family: str, written: str
) -> None:
    theme = load(f"extends: editorial\nfonts: {{sans: ['{family}']}}")
    assert dict(rules(theme))[":root"]["--diagram-fonts-sans"] == written


def test_json_has_every_token_by_its_path() -> None:
    document = json.loads(export(editorial, "json"))
    written = {
        path: tuple(value) if isinstance(value, list) else value
        for path, value in document["tokens"].items()
    }
    assert written == tokens(editorial)


def test_json_has_a_version_a_name_and_a_description() -> None:
    document = json.loads(export(editorial, "json"))
    about = {key: value for key, value in document.items() if key != "tokens"}
    assert about == {"version": 1, "name": "editorial", "description": editorial.description}


def test_json_writes_whole_numbers_without_a_point() -> None:
    assert '"edge.dash": [\n      5,\n      4\n    ]' in export(editorial, "json")
