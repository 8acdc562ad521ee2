"""What `sync` writes into a flowchart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diagramkit.sync import Look, sync_text
from diagramkit.theme.model import Theme
from diagramkit.theme.page import page_colors
from diagramkit.themes import blueprint, editorial

from .looks import ACCENT, GROUP, LABEL, LINKS, PRIMARY, SECONDARY

Sync = Callable[..., str]
LOOK = {"classes": {"gpu": "primary", "leaf": "primary", "hot": "accent"}}
FIRST = page_colors(editorial, "light").categories[0]
ALL_PRIMARY = {"*": "primary"}


def paint_of(role: str) -> str:
    """The declarations of a role or category in light mode."""
    values = Look(editorial).paint(role).values
    return ",".join(f"{name}:{value}" for name, value in values.items())


def differences(text: str, **settings: object) -> list[str]:
    look = Look(editorial, **settings)  # type: ignore[arg-type]
    return [each.headline for each in sync_text(text, "a.mmd", look, markdown=False).differences]


def test_nodes_without_a_class_get_the_default_class(sync: Sync) -> None:
    assert sync("flowchart LR\n  A") == f"flowchart LR\n  A\n  classDef default {PRIMARY}"


def test_the_default_class_has_the_look_of_the_default_role(sync: Sync) -> None:
    synced = sync("flowchart LR\nA", default_role="accent")
    assert synced == f"flowchart LR\nA\nclassDef default {ACCENT}"


def test_a_role_without_a_definition_gets_one(sync: Sync) -> None:
    synced = sync("flowchart LR\n  A:::accent\n")
    assert synced == f"flowchart LR\n  A:::accent\n  classDef accent {ACCENT}\n"


def test_a_definition_out_of_step_is_rewritten_where_it_stands(sync: Sync) -> None:
    synced = sync("flowchart LR\n  classDef accent fill:#fff,stroke:red;\n\tA:::accent\n")
    assert synced == f"flowchart LR\n  classDef accent {ACCENT};\n\tA:::accent\n"


@pytest.mark.parametrize("style", [ACCENT, ACCENT.lower(), ACCENT.replace(",", " , ")])
def test_a_definition_in_step_stays_as_it_is_written(sync: Sync, style: str) -> None:
    text = f"flowchart LR\nA:::accent\nclassDef accent {style}\n"
    assert sync(text) == text


def test_what_a_definition_says_beside_colours_is_kept(sync: Sync) -> None:
    synced = sync("flowchart LR\nA:::note\nclassDef note fill:#fff,stroke-dasharray:4 3\n")
    assert "classDef note fill:#F5F1EA," in synced
    assert synced.endswith(",color:#6F6A63,stroke-dasharray:4 3\n")


def test_a_class_that_says_nothing_of_colour_is_left_alone(sync: Sync) -> None:
    text = "flowchart LR\nA:::big\nclassDef big font-size:20px\n"
    assert sync(text) == f"{text}classDef default {PRIMARY}\n"


def test_mapped_classes_keep_their_names_at_every_use(sync: Sync) -> None:
    synced = sync("flowchart LR\nA:::gpu & B\nclass B hot\n", **LOOK)
    assert synced.startswith("flowchart LR\nA:::gpu & B\nclass B hot\nclassDef gpu")


def test_the_definition_of_a_mapped_class_gets_the_look_of_its_role(sync: Sync) -> None:
    synced = sync("flowchart LR\nA:::hot\nclassDef hot fill:#fff,stroke-dasharray:4\n", **LOOK)
    assert synced == f"flowchart LR\nA:::hot\nclassDef hot {ACCENT},stroke-dasharray:4\n"


def test_two_classes_mapped_to_one_role_stay_two(sync: Sync) -> None:
    text = "flowchart LR\nA:::gpu\nB:::leaf\nclassDef gpu fill:#fff\n  classDef leaf fill:#eee;\n"
    body = "flowchart LR\nA:::gpu\nB:::leaf\n"
    assert sync(text, **LOOK) == f"{body}classDef gpu {PRIMARY}\n  classDef leaf {PRIMARY};\n"


def test_names_defined_together_are_split_where_their_roles_differ(sync: Sync) -> None:
    synced = sync("flowchart LR\nA:::gpu\nB:::hot\nclassDef gpu,hot fill:#fff", **LOOK)
    assert synced.endswith(f"\nclassDef gpu {PRIMARY}\nclassDef hot {ACCENT}")


def test_a_class_without_colours_and_a_role_looks_as_the_default(sync: Sync) -> None:
    assert sync("flowchart LR\nA:::tank\n") == (
        f"flowchart LR\nA:::tank\nclassDef default {PRIMARY}\n"
    )


def test_one_class_of_its_own_colour_looks_as_secondary(sync: Sync) -> None:
    synced = sync("flowchart LR\nA:::tank\nclassDef tank fill:#eef,stroke:#00f\n")
    assert synced == f"flowchart LR\nA:::tank\nclassDef tank {SECONDARY}\n"


def test_colours_that_nothing_claims_can_be_left_out(sync: Sync) -> None:
    text = "flowchart LR\nA:::x --> B:::y\nclassDef x fill:#eef\nclassDef y fill:#fee\n"
    synced = sync(text, classes={"*": "primary"})
    assert f"\nclassDef x {PRIMARY}\nclassDef y {PRIMARY}\n" in synced


def test_a_class_of_no_known_role_is_named_with_its_place() -> None:
    synced = sync_text("flowchart LR\nA:::tank\n", "a.mmd", Look(editorial), markdown=False)
    assert {name: str(place) for name, place in synced.unknown.items()} == {"tank": "a.mmd:2:5"}


def test_an_own_style_that_says_what_the_class_says_goes_away(sync: Sync) -> None:
    synced = sync(f"flowchart LR\nA:::accent\nstyle A fill:#fff\nclassDef accent {ACCENT}\n")
    assert synced == f"flowchart LR\nA:::accent\nclassDef accent {ACCENT}\n"


def test_an_own_style_that_says_more_than_colours_keeps_that(sync: Sync) -> None:
    synced = sync("flowchart LR\nA:::accent\nstyle A fill:#fff,font-size:20px\n")
    assert f"\nstyle A {ACCENT},font-size:20px\n" in synced


def test_own_styles_of_different_colours_become_categories(sync: Sync) -> None:
    synced = sync(
        "flowchart LR\ns --> t --> e --> x\nstyle s fill:#f88\nstyle t fill:#fffc02\n"
        "style e fill:#73fa79\nstyle x fill:#f88,stroke-dasharray:1 2\n"
    )
    first, second, third = (paint_of(f"category-{number}") for number in (1, 2, 3))
    assert f"\nstyle s {first}\nstyle t {second}\nstyle e {third}\n" in synced
    assert f"\nstyle x {first},stroke-dasharray:1 2\n" in synced


def test_classes_of_different_colours_become_categories_under_their_names(sync: Sync) -> None:
    synced = sync(
        "flowchart LR\na:::golang --> b:::ruby\nclassDef golang fill:#00add8,color:#000\n"
        "classDef ruby fill:#701516,color:#fff\n"
    )
    assert "a:::golang --> b:::ruby\n" in synced
    for number, name in enumerate(("golang", "ruby"), 1):
        assert f"\nclassDef {name} {paint_of(f'category-{number}')}\n" in synced


def test_a_category_stays_what_it_is_when_another_comes_before_it(sync: Sync) -> None:
    synced = sync("flowchart LR\na --> b\nstyle a fill:#f00\nstyle b fill:#00f\n")
    more = synced.replace("a --> b\n", "z --> a --> b\nstyle z fill:#0f0\n")
    again = sync(more)
    for name, number in (("a", 1), ("b", 2), ("z", 3)):
        assert f"\nstyle {name} {paint_of(f'category-{number}')}\n" in again


def test_the_dash_of_a_category_goes_with_it(sync: Sync) -> None:
    synced = sync("flowchart LR\na --> b\nstyle a fill:#f00\nstyle b fill:#00f\n")
    alone = sync(synced.replace(f"style a {paint_of('category-1')}\n", ""), classes=ALL_PRIMARY)
    assert "dasharray" in synced
    assert "style" not in alone.replace("linkStyle", "")


def test_a_heavy_border_stays_heavy(sync: Sync) -> None:
    synced = sync("flowchart LR\na:::x\nclassDef x fill:#f00,stroke-width:4px\n")
    assert "stroke-width:4px" in synced


def test_lines_of_different_colours_stay_different_and_dashed(sync: Sync) -> None:
    synced = sync(
        "flowchart LR\na --> b --> c\nlinkStyle 0 stroke:#b00,stroke-dasharray:4 3\n"
        "linkStyle 1 stroke:#0b0\n"
    )
    first, second = Look(editorial).page.categories[:2]
    assert f"\nlinkStyle 0 stroke:{first},stroke-dasharray:4 3\n" in synced
    assert f"\nlinkStyle 1 stroke:{second}\n" in synced


def test_a_map_makes_a_colour_of_links_accent(sync: Sync) -> None:
    synced = sync(
        "flowchart LR\na --> b --> c\nlinkStyle 0 stroke:#b00\nlinkStyle 1 stroke:#0b0\n",
        classes={"#bb0000": "accent"},
    )
    assert f"\nlinkStyle 0 stroke:{Look(editorial).page.accent}\n" in synced


def test_groups_of_different_colours_become_categories(sync: Sync) -> None:
    synced = sync(
        "flowchart LR\nsubgraph one\na\nend\nsubgraph two\nb\nend\n"
        "style one fill:#eef\nstyle two fill:#efe\n"
    )
    assert f"\nstyle one {paint_of('category-1')}\nstyle two {paint_of('category-2')}\n" in synced


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("count", [1, 2, 6, 9])
def test_a_second_run_changes_no_category(sync: Sync, mode: str, count: int) -> None:
    text = "flowchart LR\n" + "".join(
        f"n{i}:::c{i} --> n{i + 1}\nclassDef c{i} fill:#00000{i}\nstyle m{i} fill:#0{i}0\nm{i}\n"
        f"linkStyle {i} stroke:#{i}00\n"
        for i in range(count)
    )
    synced = sync(text, mode=mode)
    assert sync(synced, mode=mode) == synced


def test_links_get_the_line_that_is_safe_on_both_pages(sync: Sync) -> None:
    synced = sync(f"flowchart LR\nA --> B\nclassDef default {PRIMARY}\n")
    assert synced.endswith(f"{PRIMARY}\nlinkStyle default {LINKS}\n")


def test_words_beside_links_get_a_painted_ground(sync: Sync) -> None:
    assert f"\nclassDef edgeLabel {LABEL}\n" in sync("flowchart LR\nA -->|yes| B\n")


def test_links_without_words_get_no_class_for_words(sync: Sync) -> None:
    assert "edgeLabel" not in sync("flowchart LR\nA --> B\n")


def test_groups_get_a_painted_ground(sync: Sync) -> None:
    synced = sync("flowchart LR\nsubgraph S\n  A\nend\n")
    assert synced.endswith(f"\nclassDef cluster {GROUP}\n")


def test_a_link_of_its_own_colour_gets_a_category_and_keeps_its_width(sync: Sync) -> None:
    synced = sync("flowchart LR\nA --> B --> C\nlinkStyle 0 stroke:#2563eb,stroke-width:3px\n")
    assert f"\nlinkStyle 0 stroke:{FIRST},stroke-width:3px\n" in synced


def test_a_colour_that_all_links_have_is_the_common_line(sync: Sync) -> None:
    synced = sync("flowchart LR\nA --> B --> C\nlinkStyle 0,1 stroke:#2563eb\n")
    assert "\nlinkStyle 0,1 stroke:#6F6A63\n" in synced


def test_a_link_in_the_accent_stays_accent(sync: Sync) -> None:
    assert "\nlinkStyle 0 stroke:#d9392e\n" in sync(
        "flowchart LR\nA --> B\nlinkStyle 0 stroke:#d9392e\n"
    )


def test_a_curve_is_no_style_of_links(sync: Sync) -> None:
    synced = sync("flowchart LR\nA --> B\nlinkStyle default interpolate basis\n")
    assert "\nlinkStyle default interpolate basis\n" in synced
    assert f"\nlinkStyle default {LINKS}\n" in synced


def test_a_line_that_mermaid_would_read_otherwise_is_left_and_named() -> None:
    # Mermaid drops the last semicolon of a line in which `style` sets a colour in hex.
    text = "graph LR; A; style A fill:red; B"
    synced = sync_text(text, "a.mmd", Look(editorial), markdown=False)
    assert (synced.text, synced.differences) == (text, ())
    assert [each.code for each in synced.problems] == ["sync-unusual"]


def test_a_semicolon_after_a_line_of_links_stays_apart_from_the_colour(sync: Sync) -> None:
    synced = sync("graph LR\nA --> B\nlinkStyle 0 stroke:red;\n")
    assert "\nlinkStyle 0 stroke:#6F6A63 ;\n" in synced


def test_the_finding_names_the_place_what_is_written_and_the_token() -> None:
    assert differences("flowchart LR\n A:::tank\n classDef tank fill:#eef6ff,color:#050505\n") == [
        "a.mmd:3:16: classDef tank: fill is #eef6ff, light.roles.secondary.fill is #F3EFE7; "
        "stroke is not set, light.roles.secondary.stroke is #D8D1C7; "
        "stroke-width is not set, light.roles.secondary.stroke_width is 1.2px"
    ]


def test_what_is_missing_is_named_with_its_token() -> None:
    assert differences("flowchart LR\nA:::note\n") == [
        "a.mmd:2:8: classDef note is missing (light.roles.note.fill)"
    ]


def test_a_flowchart_that_cannot_be_read_is_left_and_named() -> None:
    text = "flowchart LR\nA -->\n"
    synced = sync_text(text, "a.mmd", Look(editorial), markdown=False)
    assert synced.text == text
    assert [each.location and each.location.line for each in synced.problems] == [2]


@pytest.mark.parametrize("text", ["", "\n", "%% words\n", "sequenceDiagram\nA->>B: x\n", "pie\n"])
def test_other_texts_are_left_as_they_are(text: str) -> None:
    assert sync_text(text, "a.mmd", Look(editorial), markdown=False).text == text


PAINTED = {
    "roles": "a:::accent --> b:::note\n",
    "categories": "a:::x --> b:::y --> c:::z\nclassDef x fill:#eef6ff\nclassDef y fill:#ffe\n"
    "classDef z fill:#f00,stroke-width:4px,stroke-dasharray:9\n",
    "more than there are": "".join(
        f"a{n}:::c{n} --> b\nclassDef c{n} fill:#{n}{n}f\n" for n in range(1, 9)
    ),
    "styles": "a --> b\nstyle a fill:#f88\nstyle b fill:#ff0,stroke-width:0.5px\n",
    "mapped styles": "a --> b\nstyle a fill:steelblue\nstyle b fill:#ff0\n",
    "mapped links": "a --> b --> c\nlinkStyle 0 stroke:SteelBlue\nlinkStyle 1 stroke:#ff0\n",
    "groups": "subgraph g\na --> b\nend\nstyle g fill:#ffd\nstyle a fill:#dff\n",
    "heavy": "a:::accent --> b\nclassDef accent fill:#f00,stroke-width:3px\n",
}


@pytest.mark.parametrize("kind", PAINTED)
def test_a_theme_gives_the_same_whichever_was_written_before(kind: str) -> None:
    classes = {"rgb(70, 130, 180)": "category-5", "#ff0": "accent"}
    text = f"flowchart LR\n{PAINTED[kind]}"

    def painted(*themes: Theme) -> str:
        page = text
        for theme in themes:
            page = sync_text(page, "a.mmd", Look(theme, classes=classes), markdown=False).text
        return page

    for first, second in ((editorial, blueprint), (blueprint, editorial)):
        assert painted(first, second) == painted(second)


@pytest.mark.parametrize("style", ["fill:none", "fill:none,stroke:transparent", "color:inherit"])
def test_a_style_without_a_colour_has_no_role_and_is_left(sync: Sync, style: str) -> None:
    text = f"flowchart LR\nA:::ghost --> B\nstyle B {style}\nclassDef ghost {style}\n"
    assert sync(text).startswith(text)
    remarks = sync_text(text, "a.mmd", Look(editorial), markdown=False).remarks
    assert [str(each.location) for each in remarks] == ["a.mmd:3:1", "a.mmd:4:1"]


def test_a_style_that_says_a_width_alone_is_left_without_a_word(sync: Sync) -> None:
    text = "flowchart LR\nA --> B\nstyle B stroke-width:4px\n"
    assert sync(text).startswith(text)
    assert sync_text(text, "a.mmd", Look(editorial), markdown=False).remarks == ()


def test_more_colours_than_categories_are_warned_of() -> None:
    text = "flowchart LR\n" + "".join(f"a{n}\nstyle a{n} fill:#0{n}0\n" for n in range(1, 9))
    synced = sync_text(text, "a.mmd", Look(editorial), markdown=False)
    (warning,) = synced.warnings
    assert (warning.code, str(warning.location)) == ("many-categories", "a.mmd:1:1")
    again = sync_text(synced.text, "a.mmd", Look(editorial), markdown=False)
    assert (again.changed, again.warnings) == (0, ())


@pytest.mark.parametrize("width", ["0.5px", "4px"])
def test_the_width_of_all_links_stays_thin_or_thick_and_in_step(sync: Sync, width: str) -> None:
    synced = sync(f"flowchart LR\nA --> B\nlinkStyle default stroke:#999,stroke-width:{width}\n")
    assert f"\nlinkStyle default stroke:#6F6A63,stroke-width:{width}\n" in synced
    assert sync(synced) == synced
