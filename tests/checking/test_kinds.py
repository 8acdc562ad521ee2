"""Each kind of fault in a drawing by hand: what fails, and what comes close and passes."""

from __future__ import annotations

import pytest

from diagramkit.checking.drawings import check_drawing
from diagramkit.theme.load import load_theme

THEME = load_theme("editorial")
HEAD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400" role="img">
<title>Case</title><desc>A case.</desc>
<style>
  .box { fill: none; stroke: #111111; stroke-width: 1.4; rx: 6; }
  .soft { fill: #F3EFE7; stroke: #D8D1C7; stroke-width: 1.2; rx: 6; }
  .line { fill: none; stroke: #111111; stroke-width: 1.4; marker-end: url(#arrow); }
  .plain { fill: none; stroke: #111111; stroke-width: 1.4; }
  text { font-family: Arial, sans-serif; font-size: 14px; fill: #050505; }
</style>
<defs><marker id="arrow" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="7" markerHeight="7"
  orient="auto-start-reverse"><path d="M 0 0 L 10 5 L 0 10 z" fill="#111111"/></marker></defs>
<rect width="600" height="400" fill="#F5F1EA"/>
"""
KINDS = frozenset(
    {
        "text-overflows-box",
        "text-overlaps-text",
        "text-overlaps-line",
        "text-clipped-by-viewbox",
        "connector-crosses-box",
        "connector-end-detached",
        "box-overlaps-box",
        "off-palette",
        "low-contrast",
    }
)


def box(x: float, y: float, words: str = "box", kind: str = "box", width: float = 100) -> str:
    return (
        f'<rect class="{kind}" x="{x}" y="{y}" width="{width}" height="50"/>'
        f'<text x="{x + width / 2}" y="{y + 30}" text-anchor="middle">{words}</text>'
    )


def arrow(data: str, kind: str = "line") -> str:
    return f'<path class="{kind}" d="{data}"/>'


PAIR = box(40, 60, "one") + box(240, 60, "two")
JOINED = PAIR + arrow("M140 85 H240")
OUTLINED = '<path d="M{tip} 85L{neck} 79V91L{tip} 85ZM140 86H{neck}V84H140V86Z" fill="#111111"/>'
ROW = box(40, 60, "one") + box(200, 60, "two") + box(360, 60, "three")

MASKED = (
    '<mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" width="600" height="400">'
    '<rect width="600" height="400" fill="white"/>'
    '<rect x="160" y="70" width="60" height="30" fill="{hole}"/></mask>'
    '<text x="190" y="90" text-anchor="middle">calls</text>'
)
MASKED_LINE = arrow("M140 85 H240").replace("/>", ' mask="url(#m)"/>')
FOOT = (
    arrow("M140 85 H240").replace("/>", ' style="marker-end: url(#foot)"/>')
    + '<marker id="foot" viewBox="0 0 10 10" refX="0" refY="5" markerWidth="9" markerHeight="9">'
    '<path d="M0 0 L10 5 L0 10 z" fill="#111111"/></marker>'
)
TABLE = "".join(
    f'<rect class="soft" x="40" y="{y}" width="300" height="36"/>'
    f'<text x="52" y="{y + 23}">row</text>'
    for y in (40, 76, 112)
)
SETS = "".join(
    f'<circle class="soft" style="fill-opacity: 0.6" cx="{x}" cy="150" r="90"/>'
    f'<text x="{at}" y="150" text-anchor="middle">{word}</text>'
    for x, at, word in ((120, 70, "data"), (210, 260, "model"))
)
BAND = '<path d="M40 80C120 80 160 120 240 120V180C160 180 120 140 40 140Z" fill="{fill}"/>'
FAILS = {
    "text-overflows-box": {
        "the third line over the lower border": '<rect class="box" x="40" y="60" width="150" '
        'height="60"/><text x="115" y="84" text-anchor="middle"><tspan x="115">first</tspan>'
        '<tspan x="115" dy="20">second</tspan><tspan x="115" dy="20">third</tspan></text>',
        "a word wider than its box": box(40, 60, "considerably longer than the box"),
        "the second line of a box": box(40, 60, "one")
        + '<text x="90" y="104" text-anchor="middle">a second line that is much too long</text>',
        "words below the lower border": '<rect class="box" x="40" y="60" width="100" height="50"/>'
        '<text x="50" y="112">going</text>',
        "lines below the box": '<rect class="box" x="40" y="60" width="150" height="44"/>'
        + "".join(f'<text x="50" y="{y}">line {y}</text>' for y in (78, 97, 116)),
        "the corner of a diamond": '<polygon class="box" points="100,60 160,100 100,140 40,100"/>'
        '<text x="100" y="104" text-anchor="middle">is it all done yet?</text>',
        "words in a circle": '<circle class="box" cx="100" cy="100" r="30"/>'
        '<text x="100" y="104" text-anchor="middle">transporters</text>',
        "in a moved and scaled group": '<g transform="translate(100 50) scale(1.5)">'
        + box(10, 10, "considerably longer")
        + "</g>",
    },
    "text-overlaps-text": {
        "two labels at one place": '<text x="40" y="60">first label</text>'
        '<text x="70" y="66">second label</text>',
        "lines too close": '<text x="40" y="60">first line</text><text x="40" y="66">other</text>',
        "a label over the words of a box": box(40, 60, "wording")
        + '<text x="60" y="94">on it</text>',
        "turned words across others": '<text x="60" y="100">horizontal words</text>'
        '<text x="100" y="120" transform="rotate(-90 100 120)">upright</text>',
    },
    "text-overlaps-line": {
        "a connector through its label": JOINED
        + '<text x="190" y="90" text-anchor="middle">calls</text>',
        "a curve through a label": PAIR
        + arrow("M140 85 C180 85 200 160 290 110")
        + '<text x="180" y="128">label</text>',
        "the border of a box": PAIR + '<text x="120" y="70">across</text>',
        "an arrow drawn as an outline": PAIR
        + OUTLINED.format(tip=240, neck=230)
        + '<text x="170" y="89">calls</text>',
        "a line with a mask that hides nothing": box(40, 60, "one")
        + box(240, 60, "two")
        + arrow("M140 85 H240").replace("/>", ' mask="url(#m)"/>')
        + '<mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" width="600" height="400">'
        '<rect width="600" height="400" fill="white"/></mask>'
        '<text x="190" y="90" text-anchor="middle">calls</text>',
        "a mask narrower than the label": box(40, 60, "one")
        + box(240, 60, "two")
        + MASKED_LINE
        + MASKED.format(hole="black").replace(
            'x="160" y="70" width="60"', 'x="182" y="70" width="9"'
        ),
        "a rule": '<line class="plain" x1="20" y1="200" x2="300" y2="200"/>'
        '<text x="40" y="204">struck</text>',
        "a dashed line": '<path class="plain" stroke-dasharray="5 4" d="M20 200 H300"/>'
        '<text x="40" y="204">struck</text>',
        "a polyline": '<polyline class="plain" points="20,150 60,200 300,190"/>'
        '<text x="100" y="201">struck</text>',
    },
    "text-clipped-by-viewbox": {
        "beyond the right edge": '<text x="540" y="200">beyond the edge</text>',
        "above the top": '<text x="40" y="6">high</text>',
        "an end-anchored label": '<text x="40" y="200" text-anchor="end">left of all</text>',
        "a turned label": '<text x="20" y="40" transform="rotate(-90 20 40)">quality of it</text>',
        "by a clip path": '<clipPath id="c"><rect x="0" y="0" width="60" height="50"/></clipPath>'
        '<g clip-path="url(#c)"><text x="30" y="40">cut off here</text></g>',
    },
    "connector-crosses-box": {
        "through a box between": ROW + arrow("M140 85 H360"),
        "on a slant": box(40, 40)
        + box(200, 90, "b")
        + box(400, 160, "c")
        + arrow("M140 65 L400 185"),
        "a curve": ROW + arrow("M90 110 C200 60 300 60 410 110"),
        "a group between two others": "".join(
            f'<rect class="soft" x="{x}" y="30" width="150" height="130"/>{box(x + 25, 60, "b")}'
            for x in (20, 200, 380)
        )
        + arrow("M145 85 H180 V140 H370 V85 H405"),
        "a line through rows that goes on": TABLE + box(130, 200) + arrow("M180 20 V200"),
        "an elbow": ROW + box(240, 240, "d") + arrow("M90 110 V180 H230 V80 H340 V260"),
        "up through its own box": PAIR + arrow("M90 110 C90 140 80 140 80 20"),
        "two lines as line elements": ROW
        + '<line class="line" x1="140" y1="95" x2="360" y2="75"/>',
    },
    "connector-end-detached": {
        "both ends": PAIR + arrow("M150 85 H200"),
        "before a box whose words come out of it": box(40, 60)
        + box(240, 60, "considerably longer than the box")
        + arrow("M140 85 H215"),
        "an arrow drawn as an outline": PAIR + OUTLINED.format(tip=218, neck=208),
        "its start in the air, a gap before its head": PAIR + arrow("M160 85 H232"),
        "22 short": PAIR + arrow("M140 85 H218"),
        "12 short": PAIR + arrow("M140 85 H228"),
        "past the corner": box(40, 60) + box(240, 105, "b") + arrow("M140 85 H225"),
        "a curve 20 short": box(40, 60)
        + box(300, 200, "b")
        + arrow("M140 85 C200 85 240 225 280 225"),
        "from above": box(40, 60) + box(40, 200, "b") + arrow("M90 110 V184"),
        "its start in the air": PAIR + arrow("M156 85 H240"),
        "a head that reaches into a box": PAIR + FOOT,
        "stabbing into a box": PAIR + arrow("M140 85 H270"),
        "a head of its own": PAIR + '<path class="plain" d="M140 85 H214"/>'
        '<polygon points="222,85 212,80 212,90" fill="#111111"/>',
    },
    "box-overlaps-box": {
        "by a corner": box(40, 60) + box(120, 90, "b"),
        "by a side": box(40, 60) + box(130, 60, "b"),
        "a box out of its group": '<rect class="soft" x="20" y="20" width="200" height="150"/>'
        + box(40, 60)
        + box(160, 100, "b"),
        "a circle over a box": box(40, 60)
        + '<circle class="box" cx="150" cy="85" r="25"/><text x="152" y="90">c</text>',
        "circles of a graph": SETS + arrow("M300 150 H390") + box(390, 125, "c"),
        "after a transform": box(40, 60) + f'<g transform="translate(80 0)">{box(40, 70, "b")}</g>',
    },
    "off-palette": {
        "a stroke": '<rect x="40" y="60" width="100" height="50" fill="none" stroke="#1f77b4"/>'
        '<text x="60" y="90">box</text>',
        "a fill": '<rect x="40" y="60" width="100" height="50" fill="#bbf7d0"/>'
        '<text x="60" y="90">box</text>',
        "words": '<text x="60" y="90" style="fill: #1e40af">words</text>',
        "a pale band of a hue of its own": BAND.format(fill="#bbf7d0"),
        "a grey head": '<polygon points="160,80 160,90 170,85" fill="#545454"/>',
        "a named colour": '<path d="M20 20 L90 200" style="stroke: royalblue; fill: none"/>',
        "by a class": "<style>.mine { stroke: #2563eb }</style>"
        '<rect class="box mine" x="40" y="60" width="100" height="50"/>'
        '<text x="60" y="90">b</text>',
    },
    "low-contrast": {
        "pale words": '<text x="60" y="90" style="fill: #D8D1C7">pale words</text>',
        "dim words": '<text x="60" y="90" opacity="0.4">dim words</text>',
        "words on a dark box": '<rect x="40" y="60" width="100" height="50" fill="#111111"/>'
        '<text x="60" y="90">dark</text>',
        "a pale connector": PAIR
        + arrow("M140 85 H240").replace('"line"', '"line" style="stroke:#D8D1C7"'),
        "accent words": '<text x="60" y="90" style="fill: #D9392E">red words</text>',
    },
}
PASSES = {
    "a plain drawing": JOINED,
    "a line masked behind its label": PAIR + MASKED_LINE + MASKED.format(hole="black"),
    "an arrow drawn as an outline": PAIR + OUTLINED.format(tip=239, neck=229),
    "a needle": PAIR + '<polygon points="160,81 160,89 230,85" fill="#111111"/>',
    "a gap of 8 before a head": PAIR + arrow("M140 85 H232"),
    "the sheets of a stack": "".join(
        f'<rect class="soft" x="{x}" y="{x}" width="100" height="50"/>' for x in (72, 66, 60)
    )
    + '<text x="110" y="90" text-anchor="middle">shards</text>'
    + box(240, 60)
    + arrow("M172 90 H238"),
    "words 6 from the lower border": '<rect class="box" x="40" y="60" width="100" height="50"/>'
    '<text x="50" y="102">going</text>',
    "a label above its line": JOINED + '<text x="190" y="76" text-anchor="middle">calls</text>',
    "a box in a group": '<rect class="soft" x="20" y="20" width="200" height="150"/>' + box(40, 60),
    "an arrow into a group": '<rect class="soft" x="200" y="40" width="200" height="150"/>'
    + box(40, 60)
    + box(240, 60, "b")
    + arrow("M140 85 H240"),
    "an arrow out of a group": '<rect class="soft" x="20" y="20" width="180" height="150"/>'
    + box(40, 60)
    + box(300, 60, "b")
    + arrow("M140 85 H300"),
    "a gap of four before a head": PAIR + arrow("M140 85 H236"),
    "a head that runs two into the box": PAIR + arrow("M140 85 H242"),
    "an axis": arrow("M60 300 H400") + arrow("M60 300 V100") + '<text x="40" y="320">0</text>',
    "a curve over axes": arrow("M60 300 H400")
    + arrow("M60 300 V100")
    + '<path class="plain" d="M60 280 C120 200 200 150 380 120"/>',
    "bars on an axis": arrow("M60 300 H400")
    + "".join(
        f'<rect x="{x}" y="{300 - h}" width="30" height="{h}" fill="#6F6A63"/>'
        for x, h in ((80, 90), (130, 140), (180, 60))
    ),
    "life lines": "".join(
        box(x, 40, name) + f'<path class="plain" stroke-dasharray="4 4" d="M{x + 50} 90 V300"/>'
        for x, name in ((40, "a"), (240, "b"))
    )
    + arrow("M90 150 H290")
    + '<text x="190" y="142" text-anchor="middle">asks</text>',
    "a divider with labels": '<path class="plain" d="M20 200 H580"/>'
    '<text x="40" y="190">above</text><text x="40" y="222">below</text>',
    "cells of a matrix": "".join(
        f'<rect class="soft" x="{40 + 40 * c}" y="{40 + 40 * r}" width="40" height="40"/>'
        f'<text x="{60 + 40 * c}" y="{65 + 40 * r}" text-anchor="middle">{r}{c}</text>'
        for r in range(3)
        for c in range(4)
    ),
    "a stack of sheets": '<rect class="soft" x="48" y="68" width="100" height="50"/>'
    '<rect class="soft" x="44" y="64" width="100" height="50"/>' + box(40, 60, "pages", "soft"),
    "a head that a box painted later hides": FOOT + PAIR.replace('class="box"', 'class="soft"'),
    "a badge on a corner": box(40, 60, "orders")
    + '<circle cx="140" cy="60" r="11" fill="#111111"/>'
    '<text x="140" y="65" text-anchor="middle" style="fill: #F5F1EA">3</text>',
    "columns of a table of boxes": TABLE + '<path class="plain" d="M180 40 V148"/>',
    "sets": SETS,
    "bands in tints of the theme": BAND.format(fill="#EDBAB2") + BAND.format(fill="#BDC9D4"),
    "lanes that a line runs through": "".join(
        f'<rect class="soft" x="20" y="{y}" width="560" height="90"/>{box(x, y + 20, "b")}'
        for x, y in ((40, 20), (240, 120), (440, 220))
    )
    + arrow("M90 90 V265 H440"),
    "a caption below a box": box(40, 60, "one")
    + '<text x="90" y="128" text-anchor="middle">a caption</text>',
    "a legend": '<rect x="40" y="300" width="14" height="14" fill="#6F6A63"/>'
    '<text x="62" y="312">measured</text>'
    '<path class="plain" d="M160 307 H184"/><text x="190" y="312">expected</text>',
    "a line behind an opaque box that it ends at": '<path class="plain" d="M100 300 V80"/>'
    + box(50, 60, "top", "soft"),
    "a plate on a line": PAIR
    + arrow("M140 85 H240")
    + '<rect x="172" y="74" width="36" height="20" fill="#F5F1EA"/>'
    '<text x="190" y="89" text-anchor="middle">yes</text>',
    "words on a pale grid": "".join(
        f'<path d="M40 {y} H500" style="stroke: #D8D1C7; fill: none"/>'
        for y in (100, 140, 180, 220)
    )
    + '<text x="60" y="144">on the grid</text>',
    "lines that part at one box": box(40, 160)
    + box(300, 60, "b")
    + box(300, 260, "c")
    + arrow("M140 185 C200 185 240 85 300 85")
    + arrow("M140 185 C200 185 240 285 300 285"),
    "an arrow that ends at words": box(40, 60)
    + arrow("M140 85 H200")
    + '<text x="208" y="90">out</text>',
    "a callout": box(40, 60)
    + '<path class="plain" d="M140 85 L200 140"/><text x="204" y="150">note</text>',
    "an icon in a box": '<rect class="box" x="40" y="60" width="120" height="90"/>'
    '<text x="100" y="84" text-anchor="middle">queue</text>' + arrow("M60 120 H140"),
    "a bus": box(240, 40, "root")
    + box(60, 220, "a")
    + box(240, 220, "b")
    + box(420, 220, "c")
    + '<path class="plain" d="M290 90 V150 M110 150 H470"/>'
    + arrow("M110 150 V220")
    + arrow("M290 150 V220")
    + arrow("M470 150 V220"),
    "a loop back below": ROW
    + '<path class="line" stroke-dasharray="5 4" d="M410 110 V160 H90 V110"/>',
    "large words in grey": '<text x="40" y="120" style="fill: #6F6A63; font-size: 24px">4.2</text>',
}


def found(body: str) -> list[str]:
    remarks, _ = check_drawing(HEAD + body + "</svg>", "case.svg", THEME)
    return [remark.code for remark in remarks if remark.code in KINDS]


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, cases in FAILS.items() for name in cases]
)
def test_a_fault_is_found(kind: str, name: str) -> None:
    assert kind in found(FAILS[kind][name])


@pytest.mark.parametrize("name", PASSES)
def test_what_comes_close_passes(name: str) -> None:
    assert found(PASSES[name]) == []
