"""Comments that ignore rules: `<!-- diagrams: ignore CODE -->`, `%% diagram: ignore CODE`,
`# diagram: ignore CODE`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from diagramkit.checking.catalog import UNUSED, catalog
from diagramkit.checking.remark import Remark
from diagramkit.diagnostics import Location
from diagramkit.lint.ignoring import codes_of, ignoring

_IN_XML = re.compile(r"\s*diagrams?:\s*ignore\b\s*(.*?)\s*$", re.DOTALL)


@dataclass(slots=True)
class Suppression:
    """A comment: the codes that it ignores, the lines it holds for (None: all), and where it
    stands. `used` gathers the codes that it ignored anything of."""

    codes: tuple[str, ...]
    lines: range | None
    line: int
    column: int
    source_line: str = ""
    used: set[str] = field(default_factory=set)

    def covers(self, remark: Remark) -> bool:
        """Whether it ignores a finding; notes that it did."""
        if remark.code not in self.codes:
            return False
        lines = {remark.location.line, *(element.line for element in remark.elements)}
        if self.lines is not None and not any(line in self.lines for line in lines):
            return False
        self.used.add(remark.code)
        return True


def read_codes(comment: str) -> tuple[str, ...] | None:
    """The codes that a comment of a drawing ignores; None where it says nothing of the kind."""
    found = _IN_XML.match(comment)
    return codes_of(found[1]) if found else None


def in_source(text: str, first_line: int) -> list[Suppression]:
    """The comments of a diagram's source: each holds for the whole diagram."""
    found = []
    for codes, comment in ignoring(text):
        line = first_line + text.count("\n", 0, comment.start())
        words = comment[0].strip()
        column = len(comment[0]) - len(comment[0].lstrip()) + 1
        found.append(Suppression(codes, None, line, column, words))
    return found


def suppressed(
    remarks: Iterable[Remark], suppressions: Sequence[Suppression], path: str
) -> list[Remark]:
    """What is left of findings, and a finding for each code that was ignored in vain."""
    left = []
    for remark in remarks:
        # All of them are asked, so that each knows what it is good for.
        covering = [each for each in suppressions if each.covers(remark)]
        if not covering:
            left.append(remark)
    for each in suppressions:
        for code in each.codes:
            if code not in each.used:
                left.append(_unused(code, each, path))
        if not each.codes:
            left.append(_unused("", each, path))
    return left


def _unused(code: str, suppression: Suppression, path: str) -> Remark:
    if not code:
        message = "the comment names no rule to ignore"
    elif code in catalog():
        message = f"nothing here that {code} finds"
    else:
        message = f"there is no rule {code}"
    place = Location(path, suppression.line, suppression.column)
    return Remark(UNUSED, "warning", message, place, suppression.source_line)
