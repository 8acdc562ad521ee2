"""The key below a drawing."""

from __future__ import annotations

import pytest

from diagramkit import DiagramError, Drawing, render
from diagramkit.scene import Mark

SOURCE = """flowchart LR
  a:::golang --> b:::ruby --> c:::accent
  classDef golang fill:#00add8
  classDef ruby fill:#701516
"""


def words(drawing: Drawing) -> list[str]:
    return [text.text for text in drawing.scene.texts if text.key.startswith("text:key:")]


def asking(comment: str) -> str:
    return SOURCE.replace("flowchart LR\n", f"flowchart LR\n%% diagram: {comment}\n")


def test_nobody_who_does_not_ask_gets_a_key() -> None:
    assert words(render(SOURCE)) == []


@pytest.mark.parametrize("ways", [(asking("key"), False), (SOURCE, True)])
def test_a_key_names_the_classes_in_order_of_appearance(ways: tuple[str, bool]) -> None:
    source, key = ways
    assert words(render(source, key=key)) == ["golang", "ruby", "accent"]


def test_the_author_may_say_what_classes_are_called_or_leave_them_out() -> None:
    drawing = render(asking('key golang = "In Go, \\"fast\\"", accent = ""'))
    assert words(drawing) == ['In Go, "fast"', "ruby"]


def test_a_swatch_is_painted_as_the_boxes_of_its_class() -> None:
    scene = render(SOURCE, key=True).scene
    swatches = {item.key: item.paint for item in scene.primitives if isinstance(item, Mark)}
    boxes = {box.key: box.paint for box in scene.boxes}
    for name, box in (("golang", "a"), ("ruby", "b"), ("accent", "c")):
        assert swatches[f"key:{name}"] == boxes[f"node:{box}"]


def test_a_key_stands_below_everything_and_inside_the_page() -> None:
    scene = render(SOURCE, key=True).scene
    lowest = max(box.rect.bottom for box in scene.boxes)
    rooms = [text.rect for text in scene.texts if text.key.startswith("text:key:")]
    assert all(lowest + 8 < room.y and room.bottom < scene.height - 8 for room in rooms)


def test_states_and_classes_have_keys_too() -> None:
    state = "stateDiagram-v2\n  a --> b\n  classDef bad fill:#f00\n  class b bad\n"
    assert words(render(state, key=True)) == ["bad"]


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("key gopher = 'x'", 'd.mmd:2:1: no box is of the class "gopher"'),
        ("key golang", "d.mmd:2:1: expected nothing, or names of classes"),
        ("key golang = 3", "d.mmd:2:1: expected nothing, or names of classes"),
    ],
)
def test_what_a_key_cannot_say_is_told_with_its_place(said: str, message: str) -> None:
    with pytest.raises(DiagramError, match=message):
        render(asking(said), path="d.mmd")
