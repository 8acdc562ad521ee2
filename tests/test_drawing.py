"""`render`, from whatever a source may be to every format that a drawing has."""

from __future__ import annotations

import inspect
import io
import pydoc
from dataclasses import fields
from pathlib import Path
from typing import Any
from unittest.mock import Mock, PropertyMock

import pytest
from PIL import Image

from diagramkit import DiagramError, Drawing, DrawingOptions, draw, load_theme, render
from diagramkit.index import TooDenseError
from diagramkit.lint import check

SOURCE = "flowchart LR\n  A[One] -->|go| B{Two?}\n  B --> C\n  class C note\n"


def pixels(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGBA")


def refused(source: str | Path, **options: object) -> str:
    """The first line of the error."""
    with pytest.raises(DiagramError) as caught:
        render(source, **options)  # type: ignore[arg-type]
    return str(caught.value).split("\n")[0]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "my-flow.mmd"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def test_a_path_is_read(file: Path) -> None:
    assert render(file).scene == render(SOURCE, name="my-flow").scene


def test_a_line_that_ends_like_a_file_is_the_path_of_one(file: Path) -> None:
    assert render(str(file)).scene == render(file).scene


def test_any_other_text_is_the_diagram_itself() -> None:
    assert len(render("flowchart LR; A --> B").scene.boxes) == 2


def test_a_text_of_several_lines_is_no_path_whatever_its_end() -> None:
    assert render("flowchart LR\nA[see one.mmd] --> B.mmd").name == "diagram"


def test_a_byte_order_mark_is_passed_over(file: Path) -> None:
    file.write_text(SOURCE, encoding="utf-8-sig")
    assert render(file).svg == render(SOURCE, name="my-flow").svg


def test_a_drawing_of_a_file_is_called_after_it(file: Path) -> None:
    assert render(file).name == "my-flow"


def test_a_drawing_of_a_text_is_called_after_the_path_that_it_came_from() -> None:
    assert render(SOURCE, path="notes/chapter.md").name == "chapter"


@pytest.mark.parametrize("path", [None, "<stdin>"])
def test_a_drawing_from_nowhere_is_called_a_diagram(path: str | None) -> None:
    assert render(SOURCE, path=path).name == "diagram"


def test_a_name_of_ones_own_holds(file: Path) -> None:
    assert render(file, name="other").name == "other"


def test_the_title_of_a_drawing_is_its_name_in_words(file: Path) -> None:
    assert render(file).scene.title == "My flow"


def test_the_title_of_the_source_holds() -> None:
    assert render(f"---\ntitle: A way to go\n---\n{SOURCE}").scene.title == "A way to go"


def test_who_cannot_see_a_drawing_is_told_its_edges() -> None:
    assert render(SOURCE).scene.description == "Flowchart of 3 boxes. One to Two?; Two? to C."


def test_an_invisible_edge_is_told_to_nobody() -> None:
    chart = "flowchart LR\nA --> B\nB ~~~ C"
    assert render(chart).scene.description == "Flowchart of 3 boxes. A to B."


def test_a_long_description_ends_with_how_much_there_is_more() -> None:
    chain = " --> ".join(f"N{number}" for number in range(31))
    assert render(f"flowchart TB\n{chain}").scene.description.endswith("; and 6 more.")


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "none.mmd"
    assert refused(path).startswith(f"{path}: cannot be read: ")


def test_a_folder_is_refused_by_name(tmp_path: Path) -> None:
    assert refused(tmp_path).startswith(f"{tmp_path}: cannot be read: ")


def test_a_file_that_is_no_utf8_is_refused_with_the_byte(file: Path) -> None:
    file.write_bytes(b"flowchart LR\nA[caf\xe9]")
    assert refused(file) == f"{file}:2:6: not UTF-8 text (byte 0xe9): save the file as UTF-8"


def test_an_error_names_the_path_and_the_line_where_the_text_begins() -> None:
    assert refused("flowchart LR\nA --> [", path="notes.md", line=40).startswith("notes.md:41:")


def test_an_unknown_theme_is_refused() -> None:
    assert "no-such-theme" in refused(SOURCE, theme="no-such-theme")


def test_a_theme_may_be_a_name_or_loaded() -> None:
    assert (
        render(SOURCE, theme=load_theme("editorial")).svg == render(SOURCE, theme="editorial").svg
    )


def test_a_drawing_is_light_unless_asked_otherwise() -> None:
    assert render(SOURCE).scene.mode == "light"


def test_a_dark_drawing_stands_on_the_dark_canvas() -> None:
    assert render(SOURCE, mode="dark").scene.background == load_theme("editorial").dark.canvas


def test_a_drawing_of_both_modes_shows_its_light_scene() -> None:
    assert render(SOURCE, mode="both").scene == render(SOURCE).scene


def test_a_drawing_of_both_modes_follows_the_reader() -> None:
    assert "prefers-color-scheme: dark" in render(SOURCE, mode="both").svg


def test_a_drawing_of_one_mode_follows_nobody() -> None:
    assert "prefers-color-scheme" not in render(SOURCE).svg


def test_notebooks_are_shown_the_svg() -> None:
    drawing = render(SOURCE)
    assert drawing._repr_svg_() == drawing.svg


@pytest.mark.parametrize(
    ("background", "expected"),
    [("transparent", "none"), ("#ffffff", "#ffffff"), ("canvas", "#F5F1EA")],
)
def test_the_background_is_what_was_asked_for(background: str, expected: str) -> None:
    assert render(SOURCE, background=background).scene.background == expected


def test_words_stay_words() -> None:
    assert ">One</text>" in render(SOURCE).svg


def test_words_are_outlines_when_asked_for() -> None:
    assert "<text" not in render(SOURCE, text="outlines").svg


def test_a_picture_has_two_pixels_to_a_unit() -> None:
    drawing = render(SOURCE)
    size = (drawing.scene.width * 2, drawing.scene.height * 2)
    assert pixels(drawing.png()).size == size


@pytest.mark.parametrize(
    ("options", "width"), [({"scale": 1}, 1), ({"scale": 3}, 3), ({"width": 500}, None)]
)
def test_a_picture_is_as_wide_as_asked_for(options: dict[str, int], width: int | None) -> None:
    drawing = render(SOURCE)
    assert pixels(drawing.png(**options)).width == (width * drawing.scene.width if width else 500)  # type: ignore[arg-type]


def test_webp_shows_what_png_shows() -> None:
    drawing = render(SOURCE)
    assert pixels(drawing.webp()).tobytes() == pixels(drawing.png()).tobytes()


def test_a_picture_of_both_modes_is_light() -> None:
    assert render(SOURCE, mode="both").png() == render(SOURCE).png()


def test_a_picture_of_both_modes_may_be_dark() -> None:
    assert render(SOURCE, mode="both").png(mode="dark") == render(SOURCE, mode="dark").png()


@pytest.mark.cairo
def test_a_drawing_has_a_page() -> None:
    assert render(SOURCE).pdf().startswith(b"%PDF-")


def test_a_transparent_picture_has_nothing_in_its_corner() -> None:
    assert pixels(render(SOURCE, background="transparent").png()).getpixel((0, 0))[3] == 0


def test_a_character_that_no_font_has_is_warned_of_once() -> None:
    (warning,) = render("flowchart LR\nA[𓀀] --> B[𓀀𓀁]").warnings
    assert warning.code == "missing-glyph"
    assert "𓀀 𓀁" in warning.message


@pytest.mark.parametrize("words", ["Plain", "Größe", "Δx ≤ π", "토큰", "日本語"])
def test_characters_that_a_font_has_are_no_reason_to_warn(words: str) -> None:
    assert render(f"flowchart LR\nA[{words}]").warnings == ()


def test_a_repainted_drawing_is_the_drawing_in_the_other_mode() -> None:
    theme = load_theme("editorial")
    assert render(SOURCE).repainted(theme, "dark").svg == render(SOURCE, mode="dark").svg


@pytest.mark.parametrize(
    ("argument", "allowed"),
    [
        ({"mode": "sepia"}, "expected light, dark, both"),
        ({"text": "outline"}, "expected live, outlines or embedded"),
        ({"background": "blue"}, "expected canvas, transparent or #rrggbb"),
        ({"colors": "sources"}, "expected theme or source"),
        (
            {"classes": {"x": "hot"}},
            "x = 'hot': expected primary, secondary, note, accent, category-1",
        ),
        ({"default_role": "hot"}, "expected primary, secondary, note or accent"),
        ({"rasterizer": "x"}, "expected resvg or cairosvg"),
        ({"scale": float("nan")}, "expected a number above 0"),
        ({"width": 0}, "expected a whole number above 0"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_an_argument_that_is_not_allowed_is_refused_with_what_is(
    argument: dict[str, Any], allowed: str
) -> None:
    assert allowed in refused(SOURCE, **argument)


def test_all_wrong_arguments_are_named_at_once() -> None:
    with pytest.raises(DiagramError) as caught:
        render(SOURCE, text="x", background="y")  # type: ignore[arg-type]
    assert len(caught.value.diagnostics) == 2


@pytest.mark.parametrize("mode", ["both", "sepia"])
def test_a_mode_that_a_picture_cannot_have_is_refused(mode: str) -> None:
    with pytest.raises(DiagramError, match="expected light, dark"):
        render(SOURCE).png(mode=mode)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("suffix", "start"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("webp", b"RIFF")]
)
def test_save_writes_by_the_suffix(tmp_path: Path, suffix: str, start: bytes) -> None:
    render(SOURCE).save(tmp_path / "new" / f"flow.{suffix}")
    assert (tmp_path / "new" / f"flow.{suffix}").read_bytes().startswith(start)


def test_save_refuses_another_suffix(tmp_path: Path) -> None:
    with pytest.raises(DiagramError, match="expected svg, png, pdf, webp"):
        render(SOURCE).save(tmp_path / "flow.gif")


def test_help_on_a_drawing_begins_with_how_to_use_it() -> None:
    page = pydoc.plain(pydoc.render_doc(Drawing))
    assert page.index("drawing.save(") < page.index("Methods defined here")
    assert "_layout" not in page.partition("Methods defined here")[0]


def test_a_picture_is_as_large_as_its_options_say() -> None:
    drawing = render(SOURCE, scale=3)
    assert drawing.png() == render(SOURCE).png(scale=3)


def test_a_scale_for_one_picture_goes_before_the_width_of_all() -> None:
    assert render(SOURCE, width=500).png(scale=1) == render(SOURCE).png(scale=1)


def test_render_takes_every_drawing_option_as_a_keyword() -> None:
    names = {field.name for field in fields(DrawingOptions)} - {"modes"}
    assert names < inspect.signature(render).parameters.keys()


def test_draw_takes_options_as_a_value() -> None:
    options = DrawingOptions(theme="blueprint", modes=("dark",))
    assert draw(SOURCE, options).svg == render(SOURCE, theme="blueprint", mode="dark").svg


CHAIN = "flowchart LR\n" + " --> ".join(f"N{number}[Some words {number}]" for number in range(9))


@pytest.mark.parametrize("width", [360, 440, 600])
def test_a_width_below_the_theme_s_is_laid_out_for(width: int) -> None:
    scene = render(f"{CHAIN}\n", width=width).scene
    assert scene.width <= width
    assert min(text.size for text in scene.texts) >= 12


def test_a_width_above_the_theme_s_changes_pixels_alone() -> None:
    assert render(f"{CHAIN}\n", width=1200).svg == render(f"{CHAIN}\n").svg


COVERED = """figure: row
title: Two boxes
desc: One over the other.
row: [{box: one}, {box: two, at: [-44, 0]}]
"""


def test_an_arrangement_in_error_gives_way_to_one_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    error = check(render(COVERED).scene)
    judged = Mock(side_effect=[error, ()])
    monkeypatch.setattr("diagramkit.lint.check", judged)
    drawing = render(SOURCE)
    assert (judged.call_count, drawing.faults) == (2, ())


def test_an_error_that_no_arrangement_is_without_is_warned_of_at_its_place() -> None:
    (warning,) = render(COVERED).warnings
    assert (warning.code, warning.location and warning.location.line) == ("box-overlaps-box", 4)


def test_nobody_is_warned_of_what_the_source_ignores() -> None:
    assert render(f"# diagram: ignore box-overlaps-box\n{COVERED}").warnings == ()


def test_what_is_too_dense_for_a_rule_is_drawn_with_a_warning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shapes = PropertyMock(side_effect=TooDenseError)
    monkeypatch.setattr("diagramkit.lint.Sheet.shapes", shapes)
    drawing = render(SOURCE)
    assert ([each.code for each in drawing.warnings], drawing.is_judged) == (["too-dense"], False)
