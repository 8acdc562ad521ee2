"""What inputs are mutated from: the diagrams of this repository, and of the corpus where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from diagramkit.mermaid.keywords import KINDS, keyword_of
from diagramkit.theme.builtin import builtin_file, builtin_names

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "survey.py"
MERMAID = (
    "flowchart sequence class_diagram state er gantt pie quadrant xychart gitgraph mindmap timeline"
)
"""The kinds that are drawn."""
EACH = 60
_FENCE = re.compile(r"```mermaid\n(.*?)```", re.DOTALL)
SETTINGS = (
    'theme = "editorial"\nmode = "light,dark"\nscale = 2\nwidth = 1200\n[classes]\ngpu = "primary"\n',
    'output = "out"\nguides = ["AGENTS.md"]\ngoldens = {folder = "kept", scale = 2}\n',
    'colors = "source"\nbackground = "#ffffff"\nexclude = ["a/", "*.b"]\ndirective = "never"\n',
    "goldens = {tolerance = {token = 1.0}, themes = ['editorial', 'blueprint']}\nundrawn = 'error'\n",
)


@cache
def mermaid(kind: str) -> tuple[str, ...]:
    """Diagrams of a kind, some of the corpus among them."""
    return tuple(islice((text for text in _diagrams() if _kind(text) == kind), EACH))


@cache
def pages() -> tuple[str, ...]:
    """Pages with diagrams and pictures in them."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("diagrams/*/*.md"))]
    texts += [path.read_text(encoding="utf-8") for path in (ROOT / "README.md",)]
    blocks = [
        f"# T\n\n> ```mermaid\n> {text.replace(chr(10), chr(10) + '> ')}\n> ```\n"
        for text in mermaid("flowchart")[:10]
    ]
    return tuple(text[:20_000] for text in [*texts, *blocks])


@cache
def figures() -> tuple[str, ...]:
    """Figures of every kind."""
    files = sorted(ROOT.glob("diagrams/*/*.yaml"))
    return tuple(path.read_text(encoding="utf-8") for path in files)


@cache
def themes() -> tuple[str, ...]:
    """Theme files: the built-in ones, and short ones that extend one."""
    whole = [builtin_file(name).read_text(encoding="utf-8") for name in builtin_names()]
    lines = [
        line for text in whole for line in text.splitlines() if re.match(r" +\w+: +[\d\[]", line)
    ]
    own = [
        f"extends: editorial\nspacing: {{rank: {n}}}\npage: {{max_width: {n * 90}}}\n"
        for n in range(2, 9)
    ]
    return tuple([*whole, *own, "extends: editorial\nbox:\n" + "\n".join(lines[:4]) + "\n"])


@cache
def _diagrams() -> tuple[str, ...]:
    found = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("diagrams/**/*.mmd"))]
    for page in (ROOT / "README.md", *sorted(ROOT.glob("diagrams/**/*.md"))):
        found += _FENCE.findall(page.read_text(encoding="utf-8"))
    return tuple([*found, *SAMPLES, *_corpus()])


def _corpus() -> Iterator[str]:
    from survey import CORPUS, sources

    if not CORPUS.is_dir():
        return
    names = [kind for kind in dict.fromkeys(KINDS.values()) if kind in MERMAID.split()]
    for kind in names:
        for source in islice(sources("all", kind), EACH):
            yield source.text


def _kind(text: str) -> str:
    return KINDS.get(keyword_of(text) or "", "")


SAMPLES = (
    "sequenceDiagram\n  actor A\n  A->>+B: hi\n  Note over A,B: words\n  loop often\n    B-->>-A: ok\n"
    "  end\n  alt x\n    A-xB: no\n  else y\n    B->>B: self\n  end\n",
    "classDiagram\n  class A~T~ {\n    +int x\n    +run(a: int) bool*\n  }\n  A <|-- B : is\n"
    '  A "1" o-- "*" C\n  namespace N {\n    class D\n  }\n  note for A "words"\n',
    "stateDiagram-v2\n  [*] --> A\n  state A {\n    B --> C : go\n  }\n  A --> [*]\n  note right of A\n"
    "    words\n  end note\n  state F <<fork>>\n",
    'erDiagram\n  A ||--o{ B : has\n  A {\n    int id PK\n    string name "words"\n  }\n',
    "gantt\n  title T\n  dateFormat YYYY-MM-DD\n  excludes weekends\n  section S\n  one :a1, 2024-01-01, 30d\n"
    "  two :crit, after a1, 2w\n  m :milestone, 2024-03-01, 0d\n",
    'pie showData\n  title T\n  "a" : 42.5\n  "b" : 7\n',
    "quadrantChart\n  x-axis Low --> High\n  y-axis Less --> More\n  quadrant-1 Do\n  A: [0.3, 0.6]\n",
    'xychart-beta\n  title "T"\n  x-axis [a, b, c]\n  y-axis "n" 0 --> 100\n  bar [1, 50, 99]\n  line [5, 4, 3]\n',
    'gitGraph\n  commit id: "a"\n  branch dev\n  checkout dev\n  commit tag: "v1"\n  checkout main\n  merge dev\n',
    "mindmap\n  root((R))\n    A\n      B[square]\n    C)cloud(\n",
    "timeline\n  title T\n  section S\n  2002 : one : two\n  2004 : three\n",
    "flowchart TB\n  subgraph S [title]\n    A((x)) -- words --> B{y}\n  end\n  B -.-> C[/z/]\n  A & B ==> D\n"
    "  classDef accent fill:#f00\n  class A accent\n  style B fill:#0f0\n  linkStyle 0 stroke:#f00\n",
)
"""One of each kind that is drawn, so that none is missing where there is no corpus."""
