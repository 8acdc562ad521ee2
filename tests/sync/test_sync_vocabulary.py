"""What a repository is proposed keeps the distinctions that its authors made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from coloraide import Color

from diagramkit.color import plain
from diagramkit.mermaid.cleaning import clean
from diagramkit.mermaid.kinds.flowchart import read
from diagramkit.project.discovery import Source
from diagramkit.sync import Look, sync_text
from diagramkit.sync.configuration import configuration
from diagramkit.sync.generators import find_generators
from diagramkit.sync.proposal import Proposal, propose
from diagramkit.sync.survey import Survey
from diagramkit.theme.contrast import check_theme
from diagramkit.theme.load import load_theme
from diagramkit.theme.model import MODES
from diagramkit.theme.paints import paint_of
from diagramkit.themes import blueprint, editorial

HUES = ["#f94144", "#f3722c", "#f8961e", "#f9c74f", "#90be6d", "#43aa8b", "#577590", "#277da1"]
NAMES = ["db", "cache", "queue", "api", "web", "worker", "store", "error"]
CHAIN = "flowchart LR\n" + "".join(f"  a{n} --> a{n + 1}\n" for n in range(12))
FRONT = "---\nconfig:\n  theme: base\n  themeVariables:\n    primaryColor: '#0b2545'\n"
FRONT += "    primaryTextColor: '#ffffff'\n    lineColor: '#8da9c4'\n---\n"


def rainbow(size: int) -> str:
    uses = "".join(f"  a{n}:::{NAMES[n]}\n" for n in range(size))
    return CHAIN + uses + "".join(f"  classDef {NAMES[n]} fill:{HUES[n]}\n" for n in range(size))


HABITS = {
    "rainbow classes": [rainbow(size) for size in range(1, 9)],
    "style lines": [
        CHAIN + "".join(f"  style a{n} fill:{HUES[n]},stroke:#333\n" for n in range(size))
        for size in range(1, 9)
    ],
    "link styles": [
        CHAIN + "".join(f"  linkStyle {n} stroke:{HUES[n]}\n" for n in range(size))
        for size in range(1, 7)
    ],
    "front matter": [FRONT + CHAIN, FRONT + CHAIN + "  style a1 fill:#13315c,color:#fff\n"],
    "a brand": [
        "flowchart LR\n  subgraph g\n  a:::navy --> b:::mint\n  end\n  b --> c:::sand --> d\n"
        "  style g fill:#fff,stroke:#0b2545\n  classDef navy fill:#0b2545,color:#fff\n"
        "  classDef mint fill:#8da9c4\n  classDef sand fill:#eef4ed\n"
    ],
}


def surveyed(tmp_path: Path, charts: list[str]) -> Survey:
    survey = Survey()
    (tmp_path / "a.md").write_text("\n".join(f"```mermaid\n{text}```\n" for text in charts))
    survey.read(Source(tmp_path / "a.md"))
    return survey


def proposed(survey: Survey) -> Proposal:
    return propose(survey, (editorial, blueprint))


def paints(text: str) -> tuple[int, int]:
    """How many paints the boxes and groups of a flowchart have, and how many its links."""
    chart = read(clean(text, "", 1))
    found: set[object] = set()
    for kind, base, things in (
        ("node", ("default",), chart.nodes),
        ("group", (), chart.groups),
    ):
        for thing in things:
            names = (*base, *thing.classes)
            said = [one for name in names for one in chart.class_styles.get(name, ())]
            found.add((kind, paint_of({**dict(said), **dict(thing.style)}.items())))
    return len(found), len({plain(dict(edge.style).get("stroke", "")) for edge in chart.edges})


@pytest.mark.parametrize("habit", HABITS)
def test_what_is_proposed_keeps_every_paint_apart(tmp_path: Path, habit: str) -> None:
    found = proposed(surveyed(tmp_path, HABITS[habit]))
    look = Look(editorial, found.mode, found.mapping)
    for text in HABITS[habit]:
        synced = sync_text(text, "a.mmd", look, markdown=False)
        assert (synced.unread, paints(synced.text)) == (0, paints(text))


def test_classes_of_equal_rank_are_categories_and_none_is_accent(tmp_path: Path) -> None:
    found = proposed(surveyed(tmp_path, [rainbow(6)]))
    assert sorted(found.mapping.values()) == [f"category-{number}" for number in range(1, 7)]
    assert found.classes["db"].reasons == ("of equal rank with api, cache, queue and 2 more",)


def test_a_red_class_beside_other_loud_ones_is_no_critical_path(tmp_path: Path) -> None:
    text = CHAIN + "  a1:::zz\n  a3:::yy\n  classDef zz fill:#e11d48\n  classDef yy fill:#2563eb\n"
    assert "accent" not in proposed(surveyed(tmp_path, [text])).mapping.values()


def test_colours_that_come_again_are_the_same_category_everywhere(tmp_path: Path) -> None:
    charts = [
        CHAIN + "  style a1 fill:#f00\n  style a2 fill:#0f0\n",
        CHAIN + "  style a1 fill:#00f\n  style a2 fill:#0f0\n",
    ]
    found = proposed(surveyed(tmp_path, charts))
    assert found.mapping == {"#00ff00": "category-1"}
    assert found.classes["#00ff00"].reasons == ("in styles of 2 diagrams",)


@pytest.mark.parametrize(
    ("charts", "directive"),
    [
        (["flowchart LR\n  a --> b\n"], "keep"),
        (["flowchart LR\n  a --> b\n", "pie\n  title a\n"], "needed"),
        (['%%{init: {"theme": "dark"}}%%\npie\n  title a\n'], "keep"),
    ],
)
def test_a_directive_is_proposed_by_what_the_kinds_need(
    tmp_path: Path, charts: list[str], directive: str
) -> None:
    assert proposed(surveyed(tmp_path, charts)).directive[0] == directive


@pytest.mark.parametrize(
    ("charts", "ground"),
    [(["flowchart LR\n  a --> b\n"], "page"), ([rainbow(3)], "painted")],
)
def test_the_page_is_the_ground_where_nobody_paints(
    tmp_path: Path, charts: list[str], ground: str
) -> None:
    assert proposed(surveyed(tmp_path, charts)).ground[0] == ground


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("docusaurus.config.ts", "", "diagrams theme export --to docusaurus"),
        ("docs/mkdocs.yml", "", "diagrams theme export --to mkdocs"),
        (".vitepress/config.mts", "", "diagrams theme export --to vitepress"),
        ("book.toml", "", "diagrams theme export --to mdbook"),
        ("go.mod", "require github.com/google/docsy v0.10", "diagrams theme export --to docsy"),
        ("docs/source/conf.py", "extensions = []", "diagrams theme export --to sphinx"),
        (
            "docs.json",
            '{"$schema": "mintlify.com/docs.json"}',
            "Mintlify takes no settings",
        ),
        ("docs.json", "{}", ""),
        ("go.mod", "", ""),
    ],
)
def test_the_generator_of_a_site_is_found(tmp_path: Path, file: str, text: str, said: str) -> None:
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text(text)
    survey = surveyed(tmp_path, ["pie\n  title a\n"])
    found = propose(survey, (editorial,), find_generators(tmp_path))
    written = configuration(found, survey)
    assert said in written
    assert ("theme export" in written) == (found.directive[0] == "keep") == ("theme" in said)


def test_a_palette_of_its_own_becomes_a_theme_that_passes(tmp_path: Path) -> None:
    palette = proposed(surveyed(tmp_path, [FRONT + CHAIN] * 2)).palette
    assert palette is not None
    text = palette.text("brand")
    assert 'fill: "#0b2545"  # primaryColor in 2 diagrams' in text
    (tmp_path / "own.yaml").write_text(text)
    theme = load_theme(tmp_path / "own.yaml")
    assert theme.mode(palette.mode).roles.primary.fill == "#0B2545"
    assert check_theme(theme) == []


@pytest.mark.parametrize("primary", ["#0b2545", "#e0f2f1"], ids=["dark", "light"])
def test_a_palette_of_one_mode_has_its_hue_in_the_other_too(tmp_path: Path, primary: str) -> None:
    variables = {"primaryColor": primary, "primaryBorderColor": "#00897b", "background": primary}
    front = f"%%{{init: {json.dumps({'theme': 'base', 'themeVariables': variables})}}}%%\n"
    palette = proposed(surveyed(tmp_path, [front + CHAIN] * 2)).palette
    assert palette is not None
    (tmp_path / "own.yaml").write_text(palette.text("brand"))
    theme = load_theme(tmp_path / "own.yaml")
    assert check_theme(theme) == []
    strokes = [Color(theme.mode(mode).roles.primary.stroke) for mode in MODES]
    hues = [stroke.convert("oklch")["hue"] for stroke in strokes]
    assert hues == pytest.approx([Color("#00897b").convert("oklch")["hue"]] * 2, abs=12)


def test_classes_that_colour_alone_tells_apart_are_of_equal_rank(tmp_path: Path) -> None:
    text = (
        "flowchart LR\n  cart:::golang --> mail:::ruby\n  cart --> ads:::java\n"
        "  classDef golang fill:#00add8\n  classDef ruby fill:#701516\n"
        "  classDef java fill:#b07219\n"
    )
    found = proposed(surveyed(tmp_path, [text]))
    assert set(found.mapping.values()) == {"category-1", "category-2", "category-3"}
    assert found.theme == "editorial"
