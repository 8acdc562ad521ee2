"""What goldens cost.

    pip install -e '.[bench]'
    python tests/benchmarks/golden.py [DIAGRAMS] [weight]   # the fourth alone

1. An unchanged diagram, after its scene is known: wanted at most 1 ms.
2. A changed pair of 1920x1080, 84 boxes, compared and explained, beside odiff (if it is on the
   PATH), Pillow and blazediff comparing the same two pictures: wanted no more than odiff's.
3. `diagrams test` over DIAGRAMS (1000) unchanged diagrams, cold, beside drawing their scenes:
   wanted at most half of it more. Then with two processes.
4. What goldens weigh: of 300 diagrams in two modes, in files and in Git's packs, with pictures,
   scenes, and hashes alone; and what one changed token adds to the repository.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from diagramkit.cli import main as diagrams
from diagramkit.diagnostics import Location
from diagramkit.drift.plan import plan_jobs
from diagramkit.drift.work import Comparison, Workbench, bare
from diagramkit.geometry import Path as Line
from diagramkit.geometry import Point, Rect
from diagramkit.golden.factors import Factor
from diagramkit.golden.facts import current_tools
from diagramkit.golden.looks import Look, plain_tokens
from diagramkit.golden.picture import compact, decode, difference
from diagramkit.golden.record import Made
from diagramkit.golden.serial import canonical, dump_scene, load_scene
from diagramkit.golden.verdict import Explainer, Today
from diagramkit.project.config import Settings
from diagramkit.project.diagrams import read_diagrams
from diagramkit.project.discovery import Source
from diagramkit.raster import png
from diagramkit.scene import Box, Connector, Head, Paint, Primitive, Scene, Text
from diagramkit.svg.write import write
from diagramkit.themes import editorial

LEARNING_PATH = Path(__file__).parents[1] / "layout" / "learning-path.mmd"
STROKE = "light.roles.primary.stroke"


def best(work: Callable[[], object], rounds: int = 30) -> float:
    """The shortest of some runs, in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * min(times)


def quietly(*arguments: str) -> int:
    """Run the program without its words."""
    with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
        return diagrams(arguments)


def unchanged(folder: Path) -> None:
    """The first measurement."""
    source = folder / "learning-path.mmd"
    source.write_text(LEARNING_PATH.read_text())
    quietly("accept", str(source))
    (job, *_), _ = plan_jobs(
        read_diagrams(Source(source)), Settings(), (), None, Settings().border([folder])
    )
    bench = Workbench(job)
    scene = bare(bench.drawing.in_mode("light").scene)

    def judge() -> None:
        found = Comparison(bench, "light", scene).result()
        assert found.verdict.status == "same"

    print(f"unchanged, after the scene is known     {best(judge, 100):8.2f} ms  (at most 1)")


def boxes(stroke: str) -> Scene:
    """84 boxes in rows on 1920x1080, joined from left to right, their strokes of one colour."""
    items: list[Primitive] = []
    families = ("Inter", "Arial", "sans-serif")
    for place in range(84):
        column, row = place % 12, place // 12
        rect = Rect(40 + 156 * column, 60 + 144 * row, 124, 64)
        key = f"node:{place}"
        items.append(Box(key, "primary", rect, Paint("#F5F1EA", stroke, 1.4), 6))
        center = rect.center
        words = f"Step {place}"
        items.append(
            Text(
                f"text:{place}:0", "primary-title", words, center.x, center.y + 5, 48, 14, 600,
                "#050505", families, owner=key,
            )
        )  # fmt: skip
        if column < 11:
            tip = Point(rect.right + 30, center.y)
            line = (Point(rect.right, center.y), tip.moved(-7, 0))
            head = Head(Line.polygon([tip, tip.moved(-8, -3.5), tip.moved(-8, 3.5)]), tip)
            paint = Paint("none", "#111111", 1.4)
            name = f"edge:{place}->{place + 1}:0"
            items.append(
                Connector(name, "main-edge", key, f"node:{place + 1}", line, paint, 8, (head,))
            )
    return canonical(
        Scene("boxes", "light", 1920, 1080, "#F5F1EA", "Boxes", "84 boxes.", tuple(items))
    )


def changed(folder: Path) -> None:
    """The second measurement."""
    before, after = boxes("#d9480f"), boxes("#e8590c")
    files = folder / "before.png", folder / "after.png"
    for scene, file in zip((before, after), files, strict=True):
        file.write_bytes(compact(decode(png(write(scene, None, "outlines"), 1))))
    texts = dump_scene(before), dump_scene(after)
    tools = current_tools(before, 1)
    tokens = plain_tokens(editorial)
    then, now = (
        Made("same", {}, Look("x", "", {"x": {**tokens, STROKE: color}}, is_resolved=True), tools)
        for color in ("#d9480f", "#e8590c")
    )
    today = Today(now, "", Location("boxes.mmd"), {})

    def draw(_: str | None, held: Sequence[Factor]) -> Scene:
        return before if held else after

    def ours() -> int:
        pictures = [decode(file.read_bytes()) for file in files]
        found = difference(*pictures)
        scenes = map(load_scene, texts)
        (cause,) = Explainer(*scenes, then, today, draw, lambda _: ()).causes()
        assert cause.id == f"token:{STROKE}"
        return found.changed

    print(f"changed 1920x1080, compared, explained  {best(ours):8.2f} ms  ({ours()} pixels)")
    others(*map(str, files))


def others(before: str, after: str) -> None:
    """The same pair in other comparers."""
    from PIL import Image, ImageChops

    def pillow() -> Any:
        with Image.open(before) as one, Image.open(after) as other:
            return ImageChops.difference(one.convert("RGB"), other.convert("RGB")).getbbox()

    if program := shutil.which("odiff"):
        command = [program, before, after, "--threshold=0"]
        odiff = best(lambda: subprocess.run(command, capture_output=True, check=False), 5)
        print(f"  odiff, its program started            {odiff:8.2f} ms")
    print(f"  Pillow, a box around what differs     {best(pillow):8.2f} ms")
    try:
        import blazediff
    except ImportError:
        print("  blazediff is not installed: pip install -e '.[bench]'")
        return

    def blaze() -> Any:
        return blazediff.compare(before, after)

    print(f"  blazediff                             {best(blaze):8.2f} ms  ({blaze()})")


def many(folder: Path, count: int) -> None:
    """The third measurement."""
    home = folder / "diagrams"
    home.mkdir()
    for number in range(count):
        text = LEARNING_PATH.read_text().replace("Transformer basics", f"Basics {number}")
        (home / f"path-{number}.mmd").write_text(text)
    os.chdir(folder)
    quietly("accept", "-j", "2")
    script = (
        "import sys; from pathlib import Path; from diagramkit.drawing import render\n"
        "for path in sorted(Path('diagrams').glob('*.mmd')):\n"
        "    drawing = render(path); drawing.scene\n"
        "    drawing.repainted(drawing._layout.theme, 'dark').scene\n"
    )
    drawing = seconds("-c", script)
    print(f"drawing {count} scenes in both modes       {drawing:8.2f} s")
    for jobs in ("1", "2"):
        testing = seconds("-m", "diagramkit", "test", "-j", jobs)
        ratio = testing / drawing
        print(
            f"testing {count} diagrams, {jobs} process(es)    {testing:8.2f} s   {ratio:.2f} times"
        )


def weight(folder: Path, count: int = 300) -> None:
    """The fourth measurement."""
    for keep in ("png", "scene", "hashes"):
        home = folder / keep
        (home / "diagrams").mkdir(parents=True)
        (home / "diagrams.toml").write_text(f'theme = "house.yaml"\n[goldens]\nkeep = "{keep}"\n')
        for number in range(count):
            text = LEARNING_PATH.read_text().replace("Transformer basics", f"Basics {number}")
            (home / "diagrams" / f"path-{number}.mmd").write_text(text)
        os.chdir(home)
        git("init", "-q")
        before = stored("extends: editorial\nname: house\n")
        files = sum(path.stat().st_size for path in (home / "diagrams" / "goldens").iterdir())
        after = stored("extends: editorial\nname: house\nlight: {muted: '#6F6A64'}\n")
        print(
            f"{2 * count} goldens, {keep:7}{files / 1e6:8.2f} MB in files "
            f"{before / 1e6:6.2f} MB in Git, "
            f"one token {(after - before) / 1e6:6.2f} MB more"
        )


def stored(theme: str) -> int:
    """The bytes of a repository's packs after the goldens in a theme were accepted."""
    Path("house.yaml").write_text(theme)
    quietly("accept")
    git("add", "-A")
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "goldens")
    git("gc", "-q", "--aggressive", "--prune=now")
    return sum(path.stat().st_size for path in Path(".git/objects/pack").iterdir())


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True)


def seconds(*arguments: str) -> float:
    """How long a fresh interpreter takes."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    numbers = [word for word in sys.argv[1:] if word.isdigit()]
    count = int(numbers[0]) if numbers else 1000
    if "weight" in sys.argv:
        with tempfile.TemporaryDirectory() as name:
            weight(Path(name), int(numbers[0]) if numbers else 300)
            os.chdir("/")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        unchanged(folder)
        changed(folder)
        (folder / "many").mkdir()
        many(folder / "many", count)
        weight(folder / "weight")
        os.chdir("/")


if __name__ == "__main__":
    main()
