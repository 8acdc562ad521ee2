"""A key number."""

from __future__ import annotations

from typing import ClassVar

from diagramkit.figure.part import Lines, Part, Words


class Key(Part):
    """The one number that counts, set large, with words below it.

    - {key: 8×, small: less memory for keys and values}
    """

    MAIN: ClassVar = "number"

    number: Words
    """The number, with its sign or unit."""
    small: Lines = ()
    """What it counts."""
