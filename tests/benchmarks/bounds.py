"""What the largest diagrams take: families of charts that grow up to the documented limits.

    python tests/benchmarks/bounds.py [--only NAME,NAME] [--png]

Each is drawn in a process of its own. The seconds of processor, the megabytes at most and, where a
diagram is refused, why, are printed for each; at the end the slowest and the largest. `--png`: to
PNG instead of SVG.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from random import Random

from diagramkit import DiagramError, render

MOST_SECONDS = 60
"""What takes more of the processor is ended."""
Row = tuple[float, int, str]
"""Seconds of processor, megabytes, and why it was refused."""


def lines(head: str, body: Iterator[str] | list[str]) -> str:
    return "\n".join([head, *body])


def chain(size: int) -> str:
    return lines("flowchart TB", [f"n{n} --> n{n + 1}" for n in range(size)])


def sideways(size: int) -> str:
    return lines("flowchart LR", [f"n{n} -->|then {n}| n{n + 1}" for n in range(size)])


def fan(size: int) -> str:
    return lines("flowchart TB", [f"hub --> n{n}" for n in range(size)])


def lettered_fan(size: int) -> str:
    return lines("flowchart LR", [f"hub -->|word {n}| n{n}" for n in range(size)])


def mesh(size: int) -> str:
    pairs = (f"n{a} --> n{b}" for b in range(size) for a in range(b))
    return lines("flowchart TB", pairs)


def lattice(size: int) -> str:
    places = [(row, column) for row in range(size) for column in range(size)]
    right = [f"n{r}_{c} --> n{r}_{c + 1}" for r, c in places if c + 1 < size]
    down = [f"n{r}_{c} --> n{r + 1}_{c}" for r, c in places if r + 1 < size]
    return lines("flowchart TB", right + down)


def two_layers(size: int) -> str:
    pairs = (f"a{a} --> b{b}" for a in range(size) for b in range(size))
    return lines("flowchart TB", pairs)


def parallel(size: int) -> str:
    return lines("flowchart TB", [f"a -->|word {n}| b" for n in range(size)])


def loops(size: int) -> str:
    return lines("flowchart TB", [f"a -->|again {n}| a" for n in range(size)])


def _scattered(boxes: int, links: int) -> Iterator[tuple[int, int]]:
    ends = ((n * 7 % boxes, (n * 11 + n // boxes * 5 + 3) % boxes) for n in range(links))
    return ((a, b) for a, b in ends if a != b)


def framed(size: int) -> str:
    boxes = size // 2
    frames = [
        line
        for frame in range(4)
        for line in (
            f"subgraph f{frame}[Frame {frame}]",
            *[f"n{n}[Part {n}]" for n in range(frame, boxes, 4)],
            "end",
        )
    ]
    links = [f"n{a} -->|word {n}| n{b}" for n, (a, b) in enumerate(_scattered(boxes, size))]
    return lines("flowchart TB", frames + links)


def lettered(size: int) -> str:
    boxes = max(2, size * 6 // 11)
    links = [f"n{a} -->|does {n}| n{b}" for n, (a, b) in enumerate(_scattered(boxes, size))]
    return lines("flowchart LR", links)


def nested(size: int) -> str:
    opened = [f"subgraph g{n}\na{n}" for n in range(size)]
    return lines("flowchart TB", [*opened, "p --> q", *["end"] * size])


def alternating(size: int) -> str:
    opened = [f"subgraph g{n}\ndirection {'TB' if n % 2 else 'LR'}\na{n}" for n in range(size)]
    links = ["x --> p", "x --> q", "q --> y"]
    return lines("flowchart LR", [*opened, "p --> q", *["end"] * size, *links])


def groups(size: int) -> str:
    boxes = (f"subgraph g{n}\na{n} -->|in| b{n}\nend" for n in range(size))
    links = [f"a{n} --> b{(n * 3 + 1) % size}" for n in range(size)]
    return lines("flowchart TB", [*boxes, *links])


def loose(size: int) -> str:
    return lines("flowchart TB", [f"n{n}[Box {n}]" for n in range(size)])


def long_words(size: int) -> str:
    return f"flowchart TB\na[{'word ' * (size // 10)}] --> b[{'x' * (size // 2)}]"


def states(size: int) -> str:
    opened = [f"state s{n} {{\n[*] --> a{n}\na{n} --> b{n} : go {n}" for n in range(size)]
    return lines("stateDiagram-v2", [*opened, *["}"] * size])


def flat_states(size: int) -> str:
    pairs = enumerate(_scattered(max(2, size // 2), size))
    return lines("stateDiagram-v2", [f"s{a} --> s{b} : event {n}" for n, (a, b) in pairs])


def tables(size: int) -> str:
    pairs = enumerate(_scattered(max(2, size // 2), size))
    return lines("erDiagram", [f"T{a} ||--o{{ T{b} : has{n}" for n, (a, b) in pairs])


def classes(size: int) -> str:
    pairs = enumerate(_scattered(max(2, size // 2), size))
    kinds = ("<|--", "*--", "-->", "..>")
    return lines("classDiagram", [f"C{a} {kinds[n % 4]} C{b} : use {n}" for n, (a, b) in pairs])


def members(size: int) -> str:
    return lines("classDiagram", ["class A {", *[f"+int field{n}" for n in range(size)], "}"])


def messages(size: int) -> str:
    pairs = ((n * 7 % 20, (n * 3 + 1) % 20) for n in range(size))
    return lines("sequenceDiagram", [f"p{a}->>p{b}: message {n}" for n, (a, b) in enumerate(pairs)])


def activations(size: int) -> str:
    return lines(
        "sequenceDiagram", [*["a->>+b: go"] * size, *[f"b-->>-a: {n}" for n in range(size)]]
    )


def fragments(size: int) -> str:
    return lines(
        "sequenceDiagram", [*[f"loop {n}" for n in range(size)], "a->>b: x", *["end"] * size]
    )


def lanes(size: int) -> str:
    chance = Random(size)
    lane = [chance.randrange(5) for _ in range(size)]
    held = (
        line
        for each in range(5)
        for line in (
            f"subgraph l{each}[Lane {each}]",
            *[f"n{n}[Step {n}]" for n in range(size) if lane[n] == each],
            "end",
        )
    )
    onward = [f"n{chance.randrange(max(0, n - 6), n)} --> n{n}" for n in range(1, size)]
    more = [f"n{chance.randrange(size)} --> n{chance.randrange(size)}" for _ in range(size // 5)]
    return lines("swimlane-beta", [*held, *onward, *more])


def leaves(size: int) -> str:
    return lines("mindmap", ["  root", *[f"    leaf {n}" for n in range(size)]])


def branches(size: int) -> str:
    return lines("mindmap", ["  root", *[f"{' ' * (4 + n % 50)}branch {n}" for n in range(size)]])


def tasks(size: int) -> str:
    own = (f"Task {n} :t{n}, {f'after t{n - 1}' if n else '2024-01-01'}, 2d" for n in range(size))
    return lines("gantt", ["dateFormat YYYY-MM-DD", *own])


def commits(size: int) -> str:
    own = (f"branch b{n}\ncommit\ncheckout main\nmerge b{n}" for n in range(size))
    return lines("gitGraph", ["commit", *own])


def periods(size: int) -> str:
    return lines("timeline", [f"{n} : event {n} : another" for n in range(size)])


def points(size: int) -> str:
    own = (f"Point {n}: [{n * 7 % 100 / 100}, {n * 13 % 100 / 100}]" for n in range(size))
    return lines("quadrantChart", own)


def slices(size: int) -> str:
    return lines("pie", [f'"Part {n}" : {n + 1}' for n in range(size)])


def bars(size: int) -> str:
    names = ", ".join(f'"c{n}"' for n in range(size))
    heights = ", ".join(str(n * 7 % 100) for n in range(size))
    return lines("xychart-beta", [f"x-axis [{names}]", f"bar [{heights}]", f"line [{heights}]"])


def journeys(size: int) -> str:
    own = (f"  Task {n}: {n % 5 + 1}: Me, You" for n in range(size))
    return lines("journey", ["  section All", *own])


def namespaces(size: int) -> str:
    own = (f"namespace n{n} {{\nclass A{n}\nclass B{n}\n}}\nA{n} --> B{n}" for n in range(size))
    return lines("classDiagram", list(own))


def attributes(size: int) -> str:
    return lines("erDiagram", ["T {", *[f"string field{n} PK" for n in range(size)], "}"])


def elements(size: int) -> str:
    own = [f'Container(e{n}, "Element {n}", "Go", "Does what {n} does.")' for n in range(size)]
    ends = enumerate(_scattered(size, size))
    return lines("C4Container", own + [f'Rel(e{a}, e{b}, "asks {n}")' for n, (a, b) in ends])


def cells(size: int) -> str:
    return lines("block-beta", ["columns 8", *[f'b{n}["Block {n}"]' for n in range(size)]])


def services(size: int) -> str:
    own = [f"service s{n}(server)[Service {n}]" for n in range(size)]
    ends = _scattered(size, size)
    return lines("architecture-beta", own + [f"s{a}:R --> L:s{b}" for a, b in ends])


def requirements(size: int) -> str:
    own = [f"requirement r{n} {{\nid: {n}\ntext: words of {n}\n}}" for n in range(size)]
    ends = _scattered(size, size)
    return lines("requirementDiagram", own + [f"r{a} - traces -> r{b}" for a, b in ends])


def cards(size: int) -> str:
    own = (f"  column{n}[Column]" if not n % 20 else f"    card{n}[Card {n}]" for n in range(size))
    return lines("kanban", list(own))


def entries(size: int) -> str:
    return lines("treeView-beta", [f"{' ' * (n % 40)}entry {n}" for n in range(size)])


def curves(size: int) -> str:
    axes = ", ".join(f"a{n}" for n in range(min(size, 100)))
    values = ", ".join(str(n * 7 % 50) for n in range(min(size, 100)))
    return lines("radar-beta", [f"axis {axes}", *[f"curve c{n}{{{values}}}" for n in range(size)]])


def flows(size: int) -> str:
    ends = ((a, b) for a, b in _scattered(max(2, size // 2), size) if a < b)
    return lines("sankey-beta", [f"n{a},n{b},{a + 1}" for a, b in ends])


def rooms(size: int) -> str:
    return lines("treemap-beta", [f'{" " * (n % 40)}"Room {n}": {n + 1}' for n in range(size)])


def sets(size: int) -> str:
    unions = (f"union S{a},S{b}" for b in range(size) for a in range(b))
    return lines("venn-beta", [*[f'set S{n}["Set {n}"]' for n in range(size)], *unions])


def causes(size: int) -> str:
    return lines(
        "ishikawa-beta", ["Effect", *[f"{' ' * (2 + n % 48)}cause {n}" for n in range(size)]]
    )


def components(size: int) -> str:
    place = ((n, n * 7 % 97 / 97, n * 13 % 89 / 89) for n in range(size))
    own = [f"component c{n} [{x:.2f}, {y:.2f}]" for n, x, y in place]
    return lines("wardley-beta", own + [f"c{a} -> c{b}" for a, b in _scattered(size, size)])


def frames(size: int) -> str:
    sorts = ("ui", "cmd", "evt", "rmo")
    return lines("eventmodeling", [f"tf {n} {sorts[n % 4]} Frame{n}" for n in range(size)])


def rules(size: int) -> str:
    own = [f'r{n} = "a" , [ b ] , {{ c | d }} ;' for n in range(size)]
    return lines("railroad-ebnf-beta", own)


def use_cases(size: int) -> str:
    own = [f"actor A{n}\nA{n} --> C{n}\nA{n} --> C{n * 3 % size}" for n in range(size)]
    return lines("usecase-beta", own)


def flows_of_agents(size: int) -> str:
    own = [
        f'flow f{n}["Flow {n}"]\na{n}@{{ shape: tool, params: "x" }} --> b{n}\nend'
        for n in range(size)
    ]
    return lines("agentflow-beta", own + [f"b{a} --> a{b}" for a, b in _scattered(size, size)])


def calls(size: int) -> str:
    return lines("zenuml", [f"A{n % 20}.call{n}() {{\nB{n % 15}.inner()\n}}" for n in range(size)])


FAMILIES: dict[Callable[[int], str], tuple[int, ...]] = {
    chain: (100, 500, 2000),
    sideways: (50, 200, 1000, 2000),
    fan: (50, 200, 500),
    lettered_fan: (50, 200, 500),
    mesh: (10, 20, 31, 45, 53, 60),
    lattice: (10, 20, 31),
    two_layers: (8, 20, 44),
    parallel: (20, 50, 100, 200, 500),
    loops: (20, 100, 250),
    framed: (50, 100, 200, 500, 2000),
    lettered: (50, 110, 200, 500, 1000),
    nested: (20, 60, 100),
    alternating: (10, 20, 30, 60, 100),
    groups: (20, 60, 120, 300, 2000),
    loose: (100, 1000, 5000),
    long_words: (2_000, 20_000, 98_000),
    states: (10, 30, 100),
    flat_states: (50, 100, 200, 500, 2000),
    tables: (25, 45, 100, 200, 500, 2000),
    classes: (50, 100, 200, 500, 2000),
    members: (100, 1000, 5000),
    messages: (100, 1000, 3000),
    activations: (100, 800, 1500),
    fragments: (10, 50, 99),
    lanes: (20, 100, 400),
    leaves: (100, 1000, 1999),
    branches: (100, 1000, 1999),
    tasks: (100, 499),
    commits: (100, 1000),
    periods: (100, 1000),
    points: (100, 500),
    slices: (10, 100),
    bars: (20, 100, 500),
    journeys: (20, 100, 500),
    namespaces: (10, 100, 300),
    attributes: (100, 1000, 3000),
    elements: (20, 60, 200, 500),
    cells: (100, 1000, 2000),
    services: (20, 60, 200, 500),
    requirements: (20, 60, 200, 500),
    cards: (100, 500, 1000),
    entries: (100, 1000, 2000),
    curves: (10, 50, 100),
    flows: (50, 200, 1000),
    rooms: (100, 500, 2000),
    sets: (3, 6, 12),
    causes: (50, 200, 1000),
    components: (50, 200, 490),
    frames: (20, 100, 500),
    rules: (20, 100, 180),
    use_cases: (10, 30, 100, 300),
    flows_of_agents: (10, 30, 100, 300),
    calls: (50, 200, 500),
}


def drawn(name: str, size: int, png: bool) -> Row:
    """What it takes to draw one of a family."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    make = next(family for family in FAMILIES if family.__name__ == name)
    source, refused = make(size), ""
    render("flowchart LR\n a --> b").png()
    begin = time.process_time()
    try:
        drawing = render(source)
        if png:
            drawing.png()
        else:
            assert drawing.svg
    except DiagramError as error:
        refused = str(error).partition(": ")[2][:60]
    used = time.process_time() - begin
    return used, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, refused


def main() -> None:
    parser = argparse.ArgumentParser(description="What the largest diagrams take.")
    parser.add_argument("--only", default="", help="Names of families, with commas.")
    parser.add_argument("--png", action="store_true", help="To PNG instead of SVG.")
    options = parser.parse_args()
    wanted = set(options.only.split(",")) - {""}
    rows: list[tuple[str, Row]] = []
    for family, sizes in FAMILIES.items():
        for size in sizes if not wanted or family.__name__ in wanted else ():
            name = f"{family.__name__} {size}"
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
                try:
                    row = pool.submit(drawn, family.__name__, size, options.png).result()
                except BrokenProcessPool:
                    row = (float(MOST_SECONDS), 0, "ended")
            rows.append((name, row))
            print(f"  {name:18} {row[0]:6.2f} s {row[1]:5} MB  {row[2]}", flush=True)
    slowest = max(rows, key=lambda one: one[1][0])
    largest = max(rows, key=lambda one: one[1][1])
    print(f"slowest: {slowest[0]}, {slowest[1][0]:.2f} s")
    print(f"largest: {largest[0]}, {largest[1][1]} MB")


if __name__ == "__main__":
    main()
