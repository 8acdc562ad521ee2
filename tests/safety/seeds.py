"""What inputs are mutated from: the diagrams of this repository, and of the corpus where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice
from pathlib import Path

from diagramkit.cli import preview
from diagramkit.mermaid.keywords import KINDS, keyword_of
from diagramkit.theme.builtin import builtin_file, builtin_names

ROOT = Path(__file__).parents[2]
PREVIEWED = Path(preview.__file__).parent / "samples"
MERMAID = tuple(kind for kind in dict.fromkeys(KINDS.values()) if kind != "error")
"""The kinds that are drawn."""
EACH = 60
_FENCE = re.compile(r"```mermaid\n(.*?)```", re.DOTALL)
RICH = tuple((Path(__file__).parent / "samples.txt").read_text(encoding="utf-8").split("====\n"))
"""Diagrams of some kinds with all that their language has."""
SAMPLES = (
    *(path.read_text(encoding="utf-8") for path in sorted(PREVIEWED.glob("*.mmd"))),
    *RICH,
)
"""Diagrams of each kind that is drawn, so that none is missing where there is no corpus."""
SETTINGS = (
    'theme = "editorial"\nmode = "light,dark"\nscale = 2\nwidth = 1200\n[classes]\ng = "primary"\n',
    'output = "out"\nguides = ["AGENTS.md"]\ngoldens = {folder = "kept", scale = 2}\n',
    'colors = "source"\nbackground = "#ffffff"\nexclude = ["a/", "*.b"]\ndirective = "never"\n',
    "goldens = {tolerance = {token = 1.0}, themes = ['editorial']}\nundrawn = 'error'\n",
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
def drawings() -> tuple[str, ...]:
    """Drawings by hand and by other programs, those of the corpus among them."""
    from survey import CORPUS

    files = sorted(ROOT.glob("tests/svg/read/forms/*.svg"))
    files += sorted(ROOT.glob("diagrams/*/rendered/*.svg"))[:3]
    files += sorted(CORPUS.glob("notes/**/*.svg"))
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
    return (*whole, *own, "extends: editorial\nbox:\n" + "\n".join(lines[:4]) + "\n")


@cache
def _diagrams() -> tuple[str, ...]:
    found = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("diagrams/**/*.mmd"))]
    for page in (ROOT / "README.md", *sorted(ROOT.glob("diagrams/**/*.md"))):
        found += _FENCE.findall(page.read_text(encoding="utf-8"))
    return (*found, *SAMPLES, *_corpus())


def _corpus() -> Iterator[str]:
    from survey import CORPUS, sources

    if not CORPUS.is_dir():
        return
    for kind in MERMAID:
        name = kind.partition("_")[0]
        for source in islice(chain(sources("real", name), sources("docs", name)), EACH):
            yield source.text


def _kind(text: str) -> str:
    return KINDS.get(keyword_of(text) or "", "")
