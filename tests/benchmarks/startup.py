"""What the first picture costs: a cold `diagrams render one.mmd -o -` beside the bare imports of
the libraries that it cannot do without.

    python tests/benchmarks/startup.py [ROUNDS]

Prints the best of ROUNDS (20) in milliseconds for both, taken in turns, and their ratio.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SOURCE = "flowchart LR\n  A[Source] --> B{Valid?} -->|yes| C[Picture]\n  B -.->|no| A\n"
IMPORTS = "import click, pydantic, svgwrite, uharfbuzz, graphlay"


def seconds(environment: dict[str, str], *arguments: str) -> float:
    """How long a fresh interpreter takes with these arguments."""
    start = time.perf_counter()
    command = [sys.executable, *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "one.mmd")
        path.write_text(SOURCE)
        # Compiled once, as an installed package is.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        commands = ("-c", IMPORTS), ("-m", "diagramkit", "render", str(path), "-o", "-")
        times = [[seconds(environment, *command) for command in commands] for _ in range(rounds)]
    imports, drawing = (min(column) * 1000 for column in zip(*times[1:], strict=True))
    print(f"imports alone           {imports:6.0f} ms   {IMPORTS}")
    print(f"render one.mmd -o -     {drawing:6.0f} ms")
    print(f"ratio                   {drawing / imports:6.2f}")


if __name__ == "__main__":
    main()
