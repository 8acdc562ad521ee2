"""Differences that nobody can see: keys, the names of ends, and the paint order of things apart."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from diagramkit.golden.serial import dump_primitive
from diagramkit.scene import Box, Connector, Primitive, Scene, Text

_WORD = re.compile(r"\w+")


def looks_alike(before: Scene, after: Scene) -> bool:
    """Whether two scenes are made of the same things, whatever their keys and their paint order.

    With the same pixels they look the same. Both have to be canonical.
    """
    return (
        _frame(before) == _frame(after)
        and Counter(_WORD.findall(before.description)) == Counter(_WORD.findall(after.description))
        and Counter(map(_bare, before.primitives)) == Counter(map(_bare, after.primitives))
    )


def _frame(scene: Scene) -> tuple[object, ...]:
    return scene.width, scene.height, scene.background, scene.mode, scene.title


def _bare(item: Primitive) -> str:
    match item:
        case Connector():
            return dump_primitive(replace(item, key="", source="", target=""))
        case Box() | Text():
            return dump_primitive(replace(item, key="", owner=""))
        case _:
            return dump_primitive(replace(item, key=""))
