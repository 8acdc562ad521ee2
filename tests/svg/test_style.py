"""The looks of things: classes, dark rules, halos."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from diagramkit.geometry import number
from diagramkit.scene import Box, Paint, Scene
from diagramkit.svg.write import write

from .scenes import box, connector, scene, without_hash, words

NAMESPACE = "{http://www.w3.org/2000/svg}"
DARK = "@media (prefers-color-scheme: dark) {"
INITIAL = {"stroke": "none", "stroke-dasharray": "none", "font-weight": "400"}


def computed(document: str, *, dark: bool = False) -> list[dict[str, str]]:
    """What the classes of the body's elements say of them, as a browser would work it out."""
    root = ElementTree.fromstring(document)
    light_rules, _, dark_rules = (root.findtext(f"{NAMESPACE}style") or "").partition(DARK)
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", light_rules + (dark_rules if dark else ""))
    looks = []
    for element in list(root)[4:]:
        look: dict[str, str] = {}
        for selectors, body in rules:
            names = [part.split(".")[-1].strip() for part in selectors.split(",")]
            if element.get("class") in names:
                look |= dict(part.strip().split(": ") for part in body.split(";") if part.strip())
        looks.append({key: value for key, value in look.items() if INITIAL.get(key) != value})
    return looks


def said(paint: Paint) -> dict[str, str]:
    """What a paint says in CSS."""
    look = {"fill": paint.fill}
    if paint.stroke != "none":
        look |= {"stroke": paint.stroke, "stroke-width": number(paint.stroke_width)}
    if paint.dash:
        look["stroke-dasharray"] = " ".join(map(number, paint.dash))
    return look


def without_idle(look: dict[str, str]) -> dict[str, str]:
    """A look less the width of a line that is not drawn."""
    return look if "stroke" in look else {k: v for k, v in look.items() if k != "stroke-width"}


colors = st.sampled_from(["none", "#111111", "#d9392e", "#f5f1ea"])
paints = st.builds(
    Paint, colors, colors, st.sampled_from([1.0, 1.4, 2.0]), st.sampled_from([(), (5, 4)])
)
roles = st.sampled_from(["primary", "note"])
looks = st.lists(st.tuples(roles, paints, paints), min_size=1, max_size=6)


def both(items: list[tuple[str, Paint, Paint]]) -> tuple[Scene, Scene]:
    keyed = list(enumerate(items))
    light = [box(f"node:{key}", role, paint) for key, (role, paint, _) in keyed]
    dark = [box(f"node:{key}", role, paint) for key, (role, _, paint) in keyed]
    return scene(*light), scene(*dark, background="#171717")


@given(looks)
def test_every_thing_has_its_light_paint_in_light(items: list[tuple[str, Paint, Paint]]) -> None:
    assert computed(write(*both(items))) == [said(light) for _, light, _ in items]


@given(looks)
def test_every_thing_has_its_dark_paint_in_dark(items: list[tuple[str, Paint, Paint]]) -> None:
    found = [without_idle(look) for look in computed(write(*both(items)), dark=True)]
    assert found == [said(dark) for _, _, dark in items]


def names(*items: Box) -> list[str | None]:
    root = ElementTree.fromstring(write(scene(*items)))
    return [element.get("class") for element in list(root)[4:]]


def test_one_role_is_one_class() -> None:
    assert names(box("node:A"), box("node:B"), box("node:C", "note")) == [
        "primary",
        "primary",
        "note",
    ]


def test_another_look_of_a_role_is_another_class() -> None:
    other = Paint("#eeeeee", "#111111", 1)
    assert names(box("node:A"), box("node:B", paint=other), box("node:C")) == [
        "primary",
        "primary-2",
        "primary",
    ]


def test_classes_that_look_alike_share_a_rule() -> None:
    assert "#path-light .primary, #path-light .note {" in without_hash(
        write(scene(box(), box("n", "note")))
    )


def test_the_ground_turns_dark_with_the_reader() -> None:
    light, dark = both([("primary", Paint(), Paint())])
    assert "    #path .canvas { fill: #171717; }" in without_hash(write(light, dark))


def test_a_head_is_filled_with_the_colour_of_its_line() -> None:
    line, head = computed(write(scene(connector(paint=Paint("none", "#d9392e", 2, (5, 4))))))
    assert line == said(Paint("none", "#d9392e", 2, (5, 4)))
    assert head == {"fill": "#d9392e"}


def test_words_are_set_in_the_stack_of_the_drawing() -> None:
    document = write(scene(words(families=("Inter", "Helvetica Neue", "sans-serif"))))
    assert '#path-light text { font-family: Inter, "Helvetica Neue", sans-serif; }' in without_hash(
        document
    )


def test_words_in_another_stack_say_so() -> None:
    code = words("x = 1", role="code", families=("JetBrains Mono", "monospace"))
    _, look = computed(write(scene(words(), code)))
    assert look["font-family"] == '"JetBrains Mono", monospace'


def test_words_stand_where_their_anchor_says() -> None:
    root = ElementTree.fromstring(
        write(scene(*(words(anchor=a) for a in ("start", "middle", "end"))))
    )
    anchors = [element.get("text-anchor") for element in root.iter(f"{NAMESPACE}text")]
    assert anchors == [None, "middle", "end"]
    # A rule would go before the attributes.
    assert "text-anchor" not in (root.findtext(f"{NAMESPACE}style") or "")


def test_a_halo_lies_below_its_words_and_is_not_read_out() -> None:
    root = ElementTree.fromstring(write(scene(words(halo="#f5f1ea"))))
    halo, plain = root.iter(f"{NAMESPACE}text")
    assert (halo.get("aria-hidden"), plain.get("aria-hidden")) == ("true", None)
    assert halo.text == plain.text
    assert computed(write(scene(words(halo="#f5f1ea"))))[0]["stroke"] == "#f5f1ea"


def test_outlines_need_no_font() -> None:
    document = write(scene(words()), text="outlines")
    assert "font" not in document
    assert "<text" not in document
    assert 'aria-label="One"' in document
