"""One run of the reports that shards have left."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from diagramkit.diagnostics import DiagramError
from diagramkit.drift.run import Run
from diagramkit.drift.shards import Shard
from diagramkit.drift.state import FILE, LastRun, load_run
from diagramkit.files.aside import Shelf, Store
from diagramkit.files.border import Border
from diagramkit.golden.report.entry import Entry


def merge_reports(folders: Sequence[Path], border: Border) -> Run:
    """The run that the reports in some folders are parts of; a folder is a report, or holds some.

    Raises `DiagramError` for a folder without a report, one that is damaged, and for shards that
    are missing or of another run.
    """
    places = [place for folder in folders for place in _reports(folder)]
    runs = [_loaded(place, border).run() for place in places]
    _check_complete([run.shard for run in runs if run.shard])
    chosen: dict[tuple[str, str], tuple[int, int]] = {}
    for number, run in enumerate(runs):
        for place in _worst_last(run.entries):
            chosen[run.entries[place].key] = number, place
    entries: Shelf[Entry] = Shelf(Store(), lambda entry: entry.is_plain)
    for number, place in chosen.values():
        entries.append(runs[number].entries[place])
    return Run(
        entries,
        tuple(dict.fromkeys(error for run in runs for error in run.errors)),
        tuple({item.key: item for run in runs for item in run.pending}.values()),
    )


def _worst_last(entries: Sequence[Entry]) -> list[int]:
    failing = [entry.verdict.status != "same" for entry in entries]
    return sorted(range(len(entries)), key=failing.__getitem__)


def _reports(folder: Path) -> list[Path]:
    if (folder / FILE).is_file():
        return [folder]
    found = sorted(path.parent for path in folder.glob(f"*/{FILE}"))
    if not found:
        message = f"{folder}: no report of diagrams test in it: keep one with --shard or --report"
        raise DiagramError.single("report", message)
    return found


def _loaded(folder: Path, border: Border) -> LastRun:
    last = load_run(folder, border)
    if last is None:
        message = f"{folder}: the report is damaged, or of another version of diagramkit"
        raise DiagramError.single("report", message)
    return last


def _check_complete(shards: Sequence[Shard]) -> None:
    counts = {shard.count for shard in shards}
    if len(counts) > 1:
        shown = ", ".join(map(str, sorted(shards)))
        raise DiagramError.single("report", f"these are shards of different runs: {shown}")
    for count in counts:
        left = sorted({*range(1, count + 1)} - {shard.number for shard in shards})
        if left:
            missing = ", ".join(f"{number}/{count}" for number in left)
            raise DiagramError.single("report", f"the report of a shard is missing: {missing}")
