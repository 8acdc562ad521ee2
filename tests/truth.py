"""How well the rules see: recall and precision by kind, over drawings whose faults are known.

    python tests/truth.py                       # the notes of the corpus
    python tests/truth.py my-drawings.json      # files beside the list, in the same form
    python tests/truth.py --missed              # and each fault missed, each finding that is wrong

The list has, for each drawing, its `defects` with their `kind`, `line`, `other_line` and `where`
(a box in user units), and `not_defects`, which only look wrong. A finding matches a defect of its
kind when it names one of its lines, or when their boxes meet; several findings on one defect count
once. Defects marked `borderline` or `extra` count neither way.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from diagramkit.checking.drawings import check_drawing
from diagramkit.checking.remark import Remark
from diagramkit.geometry import Rect
from diagramkit.theme.load import load_theme
from survey import CORPUS

KINDS = (
    "text-overflows-box",
    "text-overlaps-text",
    "text-overlaps-line",
    "text-clipped-by-viewbox",
    "connector-crosses-box",
    "connector-end-detached",
    "box-overlaps-box",
    "off-palette",
    "low-contrast",
)
TRUTH = CORPUS / "notes" / "truth-cme295.json"


@dataclass(slots=True)
class Score:
    """What was found of one kind: of the defects, and by the findings."""

    defects: int = 0
    found: int = 0
    right: int = 0
    wrong: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / self.defects if self.defects else 1.0

    @property
    def precision(self) -> float:
        findings = self.right + self.wrong
        return self.right / findings if findings else 1.0

    def add(self, other: Score) -> None:
        self.defects += other.defects
        self.found += other.found
        self.right += other.right
        self.wrong += other.wrong
        self.notes += other.notes


def scores(truth: Path) -> dict[str, Score]:
    """The score of each kind over all drawings of a list."""
    found = {kind: Score() for kind in KINDS}
    theme = load_theme("editorial")
    for entry in json.loads(truth.read_text(encoding="utf-8")):
        file = truth.parent / entry["file"]
        remarks, _ = check_drawing(file.read_bytes(), entry["file"], theme)
        for kind, score in found.items():
            score.add(judged(entry, kind, [one for one in remarks if one.code == kind]))
    return found


def judged(entry: dict[str, Any], kind: str, remarks: list[Remark]) -> Score:
    """The findings of one kind in one drawing against what is wrong with it."""
    defects = [each for each in entry["defects"] if each["kind"] == kind]
    firm = [each for each in defects if not is_open(each)]
    score = Score(defects=len(firm))
    seen: set[int] = set()
    for remark in remarks:
        matched = [place for place, defect in enumerate(firm) if matches(remark, defect)]
        seen.update(matched)
        if matched:
            score.right += 1
        elif not any(matches(remark, each) for each in defects if is_open(each)):
            score.wrong += 1
            score.notes.append(f"wrong  {remark.location}: {remark.message}")
    score.found = len(seen)
    score.notes += [
        f"missed {entry['file']}:{defect.get('line')}: {defect['what']}"
        for place, defect in enumerate(firm)
        if place not in seen
    ]
    return score


def is_open(defect: dict[str, Any]) -> bool:
    """Whether it counts neither way."""
    return bool(defect.get("borderline") or defect.get("extra"))


def matches(remark: Remark, defect: dict[str, Any]) -> bool:
    """Whether a finding is about a defect of its kind."""
    named = {remark.location.line, *(element.line for element in remark.elements)}
    if named & {defect.get("line"), defect.get("other_line")}:
        return True
    where = defect.get("where")
    if not where or remark.box is None:
        return False
    box, other = remark.box, Rect(*where)
    across = box.x <= other.right and other.x <= box.right
    return across and box.y <= other.bottom and other.y <= box.bottom


def lines(found: dict[str, Score]) -> Iterator[str]:
    """The scores as a table."""
    total = Score()
    heads = f"{'defects':>8}{'found':>7}{'recall':>8}{'right':>7}{'wrong':>7}{'precision':>11}"
    yield f"{'kind':<26}{heads}"
    for kind, score in [*found.items(), ("all", total)]:
        yield (
            f"{kind:<26}{score.defects:>8}{score.found:>7}{score.recall:>8.0%}{score.right:>7}"
            f"{score.wrong:>7}{score.precision:>11.0%}"
        )
        if score is not total:
            total.add(score)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("truth", type=Path, nargs="?", default=TRUTH)
    parser.add_argument("--missed", action="store_true", help="name what is missed or wrong")
    arguments = parser.parse_args()
    found = scores(arguments.truth)
    for line in lines(found):
        print(line)  # noqa: T201 (this is what it is for)
    if arguments.missed:
        for score in found.values():
            for note in score.notes:
                print(note)  # noqa: T201


if __name__ == "__main__":
    main()
