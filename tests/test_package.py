"""What is installed: the wheel, and the checkout installed for editing."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

from diagramkit import __version__

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as it is uploaded, built from this checkout without the network."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--quiet"]
    subprocess.run([*build, "--wheel-dir", str(folder), str(ROOT)], check=True)
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


def test_a_wheel_draws_with_its_own_themes(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    script = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from diagramkit import render\n"
        "from diagramkit.theme.builtin import builtin_folder\n"
        "assert render('graph LR; a-->b', theme='blueprint').svg\n"
        "print(builtin_folder())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, cwd=tmp_path
    )
    assert Path(done.stdout.strip()) == tmp_path / "diagramkit" / "themes"


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
