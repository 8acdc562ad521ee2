"""Whatever elements and attributes a drawing has, it is judged or refused, never a crash."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from hypothesis import given, settings
from hypothesis import strategies as st

from diagramkit.checking.drawings import check_drawing
from diagramkit.checking.fixing import fixed_drawing
from diagramkit.diagnostics import DiagramError
from diagramkit.theme.load import load_theme

THEME = load_theme("editorial")
NUMBERS = st.sampled_from(["0", "40", "-7.5", "1e3", "50%", "2em", "12pt", "", "x", "1e999", "NaN"])
COLORS = st.sampled_from(
    ["none", "#111111", "red", "currentColor", "url(#a)", "var(--x, #D9392E)", "rgb(1,2", ""]
)
PATHS = st.sampled_from(
    ["M0 0H90", "M10 10 L90 90 z", "M0 0A1 1 0 0 1 9 9", "M0 0 C", "L9 9", "M1 1m-1e9 0z", ""]
)
TRANSFORMS = st.sampled_from(
    ["scale(0)", "rotate(45 9 9)", "matrix(1 2 2 4 0 0)", "translate(1e9)", "skewX(90)", "scale(2"]
)
ATTRIBUTES = {
    **dict.fromkeys(
        [
            "x",
            "y",
            "width",
            "height",
            "r",
            "cx",
            "cy",
            "x1",
            "x2",
            "y1",
            "y2",
            "dx",
            "dy",
            "rx",
            "rotate",
        ],
        NUMBERS,
    ),
    **dict.fromkeys(["font-size", "stroke-width", "opacity", "textLength", "refX"], NUMBERS),
    **dict.fromkeys(["fill", "stroke", "style", "color"], COLORS),
    **dict.fromkeys(["transform", "gradientTransform"], TRANSFORMS),
    **dict.fromkeys(["d", "points"], PATHS),
    **dict.fromkeys(["href", "clip-path", "mask", "marker-end", "id"], st.sampled_from("ab")),
    "viewBox": st.sampled_from(["0 0 90 90", "0 0 0 9", "0 0 -1 -1", "a b c d", "0,0,1e9,1e9"]),
    "text-anchor": st.sampled_from(["start", "middle", "end", "no"]),
}
NAMES = [
    "g",
    "rect",
    "circle",
    "ellipse",
    "line",
    "path",
    "polygon",
    "polyline",
    "text",
    "tspan",
    "use",
    "symbol",
    "svg",
    "defs",
    "marker",
    "mask",
    "clipPath",
    "linearGradient",
    "switch",
    "a",
    "image",
    "foreignObject",
    "style",
    "title",
]
WORDS = st.sampled_from(["", "words", "text { fill: red }", "é\u0301\u202e", "@media x {"])


def _written(name: str, attributes: dict[str, str], inside: str) -> str:
    refers = {"clip-path", "mask", "marker-end"}
    values = {
        key: f"url(#{value})" if key in refers else f"#{value}" if key == "href" else value
        for key, value in attributes.items()
    }
    return f"<{name}{''.join(f' {k}={quoteattr(v)}' for k, v in values.items())}>{inside}</{name}>"


def _element(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    attributes = st.fixed_dictionaries({}, optional=ATTRIBUTES)
    body = st.lists(inside, max_size=3).map("".join)
    return st.builds(_written, st.sampled_from(NAMES), attributes, body)


DRAWINGS = st.lists(st.recursive(WORDS, _element, max_leaves=12), max_size=4).map(
    lambda parts: (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90">{"".join(parts)}</svg>'
    )
)


def refusals(text: str) -> list[str]:
    """The codes that a drawing is refused with."""
    try:
        check_drawing(text, "any.svg", THEME, style=True)
    except DiagramError as error:
        return [each.code for each in error.diagnostics]
    return []


FEW = settings(max_examples=settings().max_examples // 4)
"""One drawing takes as long as many other inputs: fewer are tried."""


@FEW
@given(DRAWINGS)
def test_a_drawing_of_any_structure_is_judged_or_refused(text: str) -> None:
    assert "fault" not in refusals(text)


@FEW
@given(DRAWINGS)
def test_repairs_of_a_drawing_of_any_structure_come_to_rest(text: str) -> None:
    try:
        once = fixed_drawing(text, "any.svg", THEME)
    except DiagramError:
        return
    assert fixed_drawing(once, "any.svg", THEME) == once
