"""Writes the README's table of rules anew from their documentation: python tests/rules.py"""

from __future__ import annotations

import re
from pathlib import Path

from diagramkit.checking.catalog import table

README = Path(__file__).parents[1] / "README.md"
_TABLE = re.compile(r"(<!-- rules -->\n).*?(<!-- /rules -->)", re.DOTALL)


def written() -> str:
    """The README with the table as it should be."""
    text = README.read_text(encoding="utf-8")
    return _TABLE.sub(lambda found: found[1] + table() + found[2], text)


if __name__ == "__main__":
    README.write_text(written(), encoding="utf-8")
