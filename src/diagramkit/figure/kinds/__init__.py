"""The kinds of parts, one file each, named as the kind is in a source.

A file holds the model of its part, called after the file; the docstring of the model says what
the part is for and ends with an example, which the tests draw.
"""

from __future__ import annotations

import inspect
import pkgutil
import textwrap
from functools import cache
from importlib import import_module

from diagramkit.figure.part import Part


@cache
def kinds() -> dict[str, type[Part]]:
    """The model of every kind by its name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: getattr(import_module(f"{__name__}.{name}"), name.title()) for name in names}


def example(kind: type[Part]) -> str:
    """The example in the docstring of a kind: a list of parts, as it stands in a source."""
    lines = inspect.cleandoc(kind.__doc__ or "").splitlines()
    first = next(place for place, line in enumerate(lines) if line.lstrip().startswith("- "))
    return textwrap.dedent("\n".join(lines[first:])) + "\n"
