"""The built-in themes: their names, their files, and their values without reading YAML.

`diagramkit.theme.compiled` is written by `tests/themes.py` from the files. What it holds is used
only as long as the files are the ones that it was written from: an edited theme is read anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

DEFAULT = "editorial"


@cache
def builtin_names() -> tuple[str, ...]:
    """The names of the built-in themes, in alphabetical order."""
    return tuple(sorted(path.stem for path in builtin_folder().glob("*.yaml")))


@cache
def builtin_folder() -> Path:
    """The folder of the built-in themes.

    A wheel carries them inside the package. In a source checkout and an editable install the
    package has none, and the repository's own `themes/` is two folders further up.
    """
    package = Path(__file__).parent.parent / "themes"
    checkout = Path(__file__).parents[3] / "themes"
    carried = (package / f"{DEFAULT}.yaml").is_file() or not checkout.is_dir()
    return package if carried else checkout


def builtin_file(name: str) -> Path:
    """The file of the built-in theme `name`."""
    return builtin_folder() / f"{name}.yaml"


def compiled_values(name: str) -> Mapping[str, Any] | None:
    """The values of a built-in theme, nested as in its file, aliases resolved; None if they have
    not been compiled from the files that are there now."""
    from diagramkit.theme.compiled import SOURCES, VALUES

    sources = SOURCES.get(name, {})
    if not sources or any(checksum(file) != known for file, known in sources.items()):
        return None
    values: dict[str, Any] = {}
    for each in reversed(sources):  # the one that extends no other comes last
        values = _merged(values, VALUES[each])
    return values


def _merged(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in own.items():
        is_group = isinstance(value, dict) and key in base
        merged[key] = _merged(base[key], value) if is_group else value
    return merged


def checksum(name: str) -> int:
    """A checksum of the text of the built-in theme `name`, the same for all line ends; -1 if it
    cannot be read."""
    try:
        return crc32(b"\n".join(builtin_file(name).read_bytes().splitlines()))
    except OSError:
        return -1
