"""A folder kept in step with its files: what has changed is drawn again, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

from diagramkit.checking.run import How
from diagramkit.checking.selection import Selection
from diagramkit.cli.watching.board import Board, Entry
from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.project.cache import drawing_fingerprint
from diagramkit.project.config import Settings, load_settings
from diagramkit.project.diagrams import read_sources
from diagramkit.project.discovery import SUFFIXES, Source
from diagramkit.theme.model import ModeName

Changes = Queue["frozenset[str] | None"]
"""The absolute paths of files that have changed, a set each time some have; None when watching has
begun: what changed before is not told of."""
_TOLD = frozenset({".yaml", ".yml", ".toml"})
_STEP, _MOST, _BEGUN = 10, 50, 200
"""Milliseconds without a change after which changes are told, after which they are anyway, and
after which a file system that tells of nothing is being watched."""
Stamp = tuple[int, int] | None


class Folder:
    """The diagrams of a file or folder on a board; `configured` reads what the project sets, anew
    each time.

    Raises `DiagramError` for a configuration or theme that cannot be used.
    """

    def __init__(self, path: Path, configured: Callable[[], Settings], board: Board) -> None:
        self.path, self.configured, self.board = path, configured, board
        self.todo: dict[str, None] = {}
        self._files: dict[str, list[tuple[str, Entry]]] = {}
        self._stamps: dict[str, Stamp] = {}
        self._configure()
        self._find()

    def follow(self, changes: Changes) -> None:
        """Draw what there is to draw, and then what changes, for ever."""
        while True:
            try:
                found = changes.get(block=not self.todo)
            except Empty:
                found = frozenset()
            self.step(self._missed() if found is None else found)

    def _missed(self) -> frozenset[str]:
        """The files that have changed since they were read; others that have come are found."""
        self._find()
        if self._is_repainted():
            self.todo |= dict.fromkeys(self.board.entries)
        return frozenset(name for name, stamp in self._stamps.items() if _stamp(name) != stamp)

    def step(self, changed: frozenset[str]) -> None:
        """Take in what has changed, and draw one diagram."""
        if changed:
            self._take(changed)
        for key in list(self.todo)[:1]:
            del self.todo[key]
            self.board.draw(key, self.how, self.selection)

    def _configure(self) -> bool:
        """Read the configuration and the theme; whether pictures look different by them."""
        settings = self.configured()
        options = settings.drawing.changed(modes=("light",)).loaded()
        mode: ModeName = "light" if "light" in options.look.modes else "dark"
        selection = Selection(settings.check, settings.folder or Path.cwd()).checked()
        how = How(options.changed(modes=(mode,)), mode, selection.has_style)
        look = drawing_fingerprint(how.options)
        before, self._look = getattr(self, "_look", look), look
        self.settings, self.selection, self.how = settings, selection, how
        return look != before

    def _take(self, changed: frozenset[str]) -> None:
        is_new = (
            any(Path(name).suffix.lower() in _TOLD for name in changed) and self._is_repainted()
        )
        for name in changed:
            if name in self._files and os.path.isfile(name):
                self._read(Source(Path(os.path.relpath(name)), named=False))
        if is_new or any((name in self._files) != os.path.isfile(name) for name in changed):
            self._find()
        first = self._arrange()
        again = list(self.board.entries) if is_new else []
        self.todo = dict.fromkeys([*first, *self.todo, *again])

    def _is_repainted(self) -> bool:
        try:
            return self._configure()
        except DiagramError:
            return False  # it is being written: what was last read holds until it can be read

    def _find(self) -> None:
        """Look for the files of the folder."""
        sources, problems = self.settings.find((self.path,))
        known, self._files = self._files, {}
        for source in sources:
            name = os.path.abspath(source.path)
            if name in known:
                self._files[name] = known[name]
            else:
                self._read(source)
        self._files[""] = [(str(each), _problem(each)) for each in problems]
        self.todo |= dict.fromkeys(self._arrange())

    def _read(self, source: Source) -> None:
        name = os.path.abspath(source.path)
        self._stamps[name] = _stamp(name)
        inputs = read_sources([source], self.settings)
        found = [
            (f"{one.shown}#{one.name}", Entry(one, one.name, one.shown, one.line))
            for one in inputs.diagrams
        ]
        problems = [*inputs.problems, *inputs.undrawn]
        found += [(f"{source.path}!{n}", _problem(each)) for n, each in enumerate(problems)]
        self._files[name] = found

    def _arrange(self) -> list[str]:
        return self.board.arrange(pair for found in self._files.values() for pair in found)


def _stamp(name: str) -> Stamp:
    try:
        found = os.stat(name)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _problem(problem: Diagnostic) -> Entry:
    place = problem.location
    path, line = (place.path, place.line) if place else ("", 1)
    return Entry(None, Path(path).name, path, line, errors=(problem,))


def settings_of(excluded: tuple[str, ...], changes: dict[str, object]) -> Callable[[], Settings]:
    """What reads the settings of the project, with what the command line says instead."""
    from dataclasses import replace

    def read() -> Settings:
        settings = load_settings(Path.cwd()).excluding(excluded)
        return replace(settings, drawing=settings.drawing.changed(**changes))

    return read


def watch(folder: Folder, changes: Changes) -> None:
    """Tell of files that change, from threads of their own."""
    inside = folder.path if folder.path.is_dir() else folder.path.parent
    theme = folder.settings.theme
    others = {(folder.settings.folder or Path.cwd()).resolve()}
    others |= {theme.resolve().parent} if isinstance(theme, Path) else set()
    for path, recursive in [(inside, True), *((each, False) for each in sorted(others))]:
        Thread(target=_tell, args=(path, changes, recursive), daemon=True).start()


def _tell(path: Path, changes: Changes, recursive: bool) -> None:
    for number, found in enumerate(_changed(path, recursive)):
        if not number:
            changes.put(None)
        wanted = {name for name in found if Path(name).suffix.lower() in {*SUFFIXES, *_TOLD}}
        if wanted:
            changes.put(frozenset(map(os.path.abspath, wanted)))


def _changed(path: Path, recursive: bool) -> Iterator[list[str]]:
    from watchfiles import watch as watched

    for found in watched(
        path,
        step=_STEP,
        debounce=_MOST,
        recursive=recursive,
        raise_interrupt=False,
        rust_timeout=_BEGUN,
        yield_on_timeout=True,
    ):
        yield [name for _, name in found]
