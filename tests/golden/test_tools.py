"""Another font file and another rasteriser, put in the way of the real ones."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import pytest

from .conftest import Project


def test_with(project: Project, packages: Path, *options: str) -> str:
    """What `diagrams test` says where Python finds `packages` first."""
    places = [str(packages), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(places)}
    ran = subprocess.run(
        [sys.executable, "-m", "diagramkit", "test", *options],
        cwd=project.folder,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 1, ran.stderr.decode()
    return ran.stdout.decode()


test_with.__test__ = False  # type: ignore[attr-defined]


def folder_of(package: str) -> Path:
    spec = find_spec(package)
    assert spec is not None
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0])


@pytest.fixture
def other_inter(tmp_path: Path) -> Path:
    """A package of the font Inter whose file is that of another font."""
    home = tmp_path / "packages" / "fontpkg_inter"
    (home / "files").mkdir(parents=True)
    (home / "__init__.py").write_text("")
    other = folder_of("fontpkg_jetbrains_mono") / "files" / "JetBrainsMono[wght].ttf"
    shutil.copy(other, home / "files" / "Inter[opsz,wght].ttf")
    return home.parent


def rasterizer(tmp_path: Path, number: str, body: str) -> Path:
    """A package that stands in for resvg_py, with its own version."""
    home = tmp_path / "packages"
    real = folder_of("resvg_py")
    (home / "resvg_py").mkdir(parents=True)
    (home / "resvg_py" / "__init__.py").write_text(
        f"__path__ = [{str(real)!r}]\nfrom resvg_py.resvg_py import svg_to_bytes as real\n{body}"
    )
    info = home / f"resvg_py-{number}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: resvg_py\nVersion: {number}\n")
    return home


SHARPER = (
    "def svg_to_bytes(svg_string, **options):\n"
    "    sharper = svg_string.replace('<svg ', '<svg shape-rendering=\"crispEdges\" ', 1)\n"
    "    return real(svg_string=sharper, **options)\n"
)
SAME = "svg_to_bytes = real\n"


def test_another_font_file_is_named(project: Project, other_inter: Path) -> None:
    said = test_with(project, other_inter)
    assert said.startswith("font Inter[opsz,wght].ttf 29160a80 -> ")
    assert "explains 4 of 4 drifted diagrams" in said


def test_words_that_take_other_room_are_the_fonts_in_a_changed_source_too(
    project: Project, other_inter: Path
) -> None:
    project.edit("Scene 1", "Scene 2")
    said = test_with(project, other_inter, "--mode", "light", "diagrams/one.mmd")
    assert "font Inter[opsz,wght].ttf" in said
    assert 'says "Scene 2", not "Scene 1"' in said


def test_another_rasterizer_is_named_with_its_version(project: Project, tmp_path: Path) -> None:
    said = test_with(project, rasterizer(tmp_path, "9.9.9", SHARPER))
    real = version("resvg_py")
    assert said.startswith(
        f"renderer rasterizer resvg_py {real} -> resvg_py 9.9.9: explains 4 of 4"
    )


def test_a_rasterizer_changed_under_its_version_is_caught_by_all(
    project: Project, tmp_path: Path
) -> None:
    packages = rasterizer(tmp_path, version("resvg_py"), SHARPER)
    said = test_with(project, packages, "--all")
    assert "paints other pixels: explains 4 of 4" in said


def test_another_version_with_the_same_pixels_is_no_drift(project: Project, tmp_path: Path) -> None:
    packages = rasterizer(tmp_path, "9.9.9", SAME)
    with pytest.raises(AssertionError, match="goldens: 4 same"):
        test_with(project, packages)
