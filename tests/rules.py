"""Writes the handbook's table of rules anew from their documentation: python tests/rules.py"""

from __future__ import annotations

from diagramkit.checking.catalog import table
from readme_tables import HANDBOOK
from readme_tables import written as written_to

PAGE = HANDBOOK / "check.md"


def written() -> str:
    """The page with the table as it should be."""
    return written_to(PAGE, "rules", table())


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
