"""Every token decides something: changed alone, it changes a picture, a warning, a finding, or what
Mermaid is told. What merely lists the tokens (CSS, JSON, the guide for agents) does not count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from diagramkit import DiagramError, render
from diagramkit.golden.looks import with_tokens
from diagramkit.lint import check
from diagramkit.theme.contrast import check_theme
from diagramkit.theme.export import export
from diagramkit.theme.model import ModeName, tokens
from diagramkit.themes import editorial

DIAGRAMS = Path(__file__).parents[2] / "diagrams"
TELLING = ("mermaid-init", "mermaid-classdefs", "mermaid-page")
"""Exports in which a token decides, not just appears."""

OWN = {
    "shapes": "flowchart TB\n  a{{Hexagon}} --> b[[Subroutine]] --> d[(Store)] --> e((End))\n"
    "  b --> c{Is this decision wider than a diamond may be, with all these words?}\n",
    "long": "flowchart LR\n"
    + " --> ".join(f"s{step}[Step {step} of many]" for step in range(14))
    + "\n  s0 --> t1 & t2\n",
    "spine": "flowchart LR\n  a --> b --> c --> d\n  b --> s\n  c --> u\n  x1 --> y1\n  x2 --> y2\n"
    "  x3 --> y3\n",
    "fans": "flowchart TB\n  a --> b & c & d\n",
    "groups": "flowchart TB\n  subgraph one\n    subgraph two\n      subgraph three\n"
    "        a:::accent --> b\n      end\n    end\n  end\n  b -->|words beside it| c:::accent\n"
    "  c -.-> d:::note\n  d --> e:::secondary\n",
    "style": "flowchart LR\n  a --> b --> c\n  linkStyle 0 stroke:#12ab56\n",
    "categories": "flowchart LR\n"
    + "".join(f"  c{each}[One<br>two]:::category-{each}\n" for each in range(1, 7)),
    "classes": "flowchart LR\n" + "".join(f"  c{each}:::k{each}\n" for each in range(8)),
    "sequence": "sequenceDiagram\n  participant A\n  participant B\n  A->>A: think\n  A->>B: go\n",
    "numbers": 'pie showData\n  "A" : 12500.5\n  "B" : 12500\n',
    "record": "classDiagram\n  class Order {\n    -id: int\n    +place(customer: Customer, "
    "articles: List~Article~, payment: Payment, address: Address, voucher: Voucher) Receipt\n  }\n",
}
SOURCES = OWN | {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted(DIAGRAMS.glob("*/*.*"))
    if path.suffix in (".mmd", ".yaml")
}
FIGURES = "kv-cache-decoding mha-mqa-gqa-kv-cache grpo-group-advantage reasoning-token-budget"
# The sources in which a group of tokens shows, those first that show most of it.
SHOWN = {
    "sequence": "inference-server sequence",
    "record": "kv-cache-owners record model-registry",
    "figure": f"{FIGURES} numbers gpu-memory causal-mask sampling-chips rope-rotation",
    "shape": "shapes study-loop review kv-cache-block",
    "budget": "classes groups long learning-path concept-map",
    "spine": "spine learning-path",
    "edge": "groups fans long sequence concept-map kv-cache-owners kv-cache-decoding study-loop",
    "spacing": "groups long spine grpo-group-advantage",
    "box": "groups shapes long concept-map kv-cache-decoding",
    "type": "groups shapes inference-server grpo-group-advantage kv-cache-decoding gqa-key-number",
    "light": "groups categories concept-map inference-server learning-path",
    "dark": "groups categories style memory-bars gpu-memory inference-server learning-path",
    "fonts": "groups flashattention-io",
    "page": "groups long concept-map learning-path flashattention-io",
}
GROUPS = list(dict.fromkeys(path.rpartition(".")[0] for path in tokens(editorial)))


@pytest.mark.parametrize("group", GROUPS)
def test_every_token_has_an_effect(group: str) -> None:
    own = [path for path in tokens(editorial) if path.rpartition(".")[0] == group]
    assert next((path for path in own if not has_effect(path)), None) is None


def has_effect(path: str) -> bool:
    mode: ModeName = "dark" if path.startswith("dark.") else "light"
    return any(
        outcome(name, mode, {path: value}) != plain(name, mode)
        for name in ("", *(SHOWN[path.partition(".")[0]].split()))
        for value in others(tokens(editorial)[path])
    )


def others(value: Any) -> Iterator[Any]:
    """Values that the token might have instead."""
    if isinstance(value, str):
        yield "#12ab56"
    elif isinstance(value, tuple) and value and isinstance(value[0], str):
        yield ("JetBrains Mono", "Inter") if value[0] != "JetBrains Mono" else ("Inter", "Arial")
    elif value == ():
        yield (4.0, 2.0)
    elif isinstance(value, tuple):
        yield tuple(number * 1.5 + 1 for number in value)
    else:
        yield type(value)(value * 2 + 1) if value > 1 else 1.0
        yield type(value)(value / 2) if value > 1 else 0.0


@cache
def plain(name: str, mode: ModeName) -> object:
    return outcome(name, mode, {})


def outcome(name: str, mode: ModeName, changes: Mapping[str, Any]) -> object:
    """What comes of a source, or of the theme alone, with some tokens changed."""
    theme = with_tokens(editorial, changes)
    if not name:
        told = [export(theme, target, mode) for target in TELLING]
        return [str(each) for each in check_theme(theme)], told
    try:
        drawing = render(SOURCES[name], theme=theme, mode=mode)
    except DiagramError as error:
        return str(error)
    found = [str(each) for each in check(drawing.scene, theme)]
    return drawing.svg, [str(each) for each in drawing.warnings], found


@pytest.mark.parametrize("least", [0, 1])
def test_a_main_path_of_any_length_is_drawn(least: int) -> None:
    theme = with_tokens(editorial, {"spine.least": least})
    assert render("flowchart LR\n  a\n  b --> c", theme=theme).svg
