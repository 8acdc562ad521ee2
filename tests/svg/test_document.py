"""What every written document holds to."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagramkit.diagnostics import DiagramError
from diagramkit.geometry import Point
from diagramkit.scene import Paint, Scene
from diagramkit.svg.write import TextMode, identifier, write

from .scenes import box, connector, everything, mark, scene, without_hash, words

NAMESPACE = "{http://www.w3.org/2000/svg}"
BOTH_TEXTS = pytest.mark.parametrize("text", ["live", "outlines"])


def ids(document: str) -> list[str]:
    return re.findall(r' id="([^"]*)"', document)


def tree(document: str) -> ElementTree.Element:
    return ElementTree.fromstring(document)


@BOTH_TEXTS
def test_every_element_stands_on_its_own_line(text: TextMode) -> None:
    document = write(everything(), text=text)
    lines = document.partition("</style>\n")[2].splitlines()
    assert lines.pop() == "</svg>"
    drawn = [re.fullmatch(r"<(\w+)( [^<>]*)?(/>|>[^<>]*</\1>)", line) for line in lines]
    assert all(drawn)
    assert len(drawn) == len(list(tree(document))) - 3  # less title, desc, style


def test_a_document_ends_with_one_line_feed() -> None:
    assert write(everything()).endswith("</svg>\n")


def test_a_rectangle_says_x_y_width_height_in_this_order() -> None:
    document = write(scene(box(radius=6)))
    line = (
        '<rect id="path-light-node-A" class="primary" x="10" y="30" width="80" height="40" rx="6"/>'
    )
    assert line in without_hash(document).splitlines()


def test_numbers_have_two_decimals_at_most() -> None:
    document = write(scene(words(x=1 / 3, y=70.0)))
    assert 'x="0.33" y="70"' in document


@pytest.mark.parametrize(
    ("name", "mode", "root"),
    [
        ("path", "light", "path-light"),
        ("path", "dark", "path-dark"),
        ("a b.c", "light", "a-b-c-light"),
        ("7 steps", "light", "diagram-7-steps-light"),
        ("학습 경로", "dark", "학습-경로-dark"),
        ("***", "light", "diagram-light"),
    ],
)
def test_the_root_is_called_after_the_source_and_the_mode(name: str, mode: str, root: str) -> None:
    document = write(scene(box(), name=name, mode=mode))
    assert re.fullmatch(f"{root}-[0-9a-f]{{8}}", tree(document).get("id") or "")


def test_a_drawing_that_follows_the_reader_is_called_after_the_source_alone() -> None:
    root = tree(write(everything(), everything())).get("id") or ""
    assert re.fullmatch("path-[0-9a-f]{8}", root)


@pytest.mark.parametrize(
    "other",
    [scene(box("node:B")), scene(box(paint=Paint("#112233"))), scene(box(), title="Other")],
)
def test_drawings_of_one_name_that_differ_share_no_id(other: Scene) -> None:
    found = [*ids(write(scene(box()))), *ids(write(other))]
    assert len(found) == len(set(found))


def test_the_same_drawing_has_the_same_ids() -> None:
    assert ids(write(everything())) == ids(write(everything()))


def test_a_coordinate_that_is_no_number_is_refused() -> None:
    with pytest.raises(DiagramError, match="no finite number"):
        write(scene(words(x=float("nan"))))
    with pytest.raises(DiagramError, match="no finite number"):
        write(scene(replace(connector(), points=(Point(0, 0), Point(float("inf"), 0)))))


@given(st.text())
def test_an_identifier_needs_no_escape_anywhere(name: str) -> None:
    assert re.fullmatch(r"[^\W\d_][\w-]*", identifier(name))


def test_every_selector_begins_with_the_root() -> None:
    style = tree(write(everything(), everything())).findtext(f"{NAMESPACE}style") or ""
    selectors = [
        selector.strip()
        for rule in re.findall(
            r"([^{}]+)\{", style.replace("@media (prefers-color-scheme: dark) {", "")
        )
        for selector in rule.split(",")
    ]
    assert len(selectors) > 8
    assert all(selector.startswith("#path-") for selector in selectors)


def test_drawings_of_one_source_share_no_id() -> None:
    light = everything()
    dark = replace(light, mode="dark")
    found = [*ids(write(light)), *ids(write(dark)), *ids(write(light, dark))]
    assert len(found) == len(set(found))


def test_things_whose_keys_look_alike_have_ids_of_their_own() -> None:
    document = write(scene(box("node:a b"), box("node:a-b"), box("node:a_b")))
    found = [name for name in ids(document) if "node" in name]
    root = ids(document)[0]
    assert found == [f"{root}-node-a-b", f"{root}-node-a-b-2", f"{root}-node-a_b"]


def test_boxes_lines_and_marks_have_readable_ids() -> None:
    found = ids(write(scene(box(), connector(), mark())))
    assert found[-3:] == [f"{found[0]}-{end}" for end in ("node-A", "edge-A--B-0", "mark-0")]


@BOTH_TEXTS
def test_nothing_is_referred_to_or_inherited_from_elsewhere(text: TextMode) -> None:
    document = write(everything(), everything(), text)
    assert not re.search(
        r"url\(|href|@import|baseProfile|xlink|xmlns:|<defs|<use|DOCTYPE", document
    )
    assert document.count("xmlns") == 1


def test_readers_who_do_not_see_it_are_told_what_it_is() -> None:
    root = tree(write(everything()))
    named = {element.get("id"): element.text for element in root.iter()}
    assert root.get("role") == "img"
    assert [named[name] for name in (root.get("aria-labelledby") or "").split()] == [
        "A title",
        "A description",
    ]
    assert [element.tag for element in root][:2] == [f"{NAMESPACE}title", f"{NAMESPACE}desc"]


@BOTH_TEXTS
@given(hostile=st.text())
def test_hostile_words_come_out_as_they_went_in(text: TextMode, hostile: str) -> None:
    document = write(
        scene(box(hostile), words(hostile), title=hostile, description=hostile), None, text
    )
    root = tree(document)
    expected = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", hostile)
    expected = re.sub("[\t\n\r]", " ", expected)
    assert (root.findtext(f"{NAMESPACE}title") or "") == expected
    assert len(list(root.iter())) == 7  # svg, title, desc, style, canvas, box, words
    if text == "live":
        assert (root.findtext(f"{NAMESPACE}text") or "") == expected


def test_a_hostile_name_cannot_leave_the_style_sheet() -> None:
    name = "a{} </style><script>"
    assert tree(write(scene(box(), name=name))).find(f"{NAMESPACE}script") is None


def test_a_hostile_font_cannot_leave_the_style_sheet() -> None:
    document = write(scene(words(families=("</style><script>",))))
    assert tree(document).find(f"{NAMESPACE}script") is None


@pytest.mark.parametrize(
    "link", ["https://x.org/?a=1&b=2", "mailto:a@b.c", "page.html#top", "a/b:c"]
)
def test_a_thing_with_a_link_leads_there(link: str) -> None:
    root = tree(write(scene(box(link=link), words(link=link), connector())))
    anchors = root.findall(f"{NAMESPACE}a")
    assert [anchor.get("href") for anchor in anchors] == [link]
    assert [child.tag for child in anchors[0]] == [f"{NAMESPACE}rect", f"{NAMESPACE}text"]


@pytest.mark.parametrize(
    "link",
    [
        "",
        "javascript:alert(1)",
        " JavaScript:x",
        "java\nscript:x",
        "data:text/html,x",
        "vbscript:x",
    ],
)
def test_a_link_that_could_run_something_is_left_out(link: str) -> None:
    assert "href" not in write(scene(box(link=link)))


def test_a_transparent_drawing_has_no_ground() -> None:
    assert "canvas" not in write(scene(box(), background="none"))


def test_the_same_scene_gives_the_same_bytes() -> None:
    assert write(everything(), everything()) == write(everything(), everything())
