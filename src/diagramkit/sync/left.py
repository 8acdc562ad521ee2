"""Why a diagram is left as it is: in a sentence, and in a few words for a summary."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.diagnostics import Diagnostic, Location


@dataclass(frozen=True, slots=True)
class Reason:
    """`sentence` is said of each diagram, `short` where they are counted."""

    sentence: str
    short: str


KEPT = Reason("kept as it is, as a comment in it says", "kept by a comment")
NO_DIRECTIVE = Reason(
    'takes colours by directive alone and has none: directive = "needed" adds one',
    'no directive there (directive = "needed" adds one)',
)
NEVER = Reason('takes colours by directive alone, and directive = "never"', 'directive = "never"')
UNREAD = Reason(
    "its directive or front matter is written in a way that is not rewritten",
    "their directive is not rewritten",
)
NO_KIND = Reason("no kind of Mermaid diagram that is known", "of no known kind")
TOO_LONG = Reason("longer than what is read", "too long")
NO_ROLE = Reason(
    "its colours are none that a role or a category stands for", "colours without a role"
)


@dataclass(frozen=True, slots=True)
class Left:
    """A diagram that is left, with its place."""

    reason: Reason
    place: Location

    @property
    def remark(self) -> Diagnostic:
        """The same as a remark."""
        return remark(self.reason.sentence, self.place)


def remark(message: str, place: Location) -> Diagnostic:
    """What is left as it is, and why."""
    return Diagnostic("left", message, place, severity="style")
