"""What a large repository of diagrams costs: `diagrams render`, `check` and `test`.

    python tests/benchmarks/scale.py [N] [--only COMMAND] [--shards N] [--keep png|scene|hashes]

Makes a project of N (10,000) diagrams of six kinds, a hundred a folder, always the same ones. Each
command runs for the first time, with nothing changed, with one diagram changed, and with a token of
the theme changed; then `diagrams test` as it is split over machines: each shard without a cache,
one after another, and the merging of their reports.

Printed for each run: wall time and processor time of all its processes; the milliseconds of
processor time that each diagram adds to what the command costs in a project of one; and the peak of
resident memory, in the largest process and in all together (what they share counts in each).
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

import psutil

CONFIGURATION = 'theme = "theme.yaml"\n\n[goldens]\nkeep = "{keep}"\n'
THEME = "extends: editorial\nname: scale\n\nspacing:\n  rank: {rank}\n"
WORDS = """Account Archive Batch Billing Broker Cache Catalogue Checkout Client Cluster Consumer
Counter Dashboard Decoder Dispatcher Encoder Filter Gateway Index Invoice Journal Ledger Loader
Monitor Notifier Order Parser Payment Planner Pool Producer Queue Reader Registry Replica Router
Sampler Scheduler Session Shard Storage Stream Token Tracker Trainer Validator Worker Writer"""
COMMANDS = ("render", "check", "test")
FOLDER_SIZE = 100
POLL = 0.02


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds, and bytes at the peak."""

    wall: float
    processor: float
    largest: int
    together: int


def main() -> None:
    options = arguments()
    with tempfile.TemporaryDirectory() as home:
        small, project = Path(home, "small"), Path(home, "project")
        make(small, 1, options.keep)
        make(project, options.count, options.keep)
        commands = options.only or COMMANDS
        idle = {name: second_cost(small, name) for name in ("accept", *commands)}
        print(f"{options.count} diagrams{'wall':>22}{'processor':>11}{'ms each':>10}", end="")
        print(f"{'largest':>12}{'together':>10}")
        if "test" in commands:
            tell("accept first", run(project, "accept", "."), idle["accept"], options.count)
            forget(project)
        changes = {
            "first": lambda: None,
            "unchanged": lambda: None,
            "one changed": lambda: change_one(project),
            "theme changed": lambda: set_theme(project, 40),
        }
        for words, change in changes.items():
            change()
            for command in commands:
                cost = run(project, command, ".")
                tell(f"{command} {words}", cost, idle[command], options.count)
        if "test" in commands:
            sharded(project, options.shards, options.count, idle["test"])


def second_cost(project: Path, command: str) -> Cost:
    """What a command costs where it has been run before."""
    run(project, command, ".")
    return run(project, command, ".")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What a large repository of diagrams costs.")
    parser.add_argument("count", nargs="?", type=int, default=10_000, metavar="N")
    parser.add_argument("--only", choices=COMMANDS, action="append")
    parser.add_argument("--shards", type=int, default=4, help="Machines to test on. Default: 4.")
    parser.add_argument("--keep", choices=["png", "scene", "hashes"], default="hashes")
    return parser.parse_args()


def make(folder: Path, count: int, keep: str) -> None:
    """Write a project of `count` diagrams."""
    random = Random(20)
    makers = (flowchart, flowchart, flowchart, sequence, state, classes, entities, pie)
    for number in range(count):
        home = folder / "docs" / f"{number // FOLDER_SIZE:03}"
        home.mkdir(parents=True, exist_ok=True)
        text = makers[number % len(makers)](random)
        (home / f"diagram-{number:05}.mmd").write_text(text, encoding="utf-8")
    (folder / "diagrams.toml").write_text(CONFIGURATION.format(keep=keep), encoding="utf-8")
    set_theme(folder, 44)


def set_theme(folder: Path, rank: int) -> None:
    (folder / "theme.yaml").write_text(THEME.format(rank=rank), encoding="utf-8")


def change_one(project: Path) -> None:
    """Change the words of the first diagram, a flowchart."""
    with next(iter(sorted(project.glob("docs/*/*.mmd")))).open("a", encoding="utf-8") as file:
        file.write("  n0 --> Added\n")


def forget(project: Path) -> None:
    """Remove what only saves time."""
    for cache in [*project.rglob(".diagrams-cache"), *project.rglob(".diagrams-cache.json")]:
        shutil.rmtree(cache) if cache.is_dir() else cache.unlink()


def names(random: Random, low: int, high: int) -> list[str]:
    return random.sample(WORDS.split(), random.randint(low, high))


def links(random: Random, count: int) -> list[tuple[int, int]]:
    """A tree over `count` things, and some links more."""
    found = [(random.randrange(place), place) for place in range(1, count)]
    more = [tuple(sorted(random.sample(range(count), 2))) for _ in range(count // 5)]
    return list(dict.fromkeys([*found, *more]))


def flowchart(random: Random) -> str:
    boxes = names(random, 4, 14)
    lines = [f"flowchart {random.choice(['LR', 'TD'])}"]
    lines += [f"  n{place}[{name}]" for place, name in enumerate(boxes)]
    lines += [
        f"  n{one} -->{random.choice(['', '', '|sends|', '|reads|'])} n{other}"
        for one, other in links(random, len(boxes))
    ]
    return "\n".join(lines) + "\n"


def sequence(random: Random) -> str:
    actors = names(random, 3, 5)
    lines = ["sequenceDiagram"]
    for _ in range(random.randint(4, 10)):
        one, other = random.sample(actors, 2)
        lines.append(f"  {one}->>{other}: {random.choice(['ask', 'answer', 'retry', 'close'])}")
    return "\n".join(lines) + "\n"


def state(random: Random) -> str:
    states = names(random, 3, 8)
    lines = ["stateDiagram-v2", f"  [*] --> {states[0]}"]
    lines += [f"  {states[one]} --> {states[other]}" for one, other in links(random, len(states))]
    return "\n".join([*lines, f"  {states[-1]} --> [*]"]) + "\n"


def classes(random: Random) -> str:
    found = names(random, 3, 7)
    lines = ["classDiagram"]
    lines += [f"  class {name} {{\n    +int id\n    +open()\n  }}" for name in found]
    lines += [f"  {found[one]} --> {found[other]}" for one, other in links(random, len(found))]
    return "\n".join(lines) + "\n"


def entities(random: Random) -> str:
    found = names(random, 3, 6)
    lines = ["erDiagram"]
    lines += [
        f"  {found[one]} ||--o{{ {found[other]} : has" for one, other in links(random, len(found))
    ]
    return "\n".join(lines) + "\n"


def pie(random: Random) -> str:
    parts = [f'  "{name}" : {random.randint(1, 90)}' for name in names(random, 3, 6)]
    return "\n".join(["pie title Shares", *parts]) + "\n"


def run(project: Path, *arguments: str) -> Cost:
    """What a command costs, with all processes that it starts."""
    before, start = children_seconds(), time.perf_counter()
    process = psutil.Popen(
        [sys.executable, "-m", "diagramkit", *arguments],
        cwd=project,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    largest = together = 0
    # Its few words fit into a pipe.
    while process.poll() is None:
        sizes = [resident(one) for one in family(process)]
        largest, together = max(largest, *sizes, 0), max(together, sum(sizes))
        time.sleep(POLL)
    wall = time.perf_counter() - start
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(arguments)}: {process.stderr.read().decode()}")
    return Cost(wall, children_seconds() - before, largest, together)


def children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def family(process: psutil.Process) -> list[psutil.Process]:
    try:
        return [process, *process.children(recursive=True)]
    except psutil.Error:
        return []


def resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def sharded(project: Path, count: int, diagrams: int, idle: Cost) -> None:
    """`diagrams test` on `count` machines, and one report of it all."""
    for number in range(1, count + 1):
        forget(project)
        part = ("test", "--shard", f"{number}/{count}", "--report", f"shards/{number}", ".")
        tell(f"test --shard {number}/{count}", run(project, *part), idle, diagrams / count)
    merge = run(project, "test", "--merge", "shards", "--report", "merged")
    tell("test --merge", merge, idle, diagrams)


def tell(words: str, cost: Cost, idle: Cost, count: float) -> None:
    each = (cost.processor - idle.processor) / count * 1000
    print(
        f"{words:24}{cost.wall:9.2f} s{cost.processor:7.2f} s{each:10.3f}"
        f"{cost.largest / 1e6:9.0f} MB{cost.together / 1e6:7.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    main()
