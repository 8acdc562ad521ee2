"""The rules about looks and documents of drawings by others: what fails, what comes close."""

from __future__ import annotations

import pytest

from checking.test_kinds import HEAD, box
from diagramkit.checking.drawings import check_drawing
from diagramkit.theme.load import load_theme

THEME = load_theme("editorial")
RED = 'style="stroke: #D9392E"'
GRADIENT = (
    '<linearGradient id="g"><stop stop-color="#F5F1EA"/>'
    '<stop offset="1" stop-color="#F3EFE7"/></linearGradient>'
)
HTML = (
    '<foreignObject x="40" y="40" width="100" height="30">'
    '<div xmlns="http://www.w3.org/1999/xhtml">words</div></foreignObject>'
)
SMALL = "".join(f'<text x="40" y="{y}">line {y}</text>' for y in (120, 150, 180))
ROW = "".join(box(x, 60, f"b{x}") for x in (40, 180, 320))


def painted(fill: str, x: int, y: int = 60) -> str:
    return (
        f'<rect x="{x}" y="{y}" width="60" height="40" fill="{fill}" stroke="#111111"/>'
        f'<text x="{x + 10}" y="{y + 24}">box</text>'
    )


def row_of(*widths: int) -> str:
    return "".join(box(20 + 145 * place, 60, "b", width=w) for place, w in enumerate(widths))


DOTS = [f'<circle cx="{n % 40 * 12}" cy="{n // 40 * 12}" r="2"/>' for n in range(501)]
RED_BOX = box(40, 60, "a").replace("/>", f" {RED}/>")
RED_PAIR = RED_BOX + box(300, 60, "b").replace("/>", f" {RED}/>")


FAILS = {
    "accent-not-one-path": f'{RED_PAIR}<path class="line" d="M190 200 H340" {RED}/>'
    + box(90, 175, "c")
    + box(340, 175, "d"),
    "accent-overused": "".join(box(x, 60, "a").replace("/>", f" {RED}/>") for x in (40, 180, 320)),
    "many-categories": "".join(
        painted(f"#{place:x}0{place:x}0F0", 20 + 64 * (place % 8), 60 + 60 * (place // 8))
        for place in range(9)
    ),
    "heavy-fill": painted("#166534", 40),
    "wholly-covered": painted("#F3EFE7", 60, 80)
    + '<circle cx="90" cy="100" r="70" fill="#F5F1EA" stroke="#111111"/>',
    "gradient": GRADIENT + '<rect x="40" y="60" width="90" height="50" fill="url(#g)"/>',
    "shadow": '<filter id="f"><feDropShadow dx="1" dy="1"/></filter>'
    f'<g filter="url(#f)">{box(40, 60)}</g>',
    "filter": '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter>'
    f'<g filter="url(#f)">{box(40, 60)}</g>',
    "foreignobject": HTML,
    "font-not-in-theme": '<text x="40" y="60" style="font-family: Georgia">words</text>',
    "title-baked-in": '<text x="40" y="40" style="font-size: 28px">A large title</text>' + SMALL,
    "script": '<rect width="9" height="9" onclick="go()"/>',
    "long-series": "".join(DOTS),
    "external-reference": '<image href="https://example.org/a.png" width="9" height="9"/>',
    "unaligned-boxes": "".join(box(x, y, f"b{x}") for x, y in ((40, 60), (180, 66), (320, 60))),
    "unequal-boxes": "".join(
        box(x, 60, "b", width=w) for x, w in ((20, 100), (140, 100), (260, 104), (380, 100))
    ),
}
PASSES = {
    "long-series": f"{''.join(DOTS[1:])}<g>{DOTS[0]}</g>",
    "accent-not-one-path": f'{RED_PAIR}<path class="line" d="M140 85 H300" {RED}/>',
    "accent-overused": ROW + box(40, 200, "a").replace("/>", f" {RED}/>"),
    "many-categories": "".join(painted("#F3EFE7", 20 + 64 * place) for place in range(8)),
    "heavy-fill": painted("#F3EFE7", 40),
    "wholly-covered": painted("#F3EFE7", 60, 80)
    + '<circle cx="90" cy="100" r="70" fill="#F5F1EA" fill-opacity="0.4" stroke="#111111"/>',
    "gradient": GRADIENT + box(40, 60),
    "shadow": '<filter id="f"><feDropShadow dx="1"/></filter>' + box(40, 60),
    "filter": f'<g filter="none">{box(40, 60)}</g>',
    "foreignobject": f'<switch>{HTML}<text x="40" y="60">words</text></switch>',
    "font-not-in-theme": '<text x="40" y="60" style="font-family: Inter, Georgia">words</text>',
    "title-baked-in": '<text x="40" y="40" style="font-size: 16px">A caption</text>' + SMALL,
    "script": '<a href="https://example.org"><rect width="9" height="9"/></a>',
    "external-reference": '<image href="data:image/png;base64,AAAA" width="9" height="9"/>'
    '<a href="https://example.org"><text x="9" y="40">link</text></a>',
    "unaligned-boxes": "".join(box(x, y, f"b{x}") for x, y in ((40, 60), (180, 110), (320, 60))),
    "unequal-boxes": "".join(
        box(x, 60, "b", width=w) for x, w in ((20, 100), (140, 100), (260, 140), (420, 100))
    ),
}
# What a root lacks, by the text that is taken out of a good one.
ROOTS = {
    "missing-title-desc-role": "<title>Case</title>",
    "no-viewbox": 'viewBox="0 0 600 400" ',
    "no-background": '<rect width="600" height="400" fill="#F5F1EA"/>',
}


def codes(text: str) -> set[str]:
    remarks, _ = check_drawing(text, "case.svg", THEME, style=True)
    return {remark.code for remark in remarks}


@pytest.mark.parametrize("code", FAILS)
def test_what_is_wrong_is_found(code: str) -> None:
    assert code in codes(f"{HEAD}{FAILS[code]}</svg>")


@pytest.mark.parametrize("code", PASSES)
def test_what_comes_close_passes(code: str) -> None:
    assert code not in codes(f"{HEAD}{PASSES[code]}</svg>")


@pytest.mark.parametrize("code", ROOTS)
def test_what_a_root_lacks_is_found(code: str) -> None:
    good = f"{HEAD}{box(40, 60)}</svg>"
    assert ROOTS[code] in good
    assert (code in codes(good), code in codes(good.replace(ROOTS[code], ""))) == (False, True)


def test_a_verdict_about_words_in_a_font_that_is_not_at_hand_says_so() -> None:
    words = box(40, 60, "considerably longer than the box")
    drawn = HEAD.replace("Arial, sans-serif", "Comic Sans MS") + words + "</svg>"
    found, _ = check_drawing(drawn, "a.svg", THEME)
    message = next(each.message for each in found if each.code == "text-overflows-box")
    assert message.endswith("(measured in another font: Comic Sans MS is not at hand)")


def test_a_drawing_on_the_dark_canvas_is_judged_by_the_dark_palette() -> None:
    dark = THEME.dark
    drawing = HEAD.replace("#F5F1EA", dark.canvas) + (
        f'<text x="40" y="60" style="fill: {dark.text}">words</text></svg>'
    )
    remarks, _ = check_drawing(drawing, "dark.svg", THEME)
    assert [remark.code for remark in remarks] == []
