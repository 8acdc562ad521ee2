"""Treemaps are drawn as ruled rooms as large as their values."""

from __future__ import annotations

import pytest

from diagramkit import render
from diagramkit.geometry import Rect
from diagramkit.layout.treemap import squarified

from .charts import faults
from .pictures import Picture

SOURCE = """treemap
"Model"
  "Attention": 40
  "Feed-forward": 80
"Vocabulary"
  "Embedding": 20
  "Head": 20
"""


def picture(source: str = SOURCE) -> Picture:
    return Picture(render(source))


def texts(source: str) -> list[str]:
    return [text.text for text in picture(source).scene.texts]


@pytest.mark.parametrize("values", [[1], [6, 6, 4, 3, 2, 2, 1], [100, 1, 1, 0], [5, 5, 5, 5]])
def test_rooms_fill_their_ground_in_proportion_to_values(values: list[float]) -> None:
    rooms = squarified(values, Rect(0, 0, 600, 400), 0)
    unit = 600 * 400 / sum(values)
    assert [room.width * room.height for room in rooms] == pytest.approx(
        [value * unit for value in values]
    )
    for place, room in enumerate(rooms):
        assert Rect(0, 0, 600, 400).contains(room, 0.01)
        shared = [room.intersection(other) for other in rooms[place + 1 :]]
        assert all(min(one.size) < 0.01 for one in shared)


def test_rooms_are_nearly_square() -> None:
    rooms = squarified([6, 6, 4, 3, 2, 2, 1], Rect(0, 0, 600, 400), 0)
    assert max(max(room.size) / min(room.size) for room in rooms) < 3


def test_rooms_have_names_and_values_and_sections_their_sum() -> None:
    assert {"Feed-forward", "80", "Model", "120", "Vocabulary", "40"} <= set(texts(SOURCE))


def test_a_low_room_has_its_name_and_value_in_one_line() -> None:
    source = 'treemap\n"Large": 400\n"Wide": 130\n"Low one": 9\n'
    words = [text for text in picture(source).scene.texts if text.owner == "node:3"]
    assert [text.text for text in sorted(words, key=lambda text: text.x)] == ["Low one", "9"]
    assert len({round(text.y, 3) for text in words}) == 1
    assert faults(source) == []


@pytest.mark.parametrize(
    ("form", "said"),
    [("$0,0", "$1,234,567"), (".2f", "1234567.00"), ("$,.2f", "$1,234,567.00"), (",", "1,234,567")],
)
def test_values_are_written_as_the_format_says(form: str, said: str) -> None:
    head = f'---\nconfig:\n  treemap:\n    valueFormat: "{form}"\n---\n'
    assert said in texts(f'{head}treemap\n"a": 1234567\n')


def test_what_has_no_room_for_its_words_stands_below() -> None:
    source = 'treemap\n"Large": 100000\n"Tiny": 1\n"Nothing": 0\n'
    drawn = picture(source)
    told = [text for text in drawn.scene.texts if text.key.startswith("told:")]
    assert [text.text for text in told] == ["Tiny", "Nothing"]
    assert all(text.y > drawn.rect("1").bottom for text in told)
    assert faults(source) == []


def test_classes_are_categories_that_the_parts_of_a_section_take_over() -> None:
    source = SOURCE.replace('"Model"', '"Model":::one') + "classDef one fill:#abc\n"
    roles = {box.key: box.role for box in picture(source).scene.boxes}
    assert roles["node:1.1"] == roles["node:1.2"] == "category-1"
    assert roles["node:2.1"] == "secondary"


def test_colours_of_the_source_are_kept_where_asked_for() -> None:
    source = 'treemap\n"a": 1:::red\nclassDef red fill:#ff0000\n'
    drawn = render(source, colors="source")
    assert drawn.scene.boxes[0].paint.fill.lower() == "#ff0000"


def test_only_critical_rooms_are_red() -> None:
    drawn = picture(f"{SOURCE}%% diagram: critical Feed-forward\n")
    assert [box.key for box in drawn.scene.boxes if box.role == "accent"] == ["node:1.2"]


@pytest.mark.parametrize(
    "text", ["", '"a"', '""\n  "b": 2\n  "c": 3', '"a": 0', '"A"\n  "B"\n    "c": 1', "title x"]
)
def test_a_treemap_of_next_to_nothing_is_drawn(text: str) -> None:
    assert faults(f"treemap\n{text}\n") == []


SMALL = 'treemap-beta\n"Training": 6200\n"Transcription": 90\n"Reranking": 60\n"Misc": 1\n'


def test_a_room_too_small_for_its_words_has_a_number_that_stands_before_them_below() -> None:
    scene = render(SMALL).scene
    marks = {text.text: text for text in scene.texts if text.key.startswith("mark:")}
    rooms = {box.key: box.rect for box in scene.boxes}
    told = [text.text for text in scene.texts if text.key.startswith("told:")]
    assert told == ["1 Transcription", "2 Reranking", "Misc"]
    assert all(rooms[mark.owner].contains(mark.rect) for mark in marks.values())
    assert list(marks) == ["1", "2"]


def test_a_treemap_is_no_wider_than_the_page() -> None:
    assert render(SMALL, width=440).scene.width <= 440
