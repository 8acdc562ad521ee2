"""What a source says reaches the picture, or a warning, over the corpora: words and titles,
shapes, colours, lines and their lengths.

`DIAGRAMKIT_EVERY=1` looks at all of the corpora.
"""

from __future__ import annotations

import dataclasses
import json
import os
import re
from collections.abc import Iterator

import pytest

from diagramkit import Drawing, render
from diagramkit.figure.formula import parse as parse_formula
from diagramkit.layout.graph import shapes
from diagramkit.mermaid import parse
from diagramkit.mermaid.keywords import KINDS
from diagramkit.mermaid.kinds.flowchart.model import Edge, Flowchart, Node
from diagramkit.mermaid.reading import drawn_keywords
from diagramkit.scene import Box, Connector
from survey import CORPUS

from .pictures import THEME

EVERY = int(os.environ.get("DIAGRAMKIT_EVERY", "12"))
"""Of so many diagrams of the corpora one is looked at."""
LONGEST = 4_000
SHOWN = frozenset(("text", "label", "heading", "title", "titles"))
"""The fields of models that hold words to be seen."""
INVISIBLE = "~~~"
HEX = re.compile("#[0-9a-fA-F]{6}")
MAIN = THEME.light.edges.main.stroke_width
DRAWN = {KINDS[word].partition("_")[0] for word in drawn_keywords()}
"""The kinds, as the corpora call them."""


def sources() -> list[tuple[str, str]]:
    """Some diagrams of the corpora, of all kinds."""
    found: list[tuple[str, str]] = []
    for name in ("real", "docs"):
        path = CORPUS / "mermaid" / f"{name}.jsonl"
        if not path.exists():
            continue
        for line in path.read_text(encoding="utf-8").splitlines()[::EVERY]:
            entry = json.loads(line)
            is_drawn = entry["valid"] and entry["kind"] in DRAWN
            if is_drawn and len(entry["text"]) < LONGEST and INVISIBLE not in entry["text"]:
                found.append((entry["id"], entry["text"]))
    return found


def written(value: object, field: str = "") -> Iterator[str]:
    """The words in a model that are to be seen."""
    if isinstance(value, str):
        if field in SHOWN:
            yield value
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from written(inner, field)
    elif dataclasses.is_dataclass(value):
        names = (getattr(value, field, None) for field in ("shape", "kind"))
        if any(isinstance(name, str) and shapes.is_wordless(name) for name in names):
            return
        for each in dataclasses.fields(value):
            # A title beside a heading is for readers of screens.
            if each.name != "title" or not hasattr(value, "heading"):
                yield from written(getattr(value, each.name), each.name)


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def unset(text: str) -> str:
    """A text without its formulas: those that are set are outlines."""

    def left(found: re.Match[str]) -> str:
        try:
            parse_formula(found[1])
        except ValueError:
            return found[0]
        return ""

    return re.sub(r"\$\$(.+?)\$\$", left, text)


def lost(drawing: Drawing, model: object) -> list[str]:
    """The words of a source that are neither in its picture nor in a warning."""
    seen = letters("".join(text.text for text in drawing.scene.texts))
    told = letters("".join(warning.message for warning in drawing.warnings))
    every = (
        word for text in map(unset, written(model)) for word in re.findall(r"[^\W_]{2,}", text)
    )
    return [word for word in every if letters(word) not in seen and letters(word) not in told]


def unlike(drawing: Drawing, model: object) -> list[str]:
    """The boxes and lines of a flowchart that are not drawn as the source has them."""
    if not isinstance(model, Flowchart) or drawing.warnings:
        return []
    boxes = {box.key: box for box in drawing.scene.boxes}
    found = [
        node.id
        for node in model.nodes
        if (box := boxes.get(f"node:{node.id}")) and not _is_drawn(node, model, box)
    ]
    lines: dict[tuple[str, str], list[Connector]] = {}
    for line in drawing.scene.connectors:
        lines.setdefault((line.source, line.target), []).append(line)
    for edge in model.edges:
        [line, *more] = lines.get((f"node:{edge.source}", f"node:{edge.target}"), [None])
        if line and not more and edge.line != "invisible" and not _is_line(edge, line):
            found.append(f"{edge.source}->{edge.target}")
    return found


def short(drawing: Drawing, model: object) -> list[str]:
    """The links of a flowchart between boxes that are nearer to each other than its length says."""
    if not isinstance(model, Flowchart) or drawing.warnings:
        return []
    boxes = {box.key: box.rect for box in drawing.scene.boxes}
    found: list[str] = []
    for edge in model.edges:
        first, then = boxes.get(f"node:{edge.source}"), boxes.get(f"node:{edge.target}")
        if edge.length > 1 and first and then and first != then:
            least = edge.length * THEME.spacing.spine_compact
            across = max(then.x - first.right, first.x - then.right)
            down = max(then.y - first.bottom, first.y - then.bottom)
            found += [f"{edge.source}->{edge.target}"] if max(across, down) < least else []
    return found


def unpainted(drawing: Drawing, model: object) -> list[str]:
    """The boxes of a flowchart that look, in the colours of the theme, as if the source had given
    them none."""
    if not isinstance(model, Flowchart) or drawing.warnings:
        return []
    boxes = {box.key: box for box in drawing.scene.boxes}
    plain = THEME.light.roles.primary.fill.casefold()
    filled = {node.id: _fill(node, model).casefold() for node in model.nodes}
    return [
        name
        for name, fill in filled.items()
        if HEX.fullmatch(fill) and fill != plain and (box := boxes.get(f"node:{name}"))
        if box.role == "primary"
    ]


def _fill(node: Node, chart: Flowchart) -> str:
    fill = ""
    for style in (*(chart.class_styles.get(each, ()) for each in node.classes), node.style):
        fill = dict(style).get("fill", fill)
    return fill


def _is_drawn(node: Node, chart: Flowchart, box: Box) -> bool:
    fill = _fill(node, chart)
    is_shaped = shapes.is_plain(node.shape) or shapes.is_frameless(node.shape)
    is_shaped = is_shaped or box.outline is not None or bool(box.details)
    return is_shaped and (not HEX.fullmatch(fill) or box.paint.fill.casefold() == fill.casefold())


def _is_line(edge: Edge, line: Connector) -> bool:
    heads = (edge.head != "none") + (edge.tail != "none")
    is_dashed = edge.line != "dotted" or bool(line.paint.dash) or bool(edge.style)
    is_heavy = edge.line != "thick" or line.paint.stroke_width > MAIN or bool(edge.style)
    return len(line.heads) == heads and is_dashed and is_heavy


@pytest.mark.parametrize(
    ("name", "source"), sources() or [("none", "")], ids=lambda one: one.partition("\n")[0][:60]
)
def test_what_is_said_reaches_the_picture_or_a_warning(name: str, source: str) -> None:
    if not source:
        pytest.skip("no corpus at hand")
    drawing, model = render(source, title="always", colors="source"), parse(source)
    assert lost(drawing, model) + unlike(drawing, model) + short(drawing, model) == [], name


@pytest.mark.parametrize(
    ("name", "source"),
    [one for one in sources() if "fill:" in one[1]] or [("none", "")],
    ids=lambda one: one.partition("\n")[0][:60],
)
def test_colours_of_the_source_are_told_apart_in_those_of_the_theme(name: str, source: str) -> None:
    if not source:
        pytest.skip("no corpus at hand")
    assert unpainted(render(source), parse(source)) == [], name


@pytest.mark.xfail(strict=True, reason="invisible links take their words with them")
def test_words_of_an_invisible_link_reach_the_picture() -> None:
    source = "flowchart LR\nA ~~~|words beside| B\n"
    assert lost(render(source), parse(source)) == []


@pytest.mark.parametrize(
    ("said", "drawn"),
    [
        ("A{x}", "A[x]"),
        ("A -.-> B", "A --> B"),
        ("A <--> B", "A --> B"),
        ("A ==> B\nC --> D", "A --> B\nC --> D"),
    ],
)
def test_what_is_drawn_otherwise_would_be_found(said: str, drawn: str) -> None:
    model = parse(f"flowchart LR\n{said}")
    assert unlike(render(f"flowchart LR\n{said}"), model) == []
    assert unlike(render(f"flowchart LR\n{drawn}"), model) != []
