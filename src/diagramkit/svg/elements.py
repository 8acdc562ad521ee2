"""The elements of svgwrite that drawings are made of, without what only checking them needs.

`import svgwrite` compiles the grammars of all SVG attributes, a web client for fonts to embed and
forty kinds of elements: a quarter of the time that a first picture took. Its checks are switched
off here (`debug=False`), most attributes being set past them anyway. So the few modules that are
used are loaded as a private copy, with empty modules in the place of the validator and of the XML
writer. Whoever else imports svgwrite in the same process gets the whole library.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import TYPE_CHECKING

_LIBRARY = "svgwrite"


def _stand_in(name: str, **contents: object) -> ModuleType:
    module = ModuleType(name)
    module.__dict__.update(contents)
    return module


@contextmanager
def _private_copy() -> Iterator[None]:
    """While this lasts, modules of svgwrite are loaded one by one, and forgotten after it."""
    others = _forget()
    spec = find_spec(_LIBRARY)
    if spec is None:  # told by the import itself
        yield
        return
    light = (
        module_from_spec(spec),
        _stand_in(f"{_LIBRARY}.validator2", get_validator=lambda profile, debug: None),  # noqa: ARG005
        _stand_in(f"{_LIBRARY}.etree", etree=None),
    )
    sys.modules.update({module.__name__: module for module in light})
    try:
        yield
    finally:
        _forget()
        sys.modules.update(others)


def _forget() -> dict[str, ModuleType]:
    names = [name for name in sys.modules if name.partition(".")[0] == _LIBRARY]
    return {name: sys.modules.pop(name) for name in names}


if TYPE_CHECKING:
    from svgwrite.base import BaseElement as Element
    from svgwrite.path import Path
    from svgwrite.shapes import Rect
    from svgwrite.text import Text
else:
    with _private_copy():
        from svgwrite.base import BaseElement as Element
        from svgwrite.path import Path
        from svgwrite.shapes import Rect
        from svgwrite.text import Text

__all__ = ["Element", "new_path", "new_rect", "new_text"]

_unchecked = Element(debug=False)
"""Has the parameters that all elements share: to make them anew took a third of the time."""
new_path = partial(Path, factory=_unchecked)
new_rect = partial(Rect, factory=_unchecked)
new_text = partial(Text, factory=_unchecked)
