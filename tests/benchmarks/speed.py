"""How long drawing takes, in a process that is running already.

    python tests/benchmarks/speed.py [--rounds N] [--sample N] [--only svg|png|growth] [--kind KIND]

- source to SVG: the median over the diagrams of each kind, beside other programs that are installed
  (the extra `bench`: merman, and mmdr with its two engines). Diagrams are those of the corpus that
  DIAGRAMKIT_CORPUS names (`--sample`, 120, of each kind), else those of `diagrams/`; a program that
  draws less than half of them is left out, and only what all others draw counts.
- SVG to PNG: our own way, beside resvg alone on the same SVG of outlines.
- growth: layout and SVG of chains and trees of 250 to 2,000 boxes, and how the time a box changes
  from the smallest to the largest (1.0: linear).

Times are the best of N rounds (5), in milliseconds of the processor, which a busy machine changes
little.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from diagramkit import DiagramError, raster, render
from diagramkit.layout.graph import lay_out
from diagramkit.mermaid.cleaning import clean
from diagramkit.mermaid.keywords import KINDS as KEYWORDS
from diagramkit.mermaid.keywords import keyword_of
from diagramkit.mermaid.kinds.flowchart.model import Edge, Flowchart, Node
from diagramkit.svg.write import write
from diagramkit.themes import editorial

ROOT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("DIAGRAMKIT_CORPUS", ROOT.parent / "shared" / "corpus"))
KINDS = tuple(dict.fromkeys(kind.partition("_")[0] for kind in KEYWORDS.values()))
SIZES = (250, 500, 1000, 2000)
Engine = Callable[[str], object]


def main() -> None:
    parser = argparse.ArgumentParser(description="How long drawing takes.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sample", type=int, default=120)
    parser.add_argument("--only", choices=["svg", "png", "growth"])
    parser.add_argument("--kind", choices=KINDS, help="Time diagrams of this kind alone.")
    options = parser.parse_args()
    kinds = [options.kind] if options.kind else KINDS
    sources = {kind: spread(diagrams(kind), options.sample) for kind in kinds}
    parts: dict[str, Callable[[], None]] = {
        "svg": lambda: source_to_svg(sources, options.rounds),
        "png": lambda: svg_to_png(spread(sources[kinds[0]], 24), options.rounds),
        "growth": lambda: growth(min(options.rounds, 3)),
    }
    for name, part in parts.items():
        if options.only in (None, name):
            part()


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """The best of some rounds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1000


def diagrams(kind: str) -> list[str]:
    """Sources of a kind to draw."""
    files = [CORPUS / "mermaid" / f"{name}.jsonl" for name in ("real", "docs")]
    if all(file.is_file() for file in files):
        lines = (line for file in files for line in file.read_text(encoding="utf-8").splitlines())
        rows = map(json.loads, lines)
        return [row["text"] for row in rows if row["kind"] == kind and row["valid"]]
    texts = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("diagrams/**/*.mmd"))]
    return [text for text in texts if kind_of(text) == kind]


def kind_of(text: str) -> str:
    """The kind of a diagram, as `KINDS` has it."""
    word = keyword_of(clean(text, "", 1).text)
    return KEYWORDS[word].partition("_")[0] if word else ""


def spread(items: list[str], count: int) -> list[str]:
    """At most `count` of them, evenly spread."""
    return items[:: max(1, -(-len(items) // count))]


def ours(source: str) -> object:
    return render(source, theme=editorial).svg


def engines() -> dict[str, Engine]:
    """The programs at hand, by name."""
    found: dict[str, Engine] = {"diagramkit": ours}
    if find_spec("merman"):
        import merman

        program = merman.Merman()
        found["merman"] = lambda source: program.render_svg(source, None)
    if find_spec("mmdr"):
        import mmdr

        for name in mmdr.backends():
            found[f"mmdr ({name})"] = lambda source, engine=name: mmdr.render(source, engine).svg()
    return found


def draws(engine: Engine, source: str) -> bool:
    try:
        engine(source)
    except Exception:  # each program has errors of its own
        return False
    return True


def source_to_svg(sources: dict[str, list[str]], rounds: int) -> None:
    programs = engines()
    for kind, texts in sources.items():
        able = {
            name: engine
            for name, engine in programs.items()
            if sum(draws(engine, text) for text in texts) > len(texts) / 2
        }
        common = [text for text in texts if all(draws(engine, text) for engine in able.values())]
        print(f"source to SVG: median of {len(common)} {kind} diagrams, of {len(texts)}")
        if common:
            report(common, able, rounds)


def report(items: list[str], programs: dict[str, Engine], rounds: int) -> None:
    """The median over the items of every program, and how many times the first one's that is.

    The programs take turns, so that a busy machine is as busy for one as for another.
    """
    times = [
        [milliseconds(lambda e=engine, i=item: e(i), rounds) for engine in programs.values()]
        for item in items
    ]
    medians = [median(column) for column in zip(*times, strict=True)]
    for name, taken in zip(programs, medians, strict=True):
        print(f"  {name:28} {taken:8.2f} ms  {taken / medians[0]:6.2f}")


def svg_to_png(sources: list[str], rounds: int) -> None:
    import resvg_py

    def alone(document: str) -> object:
        return resvg_py.svg_to_bytes(svg_string=document, zoom=2, skip_system_fonts=True)

    documents = []
    for source in sources:
        with suppress(DiagramError):
            documents.append(render(source, theme=editorial, text="outlines").svg)
    print(f"SVG of outlines to PNG, two pixels a unit: median of {len(documents)}")
    report(documents, {"resvg alone": alone, "diagramkit": raster.png}, rounds)


def chain(size: int) -> Flowchart:
    """Boxes in a row."""
    return tree(size, 1)


def tree(size: int, children: int = 2) -> Flowchart:
    """A tree in which each box has the same number of children."""
    nodes = tuple(Node(f"n{index}", f"Step {index}") for index in range(size))
    parents = ((index - 1) // children for index in range(1, size))
    edges = tuple(Edge(f"n{parent}", f"n{index}") for index, parent in enumerate(parents, 1))
    return Flowchart("TB", nodes, edges)


def drawn(chart: Flowchart) -> str:
    return write(lay_out(chart, editorial, classes={}).scene("light", "chart"))


def growth(rounds: int) -> None:
    print("model to SVG, by number of boxes")
    for name, make in (("chain", chain), ("tree", tree)):
        charts = {size: make(size) for size in SIZES}
        times = {
            size: milliseconds(lambda c=chart: drawn(c), rounds) for size, chart in charts.items()
        }
        shown = "  ".join(f"{size}: {taken:.0f} ms" for size, taken in times.items())
        first, last = SIZES[0], SIZES[-1]
        ratio = (times[last] / last) / (times[first] / first)
        print(f"  {name:6} {shown}  a box: {ratio:.2f}")


if __name__ == "__main__":
    main()
