"""The tables that are written from the code: kinds of Mermaid in the README, keys of the
configuration in the handbook.

    python tests/readme_tables.py

A kind is drawn when `mermaid/kinds/` has it; how it is drawn is the first sentence of the module of
that name in `layout/`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from diagramkit.mermaid.keywords import KINDS
from diagramkit.mermaid.reading import drawn_keywords
from diagramkit.project.config import key_table

ROOT = Path(__file__).parents[1]
HANDBOOK = ROOT / "diagrams" / "handbook" / "pages"


def kinds() -> str:
    """The table in Markdown, and a sentence on the kinds that are not drawn."""
    drawn = drawn_keywords()
    rows = [
        f"| {_codes(word for word in drawn if KINDS[word] == kind)} | {_first_sentence(kind)} |\n"
        for kind in dict.fromkeys(KINDS[word] for word in drawn)
    ]
    others = dict.fromkeys(KINDS[word] for word in KINDS if word not in drawn)
    names = ", ".join(_word(kind) for kind in others)
    return (
        "| begins with | what is drawn |\n|---|---|\n"
        + "".join(rows)
        + f"\nNot drawn, and refused by name: {names}.\n"
    )


def _codes(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _word(kind: str) -> str:
    """The shortest word that begins a kind, without the mark of a trial version."""
    return min((word for word, known in KINDS.items() if known == kind), key=len)


def _first_sentence(kind: str) -> str:
    spec = find_spec(f"diagramkit.layout.{kind}")
    assert spec is not None
    assert spec.origin is not None
    text = ast.get_docstring(ast.parse(Path(spec.origin).read_text(encoding="utf-8"))) or ""
    return " ".join(re.split(r"(?<=\.)\s", text)[0].rstrip(".").split())


def keys() -> str:
    """Every key of the configuration, and what it does."""
    return key_table() + "\n"


TABLES = {(ROOT / "README.md", "kinds"): kinds, (HANDBOOK / "configuration.md", "keys"): keys}
"""By the page, and the name of the comments that a table stands between."""


def written(page: Path, name: str, table: str) -> str:
    """A page with its table of that name as it should be.

    Raises:
        LookupError: the page has no place for it.
    """
    head, start, rest = page.read_text(encoding="utf-8").partition(f"<!-- {name} -->\n")
    _, end, tail = rest.partition(f"<!-- /{name} -->")
    if not start or not end:
        raise LookupError(f"{page.name} has no place for the table of {name}")
    return head + start + table + end + tail


if __name__ == "__main__":
    for (page, name), table in TABLES.items():
        page.write_text(written(page, name, table()), encoding="utf-8")
