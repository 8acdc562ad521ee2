"""What a rule says: a fault in a drawing, and which rule it breaks."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.diagnostics import Severity
from diagramkit.geometry import Rect


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: a sentence, the keys of the primitives, and where to look.

    The message names things by their words and keys and says by how much, in user units.
    `measured` is the number that was found, `passes` what would pass; `offset` is where in the
    text of a drawing that was read the fault is, where that is not the element of a key.
    """

    message: str
    keys: tuple[str, ...]
    place: Rect
    measured: float | None = None
    passes: str = ""
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault under the code of its rule, such as `text-overlaps-line`."""

    rule: str
    message: str
    keys: tuple[str, ...]
    place: Rect
    severity: Severity = "error"
    measured: float | None = None
    passes: str = ""
    offset: int | None = None
