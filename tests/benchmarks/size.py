"""How large what `pip install diagramkit` brings is, by package, in MB on disk.

    python tests/benchmarks/size.py [EXTRA …]

Counts the files of this checkout that are installed, and of all packages that it needs, as they are
installed here: with the extras that are named, and without what Python compiles.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]


def main() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = list(project["dependencies"])
    for extra in sys.argv[1:]:
        wanted += project["optional-dependencies"][extra]
    sizes = {name: size(files(name)) for name in needed(wanted) if name != "diagramkit"}
    sizes["diagramkit"] = size([*ROOT.glob("src/**/*"), *ROOT.glob("themes/*")])
    for name, count in sorted(sizes.items(), key=lambda item: -item[1]):
        print(f"{name:28}{count / 1e6:8.2f}")
    print(f"{f'{len(sizes)} packages':28}{sum(sizes.values()) / 1e6:8.2f}")


def needed(wanted: Iterable[str]) -> list[str]:
    """The packages that requirements ask for on this system and Python, with all that these need.

    Raises `PackageNotFoundError` for one that is not installed here.
    """
    todo, found = asked(wanted, frozenset()), dict[tuple[str, frozenset[str]], None]()
    while todo:
        name, extras = todo.pop()
        if (name, extras) not in found:
            found[name, extras] = None
            todo += asked(metadata.requires(name) or [], extras)
    return list(dict.fromkeys(name for name, _ in found))


def asked(wanted: Iterable[str], extras: frozenset[str]) -> list[tuple[str, frozenset[str]]]:
    """The packages, each with its extras, that requirements name where `extras` are asked for."""
    return [
        (each.name.lower().replace("_", "-"), frozenset(each.extras))
        for each in map(Requirement, wanted)
        if not each.marker or any(each.marker.evaluate({"extra": extra}) for extra in {"", *extras})
    ]


def files(name: str) -> list[Path]:
    """The installed files of a package."""
    return [Path(str(file.locate())) for file in metadata.files(name) or []]


def size(paths: Iterable[Path]) -> int:
    """The bytes of files, without what Python compiles."""
    kept = [path for path in paths if path.is_file() and "__pycache__" not in path.parts]
    return sum(path.stat().st_size for path in kept)


if __name__ == "__main__":
    main()
