"""What a run finds is put aside, and read back as it was."""

from __future__ import annotations

from pathlib import Path

from diagramkit.files.aside import Blob, Shelf, Store
from diagramkit.golden.explanation import Cause, Step, Verdict
from diagramkit.golden.report import html
from diagramkit.golden.report.entry import Entry, Report

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01"


def drifted(number: int) -> Entry:
    causes = (Cause("token", (Step("light.accent"),)),)
    verdict = Verdict(f"n{number}.a.light", "drifted", causes, diagram=f"n{number}")
    return Entry(verdict, f"goldens/n{number}", expected=Blob(PNG + bytes([number % 256])))


def test_entries_are_read_back_as_they_were_and_leave_no_file(tmp_path: Path) -> None:
    shelf: Shelf[Entry] = Shelf(Store(tmp_path), lambda entry: entry.is_plain)
    for number in range(3):
        shelf.append(drifted(number))
    assert [entry.verdict for entry in shelf] == [drifted(number).verdict for number in range(3)]
    assert shelf[1].expected.data == PNG + b"\x01"
    assert not shelf[1].expected.held
    assert not list(tmp_path.iterdir())


def test_the_page_has_pictures_of_the_first_diagrams_and_words_of_all() -> None:
    page = html.document(Report(tuple(map(drifted, range(230)))))
    assert page.count('<script type="text/plain" id="picture-') == 200
    assert "n229.a.light" in page
