"""The table of the README that says which kinds of Mermaid are drawn, written from the code.

    python tests/kinds.py

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

README = Path(__file__).parents[1] / "README.md"
_TABLE = re.compile(r"(?<=<!-- kinds -->\n).*?(?=<!-- /kinds -->)", re.DOTALL)


def table() -> str:
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


def written() -> str:
    """The README with the table as it should be."""
    text = README.read_text(encoding="utf-8")
    return _TABLE.sub(lambda _: table(), text)


if __name__ == "__main__":
    README.write_text(written(), encoding="utf-8")
