"""Writes what is derived from the themes and their model: the JSON Schema that editors check theme
files with, and `diagramkit.theme.compiled`, the built-in themes as Python.

    python tests/themes.py

Building the package does the same, so that every installed theme is compiled and completed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parents[1]
WIDTH = 100
SCHEMA = ROOT / "themes" / "theme.schema.json"
COMPILED = ROOT / "src" / "diagramkit" / "theme" / "compiled.py"

HEAD = '''\
"""The built-in themes as Python: their values, and their names for type checkers and editors.

Written by `python tests/themes.py`; not to be edited.
"""

# ruff: noqa: E501

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diagramkit.theme.model import Theme

'''


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """What hatchling calls before a wheel or an editable install is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        write()


def write() -> None:
    """Write both files, where they are not up to date."""
    sys.path.insert(0, str(ROOT / "src"))
    for path, text in ((COMPILED, compiled()), (SCHEMA, schema())):
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")


def schema() -> str:
    """The JSON Schema of theme files."""
    from diagramkit.theme.export.schema import json_schema

    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def compiled() -> str:
    """The module of the built-in themes."""
    from diagramkit.theme.builtin import builtin_names, checksum

    names = builtin_names()
    sources = {name: {file: checksum(file) for file in chain(name)} for name in names}
    return (
        HEAD
        + "".join(f"    {name}: Theme\n" for name in names)
        + f"\n__all__ = {literal(list(names))}\n"
        + f"\nSOURCES: dict[str, dict[str, int]] = {literal(sources)}\n"
        + '"""The files that each theme was written from, and their checksums."""\n'
        + f"\nVALUES: dict[str, dict[str, Any]] = {literal({n: own_values(n) for n in names})}\n"
        + '"""What each theme says otherwise than the one it extends."""\n'
        + f"\nPAINTS: dict[str, dict[str, Any]] = {literal({n: paints(n) for n in names})}\n"
        + '"""What `theme.paints.painted` says of each, on its own ground and on the page."""\n'
    )


def own_values(name: str) -> dict[str, Any]:
    """The values of a theme that differ from those of the theme it extends."""
    _, *extended = chain(name)
    return difference(values(extended[0]), values(name)) if extended else values(name)


def difference(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """What of `own` is not in `base`, group by group."""
    return {
        key: difference(base[key], value)
        if isinstance(value, dict) and isinstance(base.get(key), dict)
        else value
        for key, value in own.items()
        if value != base.get(key)
    }


def values(name: str) -> dict[str, Any]:
    """The values of a theme, validated."""
    from diagramkit.theme.builtin import builtin_file
    from diagramkit.theme.load import load_theme

    return load_theme(builtin_file(name)).as_dict()


def paints(name: str) -> dict[str, Any]:
    """What the paints of a theme mean: role, width and dashes."""
    from diagramkit.theme.builtin import builtin_file
    from diagramkit.theme.ground import on_page
    from diagramkit.theme.load import load_theme
    from diagramkit.theme.paints import painted

    theme = load_theme(builtin_file(name))
    found = {**painted(on_page(theme)), **painted(theme)}
    return {" ".join(key): tuple(each) for key, each in found.items()}


def chain(name: str) -> Iterator[str]:
    """The names of a theme and of those it extends."""
    import yaml

    from diagramkit.theme.builtin import builtin_file

    yield name
    extends = yaml.safe_load(builtin_file(name).read_text(encoding="utf-8")).get("extends")
    if extends:
        yield from chain(extends.removesuffix(".yaml"))


def literal(value: object, indent: str = "", before: int = 0) -> str:
    """A value as `ruff format` leaves it: on one line where that is short enough, else a line a
    key. `before` is what stands on the line before it, in characters."""
    if isinstance(value, dict):
        line = f"{{{', '.join(f'{literal(key)}: {literal(each)}' for key, each in value.items())}}}"
        if not indent or len(indent) + before + len(line) + 1 > WIDTH:
            return f"{{\n{''.join(keyed(value, f'{indent}    '))}{indent}}}" if value else "{}"
        return line
    if isinstance(value, (tuple, list)):
        ends = "()" if isinstance(value, tuple) else "[]"
        comma = "," if isinstance(value, tuple) and len(value) == 1 else ""
        return f"{ends[0]}{', '.join(map(literal, value))}{comma}{ends[1]}"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def keyed(values: dict[str, Any], indent: str) -> Iterator[str]:
    """The lines of a dictionary that is longer than one."""
    for key, value in values.items():
        head = f"{json.dumps(key)}: "
        yield f"{indent}{head}{literal(value, indent, len(head))},\n"


if __name__ == "__main__":
    write()
