"""Titles above drawings."""

from __future__ import annotations

from pathlib import Path

import pytest

from diagramkit import render
from diagramkit.cli import main
from diagramkit.lint import check
from diagramkit.theme.load import load_theme

CHARTS = {
    "pie": 'pie title Orders\n"Taken" : 3\n"Left" : 1\n',
    "xychart": 'xychart-beta\ntitle "Orders"\nx-axis [a, b]\nbar [3, 1]\n',
    "quadrant": "quadrantChart\ntitle Orders\nA: [0.2, 0.7]\n",
    "gantt": "gantt\ntitle Orders\nTaken : 2025-01-06, 3d\n",
    "timeline": "timeline\ntitle Orders\n2002 : Taken\n",
    "front matter": '---\ntitle: Orders\n---\npie\n"Taken" : 3\n',
}
FLOWCHART = "---\ntitle: Orders\n---\nflowchart LR\nA --> B\n"


def words(source: str, **options: str) -> list[str]:
    return [text.text for text in render(source, **options).scene.texts]  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", CHARTS)
def test_a_chart_has_its_title_as_its_first_line(kind: str) -> None:
    texts = render(CHARTS[kind]).scene.texts
    headline = next(text for text in texts if text.text == "Orders")
    assert all(headline.y < text.y for text in texts if text is not headline)


@pytest.mark.parametrize("kind", CHARTS)
def test_a_headline_meets_nothing_of_the_chart(kind: str) -> None:
    assert check(render(CHARTS[kind]).scene, load_theme("editorial")) == ()


def test_a_flowchart_has_its_title_only_where_always_asks_for_it() -> None:
    assert "Orders" not in words(FLOWCHART)
    assert "Orders" in words(FLOWCHART, title="always")


def test_never_leaves_the_title_of_a_chart_to_its_page() -> None:
    assert "Orders" not in words(CHARTS["pie"], title="never")


def test_a_name_for_readers_who_cannot_see_is_no_headline() -> None:
    scene = render('pie title Orders\naccTitle: All orders of the day\n"Taken" : 3\n').scene
    assert scene.title == "All orders of the day"
    assert [text.text for text in scene.texts if text.key.startswith("headline")] == ["Orders"]


def test_a_long_title_of_a_narrow_chart_is_wrapped_and_stays_on_the_page() -> None:
    scene = render(
        "pie title " + "Where the hours of all of our machines went " * 3 + '\n"A" : 1'
    ).scene
    lines = [text for text in scene.texts if text.key.startswith("headline")]
    assert len(lines) > 1
    assert all(line.rect.right <= scene.width - 16 for line in lines)


def test_the_command_line_asks_for_titles(tmp_path: Path) -> None:
    source, made = tmp_path / "orders.mmd", tmp_path / "orders.svg"
    source.write_text(FLOWCHART, encoding="utf-8")
    assert main(["render", str(source), "--title", "always", "-o", str(made)]) == 0
    assert ">Orders</text>" in made.read_text(encoding="utf-8")


def test_a_headline_is_flush_with_a_compact_drawing() -> None:
    chain = "\n".join(f"N{i}[Step number {i} of the long chain] --> N{i + 1}" for i in range(6))
    scene = render(f"---\ntitle: Orders\n---\nflowchart LR\n{chain}\n", title="always").scene
    (headline,) = (text for text in scene.texts if text.key.startswith("headline"))
    assert headline.x == min(box.rect.x for box in scene.boxes)
