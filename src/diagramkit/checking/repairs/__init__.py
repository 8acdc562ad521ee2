"""What repairs a drawing: one module a repair, with `edits(reading, theme)`.

An edit changes the characters that are wrong and nothing else. Repairs are tried in alphabetical
order of their modules, each on what the one before has left.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

from diagramkit.checking.remark import Edit
from diagramkit.svg.read import Reading
from diagramkit.theme.model import Theme

Repair = Callable[[Reading, Theme], Iterator[Edit]]


@cache
def repairs() -> dict[str, Repair]:
    """Every repair by the name of its module."""
    names = sorted(each.name for each in pkgutil.iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}").edits for name in names}
