"""What Mermaid reads otherwise than it looks: found, repaired, and left alone where it is meant."""

from __future__ import annotations

import pytest

from diagramkit.mermaid.traps import Trap, all_traps, find_traps

FLOW = "flowchart LR\n  "
SEQUENCE = "sequenceDiagram\n  "
FOUND = {
    "unquoted-brackets": {
        f"{FLOW}A[read (cached)] --> B": f'{FLOW}A["read (cached)"] --> B',
        f'{FLOW}A[say "yes"]': f'{FLOW}A["say #quot;yes#quot;"]',
        f"{FLOW}A(keys [k, v])": f'{FLOW}A("keys [k, v]")',
        f"{FLOW}A -->|f(x)| B": f'{FLOW}A -->|"f(x)"| B',
        f"{FLOW}A{{is x (new)?}}": f'{FLOW}A{{"is x (new)?"}}',
    },
    "semicolon-in-message": {
        f"{SEQUENCE}A->>B: read; write": f"{SEQUENCE}A->>B: read#59; write",
        f"{SEQUENCE}A->>B: issue #4 is": f"{SEQUENCE}A->>B: issue #35;4 is",
        f"{SEQUENCE}Note over A: one; two": f"{SEQUENCE}Note over A: one#59; two",
        "stateDiagram-v2\n  A --> B: seen; kept": "stateDiagram-v2\n  A --> B: seen#59; kept",
    },
    "words-as-tag": {
        f'{FLOW}A[("<DATABASE>")]': f'{FLOW}A[("&lt;DATABASE&gt;")]',
        f"{FLOW}A -->|List<String>| B": f"{FLOW}A -->|List&lt;String&gt;| B",
    },
    "end-as-id": {
        f"{FLOW}A --> end": f"{FLOW}A --> End",
        f"{FLOW}end[Done] --> A": f"{FLOW}End[Done] --> A",
    },
    "glued-o-or-x": {
        f"{FLOW}A---order": f"{FLOW}A--- order",
        f"{FLOW}A--xray": f"{FLOW}A-- xray",
    },
    "smart-quotes": {f"{FLOW}A[“read it”]": f'{FLOW}A["read it"]'},
    "comment-after-code": {
        f"{FLOW}A --> B %% usual": f"{FLOW}%% usual\n  A --> B",
    },
    "mixed-indentation": {
        "mindmap\n  root\n    a\n\t\tb": "mindmap\n  root\n    a\n        b",
    },
    "undefined-class": {f"{FLOW}A:::hot --> B": None, f"{FLOW}A --> B\n  class A,B hot": None},
    "unused-class": {f"{FLOW}A --> B\n  classDef hot fill:#fff,stroke:#111,color:#111": None},
    "half-style": {f"{FLOW}A:::hot\n  classDef hot fill:#F5F1EA": None},
    "dropped-directive": {
        '%%{init: {"securityLevel": "loose"}}%%\nflowchart LR\n  A': None,
        "%%{init: {theme: dark}}%%\nflowchart LR\n  A": None,
        "%%{config: {}}%%\nflowchart LR\n  A": None,
    },
    "github-refuses": {
        f"{FLOW}A --> B\n  click A call show()": None,
        f'{FLOW}A --> B\n  click A href "javascript:alert(1)"': None,
    },
}
LEFT = {
    "unquoted-brackets": (
        f'{FLOW}A["read (cached)"] --> B',
        f"{FLOW}A[[sub]] --> B[(data)] --> C([stadium]) --> D((circle)) --> E{{{{hexagon}}}}",
        f"{FLOW}A[/leaning/] --> B[\\other\\]",
        f"{FLOW}A -->|yes| B[plain words, and: more]",
        f"{FLOW}A(((double))) --> B>flag]",
        f'{FLOW}A@{{ shape: rect, label: "a (b)" }}',
        "sequenceDiagram\n  A->>B: f(x) [ok]",
    ),
    "semicolon-in-message": (
        f"{SEQUENCE}A->>B: read it",
        f"{SEQUENCE}A->>B: a #9829; heart",
        f"{SEQUENCE}A->>B: read it;",
        f"{FLOW}A[one; two]",
        "stateDiagram-v2\n  A --> B: seen;",
        "stateDiagram-v2\n  A --> B: issue #4",
    ),
    "words-as-tag": (
        f"{FLOW}A[one<br/>two <b>three</b>]",
        f"{FLOW}A <-->|both| B",
        f"{FLOW}A[1 < 2] --> B[2 > 1]",
        'classDiagram\n  class A["<X>"]',
    ),
    "end-as-id": (
        "flowchart LR\n  subgraph s\n    A --> B\n  end\n  B --> endpoint",
        f"{FLOW}A --> End",
        f'{FLOW}A["the --> end"]',
        f"{FLOW}A --> B[end]",
    ),
    "glued-o-or-x": (
        f"{FLOW}A --o B",
        f"{FLOW}A --- order",
        f'{FLOW}A["x---order"]',
        f"{FLOW}A --x B",
    ),
    "smart-quotes": (f"{FLOW}A[the “real” one]", f'{FLOW}A["“quoted”"]'),
    "comment-after-code": (
        f"{FLOW}%% all of the line\n  A --> B",
        f'{FLOW}A["100 %% sure"]',
        '%%{init: {"theme": "base"}}%%\nflowchart LR\n  A',
    ),
    "mixed-indentation": ("mindmap\n\troot\n\t\ta", "mindmap\n  root\n    a"),
    "undefined-class": (
        f"{FLOW}A:::accent --> B:::category-2",
        f"{FLOW}A:::hot\n  classDef hot fill:#fff,stroke:#111,color:#111",
        f"{FLOW}A --> B\n  class A a,b\n  classDef a,b fill:#fff",
        "classDiagram\n  class Animal\n  class Dog",
    ),
    "unused-class": (f"{FLOW}A\n  classDef default fill:#fff,stroke:#111,color:#111",),
    "half-style": (
        f"{FLOW}A:::hot\n  classDef hot fill:#fff,stroke:#111,color:#050505",
        f"{FLOW}A:::hot\n  classDef hot stroke-width:2px",
    ),
    "dropped-directive": (
        "%%{init: {'theme': 'base', 'themeVariables': {'lineColor': '#111'}}}%%\nflowchart LR\n  A",
        "%%{wrap}%%\nsequenceDiagram\n  A->>B: x",
    ),
    "github-refuses": (f'{FLOW}A --> B\n  click A "https://example.org"',),
}


def traps(text: str, code: str) -> list[Trap]:
    return [trap for rule, trap in find_traps(text) if rule.code == code]


def repaired(text: str, code: str) -> str:
    for trap in sorted(traps(text, code), key=lambda trap: -trap.start):
        assert trap.repair is not None
        text = text[: trap.start] + trap.repair + text[trap.end :]
    return text


@pytest.mark.parametrize(("code", "text"), [(code, text) for code in FOUND for text in FOUND[code]])
def test_a_trap_is_found(code: str, text: str) -> None:
    assert traps(text, code)


@pytest.mark.parametrize(("code", "text"), [(code, text) for code in LEFT for text in LEFT[code]])
def test_what_only_looks_like_a_trap_is_left_alone(code: str, text: str) -> None:
    assert traps(text, code) == []


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [(code, text, good) for code in FOUND for text, good in FOUND[code].items() if good],
)
def test_a_trap_is_repaired(code: str, text: str, expected: str) -> None:
    assert repaired(text, code) == expected


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code in FOUND for text, good in FOUND[code].items() if good]
)
def test_what_was_repaired_has_no_trap_left(code: str, text: str) -> None:
    assert traps(repaired(text, code), code) == []


def test_every_trap_has_a_case() -> None:
    assert set(all_traps()) == set(FOUND) == set(LEFT)
