"""What is read agrees with what Chromium lays out: words within 2 units, shapes within 0.5."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from diagramkit import render
from diagramkit.geometry import Rect
from diagramkit.scene import Box, Connector, Mark
from diagramkit.svg.read import Node, Reading, read
from diagramkit.text.fonts import faces
from survey import CORPUS

pytestmark = pytest.mark.world

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
NEAR_WORDS, NEAR_SHAPES, SHARE = 2.0, 0.5, 0.99
SHAPES = ("rect", "circle", "ellipse", "polygon", "path", "line", "polyline")
FAMILIES = {
    "Arial": "Arial",
    "Helvetica": "Arial",
    "Inter": "Inter",
    "Courier New": "JetBrains Mono",
}
"""The families in use that a font at hand stands for, and the font."""
FORMS = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="800" height="600">
<style>text { font: 14px Arial } .m { dominant-baseline: middle } .s { letter-spacing: 2px }</style>
<g transform="translate(40 30) rotate(12) scale(1.2)"><rect width="80" height="40"/>
<text x="40" y="20" text-anchor="middle" class="m">turned</text></g>
<svg x="200" y="20" width="100" height="80" viewBox="0 0 50 50"><circle cx="25" cy="25" r="20"/>
<text x="25" y="28" font-size="10" text-anchor="middle">nested</text></svg>
<defs><g id="u"><ellipse cx="30" cy="20" rx="30" ry="14"/><text x="8" y="24">copy</text></g></defs>
<use href="#u" x="40" y="160"/>
<text x="20" y="140">one <tspan font-weight="700">bold</tspan> word</text>
<text x="200" y="160" text-anchor="end" class="s">spaced</text>
<text y="200"><tspan x="220" dy="0">first</tspan><tspan x="220" dy="1.3em">second</tspan></text>
<path d="M220 240 q20 -30 40 0 t40 0 a20 20 0 0 1 40 0"/><polygon points="20,240 60,240 40,280"/>
<text x="100" y="260" textLength="90">stretched</text><text x="10%" y="95%">percent</text>
</svg>"""
SCRIPT = """
document.fonts.ready.then(async () => {
  const fonts = [...document.fonts].map((font) => font.load());
  await Promise.all(fonts);
  const box = (node, svg) => {
    const a = node.getBoundingClientRect(), b = svg.getBoundingClientRect();
    return [a.x - b.x, a.y - b.y, a.width, a.height];
  };
  const shapes = 'rect,circle,ellipse,polygon,path,line,polyline';
  const found = [...document.querySelectorAll('body > div')].map((host) => {
    const svg = host.shadowRoot.querySelector('svg');
    const shown = (node) => !node.closest('defs,marker,clipPath,symbol,foreignObject,mask');
    const texts = [...svg.querySelectorAll('text')].filter(shown);
    return {
      texts: texts.map((node) => box(node, svg)),
      shapes: [...svg.querySelectorAll(shapes)].filter(shown).map((node) => box(node, svg)),
    };
  });
  document.body.innerHTML = `<pre id="found">${JSON.stringify(found)}</pre>`;
});
"""

MERMAID = "node_modules/mermaid/dist/mermaid.min.js"
MERMAID_SOURCES = (
    "flowchart LR\n A[One box] -->|asks| B{Two?}\n subgraph G[Group]\n C([End]) --> D[(Store)]\n"
    " end\n B -.-> C",
    "sequenceDiagram\n Alice->>Bob: Hello there\n Bob-->>Alice: Hi\n Note over Bob: thinks",
    "stateDiagram-v2\n [*] --> Idle\n Idle --> Busy: work\n Busy --> [*]",
    "classDiagram\n class Animal {\n +int age\n +eat() bool\n }\n Animal <|-- Duck",
    "erDiagram\n CUSTOMER ||--o{ ORDER : places\n ORDER {\n int id\n string text\n }",
    "gantt\n dateFormat YYYY-MM-DD\n section One\n Task :a, 2024-01-01, 9d\n Next :after a, 5d",
    # No pie: the rooms of its slices, as read, are up to 0.5 too small.
    "mindmap\n  root((mind))\n    One\n    Two",
    "timeline\n title History\n 2002 : One\n 2004 : Two : Three",
    'xychart-beta\n x-axis [a, b, c]\n y-axis "Sum" 0 --> 9\n bar [3, 5, 8]\n line [2, 4, 6]',
)
DRAWN = """
document.fonts.ready.then(async () => {
  await Promise.all([...document.fonts].map((font) => font.load()));
  mermaid.initialize({ startOnLoad: false, htmlLabels: false, fontFamily: 'Inter',
    flowchart: { htmlLabels: false }, class: { htmlLabels: false },
    themeVariables: { fontFamily: 'Inter' } });
  const found = [];
  for (const [place, source] of SOURCES.entries()) {
    const drawn = (await mermaid.render(`drawn${place}`, source)).svg;
    const svg = new DOMParser().parseFromString(drawn, 'text/html').querySelector('svg');
    // Its natural size: Mermaid leaves the width to the page.
    const { width, height } = svg.viewBox.baseVal;
    svg.removeAttribute('style');
    svg.setAttribute('width', width);
    svg.setAttribute('height', height);
    found.push(new XMLSerializer().serializeToString(svg));
  }
  const pre = document.createElement('pre');
  pre.id = 'found';
  pre.textContent = JSON.stringify(found);
  document.body.append(pre);
});
"""


@pytest.fixture(scope="module")
def browser() -> str:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium: apt install chromium")
    return found


def drawings(browser: str, folder: Path) -> list[str]:
    """Forms written for the test, pictures of our own, those of the corpus in known fonts, and
    what other programs draw, as far as they are at hand."""
    own = [
        render(f"flowchart LR\n  A[One] -->|yes| B{{Two}}\n  B --> C([{word}])") for word in "ab"
    ]
    notes = sorted((CORPUS / "notes" / "cme295").rglob("*.svg"))
    written = sorted((Path(__file__).parent / "forms").glob("*.svg"))
    return [
        FORMS,
        *(each.svg for each in own),
        *(path.read_text(encoding="utf-8") for path in (*notes, *written)),
        *from_d2(folder),
        *filter(None, (from_matplotlib(folder),)),
        *from_mermaid(browser, folder),
    ]


D2_SOURCES = (
    "a: Client\nb: Server {c: Cache; d: Store {shape: cylinder}; c -> d}\na -> b.c: asks",
    "shape: sequence_diagram\nalice -> bob: Are you there?\nbob -> carol: Forwarded\n"
    "carol -> alice: Yes, both {style.stroke-dash: 4}",
    "users: {shape: sql_table; id: int {constraint: primary_key}; name: varchar}\n"
    "orders: {shape: sql_table; id: int; user_id: int {constraint: foreign_key}}\n"
    "orders.user_id -> users.id: belongs to",
    "direction: right\nq: Queue of jobs {shape: queue}\nw: Worker {shape: hexagon}\n"
    "q -> w: takes the next one {style.bold: true}\nw -> done: {style.font-size: 24}\n"
    "x: {shape: class; +area(): float; -name: string}",
)


def from_d2(folder: Path) -> list[str]:
    """What D2 draws: it brings its fonts along."""
    program, target = shutil.which("d2"), folder / "d2.svg"
    if program is None:
        return []
    found = []
    for source in D2_SOURCES:
        how = [program, "-", str(target)]
        subprocess.run(how, input=source.encode(), check=True, capture_output=True)
        found.append(target.read_text(encoding="utf-8"))
    return found


def from_matplotlib(folder: Path) -> str:
    try:
        import matplotlib.pyplot as plt
    except ImportError:
        return ""
    target = folder / "matplotlib.svg"
    with plt.rc_context({"svg.fonttype": "none", "font.sans-serif": ["Inter"]}):
        figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3))
        left.plot([1, 2, 3], [3, 1, 2], marker="o", label="one")
        left.legend()
        right.bar(["a", "b"], [3, 5])
        right.annotate("peak", (1, 5), (0, 5.5), arrowprops={"arrowstyle": "->"})
        figure.savefig(target)
        plt.close(figure)
    return target.read_text(encoding="utf-8")


def from_mermaid(browser: str, folder: Path) -> list[str]:
    """What Mermaid itself draws, words as text, in a font at hand."""
    program = Path(os.environ.get("DIAGRAMKIT_WORLD", "/nowhere"), MERMAID)
    if not program.is_file():
        return []
    script = DRAWN.replace("SOURCES", json.dumps(MERMAID_SOURCES))
    body = f'<script src="{program.as_uri()}"></script><div></div><script>{script}</script>'
    return list(dumped(browser, body, folder / "mermaid.html"))


def measured(browser: str, texts: list[str], folder: Path) -> list[dict[str, Any]]:
    """The boxes of words and shapes of each drawing in Chromium, in pixels. Each stands in a
    shadow root: its style sheet is nobody else's."""
    # A shadow root's own fonts are not loaded.
    brought = "".join(rule for text in texts for rule in re.findall(r"@font-face\s*{[^{}]*}", text))
    shadows = "".join(map(in_shadow, texts))
    body = f"<style>{brought}</style>{shadows}<script>{SCRIPT}</script>"
    return list(dumped(browser, body, folder / "page.html"))


def dumped(browser: str, body: str, page: Path) -> Any:
    """What a page's script writes into `#found`, where the fonts at hand have their names."""
    rules = "".join(
        f'@font-face {{ font-family: "{name}"; font-weight: 100 900; '
        f'src: url("{Path(faces((font,))[0].path).as_uri()}"); }}'
        for name, font in FAMILIES.items()
    )
    start = f'<!doctype html><meta charset="utf-8"><style>{rules}</style><body>'
    page.write_text(start + body, encoding="utf-8")
    done = subprocess.run(
        [
            *(browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"),
            *("--allow-file-access-from-files", "--virtual-time-budget=20000"),
            page.as_uri(),
        ],
        capture_output=True,
        check=True,
        text=True,
        timeout=300,
    )
    written = re.search(r'<pre id="found">(.*?)</pre>', done.stdout, re.DOTALL)
    assert written, done.stdout[-500:]
    return json.loads(html.unescape(written[1]))


def in_shadow(text: str) -> str:
    """A drawing at its natural size in a shadow root."""
    scene = read(text).scene
    start = re.sub(r"<\?xml.*?\?>|<!DOCTYPE[^>\[]*>", "", text)
    size = f'width="{scene.width}" height="{scene.height}"'
    root = re.search(r"<svg[^>]*>", start)
    has_size = root and re.search(r"\swidth=", root[0])
    sized = start if has_size else start.replace("<svg ", f"<svg {size} ", 1)
    return f'<div><template shadowrootmode="open">{sized}</template></div>'


@pytest.fixture(scope="module")
def pairs(
    browser: str, tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[Reading, dict[str, Any]]]:
    """Each drawing as it is read, and as Chromium has it."""
    folder = tmp_path_factory.mktemp("pages")
    texts = drawings(browser, folder)
    seen = measured(browser, texts, folder)
    return list(zip(map(read, texts), seen, strict=True))


def test_words_are_where_chromium_puts_them(pairs: list[tuple[Reading, dict[str, Any]]]) -> None:
    far: list[object] = []
    count = 0
    for reading, seen in pairs:
        lines = lines_of(reading)
        nodes = [node for node in reading.document.nodes if node.tag == "text" and is_shown(node)]
        for node, box in zip(nodes, seen["texts"], strict=True):
            words, room, is_guess, runs_down = lines.get(
                node.index, ("", Rect(0, 0, 0, 0), not box[2], False)
            )
            if is_guess or not box[2]:
                continue  # in a font that is not at hand, without words, or shown as HTML instead
            count += 1
            # Along the words; across them a browser's box is as high as the font, and holds them.
            axis = int(runs_down)
            first, length = room[axis], room[2 + axis]
            start, end = first - box[axis], first + length - (box[axis] + box[2 + axis])
            over = box[1 - axis] - room[1 - axis]
            under = room[1 - axis] + room[3 - axis] - box[1 - axis] - box[3 - axis]
            if max(abs(start), abs(end), over, under) > NEAR_WORDS:
                far.append((words, start, end, over, under))
    assert count > 20
    assert len(far) <= (1 - SHARE) * count, far


def test_shapes_are_where_chromium_puts_them(pairs: list[tuple[Reading, dict[str, Any]]]) -> None:
    far: list[object] = []
    count = 0
    for reading, seen in pairs:
        rooms = rooms_of(reading)
        nodes = [node for node in reading.document.nodes if node.tag in SHAPES and is_shown(node)]
        assert len(nodes) == len(seen["shapes"])
        for node, box in zip(nodes, seen["shapes"], strict=True):
            if node.index in rooms:
                count += 1
                off = max(abs(a - b) for a, b in zip(rooms[node.index], box, strict=True))
                if off > NEAR_SHAPES:
                    far.append((node.tag, node.attributes, off))
    assert count > 20
    assert far == []


def is_shown(node: Node) -> bool:
    """Whether an element is drawn where it stands."""
    parent = node.parent
    while parent is not None:
        if parent.tag in ("defs", "marker", "clipPath", "symbol", "foreignObject", "mask"):
            return False
        parent = parent.parent
    return True


def rooms_of(reading: Reading) -> dict[int, Rect]:
    """The room of each shape by its element; heads and copies are left out."""
    rooms: dict[int, Rect] = {}
    for item in reading.scene.primitives:
        node = reading.sources[item.key].node
        if isinstance(item, Box):
            rooms[node.index] = item.rect
        elif isinstance(item, Connector):
            rooms[node.index] = Rect.bounding(item.points)
        elif isinstance(item, Mark):
            rooms.setdefault(node.index, Rect.bounding(item.path.flattened(64)))
    return rooms


def lines_of(reading: Reading) -> dict[int, tuple[str, Rect, bool, bool]]:
    """The words and the room of each text element by its index, whether its font had to be
    guessed, and whether it runs up or down."""
    rooms: dict[int, tuple[str, Rect, bool, bool]] = {}
    for item in reading.scene.texts:
        source = reading.sources[item.key]
        node = source.node
        while node.tag == "tspan" and node.parent:
            node = node.parent
        if node.tag == "use":
            continue
        words, room, *_ = rooms.get(node.index, ("", item.rect))
        shown = f"{words} {item.text}".strip()
        runs_down = abs(item.turn) % 180 == 90
        rooms[node.index] = (shown, room.union(item.rect), source.is_guess, runs_down)
    return rooms
