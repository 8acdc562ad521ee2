"""What a house brings of its own: a palette, tints, one mode, borders, and ten lines that pass."""

# ruff: noqa: E501 (themes in few lines have long ones)

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from diagramkit import DiagramError, Theme, load_theme, render
from diagramkit.color import mixed
from diagramkit.scene import Box
from diagramkit.theme.contrast import measure_theme
from diagramkit.theme.export import export
from diagramkit.theme.model import tokens
from diagramkit.theme.written import origins, written
from diagramkit.themes import editorial

Load = Callable[[str], Theme]

BRANDS = {
    "harbour": """\
extends: editorial
fonts: {sans: [Arial, Helvetica, sans-serif]}
palette: {navy: "#0b2545", sea: "#134074", coral: "#c8443a"}
box: {radius: 2, padding_x: 16}
light: {canvas: white, panel: $navy/5%, text: $navy, muted: $navy/75%, line: $sea, border: $navy/20%, accent: $coral}
dark: {canvas: "#0a1626", panel: "#12233a", text: "#eef4fa", muted: "#a9bacb", line: "#9fb8d1", border: "#33485f", accent: "#ff7a6b"}
""",
    "moss": """\
extends: editorial
palette: {moss: "#2f4a36", clay: "#b5541c"}
light: {canvas: "#f7f8f3", panel: $moss/6%, text: $moss, muted: $moss/80%, line: $moss, border: $moss/25%, accent: $clay}
dark: {canvas: "#101612", panel: "#182019", text: "#eaf1ea", muted: "#a8b8aa", line: "#bccdbd", border: "#3a473c", accent: "#ef8a4c"}
""",
    "violet": """\
extends: editorial
modes: [light]
palette: {ink: "#1c1033", violet: "#7c3aed"}
light: {canvas: "#fff", panel: $violet/5%, text: $ink, muted: $ink/70%, line: $ink, border: $ink/18%, accent: $violet}
""",
    "mono": """\
extends: editorial
budget: {min_contrast: 7}
light: {canvas: "#fff", panel: "#f6f6f6", text: black, muted: "#4a4a4a", line: black, border: "#ccc", accent: "#d00000"}
dark: {canvas: "#111", panel: "#1b1b1b", text: white, muted: "#bdbdbd", line: "#eee", border: "#444", accent: "#ff5c5c"}
""",
    "teal": """\
extends: blueprint
modes: [dark]
palette: {deep: "#06262b", aqua: "#2dd4bf", sand: "#f4c95d"}
dark: {canvas: $deep, panel: "#0b353b", text: "#e8fbf8", muted: "#9fc7c3", line: $aqua, border: "#2a5a5f", accent: $sand}
""",
}


@pytest.mark.parametrize("brand", BRANDS.values(), ids=BRANDS)
def test_a_house_theme_passes_once_it_has_the_shades_that_its_findings_name(
    load: Load, brand: str
) -> None:
    theme = load(brand)
    said = {}
    for low in (each for each in measure_theme(theme) if not each.passed):
        path = low.path if low.nearest else low.against.removeprefix("on ")
        said[path] = low.nearest or low.ground
    assert len(brand.splitlines()) + len(said) <= 10
    assert all(re.fullmatch("#[0-9A-F]{6}", color) for color in said.values())
    mended = _with(theme, said)
    assert [str(each) for each in measure_theme(mended) if not each.passed] == []


def _with(theme: Theme, said: dict[str, str]) -> Theme:
    from diagramkit.golden.looks import with_tokens

    return with_tokens(theme, said)


@pytest.mark.parametrize("form", ["#fa0", "#FA0", "#ffaa00", "rgb(255 170 0)", "rgb(255, 170, 0)"])
def test_a_colour_has_one_form_however_it_is_written(load: Load, form: str) -> None:
    assert load(f"extends: editorial\nlight: {{accent: '{form}'}}").light.accent == "#FFAA00"


def test_a_colour_may_be_a_name_of_css(load: Load) -> None:
    assert load("extends: editorial\nlight: {line: RebeccaPurple}").light.line == "#663399"


def test_a_tint_stands_on_the_canvas_of_its_mode(load: Load) -> None:
    theme = load(
        'extends: editorial\npalette: {navy: "#0b2545"}\n'
        "light: {panel: $navy/12%}\ndark: {panel: $navy/12%}"
    )
    assert theme.light.panel == mixed("#0B2545", 0.12, editorial.light.canvas)
    assert theme.dark.panel == mixed("#0B2545", 0.12, editorial.dark.canvas)


def test_a_canvas_that_is_a_tint_stands_on_white_in_light_and_on_black_in_dark(load: Load) -> None:
    theme = load(
        'extends: editorial\npalette: {red: "#ff0000"}\nlight: {canvas: $red/50%}\n'
        "dark: {canvas: $red/50%}"
    )
    assert (theme.light.canvas, theme.dark.canvas) == ("#FF8080", "#800000")


def test_a_colour_of_the_palette_may_be_called_as_the_token_it_is_for(load: Load) -> None:
    theme = load('extends: editorial\npalette: {accent: "#123456"}\nlight: {accent: $accent}')
    assert theme.light.accent == "#123456"


def test_the_palette_is_among_the_tokens(load: Load) -> None:
    theme = load('extends: editorial\npalette: {navy: "#0b2545"}')
    assert tokens(theme)["palette.navy"] == "#0B2545"


def test_a_loaded_theme_is_known_as_it_was_written_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "t.yaml"
    file.write_text('extends: editorial\npalette: {navy: "#0b2545"}\nlight:\n  line: $navy\n')
    source = load_theme(file).source
    assert source is not None
    line = written(source)["light.line"]
    assert (line.value, line.location.line) == ("$navy", 4)
    edited = origins(source, ["light.edges.main.stroke"])["light.edges.main.stroke"]
    assert (edited.path, edited.line) == (str(file), 2)


def test_a_theme_of_one_mode_has_nothing_of_the_other_in_the_theme_it_extends(load: Load) -> None:
    theme = load("extends: editorial\nmodes: [light]\nlight: {canvas: white}")
    assert theme.dark == theme.light
    assert {each.path.partition(".")[0] for each in measure_theme(theme)} == {"light", "type"}


def test_a_theme_of_one_mode_needs_no_other(load: Load) -> None:
    from diagramkit.theme.builtin import builtin_folder

    whole = (builtin_folder() / "editorial.yaml").read_text(encoding="utf-8")
    assert load("modes: [light]\n" + whole[: whole.index("\ndark:")]).dark == editorial.light


def test_a_file_outside_of_the_project_is_not_extended(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("extends: editorial")
    project = tmp_path / "project"
    (project / "themes").mkdir(parents=True)
    (project / "diagrams.toml").touch()
    file = project / "themes" / "t.yaml"
    file.write_text("extends: ../../secret.yaml")
    with pytest.raises(DiagramError) as caught:
        load_theme(file)
    assert str(caught.value).startswith(
        f'{file}:1:10: "../../secret.yaml" is outside of the project ({project}): not read'
    )


def test_a_link_does_not_lead_out_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("extends: editorial")
    project = tmp_path / "project"
    project.mkdir()
    (project / "diagrams.toml").touch()
    (project / "base.yaml").symlink_to(tmp_path / "secret.yaml")
    (project / "t.yaml").write_text("extends: base.yaml")
    with pytest.raises(DiagramError, match="outside of the project"):
        load_theme(project / "t.yaml")


def test_a_theme_in_a_folder_of_the_project_may_extend_one_above(tmp_path: Path) -> None:
    (tmp_path / "diagrams.toml").touch()
    (tmp_path / "base.yaml").write_text("extends: editorial\npage: {margin: 7}")
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "t.yaml").write_text("extends: ../base.yaml")
    assert load_theme(tmp_path / "themes" / "t.yaml").page.margin == 7


SHAPES = "flowchart LR\n  a --> b{b}\n  c[(c)]:::note\n  d:::category-1\n"


def test_borders_of_a_role_are_dashed_whatever_the_shape(load: Load) -> None:
    theme = load("extends: editorial\nlight: {roles: {primary: {dash: [4, 2]}}}")
    drawn = {box.key: box.paint.dash for box in render(SHAPES, theme=theme).scene.boxes}
    assert drawn["node:a"] == drawn["node:b"] == (4, 2)
    assert drawn["node:c"] == ()


def test_a_double_border_is_inside_of_the_first_in_both_modes(load: Load) -> None:
    theme = load("extends: editorial\nlight: {roles: {primary: {double: 3}}}")
    drawing = render(SHAPES, theme=theme, mode="both")
    for mode in ("light", "dark"):
        boxes = {box.key: box for box in drawing.in_mode(mode).scene.boxes}  # type: ignore[arg-type]
        for box in (boxes["node:a"], boxes["node:b"]):
            _is_inside(box)
        assert boxes["node:d"].details == ()
    assert drawing.svg


def _is_inside(box: Box) -> None:
    points = box.details[0].flattened()
    across = [point.x for point in points]
    assert (min(across), max(across)) == pytest.approx((box.rect.x + 3, box.rect.right - 3))


def test_the_title_of_a_group_stands_in_its_own_ground(load: Load) -> None:
    theme = load('extends: editorial\nlight: {group: {header: "#dddddd"}}')
    source = "flowchart LR\n  subgraph g [Title]\n    a --> b\n  end\n"
    scene = render(source, theme=theme, mode="both").scene
    (strip,) = (item for item in scene.primitives if item.key == "header:group:g")
    (title,) = (text for text in scene.texts if text.role == "group-title")
    down = [point.y for point in strip.path.flattened()]  # type: ignore[union-attr]
    assert min(down) < title.rect.y < title.rect.bottom < max(down)
    assert max(down) < min(box.rect.y for box in scene.boxes if box.role == "primary")


def test_words_on_the_ground_of_a_title_are_measured_there(load: Load) -> None:
    theme = load('extends: editorial\nlight: {group: {header: "#777777"}}')
    assert [each.against for each in measure_theme(theme) if not each.passed] == [
        "on light.group.header"
    ]


def test_mermaid_is_told_of_the_dashes_of_a_role(load: Load) -> None:
    theme = load("extends: editorial\nlight: {roles: {note: {dash: [4, 3]}}}")
    (line,) = (each for each in export(theme, "mermaid-classdefs").splitlines() if "note" in each)
    assert line.endswith(",stroke-dasharray:4 3")
