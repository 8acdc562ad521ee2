"""Draw every flowchart of the corpora and count what the rules find.

    python tests/survey.py --corpus real --worst 10 --png /tmp/worst

The corpora are looked for where DIAGRAMKIT_CORPUS says, by default beside the repository.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing import Pool
from pathlib import Path

from diagramkit import DiagramError, load_theme, render
from diagramkit.geometry import simplified
from diagramkit.lint import Finding, Sheet, check
from diagramkit.markdown import find_blocks

ROOT = Path(__file__).resolve().parents[1]
CORPUS = Path(os.environ.get("DIAGRAMKIT_CORPUS", ROOT.parent / "shared" / "corpus"))
KINDS = ("flowchart", "graph")


@dataclass(frozen=True, slots=True)
class Source:
    """A flowchart of the corpora."""

    name: str
    text: str


@dataclass(slots=True)
class Result:
    """What became of a source: `failure` says why there is no drawing."""

    name: str
    failure: str = ""
    refused: bool = False
    findings: tuple[Finding, ...] = ()
    width: float = 0
    height: float = 0
    smallest: float = 0
    edges: int = 0
    bends: int = 0
    crossings: int = 0
    seconds: float = 0
    png: bytes = field(default=b"", repr=False)

    @property
    def errors(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.severity == "error"]

    @property
    def ugliness(self) -> tuple[float, ...]:
        area = self.width * self.height
        return (len(self.errors), len(self.findings), self.bends / max(1, self.edges), area)


def sources(corpus: str) -> Iterator[Source]:
    """The valid flowcharts of `real`, `docs`, `notes`, or `all` of them."""
    for name in ("real", "docs"):
        if corpus in (name, "all"):
            yield from _entries(CORPUS / "mermaid" / f"{name}.jsonl")
    if corpus in ("notes", "all"):
        yield from _notes(CORPUS / "notes")


def _entries(path: Path) -> Iterator[Source]:
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if entry["kind"] == "flowchart" and entry["valid"]:
            yield Source(entry["id"], entry["text"])


def _notes(folder: Path) -> Iterator[Source]:
    for path in sorted(folder.rglob("*.md")):
        for block in find_blocks(path.read_text(encoding="utf-8")):
            words = block.text.split()
            if words and words[0].startswith(KINDS):
                yield Source(f"{path.relative_to(folder)}:{block.line}", block.text)


def draw(source: Source, theme: str) -> Result:
    """Draw and check one."""
    result = Result(source.name)
    started = time.perf_counter()
    try:
        scene = render(source.text, theme=theme).scene
        result.seconds = time.perf_counter() - started
        look = load_theme(theme)
        result.findings = check(scene, look)
        sheet = Sheet(scene, look)
    except DiagramError as error:
        result.failure, result.refused = str(error.diagnostics[0].message), True
        return result
    except Exception as error:
        result.failure = f"{type(error).__name__}: {error}"
        return result
    result.width, result.height = scene.width, scene.height
    result.smallest = min((text.size for text in scene.texts), default=0)
    result.edges = len(scene.connectors)
    result.bends = sum(max(0, len(simplified(item.points)) - 2) for item in scene.connectors)
    result.crossings = sum(1 for _ in sheet.crossings())
    return result


def _draw(task: tuple[Source, str]) -> Result:
    return draw(*task)


def report(results: list[Result], reading_width: float, max_width: float, least: float) -> None:
    """Print the figures."""
    drawn = [result for result in results if not result.failure]
    refused = [result for result in results if result.refused]
    crashed = [result for result in results if result.failure and not result.refused]
    print(f"{len(drawn)} drawn, {len(refused)} refused, {len(crashed)} crashed")
    for result in crashed:
        print(f"  CRASH {result.name}: {result.failure}")
    for result in refused[:10]:
        print(f"  refused {result.name}: {result.failure}")
    if not drawn:
        return
    faulty = [result for result in drawn if result.errors]
    print(f"{len(faulty)} with a fault ({len(faulty) / len(drawn):.1%})")
    _by_rule(drawn)
    small = sum(
        result.smallest * min(1, reading_width / result.width) < least
        for result in drawn
        if result.width
    )
    wide = sum(result.width > max_width for result in drawn)
    print(f"{small / len(drawn):.1%} with text below {least} px at {reading_width:.0f}")
    print(f"{wide / len(drawn):.1%} wider than {max_width:.0f}")
    edges, bends = sum(r.edges for r in drawn), sum(r.bends for r in drawn)
    print(f"{bends} bends in {edges} edges, {sum(r.crossings for r in drawn)} crossings")
    times = sorted(result.seconds * 1000 for result in drawn)
    late = times[min(len(times) - 1, int(len(times) * 0.95))]
    print(f"median {statistics.median(times):.0f} ms, p95 {late:.0f} ms")


def _by_rule(drawn: list[Result]) -> None:
    diagrams: Counter[tuple[str, str]] = Counter()
    findings: Counter[tuple[str, str]] = Counter()
    for result in drawn:
        codes = [(finding.severity, finding.rule) for finding in result.findings]
        diagrams.update(set(codes))
        findings.update(codes)
    for (severity, rule), count in sorted(findings.items()):
        print(f"  {severity:8}{rule:26}{diagrams[severity, rule]:6} diagrams {count:6} findings")


def show_worst(results: list[Result], count: int, detail: int = 4) -> list[Result]:
    """Name the ugliest."""
    worst = sorted(results, key=lambda result: result.ugliness, reverse=True)[:count]
    for place, result in enumerate(worst):
        size = f"{result.width:.0f} × {result.height:.0f}"
        bends = result.bends / max(1, result.edges)
        print(f"{place:3} {result.name}: {len(result.errors)} faults, {size}, {bends:.1f} bends")
        for finding in sorted(result.findings, key=lambda finding: finding.severity)[:detail]:
            print(f"      {finding.rule}: {finding.message}")
    return worst


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--theme", default="editorial")
    options.add_argument("--corpus", choices=("real", "docs", "notes", "all"), default="all")
    options.add_argument("--worst", type=int, default=10, help="how many of the ugliest to name")
    options.add_argument("--rule", help="name only diagrams with a finding of this rule")
    options.add_argument("--detail", type=int, default=4, help="findings to show of each")
    options.add_argument("--only", default="", help="take only sources whose name holds this")
    options.add_argument("--png", type=Path, help="folder for pictures of the ugliest")
    options.add_argument("--jobs", type=int, default=2)
    given = options.parse_args()
    chosen = {s.name: s for s in sources(given.corpus) if given.only in s.name}
    with Pool(given.jobs) as pool:
        tasks = [(source, given.theme) for source in chosen.values()]
        results = pool.map(_draw, tasks, chunksize=8)
    look = load_theme(given.theme)
    report(results, look.page.reading_width, look.page.max_width, look.budget.min_read)
    drawn = [result for result in results if not result.failure]
    if given.rule:
        drawn = [r for r in drawn if any(finding.rule == given.rule for finding in r.findings)]
        for result in drawn:
            result.findings = tuple(f for f in result.findings if f.rule == given.rule)
    worst = show_worst(drawn, given.worst, given.detail)
    if given.png:
        given.png.mkdir(parents=True, exist_ok=True)
        for place, result in enumerate(worst):
            picture = render(chosen[result.name].text, theme=given.theme).png(scale=1)
            (given.png / f"{place:03}-{result.name.replace('/', '_')}.png").write_bytes(picture)


if __name__ == "__main__":
    main()
