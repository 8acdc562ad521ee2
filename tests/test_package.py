"""What is installed: the wheel, and the checkout installed for editing."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from importlib import metadata
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from benchmarks.size import needed
from diagramkit import __version__, render

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as it is uploaded, built from this checkout without the network."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, check=True, cwd=ROOT, capture_output=True)
    return next(folder.glob("*.whl"))


def contents(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_carries_every_module(wheel: Path) -> None:
    modules = (ROOT / "src").rglob("*.py")
    wanted = {path.relative_to(ROOT / "src").as_posix() for path in modules}
    assert wanted <= contents(wheel)


def test_the_wheel_carries_the_themes_and_templates(wheel: Path) -> None:
    themes = {f"diagramkit/themes/{path.name}" for path in (ROOT / "themes").iterdir()}
    templates = (ROOT / "src").rglob("*.j2")
    wanted = themes | {path.relative_to(ROOT / "src").as_posix() for path in templates}
    assert "diagramkit/themes/editorial.yaml" in wanted
    assert wanted <= contents(wheel)


def test_the_wheel_says_that_it_has_types(wheel: Path) -> None:
    assert "diagramkit/py.typed" in contents(wheel)


def test_the_wheel_carries_nothing_but_the_package(wheel: Path) -> None:
    homes = {name.partition("/")[0] for name in contents(wheel)}
    assert homes == {"diagramkit", f"diagramkit-{__version__}.dist-info"}
    assert not [name for name in contents(wheel) if "cache" in name.lower().split("/")[-2]]


def test_the_wheel_has_every_theme_compiled_and_named_for_editors(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        module = archive.read("diagramkit/theme/compiled.py").decode()
    names = {path.stem for path in (ROOT / "themes").glob("*.yaml")}
    assert names == {name for name in names if f"\n    {name}: Theme\n" in module}


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that has the wheel and what it says that it needs, and nothing else."""
    home = tmp_path_factory.mktemp("alone")
    venv.create(home, symlinks=os.name != "nt")
    pip = [sys.executable, "-m", "pip", "--python", str(home), "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", "--no-compile", str(wheel)], check=True)
    packages = next(home.glob("**/site-packages"))
    own = Distribution.at(next(packages.glob("diagramkit-*.dist-info")))
    # As installed here already, so that the network is not needed.
    for name in needed(own.requires or []):
        for path in metadata.files(name) or []:
            top = path.parts[0]
            if top not in ("..", "__pycache__") and not (packages / top).exists():
                (packages / top).symlink_to(metadata.distribution(name).locate_file(top))
    return home


def alone(environment: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in an environment, where no other package can be found."""
    program = next(environment.glob("[bS]*/python*"))
    return subprocess.run(
        [program, "-I", *arguments], check=True, capture_output=True, text=True, cwd=environment
    )


def test_a_wheel_alone_renders_the_learning_path(environment: Path, tmp_path: Path) -> None:
    source = ROOT / "diagrams" / "cme295" / "learning-path.mmd"
    pictures = tmp_path / "pictures"
    arguments = ["render", str(source), "-o", str(pictures), "-f", "svg,png,pdf"]
    alone(environment, "-m", "diagramkit", *arguments)
    modes, kinds = ("light", "dark"), ("svg", "png", "pdf")
    wanted = {f"learning-path.{mode}.{kind}" for mode in modes for kind in kinds}
    assert wanted <= {path.name for path in pictures.iterdir()}
    drawn = (pictures / "learning-path.light.svg").read_text(encoding="utf-8")
    assert drawn == render(source, mode="light").svg


def test_a_wheel_has_its_own_themes(environment: Path) -> None:
    script = "from diagramkit.theme.builtin import builtin_folder; print(builtin_folder())"
    folder = Path(alone(environment, "-c", script).stdout.strip())
    assert folder.is_relative_to(environment)
    assert (folder / "blueprint.yaml").is_file()


def test_the_program_has_two_names() -> None:
    scripts = metadata.distribution("diagramkit").entry_points.select(group="console_scripts")
    assert {script.name for script in scripts} == {"diagrams", "diagramkit"}
    assert len({script.load() for script in scripts}) == 1


def test_a_checkout_has_the_themes_of_the_repository() -> None:
    # In a process of its own, since what is installed here may be the wheel.
    script = "from diagramkit.theme.builtin import builtin_folder; print(builtin_folder())"
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )
    assert Path(done.stdout.strip()) == ROOT / "themes"
