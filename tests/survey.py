"""Draw every diagram of a kind in the corpora and count what the rules find.

    python tests/survey.py --kind sequence --corpus real --worst 10 --png /tmp/worst

The corpora are looked for where DIAGRAMKIT_CORPUS says, by default beside the repository.
"""

from __future__ import annotations

import json
import os
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing import Pool
from pathlib import Path

import click

from diagramkit import DiagramError, Theme, load_theme, raster, render
from diagramkit.geometry import Rect, simplified
from diagramkit.lint import Finding, check, rules
from diagramkit.lint.encounters import crossings
from diagramkit.lint.sheet import Sheet
from diagramkit.markdown import find_blocks
from diagramkit.mermaid.keywords import KINDS

ROOT = Path(__file__).resolve().parents[1]
CORPUS = Path(os.environ.get("DIAGRAMKIT_CORPUS", ROOT.parent / "shared" / "corpus"))


@dataclass(frozen=True, slots=True)
class Source:
    """A diagram of the corpora."""

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
    links_frames: bool = False
    """Whether lines join boxes of different frames."""
    looked_at: dict[str, int] = field(default_factory=dict)
    """By rule of style: how many things it looked at."""
    seconds: float = 0

    @property
    def errors(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.severity == "error"]

    @property
    def ugliness(self) -> tuple[float, ...]:
        area = self.width * self.height
        faults = sum(finding.severity != "style" for finding in self.findings)
        return (len(self.errors), faults, self.bends / max(1, self.edges), area)


def sources(corpus: str, kind: str = "flowchart") -> Iterator[Source]:
    """The valid diagrams of a kind in `real`, `docs`, `notes`, or `all` of them."""
    for name in ("real", "docs"):
        if corpus in (name, "all"):
            yield from _entries(CORPUS / "mermaid" / f"{name}.jsonl", kind)
    if corpus in ("notes", "all"):
        yield from _notes(CORPUS / "notes", kind)


def _entries(path: Path, kind: str) -> Iterator[Source]:
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if entry["kind"] == kind and entry["valid"]:
            yield Source(entry["id"], entry["text"])


def _notes(folder: Path, kind: str) -> Iterator[Source]:
    words = tuple(word for word, known in KINDS.items() if known.partition("_")[0] == kind)
    for path in sorted(folder.rglob("*.md")):
        for block in find_blocks(path.read_text(encoding="utf-8")):
            if any(line.strip().startswith(words) for line in block.text.split("\n")):
                yield Source(f"{path.relative_to(folder)}:{block.line}", block.text)


def draw(source: Source, theme: str) -> Result:
    """Draw and check one."""
    result = Result(source.name)
    started = time.perf_counter()
    try:
        scene = render(source.text, theme=theme).scene
        result.seconds = time.perf_counter() - started
        look = load_theme(theme)
        result.findings = check(scene, look, least="style")
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
    result.crossings = sum(1 for _ in crossings(sheet))
    ends = [[shape.box.owner for shape in line.ends] for line in sheet.lines]
    result.links_frames = any(len(set(owners)) > 1 for owners in ends)
    result.looked_at = {
        rule.code: rule.population(sheet) for rule in rules().values() if rule.population
    }
    return result


def _draw(task: tuple[Source, str]) -> Result:
    return draw(*task)


def report(results: list[Result], theme: Theme) -> None:
    """Print the figures."""
    page, least = theme.page, theme.budget.min_read
    drawn = [result for result in results if not result.failure]
    refused = [result for result in results if result.refused]
    crashed = [result for result in results if result.failure and not result.refused]
    click.echo(f"{len(drawn)} drawn, {len(refused)} refused, {len(crashed)} crashed")
    for result in crashed:
        click.echo(f"  CRASH {result.name}: {result.failure}")
    for result in refused[:10]:
        click.echo(f"  refused {result.name}: {result.failure}")
    if not drawn:
        return
    faulty = [result for result in drawn if result.errors]
    click.echo(f"{len(faulty)} with a fault ({len(faulty) / len(drawn):.1%})")
    _by_rule(drawn)
    small = sum(
        result.smallest * min(1, page.reading_width / result.width) < least
        for result in drawn
        if result.width
    )
    wide = sum(result.width > page.max_width for result in drawn)
    click.echo(f"{small / len(drawn):.1%} with text below {least} px at {page.reading_width:.0f}")
    click.echo(f"{wide / len(drawn):.1%} wider than {page.max_width:.0f}")
    edges, bends = sum(r.edges for r in drawn), sum(r.bends for r in drawn)
    click.echo(f"{bends} bends in {edges} edges, {sum(r.crossings for r in drawn)} crossings")
    between = [result for result in drawn if result.links_frames]
    count = sum(result.crossings for result in between)
    click.echo(f"{count} crossings in {len(between)} diagrams with links between frames")
    _composition(drawn)
    times = sorted(result.seconds * 1000 for result in drawn)
    late = times[min(len(times) - 1, int(len(times) * 0.95))]
    click.echo(f"median {statistics.median(times):.0f} ms, p95 {late:.0f} ms")


def _by_rule(drawn: list[Result]) -> None:
    diagrams: Counter[tuple[str, str]] = Counter()
    findings: Counter[tuple[str, str]] = Counter()
    for result in drawn:
        codes = [(f.severity, f.rule) for f in result.findings if f.severity != "style"]
        diagrams.update(set(codes))
        findings.update(codes)
    for (severity, rule), count in sorted(findings.items()):
        click.echo(
            f"  {severity:8}{rule:26}{diagrams[severity, rule]:6} diagrams {count:6} findings"
        )


def _composition(drawn: list[Result]) -> None:
    """Of the things that each rule of style looks at, how many could be drawn better."""
    looked_at: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for result in drawn:
        looked_at.update(result.looked_at)
        found.update(finding.rule for finding in result.findings)
    for rule, count in sorted(looked_at.items()):
        share = found[rule] / max(1, count)
        click.echo(f"  style   {rule:26}{found[rule]:6} of {count:6} {share:7.1%}")


def _with(result: Result, rule: str | None) -> Result:
    """A result with the findings of one rule, or all of them."""
    kept = (
        finding
        for finding in result.findings
        if (finding.severity != "style" if rule is None else finding.rule == rule)
    )
    return replace(result, findings=tuple(kept))


def marked(source: Source, theme: str, findings: Sequence[Finding]) -> bytes:
    """A picture with a frame around the place of each finding."""
    frames = "".join(_frame(finding.place.grown(3), finding.severity) for finding in findings)
    svg = render(source.text, theme=theme, text="outlines").svg
    return raster.png(svg.replace("</svg>", f"{frames}</svg>"), scale=1)


def _frame(place: Rect, severity: str) -> str:
    color = "#e6007e" if severity == "error" else "#0077ff"
    return (
        f'<rect x="{place.x:.1f}" y="{place.y:.1f}" width="{place.width:.1f}" '
        f'height="{place.height:.1f}" style="fill:none;stroke:{color};stroke-width:1.5"/>'
    )


def show_worst(results: list[Result], count: int, detail: int = 4) -> list[Result]:
    """Name the ugliest."""
    worst = sorted(results, key=lambda result: result.ugliness, reverse=True)[:count]
    for place, result in enumerate(worst):
        size = f"{result.width:.0f} × {result.height:.0f}"
        bends = result.bends / max(1, result.edges)
        click.echo(
            f"{place:3} {result.name}: {len(result.errors)} faults, {size}, {bends:.1f} bends"
        )
        for finding in sorted(result.findings, key=lambda finding: finding.severity)[:detail]:
            click.echo(f"      {finding.rule}: {finding.message}")
    return worst


@click.command(help=__doc__)
@click.option("--theme", default="editorial")
@click.option("--kind", default="flowchart", help="As the corpora name it: sequence, class, …")
@click.option("--corpus", type=click.Choice(("real", "docs", "notes", "all")), default="all")
@click.option("--worst", default=10, help="How many of the ugliest to name.")
@click.option("--detail", default=4, help="Findings to show of each.")
@click.option("--rule", help="Name only diagrams with a finding of this rule.")
@click.option("--only", default="", help="Take only sources whose name holds this.")
@click.option("--png", type=click.Path(path_type=Path), help="Folder for marked pictures.")
@click.option("--jobs", default=2)
def main(
    *,
    theme: str,
    kind: str,
    corpus: str,
    worst: int,
    detail: int,
    rule: str | None,
    only: str,
    png: Path | None,
    jobs: int,
) -> None:
    chosen = {source.name: source for source in sources(corpus, kind) if only in source.name}
    with Pool(jobs) as pool:
        results = pool.map(_draw, [(source, theme) for source in chosen.values()], chunksize=4)
    report(results, load_theme(theme))
    shown = [_with(result, rule) for result in results if not result.failure]
    named = show_worst([result for result in shown if result.findings or not rule], worst, detail)
    if png:
        png.mkdir(parents=True, exist_ok=True)
        for place, result in enumerate(named):
            picture = marked(chosen[result.name], theme, result.findings)
            (png / f"{place:03}-{result.name.replace('/', '_')}.png").write_bytes(picture)


if __name__ == "__main__":
    main()
