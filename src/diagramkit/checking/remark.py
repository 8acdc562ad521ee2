"""What a check says: a finding with its place in a source, and all findings of a run."""

from __future__ import annotations

from dataclasses import dataclass, field

from diagramkit.diagnostics import Diagnostic, Location, Severity
from diagramkit.geometry import Rect

ORDER: dict[Severity, int] = {"error": 0, "warning": 1, "style": 2}


@dataclass(frozen=True, slots=True)
class Element:
    """Something that a finding is about: its key, and where it stands in the source."""

    key: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Edit:
    """A repair: characters `start` to `end` of the source become `text`. `is_safe`: it changes
    nothing but what is wrong."""

    start: int
    end: int
    text: str
    is_safe: bool = True


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding at its place.

    `elements` are what it is about, the first at `location`; `box` is the room in user units of
    the drawing, `measured` the number found, `passes` what would pass, `edits` what repairs it.
    """

    code: str
    severity: Severity
    message: str
    location: Location
    source_line: str = ""
    elements: tuple[Element, ...] = ()
    box: Rect | None = None
    measured: float | None = None
    passes: str = ""
    edits: tuple[Edit, ...] = ()

    @property
    def diagnostic(self) -> Diagnostic:
        """The finding as one of the program's messages."""
        message = f"{self.message} [{self.code}]"
        return Diagnostic(self.code, message, self.location, self.source_line, self.severity)


@dataclass(slots=True)
class Report:
    """All findings of a run by file and place, the inputs that could not be used, and the number
    of drawings and diagrams that were looked at."""

    remarks: list[Remark] = field(default_factory=list)
    errors: list[Diagnostic] = field(default_factory=list)
    subjects: int = 0

    def sort(self) -> None:
        """Findings in the order of files, lines and columns."""
        self.remarks.sort(key=lambda one: (one.location, one.code, one.message))
