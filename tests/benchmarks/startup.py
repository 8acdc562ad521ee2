"""What the first picture costs: a cold `diagrams render one.mmd -o -` and a cold `diagrams --help`
beside the bare imports of the libraries that a picture cannot do without, and beside mermaid-cli.

    python tests/benchmarks/startup.py [--rounds N] [--mmdc PATH] [--browser PATH]

Prints the best of N (20) rounds in milliseconds, taken in turns, and the ratios: less is better.
`--mmdc` is the program of `npm install @mermaid-js/mermaid-cli`, `--browser` the Chromium it draws
with when it has not fetched one of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SOURCE = """\
flowchart LR
  A[Source] --> B{Valid?} -->|yes| C[Model]
  B -.->|no| A
  C --> D[Layout] --> E[Picture]
"""
IMPORTS = "import click, svgwrite, uharfbuzz, graphlay"


def main() -> None:
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "one.mmd").write_text(SOURCE)
        # Compiled once, as an installed package is.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(Path(folder, "compiled"))}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        commands = all_commands(folder, options)
        # The first round compiles and is not counted.
        rounds = [
            [seconds(command, folder, environment) for command in commands.values()]
            for _ in range(options.rounds + 1)
        ]
    best = dict(zip(commands, map(min, zip(*rounds[1:], strict=True)), strict=True))
    report(best)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--mmdc", type=Path)
    parser.add_argument("--browser", type=Path)
    return parser.parse_args()


def all_commands(folder: str, options: argparse.Namespace) -> dict[str, list[str]]:
    """What is timed, by name."""
    program = [sys.executable, "-m", "diagramkit"]
    commands = {
        "python alone": [sys.executable, "-c", "pass"],
        "imports alone": [sys.executable, "-c", IMPORTS],
        "diagrams --help": [*program, "--help"],
        "diagrams render": [*program, "render", "one.mmd", "-o", "-"],
    }
    if options.mmdc:
        browser = {"args": ["--no-sandbox"]}
        if options.browser:
            browser["executablePath"] = str(options.browser)
        Path(folder, "browser.json").write_text(json.dumps(browser))
        mmdc = [str(options.mmdc.resolve()), "--quiet", "-p", "browser.json"]
        commands["mermaid-cli"] = [*mmdc, "-i", "one.mmd", "-o", "one.svg"]
    return commands


def seconds(command: list[str], folder: str, environment: dict[str, str]) -> float:
    """How long a command takes in a process of its own."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, env=environment)
    return time.perf_counter() - start


def report(best: dict[str, float]) -> None:
    against = [name for name in ("imports alone", "mermaid-cli") if name in best]
    print(f"{'':20}{'ms':>8}" + "".join(f"{f'of {name}':>20}" for name in against))
    for name, time_taken in best.items():
        ratios = "".join(f"{time_taken / best[other]:20.3f}" for other in against)
        print(f"{name:20}{time_taken * 1000:8.0f}{ratios}")


if __name__ == "__main__":
    main()
