"""Every kind of diagram in step, as the real Mermaid paints it: its colours are tokens, and all of
it can be read and seen on a white and on a near-black page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path

import pytest

from diagramkit import load_theme
from diagramkit.sync import Look, sync_text
from diagramkit.theme.builtin import builtin_names
from diagramkit.theme.export import export
from diagramkit.theme.export._mermaid import told_kinds
from diagramkit.theme.model import MODES, ModeName, Theme, tokens
from diagramkit.theme.page import page_colors

from .browser import VERSIONS, Measured, Part, measured

pytestmark = pytest.mark.world

SAMPLES = {path.stem: path for path in sorted((Path(__file__).parent / "kinds").glob("*.mmd"))}
LOOKS = [f"{theme} {mode}" for theme in builtin_names() for mode in MODES]

# Kinds that version 11 does not know.
NEW = {"agentflow", "usecase"}

# Wardley maps throw their style sheet away, and these colours are no variables.
FIXED = {"wardley": {"#000000", "#666666", "#cccccc", "#eeeeee", "#ffffff"}}

# The flows of a sankey are painted over its words, and let them show through.
# What no meaning hangs on besides: lines of a grid, the shading of days off, the ground below the
# words of a link, the stalk between two cherries.
DECORATION = (
    "g.links g.link path",
    "g.grid g.tick line",
    "rect.exclude-range",
    "g.label.edgeLabel rect",
    "commit-cherry-pick",
    "wardley-stages line",
    "wardley-grid",
)


def look(name: str) -> tuple[Theme, ModeName]:
    theme, mode = name.split()
    return load_theme(theme), "dark" if mode == "dark" else "light"


def synced(name: str) -> dict[str, str]:
    """The samples in step with a theme and mode, each with a directive."""
    theme, mode = look(name)
    settings = Look(theme, mode, directive="always")
    return {
        f"{name}/{kind}": sync_text(
            path.read_text(encoding="utf-8"), path.name, settings, markdown=False
        ).text
        for kind, path in SAMPLES.items()
    }


@cache
def drawn() -> tuple[Measured, ...]:
    texts = {name: text for each in LOOKS for name, text in synced(each).items()}
    return tuple(measured(texts))


@cache
def drawn_by_one_directive() -> tuple[Measured, ...]:
    """The samples in version 12, each below the directive that is for all kinds."""
    theme, mode = look(LOOKS[0])
    text = export(theme, "mermaid-init", mode)
    texts = {
        f"{LOOKS[0]}/{kind}": text + path.read_text(encoding="utf-8")
        for kind, path in SAMPLES.items()
    }
    return tuple(measured(texts, VERSIONS[1:]))


def parts(name: str, *kinds: str) -> Iterator[tuple[str, Part]]:
    """What is painted with a theme and mode, with the kind of diagram that it is in."""
    for one in drawn():
        here, kind = one.name.split("/")
        yield from (
            (kind, part) for part in one.parts if here == name and (not kinds or part.kind in kinds)
        )


def palette(name: str) -> set[str]:
    """The colours of a mode and its page-safe ones."""
    theme, mode = look(name)
    colors = [str(value) for path, value in tokens(theme).items() if path.startswith(f"{mode}.")]
    for value in asdict(page_colors(theme, mode)).values():
        colors += [value] if isinstance(value, str) else value
    return {color.lower() for color in colors if color.startswith("#")}


def kept(one: Measured) -> tuple[str, str, set[tuple[str, str]]]:
    """What is painted in which colours."""
    colors = {(part.kind, color) for part in one.parts for color in part.colors.values()}
    return one.version, one.name, colors


each_look = pytest.mark.parametrize("name", LOOKS)


def test_there_is_a_sample_of_every_kind() -> None:
    assert set(SAMPLES) == set(told_kinds())


def test_every_sample_is_drawn_by_both_versions() -> None:
    failed = {(one.version, one.name.split("/")[1]) for one in drawn() if one.error}
    assert failed == {(VERSIONS[0], kind) for kind in NEW}


@each_look
def test_every_colour_is_a_token(name: str) -> None:
    known = palette(name)
    paper = palette(name.replace("dark", "light"))
    for kind, part in parts(name):
        # Wardley maps stand on paper, because their words are black in any case.
        allowed = known | (paper | FIXED[kind] if kind in FIXED else set())
        assert set(part.colors.values()) <= allowed, (kind, part)


def test_one_directive_for_all_kinds_paints_each_as_its_own_does() -> None:
    # Classes of flowcharts are written by `sync` besides the directive.
    found = [kept(one) for one in drawn_by_one_directive() if not one.name.endswith("flowchart")]
    assert [one for one in found if one not in map(kept, drawn())] == []


@each_look
def test_all_words_can_be_read_on_both_pages(name: str) -> None:
    words = 0
    for kind, part in parts(name, "words"):
        words += 1
        assert part.contrast is not None
        assert min(part.contrast) >= 4.5, (kind, part)
    assert words > 500


@each_look
def test_all_lines_and_marks_that_mean_something_are_seen_on_both_pages(name: str) -> None:
    lines = 0
    for kind, part in parts(name, "line", "mark"):
        if part.contrast is None or any(each in part.path for each in DECORATION):
            continue
        lines += 1
        assert min(part.contrast) >= 3, (kind, part)
    assert lines > 500
