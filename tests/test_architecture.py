"""The house: import arrows point up the list, and each outside library has one place."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from diagramkit import lint

PACKAGE = "diagramkit"
SOURCE = Path(__file__).parents[1] / "src" / PACKAGE

# From top to bottom. A module may import from its own part and from rows above.
HOUSE = (
    ("geometry", "color", "diagnostics"),
    ("index", "files", "web"),
    ("text",),
    ("theme",),
    ("themes",),
    ("scene",),
    ("mermaid", "figure"),
    ("layout",),
    ("svg",),
    ("raster", "pdf"),
    ("lint",),
    ("golden",),
    ("markdown",),
    ("pages",),
    ("project",),
    ("drawing",),
    ("drift",),
    ("checking",),
    ("sync",),
    ("integrations",),
    ("cli", "pytest_plugin"),
    ("__main__", "__init__"),
)
ROW = {part: row for row, parts in enumerate(HOUSE) for part in parts}

# The one module, with all below it, that may import a library.
PLACES = {
    "cairosvg": "raster",
    "click": "cli",
    "graphlay": "layout.graph",
    "lxml": "svg.read",
    "pydyf": "pdf",
    "pytest": "pytest_plugin",
    "resvg_py": "raster",
    "svgwrite": "svg.elements",
}

# What a first picture in SVG does without.
HEAVY = (
    "PIL",
    "cairosvg",
    "coloraide",
    "html",
    "importlib.metadata",
    "jinja2",
    "lxml",
    "markdown_it",
    "pathspec",
    "pydantic",
    "resvg_py",
    "rich",
    "statistics",
    "svgwrite.validator2",
    "tomllib",
    "urllib.request",
    "xml.etree.ElementTree",
    "yaml",
)


@dataclass(frozen=True)
class Arrow:
    """An import: from a module of the package, named without it, to another or to a library."""

    place: str
    source: str
    target: str
    inside: bool


def arrows(package: Path) -> Iterator[Arrow]:
    """Every import of a package, those for type checkers and those inside functions too."""
    for file in sorted(package.rglob("*.py")):
        parts = file.relative_to(package).with_suffix("").parts
        module = ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)
        folder = (package.name, *parts[:-1])
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            for target in targets(node, folder, package):
                place = f"{file.relative_to(package).as_posix()}:{getattr(node, 'lineno', 0)}"
                head, _, rest = target.partition(".")
                inside = head == package.name
                yield Arrow(place, module, rest or "__init__" if inside else target, inside)


def targets(node: ast.AST, folder: tuple[str, ...], package: Path) -> Iterator[str]:
    """The modules that a statement imports, in full."""
    if isinstance(node, ast.Import):
        yield from (name.name for name in node.names if name.name != package.name)
    elif isinstance(node, ast.ImportFrom):
        above = folder[: len(folder) - node.level + 1] if node.level else ()
        origin = ".".join([*above, *([node.module] if node.module else [])])
        for name in node.names:
            if origin != package.name:
                yield origin
            elif name.name != "__version__":
                known = (package / name.name).is_dir() or (package / f"{name.name}.py").is_file()
                yield f"{origin}.{name.name}" if known else origin


def faults(package: Path) -> list[str]:
    """What breaks the rules of the house, as `file:line: what`."""
    return [f"{arrow.place}: {fault}" for arrow in arrows(package) if (fault := judge(arrow))]


def judge(arrow: Arrow) -> str:
    source = arrow.source.partition(".")[0]
    target = arrow.target.partition(".")[0]
    if source not in ROW:
        return f"{source} has no place in the house"
    if arrow.inside:
        if target not in ROW:
            return f"{target} has no place in the house"
        good = source == target or ROW[target] < ROW[source]
        return "" if good else f"{source} imports {target}, which does not stand above it"
    home = PLACES.get(target)
    good = home is None or f"{arrow.source}.".startswith(f"{home}.")
    return "" if good else f"{target} is imported outside {home}"


def test_import_arrows_point_up_and_every_library_keeps_to_its_place() -> None:
    assert faults(SOURCE) == []


def test_every_restricted_library_in_use_is_found_in_its_place() -> None:
    # Else a renamed module would make a rule idle.
    found = {arrow.target.partition(".")[0] for arrow in arrows(SOURCE) if not arrow.inside}
    assert set(PLACES) <= found


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("geometry.py", "import diagramkit.scene", "1: geometry imports scene"),
        ("geometry.py", "from diagramkit import scene", "1: geometry imports scene"),
        ("geometry.py", "from diagramkit.color import contrast", "1: geometry imports color"),
        ("theme/load.py", "from ..themes import names", "1: theme imports themes"),
        ("theme/load.py", "def f():\n    from .. import scene", "2: theme imports scene"),
        ("text/fonts.py", "from diagramkit import render", "1: text imports __init__"),
        (
            "svg/write.py",
            "if TYPE_CHECKING:\n    from diagramkit.lint import x",
            "2: svg imports lint",
        ),
        ("attic.py", "import os", "1: attic has no place"),
        ("cli/new.py", "import diagramkit.attic", "1: attic has no place"),
        ("svg/read.py", "import svgwrite", "1: svgwrite is imported outside svg.elements"),
        ("svg/writer.py", "from svgwrite import Drawing", "1: svgwrite is imported outside"),
        ("layout/grid.py", "import graphlay", "1: graphlay is imported outside layout.graph"),
        ("lint/pixels.py", "import resvg_py", "1: resvg_py is imported outside raster"),
        ("golden/x.py", "import cairosvg.surface", "1: cairosvg is imported outside raster"),
        ("project/x.py", "def f():\n    import click", "2: click is imported outside cli"),
        ("cli/x.py", "from pytest import fixture", "1: pytest is imported outside pytest_plugin"),
    ],
)
def test_a_wrong_import_is_found(tmp_path: Path, file: str, text: str, fault: str) -> None:
    package = tmp_path / PACKAGE
    write(package, {"scene.py": "", file: text})
    assert len(faults(package)) == 1
    assert faults(package)[0].startswith(f"{file}:{fault}")


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("scene.py", "from diagramkit.geometry import Point\nimport dataclasses"),
        ("cli/__init__.py", "import click\nfrom diagramkit import __version__, drawing"),
        ("cli/commands/render.py", "from ...project import jobs\nfrom . import shared"),
        ("svg/elements.py", "import svgwrite\nfrom diagramkit.svg import style"),
        ("layout/graph/layers.py", "import graphlay"),
        ("project/cache.py", "import diagramkit"),
    ],
)
def test_a_right_import_is_let_be(tmp_path: Path, file: str, text: str) -> None:
    package = tmp_path / PACKAGE
    write(package, {"drawing.py": "", file: text})
    assert faults(package) == []


def write(package: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.mark.parametrize("output", ["-", "pictures/"])
def test_a_first_picture_loads_no_heavy_library_and_nothing_of_other_sources(
    output: str, tmp_path: Path
) -> None:
    (tmp_path / "one.mmd").write_text("flowchart LR\n  A[One] -->|yes| B{Two}\n  B -.-> A\n")
    loaded = loaded_by(["render", "one.mmd", "-o", output], tmp_path)
    assert loaded & set(HEAVY) == set()
    others = ("figure.kinds", "figure.formula", "markdown.block", "mermaid.yaml_values")
    starts = tuple(f"{PACKAGE}.{other}" for other in others)
    assert {name for name in loaded if name.startswith(starts)} == set()


def test_a_first_picture_loads_no_rule_that_is_not_asked(tmp_path: Path) -> None:
    (tmp_path / "one.mmd").write_text("flowchart LR\n  A --> B\n")
    loaded = loaded_by(["render", "one.mmd", "-o", "-"], tmp_path)
    rules = f"{PACKAGE}.lint.rules."
    codes = {name.removeprefix(rules).replace("_", "-") for name in loaded if rules in name}
    asked = {code for code, rule in lint.rules().items() if rule.severity == "error"}
    assert codes == {*asked, lint.TOO_DENSE}


def test_the_list_of_commands_loads_none_of_them(tmp_path: Path) -> None:
    loaded = loaded_by(["--help"], tmp_path)
    own = {name.split(".")[1] for name in loaded if name.startswith(f"{PACKAGE}.")}
    assert own == {"cli", "diagnostics", "files"}
    assert loaded & set(HEAVY) == set()


def loaded_by(arguments: list[str], folder: Path) -> set[str]:
    """The modules that a fresh process has loaded after a command that goes well."""
    script = (
        "import sys\n"
        "from diagramkit.cli import main\n"
        f"status = main({arguments!r})\n"
        "print(status, *sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(SOURCE.parent)},
        capture_output=True,
        check=True,
    )
    status, *loaded = done.stderr.decode().splitlines()[-1].split()
    assert status == "0"
    assert done.stdout or list(folder.glob("pictures/*.svg"))
    return set(loaded)
