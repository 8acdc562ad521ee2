"""A class is given to a node and defined nowhere.

Why: Mermaid paints the node as if nothing had been said.

Example: `class A critical` without `classDef critical …`.

Use instead: a `classDef` in the same block, or a role of the theme that `diagrams sync` writes.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.mermaid.traps.classes import defined, used
from diagramkit.mermaid.traps.trap import Lines, Trap
from diagramkit.theme.model import Categories, RoleLooks

_CATEGORIES = (f"category-{number}" for number in range(1, len(Categories.fields) + 1))
THEME_CLASSES = {*RoleLooks.fields, *_CATEGORIES}
"""The classes that every theme paints, and that `diagrams sync` defines."""


def check(source: Lines) -> Iterator[Trap]:
    """Compare the classes that are given with those that are defined, here or by a theme."""
    known = {name for name, _ in defined(source)} | THEME_CLASSES
    seen: set[str] = set()
    for name, place in used(source):
        if name not in known and name not in seen:
            seen.add(name)
            yield Trap(f"the class {name} is defined nowhere", place, place + len(name))
