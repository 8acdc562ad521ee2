"""The lines of a tree view: names by their indentation, or behind the branches of box drawing.

Follows Mermaid 11.17 (`treeView.langium`, `boxDrawingPreprocessor.ts`): an entry stands in the last
one before it that is indented less. Icons are read and not drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diagramkit.mermaid.critical import critical_names
from diagramkit.mermaid.kinds.treeview.model import Entry, TreeView
from diagramkit.mermaid.label import plain_words, words
from diagramkit.mermaid.langium import DESCRIPTIONS
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.titles import Titles

MAX_ENTRIES, MAX_DEPTH = 2_000, 100
"""The most entries of a tree view, and how deep they may stand in each other."""
_HEADER = re.compile(r"treeView-beta(?=%%|\s|$)")
_SAID = re.compile(rf"\s*+(?:{DESCRIPTIONS})(?=\n|$)")
_ENTRY = re.compile(
    r"""(?P<indent>[ \t]*)(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'"""
    r"""|(?P<bare>(?!:::|icon\(|\#\#)[^ \t\n"']"""
    r"""(?:[^ \t\n]++|[ \t]++(?!:::[ \t]*[A-Za-z_]|icon\(|\#\#))*+))"""
    r"""(?P<notes>(?:[ \t]+(?::::[ \t]*[A-Za-z_][\w-]*|icon\([\w-]*(?::[\w-]+)?\)|\#\#[^\n]*))*)""",
    re.ASCII,
)
_NOTE = re.compile(r":::[ \t]*(?P<class>[\w-]+)|(?P<icon>icon\([^)]*\))|##(?P<label>[^\n]*)")
_BOX = re.compile("[─━│┃└┗├┣]")
_BRANCH = re.compile("[└┗├┣]")
_DECORATION = re.compile(r"[\s─━│┃└┗├┣]+")
_BEFORE = re.compile("[─━]*[ ]*")


def read(source: Source) -> TreeView:
    """Read a tree view. Raises DiagramError where Mermaid would not read it."""
    header = _HEADER.match(source.text)
    if header is None:
        raise source.error(0, 'expected "treeView-beta" and the end of the line')
    titles, place = Titles(source), header.end()
    while found := _SAID.match(source.text, place):
        kind = found.lastgroup or ""
        titles.add(kind, found[kind] or "")
        place = found.end()
    reader = _Reader(source)
    for level, start in _lines(source, place):
        reader.line(level, start)
    known = [entry.text.rstrip("/") for entry in reader.entries]
    critical = critical_names(source, known)
    return TreeView(
        tuple(reader.entries),
        critical,
        **titles.fields(),
    )


def _lines(source: Source, place: int) -> Iterator[tuple[int | None, int]]:
    """Where the words of each line begin, and its level: None for as it is indented."""
    text = source.text
    starts = [place, *(found.end() for found in re.finditer("\n", text) if found.end() > place)]
    lines = [(start, text[start : _line_end(text, start)]) for start in starts]
    drawn = [line.replace("\t", "    ") for _, line in lines]
    if not any(map(_BOX.search, drawn)):
        yield from ((None, start) for start, line in lines if line.strip())
        return
    branches = (_BRANCH.search(line) for line in drawn)
    width = next((found.start() for found in branches if found and found.start()), 4)
    for start, line in lines:
        found = _BRANCH.search(line)
        if not line.strip() or _DECORATION.fullmatch(line):
            if found:
                raise source.error(start + found.start(), "expected a name behind the branch")
            continue
        if found is None and line[0] in " \t" and not _BOX.search(line):
            raise source.error(start, "expected a branch, such as ├──, before an indented name")
        if found is None:
            yield 0, start
            continue
        column = len(line[: found.start()].replace("\t", "    "))
        behind = _BEFORE.match(line, found.end())
        yield round(column / width) + 1, start + (behind.end() if behind else found.end())


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


class _Reader:
    """One tree view being read: its entries, and the levels of those that are open."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.entries: list[Entry] = []
        self._levels: list[int] = []
        self._end = 0

    def line(self, level: int | None, start: int) -> None:
        """The entries of a line; quoted names may run on over its end, or follow each other."""
        text = self.source.text
        if start < self._end:
            return
        end = _line_end(text, start)
        while start < end and not text[start:end].isspace():
            found = _ENTRY.match(text, start)
            if found is None:
                rest = text[start : _line_end(text, start)].strip()
                message = f'expected a name, found "{rest[:40]}"'
                if rest[:1] in ("'", '"'):
                    message = "this quote is never closed"
                place = start + len(text[start:end]) - len(text[start:end].lstrip())
                raise self.source.error(place, message)
            self._add(found, len(found["indent"]) if level is None else level)
            start = self._end = found.end()
            end = max(end, _line_end(text, start))

    def _add(self, found: re.Match[str], level: int) -> None:
        kind = next(kind for kind in ("double", "single", "bare") if found[kind] is not None)
        start = found.start(kind)
        while self._levels and level <= self._levels[-1]:
            self._levels.pop()
        if len(self.entries) == MAX_ENTRIES or len(self._levels) == MAX_DEPTH:
            message = f"a tree view has {MAX_ENTRIES} entries and {MAX_DEPTH} levels at most"
            raise self.source.error(start, message, "mermaid-limit")
        notes = list(_NOTE.finditer(found["notes"]))
        for note in notes:
            if note["icon"] and note["icon"] != "icon()":
                message = f'icons are not drawn: "{note["icon"][:40]}" is left out'
                self.source.warn(found.start("notes") + note.start(), message, "icon-left-out")
        self.entries.append(
            Entry(
                plain_words(found[kind].strip()),
                len(self._levels),
                " ".join(words(note["label"]) for note in notes if note["label"]),
                tuple(note["class"] for note in notes if note["class"]),
                self.source.location(start),
            )
        )
        self._levels.append(level)
