"""Drawing many diagrams: what is unchanged is left, the rest is spread over processes."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from diagramkit.cli.task import Alike, Outcome, Task, lost, perform
from diagramkit.diagnostics import counted
from diagramkit.files.border import Border
from diagramkit.project import cache, jobs


def draw_all(
    tasks: Sequence[Task], roots: Sequence[Path | None], wanted_jobs: int | None
) -> list[tuple[Outcome, bool]]:
    """The outcome of each task, in order, and whether it was drawn now.

    `roots` names, for each task, the folder that keeps the cache; None: nothing is remembered.
    """
    memory = _Memory(tasks, roots)
    known = [memory.recall(task, root) for task, root in zip(tasks, roots, strict=True)]
    todo = [index for index, outcome in enumerate(known) if outcome is None]
    groups = _alike(tasks, todo)
    items = [Alike(tuple(tasks[index] for index in group)) for group in groups]
    run = jobs.run(perform, items, wanted_jobs, lost)
    try:
        with closing(run) as results:
            for group, outcomes in zip(groups, results, strict=True):
                for index, outcome in zip(group, outcomes, strict=True):
                    known[index] = outcome
                    memory.remember(tasks[index], roots[index], outcome)
    except KeyboardInterrupt:
        done = sum(known[index] is not None for index in todo)
        raise KeyboardInterrupt(f"drew {done} of {counted(len(todo), 'diagram')}") from None
    finally:
        memory.save()
    drawn = set(todo)
    return [(outcome or Outcome(), index in drawn) for index, outcome in enumerate(known)]


def _alike(tasks: Sequence[Task], places: Sequence[int]) -> list[list[int]]:
    """The places of tasks, those together whose diagrams are drawn alike: all tasks of a run have
    the same options."""
    groups: dict[object, list[int]] = {}
    for place in places:
        groups.setdefault(tasks[place].diagram.sameness, []).append(place)
    return list(groups.values())


class _Memory:
    """The caches of all folders that a run writes to."""

    def __init__(self, tasks: Sequence[Task], roots: Sequence[Path | None]) -> None:
        self.entries = {root: cache.load(root) for root in dict.fromkeys(roots) if root is not None}
        self.changed: dict[Path, dict[str, cache.Entry]] = {}
        # All tasks of a run have the same options, and keep to the same places.
        self.border = tasks[0].border if tasks else Border(())
        self.options = cache.drawing_fingerprint(tasks[0].options) if tasks and self.entries else ""

    def recall(self, task: Task, root: Path | None) -> Outcome | None:
        """The outcome of an earlier run, if it still holds."""
        entry = self.entries[root].get(_name(task, root)) if root is not None else None
        names = [picture.file for picture in task.pictures]
        if entry is None or entry.key != self.key(task) or not entry.covers(task.folder, names):
            return None
        return Outcome(warnings=cache.moved(entry.warnings, task.diagram.shown, task.diagram.line))

    def remember(self, task: Task, root: Path | None, outcome: Outcome) -> None:
        if root is None or outcome.errors:
            return
        key = self.key(task)
        before = self.entries[root].get(_name(task, root))
        files = {**(before.files if before and before.key == key else {}), **outcome.files}
        warnings = cache.moved(outcome.warnings, "", -task.diagram.line)
        self.changed.setdefault(root, {})[_name(task, root)] = cache.Entry(key, files, warnings)

    def save(self) -> None:
        for root in sorted(self.changed):
            cache.save(root, self.changed[root], self.border)

    def key(self, task: Task) -> str:
        return cache.fingerprint(self.options, task.diagram.name, task.diagram.text)


def _name(task: Task, root: Path) -> str:
    return (task.folder.relative_to(root) / task.diagram.name).as_posix()
