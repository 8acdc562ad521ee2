"""What `sync` writes into a flowchart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diagramkit.sync import Look, sync_text
from diagramkit.themes import editorial

from .looks import ACCENT, GROUP, LABEL, LINKS, PRIMARY

Sync = Callable[..., str]
LOOK = {"classes": {"gpu": "primary", "leaf": "primary", "hot": "accent"}}


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


def test_mapped_classes_become_their_role_at_every_use(sync: Sync) -> None:
    synced = sync("flowchart LR\nA:::gpu & B\nclass B hot\n", **LOOK)
    assert synced.startswith("flowchart LR\nA:::primary & B\nclass B accent\nclassDef primary")


def test_the_definition_of_a_mapped_class_becomes_that_of_its_role(sync: Sync) -> None:
    synced = sync("flowchart LR\nA:::hot\nclassDef hot fill:#fff,stroke-dasharray:4\n", **LOOK)
    assert synced == f"flowchart LR\nA:::accent\nclassDef accent {ACCENT}\n"


def test_two_classes_mapped_to_one_role_leave_one_definition(sync: Sync) -> None:
    text = "flowchart LR\nA:::gpu\nB:::leaf\nclassDef gpu fill:#fff\n  classDef leaf fill:#eee;\n"
    body = "flowchart LR\nA:::primary\nB:::primary\n"
    assert sync(text, **LOOK) == f"{body}classDef primary {PRIMARY}\n"


def test_names_defined_together_are_split_where_their_roles_differ(sync: Sync) -> None:
    synced = sync("flowchart LR\nA:::gpu\nB:::hot\nclassDef gpu,hot fill:#fff", **LOOK)
    assert synced.endswith(f"\nclassDef primary {PRIMARY}\nclassDef accent {ACCENT}")


def test_a_class_of_no_known_role_keeps_its_name_and_looks_as_the_default(sync: Sync) -> None:
    synced = sync("flowchart LR\nA:::tank\nclassDef tank fill:#eef,stroke:#00f\n")
    assert synced == f"flowchart LR\nA:::tank\nclassDef tank {PRIMARY}\n"


def test_a_class_of_no_known_role_is_named_with_its_place() -> None:
    synced = sync_text("flowchart LR\nA:::tank\n", "a.mmd", Look(editorial), markdown=False)
    assert {name: str(place) for name, place in synced.unknown.items()} == {"tank": "a.mmd:2:5"}


def test_an_own_style_of_a_node_gets_the_look_of_its_role(sync: Sync) -> None:
    synced = sync(f"flowchart LR\nA:::accent\nstyle A fill:#fff\nclassDef accent {ACCENT}\n")
    assert f"\nstyle A {ACCENT}\n" in synced


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


def test_a_link_of_its_own_colour_gets_the_common_line_and_keeps_its_width(sync: Sync) -> None:
    synced = sync("flowchart LR\nA --> B\nlinkStyle 0 stroke:#2563eb,stroke-width:3px\n")
    assert "\nlinkStyle 0 stroke:#6F6A63,stroke-width:3px\n" in synced


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
        "a.mmd:3:16: classDef tank: fill is #eef6ff, light.roles.primary.fill is #F5F1EA; "
        "stroke is not set, light.roles.primary.stroke is #111111; "
        "stroke-width is not set, light.roles.primary.stroke_width is 1.4px"
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
