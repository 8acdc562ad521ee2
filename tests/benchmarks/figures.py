"""How long the fourteen figures of the lectures take, beside a flowchart.

    python tests/benchmarks/figures.py [--rounds N] [--sample N]

Source to SVG in a process that is running already. The flowcharts are those of `speed.py`; times
are the best of N rounds (5) of processor time, so that other work on the machine does not count.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from contextlib import suppress
from statistics import median

from speed import ROOT, flowcharts, spread

from diagramkit import DiagramError, render
from diagramkit.themes import editorial

FOLDER = ROOT / "diagrams" / "cme295"
MOST = 15.0
"""All figures together may take this many times as long as the median flowchart."""


def main() -> None:
    parser = argparse.ArgumentParser(description="How long figures take.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sample", type=int, default=120)
    options = parser.parse_args()
    files = sorted(path for path in FOLDER.glob("*.yaml") if path.stem != "concept-map")
    texts = [path.read_text(encoding="utf-8") for path in files]
    figures = sum(seconds(text, options.rounds) for text in texts)
    charts: list[float] = []
    for text in spread(flowcharts(), options.sample):
        with suppress(DiagramError):
            charts.append(seconds(text, options.rounds))
    print(f"{len(files)} figures   {1000 * figures:8.2f} ms")
    print(f"a flowchart  {1000 * median(charts):8.2f} ms, median of {len(charts)}")
    print(f"ratio        {figures / median(charts):8.2f}, at most {MOST:g}")


def seconds(text: str, rounds: int) -> float:
    """Processor time from source to SVG, the best of some rounds after a first."""
    work: Callable[[], object] = lambda: render(text, theme=editorial).svg  # noqa: E731
    work()
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
