"""What a rule says: a fault in a drawing, and which rule it breaks."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.diagnostics import Severity
from diagramkit.geometry import Rect


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: a sentence, the keys of the primitives, and where to look.

    The message names things by their words and keys and says by how much, in user units.
    """

    message: str
    keys: tuple[str, ...]
    place: Rect


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault under the code of its rule, such as `text-overlaps-line`."""

    rule: str
    message: str
    keys: tuple[str, ...]
    place: Rect
    severity: Severity = "error"
