"""Tries the program for as long as one likes, and prints what came of it.

    python tests/safety/fuzz.py --seconds 60
    python tests/safety/fuzz.py --inputs 500000 --jobs 8 --seed 3 --only theme,page
    python tests/safety/fuzz.py --show theme:41 --seed 3

Every input comes from the seed and its number: the same arguments try the same inputs. A fault is
anything but a drawing or an error of our own, more than 2 s of processor, more than 500 MB. Faults
are printed with what `--show` needs. The exit status is 1 when there is any.
"""

from __future__ import annotations

import argparse
import contextlib
import multiprocessing
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1])]

from diagramkit.diagnostics import DiagramError  # noqa: E402
from safety import hostile, kills  # noqa: E402
from safety.readers import FAMILIES, Family  # noqa: E402

MOST_SECONDS = 2.0
MOST_MEGABYTES = 500
DEADLINE = 60
"""Seconds after which an input is given up."""
BATCH = 20

Task = tuple[int, int, int, bool]
"""The place of a family, the number of the first input, the seed, and whether costs count."""


@dataclass
class Row:
    """What came of the inputs of a family."""

    name: str
    inputs: int = 0
    refused: int = 0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, 0)
    largest: tuple[int, int] = (0, 0)

    def add(self, other: Row) -> None:
        self.inputs += other.inputs
        self.refused += other.refused
        self.seconds += other.seconds
        self.faults += other.faults
        self.slowest = max(self.slowest, other.slowest)
        self.largest = max(self.largest, other.largest)


def attempt(family: Family, number: int, seed: int, *, costs: bool = True) -> Row:
    """Try one input; `costs`: one that takes too much time or memory is a fault as well."""
    row = Row(family.name, 1)
    text, random = family.input(number, seed)
    begin, words = time.process_time(), ""
    try:
        with deadline():
            family.check(text, random)
    except DiagramError as error:
        row.refused = 1
        words = next((one.message for one in error.diagnostics if one.code == "fault"), "")
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        words = f"{type(error).__name__}: {error} ({Path(frame.filename).name}:{frame.lineno})"
    used = time.process_time() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    row.seconds = used
    row.slowest, row.largest = (used, number), (memory, number)
    if costs and not words and used > MOST_SECONDS:
        words = f"{used:.1f} s of processor"
    if costs and not words and memory > MOST_MEGABYTES:
        words = f"{memory} MB"
    row.faults = [f"{family.name}:{number}  {words[:200]}"] if words else []
    return row


@contextlib.contextmanager
def deadline() -> Iterator[None]:
    def stop(_signal: int, _frame: object) -> None:
        raise TimeoutError(f"not done after {DEADLINE} s")

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(DEADLINE)
    try:
        yield
    finally:
        signal.alarm(0)


def batch(task: Task) -> Row:
    """Try `BATCH` inputs of a family, from a number on."""
    place, first, seed, costs = task
    row = Row(FAMILIES[place].name)
    for number in range(first, first + BATCH):
        row.add(attempt(FAMILIES[place], number, seed, costs=costs))
    return row


def tasks(
    places: Sequence[int], inputs: int, seconds: float, seed: int, costs: bool
) -> Iterator[Task]:
    """Batches of all families in turn, until there are enough or time is up."""
    end = time.monotonic() + seconds
    for first in range(0, max(1, inputs // len(places)), BATCH):
        for place in places:
            if time.monotonic() > end:
                return
            yield place, first, seed, costs


def run(
    names: Sequence[str],
    *,
    inputs: int = sys.maxsize,
    seconds: float = 1e9,
    seed: int = 0,
    jobs: int = 1,
    costs: bool = True,
) -> list[Row]:
    """Try inputs of the families of these names (none: all)."""
    places = [place for place, family in enumerate(FAMILIES) if not names or family.name in names]
    rows = {FAMILIES[place].name: Row(FAMILIES[place].name) for place in places}
    todo = tasks(places, inputs, seconds, seed, costs)
    if jobs == 1:
        for done in map(batch, todo):
            rows[done.name].add(done)
        return list(rows.values())
    # New processes now and then, so that the largest is not hidden behind an earlier one for long.
    with multiprocessing.get_context("spawn").Pool(jobs, maxtasksperchild=20) as pool:
        for done in pool.imap_unordered(batch, _slowly(todo, pool)):
            rows[done.name].add(done)
    return list(rows.values())


def _slowly(todo: Iterator[Task], _pool: object) -> Iterator[Task]:
    """A pool takes all of its tasks at once; time would never be up."""
    for count, task in enumerate(todo):
        if count > 200:
            time.sleep(0.05)
        yield task


def events(most: int, seed: int) -> Iterator[Row]:
    """Kills, runs at once, and checkouts made to do harm."""
    for name in kills.COMMANDS:
        tried = kills.kill_each(name, most=most, seed=seed)
        yield Row(f"kill {name}", tried.kills, faults=list(tried.faults))
    for name in ("accept", "sync", "page"):
        yield Row(f"ten {name}", 10, faults=kills.at_once(name, 10))
    for harm in hostile.HARMS:
        with tempfile.TemporaryDirectory() as home:
            faults = hostile.attack(harm, Path(home))
        yield Row(f"hostile {harm.__name__}"[:18], len(hostile.COMMANDS), faults=faults)


def table(rows: Sequence[Row]) -> str:
    """What came of it, a line a family."""
    heads = f"{'':18} {'inputs':>8} {'refused':>8} {'faults':>6} {'a second':>9}"
    lines = [f"{heads} {'slowest':>16} {'largest':>14}"]
    total = Row("all")
    for row in rows:
        total.add(row)
    for row in [*rows, total]:
        rate = row.inputs / row.seconds if row.seconds else 0.0
        counts = f"{row.name:18} {row.inputs:8} {row.refused:8} {len(row.faults):6} {rate:9.1f}"
        slowest = f"{row.slowest[0]:.2f} s :{row.slowest[1]}"
        largest = f"{row.largest[0]} MB :{row.largest[1]}"
        lines.append(f"{counts} {slowest:>16} {largest:>14}")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=1e9)
    parser.add_argument("--inputs", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--only", default="", help="names of families, with commas")
    parser.add_argument("--kills", type=int, default=4, help="how often each command is killed")
    parser.add_argument("--show", metavar="FAMILY:NUMBER", help="print one input, and try it")
    asked = parser.parse_args()
    if asked.show:
        return show(*asked.show.split(":"), asked.seed)
    inputs = asked.inputs or (sys.maxsize if asked.seconds < 1e9 else 2000)
    names = [name for name in asked.only.split(",") if name]
    rows = run(names, inputs=inputs, seconds=asked.seconds, seed=asked.seed, jobs=asked.jobs)
    if not names:
        rows += events(asked.kills, asked.seed)
    faults = [fault for row in rows for fault in row.faults]
    sys.stdout.write("".join(f"{line}\n" for line in (*faults, table(rows))))
    return int(any(row.faults for row in rows))


def show(name: str, number: str, seed: int) -> int:
    family = next(family for family in FAMILIES if family.name == name)
    text, random = family.input(int(number), seed)
    sys.stdout.write(f"{text}\n")
    family.check(text, random)
    return 0


if __name__ == "__main__":
    sys.exit(main())
