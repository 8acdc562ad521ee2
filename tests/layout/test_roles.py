"""The role of every box and line, and what the source's own colours may change."""

from __future__ import annotations

import pytest

from diagramkit import DiagramError
from diagramkit.scene import Paint

from .pictures import THEME, draw, lines

STYLED = lines(
    "LR",
    "A --> B",
    "classDef mine fill:#eef6ff,stroke:#336699,color:#001122,stroke-width:3px",
    "class A mine",
    "linkStyle 0 stroke:#117733",
)


@pytest.mark.parametrize("role", ["primary", "secondary", "note", "accent"])
def test_a_class_that_is_named_after_a_role_gives_the_role(role: str) -> None:
    assert draw(lines("LR", "A", f"class A {role}")).box("A").role == role


@pytest.mark.parametrize("role", ["primary", "secondary", "note", "accent"])
def test_a_box_is_painted_as_the_theme_paints_its_role(role: str) -> None:
    paint = draw(lines("LR", "A", f"class A {role}")).box("A").paint
    look = getattr(THEME.light.roles, role)
    assert paint == Paint(look.fill, look.stroke, look.stroke_width)


def test_the_class_of_a_clicked_node_is_not_warned_of() -> None:
    picture = draw(lines("LR", "A --> B", 'click A "https://example.org"'))
    assert picture.warnings == []


def test_of_two_roles_the_last_holds() -> None:
    assert draw(lines("LR", "A", "class A note", "class A secondary")).box("A").role == "secondary"


def test_a_class_of_another_name_takes_the_role_that_it_is_mapped_to() -> None:
    picture = draw(lines("LR", "A", "class A store"), classes={"store": "secondary"})
    assert picture.box("A").role == "secondary"


def test_a_map_does_not_change_what_a_role_means() -> None:
    picture = draw(lines("LR", "A", "class A note"), classes={"note": "accent"})
    assert picture.box("A").role == "note"


def test_a_mapped_class_is_no_reason_to_warn() -> None:
    picture = draw(lines("LR", "A", "class A store"), classes={"store": "secondary"})
    assert picture.warnings == []


def test_a_box_without_a_class_is_primary() -> None:
    assert draw(lines("LR", "A")).box("A").role == "primary"


def test_a_box_without_a_class_takes_the_default_role() -> None:
    assert draw(lines("LR", "A"), default_role="note").box("A").role == "note"


def test_a_default_role_that_is_none_is_refused_with_those_that_are() -> None:
    with pytest.raises(DiagramError, match=r"main.*primary, secondary, note or accent"):
        draw(lines("LR", "A"), default_role="main")


def test_an_unknown_class_is_drawn_in_the_default_role() -> None:
    assert draw(lines("LR", "A", "class A fancy"), default_role="note").box("A").role == "note"


def test_an_unknown_class_is_warned_of_once() -> None:
    picture = draw(lines("LR", "A --> B --> C", "class A,B,C fancy"))
    assert picture.warnings == ["unknown-class"]


def test_every_unknown_class_is_warned_of() -> None:
    picture = draw(lines("LR", "A --> B", "class A fancy", "class B plain"))
    assert picture.warnings == ["unknown-class", "unknown-class"]


def test_the_warning_of_an_unknown_class_says_which_and_where() -> None:
    source = lines("LR", "A --> B", "B:::fancy")
    (warning,) = draw(source, path="notes.md", line=10).drawing.warnings
    assert '"fancy"' in warning.message
    assert str(warning.location).startswith("notes.md:11")


def test_a_line_into_a_note_is_a_side_line() -> None:
    assert draw(lines("LR", "A --> B", "class B note")).edge("A", "B").role == "side-edge"


def test_a_line_out_of_a_note_is_a_main_line() -> None:
    assert draw(lines("LR", "A --> B", "class A note")).edge("A", "B").role == "main-edge"


def test_a_dotted_line_is_dashed() -> None:
    edge = draw(lines("LR", "A -.-> B")).edge("A", "B")
    assert (edge.role, edge.paint.dash) == ("dashed-edge", (5, 4))


def test_a_solid_line_is_not_dashed() -> None:
    assert draw(lines("LR", "A --> B")).edge("A", "B").paint.dash == ()


def test_an_invisible_line_is_not_drawn() -> None:
    assert draw(lines("LR", "A ~~~ B")).scene.connectors == []


def test_an_invisible_line_still_puts_its_target_behind_its_source() -> None:
    picture = draw(lines("LR", "A ~~~ B"))
    assert picture.rect("A").right < picture.rect("B").x


def test_foreign_colours_are_left_out() -> None:
    look = THEME.light.roles.primary
    paint = draw(STYLED, classes={"mine": "primary"}).box("A").paint
    assert (paint.fill, paint.stroke) == (look.fill, look.stroke)


def test_a_thin_or_heavy_border_is_no_colour_and_stays_so() -> None:
    widths = [
        draw(lines("LR", "A", f"style A stroke-width:{each}")).box("A").paint.stroke_width
        for each in ("0.5px", "1px", "2px", "3px", "12px")
    ]
    main, heavy = THEME.light.roles.primary.stroke_width, THEME.light.edges.accent.stroke_width
    assert widths == [THEME.light.edges.side.stroke_width, main, main, heavy, heavy]


def test_a_border_of_no_width_is_not_drawn() -> None:
    assert draw(lines("LR", "A", "style A stroke-width:0")).box("A").paint.stroke == "none"


def test_foreign_colours_are_kept_when_asked_for() -> None:
    paint = draw(STYLED, colors="source").box("A").paint
    assert paint == Paint("#eef6ff", "#336699", 3)


def test_the_foreign_colour_of_words_is_kept_when_asked_for() -> None:
    assert draw(STYLED, colors="source").words("A")[0].color == "#001122"


def test_the_foreign_colour_of_a_line_is_kept_when_asked_for() -> None:
    assert draw(STYLED, colors="source").edge("A", "B").paint.stroke == "#117733"


def test_a_box_without_foreign_colours_looks_as_ever() -> None:
    assert draw(STYLED, colors="source").box("B").paint == draw(STYLED).box("B").paint


def test_foreign_colours_move_nothing() -> None:
    kept, left = (draw(STYLED, colors=colors) for colors in ("source", "theme"))
    assert [box.rect for box in kept.scene.boxes] == [box.rect for box in left.scene.boxes]


def test_a_style_of_a_box_overrules_its_class() -> None:
    picture = draw(f"{STYLED}\nstyle A fill:#ffffff", colors="source")
    assert picture.box("A").paint.fill == "#ffffff"


@pytest.mark.parametrize("value", ["#12", "#1234567", "#12345g", "blue-ish", "Blue 3"])
def test_what_is_no_plain_colour_is_passed_over(value: str) -> None:
    source = lines("LR", "A", f"style A fill:{value}")
    assert draw(source, colors="source").box("A").paint.fill == THEME.light.roles.primary.fill


@pytest.mark.parametrize(("value", "color"), [("#abc", "#aabbcc"), ("teal", "#008080")])
def test_a_colour_in_another_notation_is_written_in_six_digits(value: str, color: str) -> None:
    picture = draw(lines("LR", "A", f"style A fill:{value}"), colors="source")
    assert picture.box("A").paint.fill == color


def test_a_word_that_is_no_colour_is_passed_over() -> None:
    picture = draw(lines("LR", "A", "style A fill:plaid"), colors="source")
    assert picture.box("A").paint.fill == THEME.light.roles.primary.fill


def test_the_first_line_of_a_box_is_set_as_its_title() -> None:
    picture = draw(lines("LR", "A[One<br/>Two<br/>Three]"))
    assert [(text.size, text.weight) for text in picture.words("A")] == [
        (14, 600),
        (13, 400),
        (13, 400),
    ]


@pytest.mark.parametrize(
    "phrase",
    [
        "Waits for the<br/>next free slot",
        "Region<br/>proposal<br/>network",
        "Alpha/Beta<br/>/Gamma",
        "Read the source<br/>and draw it",
        "Crop + resize<br/>+ turn",
        "Long short-term memory<br/>(LSTM)",
        "Ends with a comma,<br/>goes on",
        "Welcome<br/>Packet",
        "KServe<br/>Controller",
    ],
)
def test_all_lines_of_one_phrase_are_its_title(phrase: str) -> None:
    looks = {(text.size, text.weight) for text in draw(lines("LR", f'A["{phrase}"]')).words("A")}
    assert looks == {(14, 600)}


@pytest.mark.parametrize(
    "label",
    [
        "Leaf A<br/>ingress",
        "Define routes<br/>/predict, /health",
        "Best fit<br/>text to text",
        "REST API<br/>FastAPI",
    ],
)
def test_a_name_and_what_is_said_of_it_are_no_phrase(label: str) -> None:
    title, body = draw(lines("LR", f'A["{label}"]')).words("A")
    assert (title.weight, body.weight) == (600, 400)


def test_the_lines_below_a_title_are_paler_than_it() -> None:
    title, body = draw(lines("LR", "A[One<br/>two]")).words("A")
    look = THEME.light.roles.primary
    assert (title.color, body.color) == (look.text, look.muted)


def test_all_lines_of_a_note_are_set_alike() -> None:
    picture = draw(lines("LR", "A[One<br/>two]", "class A note"))
    assert [(text.size, text.weight) for text in picture.words("A")] == [(12, 400), (12, 400)]


def test_a_first_line_that_runs_on_is_no_title() -> None:
    picture = draw(lines("LR", "A[One,<br/>two]"))
    assert len({(text.size, text.weight) for text in picture.words("A")}) == 1
