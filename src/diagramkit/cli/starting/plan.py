"""What a repository is set up with: the files that are missing, and what only people can add."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Any

from diagramkit.project.config import OWN_FILE, load_settings

THEME = "diagrams-theme.yaml"
SOURCES = ("diagrams/request.mmd", "diagrams/batch.yaml")
_HOOKS = ".pre-commit-config.yaml"
_GITHUB = ".github/workflows/diagrams.yml"
_GITLAB = ".gitlab-ci.yml"
_TEMPLATES = {_HOOKS: "pre-commit-config.yaml", _GITHUB: "github-workflow.yml"}


@dataclass(frozen=True, slots=True)
class Start:
    """What is to be done in a folder.

    `made` are the files to write, by their paths; `kept` those that are there and stay as they
    are; `added` what people may want to add to files of theirs, by the name of the file.
    """

    made: Mapping[str, bytes]
    kept: tuple[str, ...]
    added: Mapping[str, str]


def start(folder: Path) -> Start:
    """What it takes to set `folder` up. Raises `DiagramError` for a configuration that is there
    and cannot be read."""
    made: dict[str, bytes] = {}
    kept: list[str] = []
    for name, make in _files(folder):
        if (folder / name).exists() or (folder / name).is_symlink():
            kept.append(name)
        else:
            made[name] = make()
    return Start(made, tuple(kept), dict(_snippets(folder)))


def _files(folder: Path) -> Iterator[tuple[str, Callable[[], bytes]]]:
    yield from ((f".diagrams/{name}.schema.json", make) for name, make in _SCHEMAS.items())
    names = [*SOURCES, _HOOKS]
    if load_settings(folder).folder != folder.absolute():
        names = [OWN_FILE, THEME, *names]
    if not (folder / _GITLAB).exists():
        names.append(_GITHUB)
    for name in names:
        yield name, partial(_data, _TEMPLATES.get(name, name))


def _snippets(folder: Path) -> Iterator[tuple[str, str]]:
    for name, template in ((_HOOKS, _TEMPLATES[_HOOKS]), (_GITLAB, "gitlab-ci.yml")):
        file = folder / name
        if file.is_file() and "diagrams" not in file.read_text(encoding="utf-8", errors="replace"):
            yield name, _template(template)


def _data(name: str) -> bytes:
    return _template(name).encode()


def _template(name: str) -> str:
    home = files("diagramkit.cli.starting").joinpath("files")
    return home.joinpath(*PurePosixPath(name).parts).read_text(encoding="utf-8")


def _configuration() -> bytes:
    from diagramkit.project.config import json_schema

    return _dumped(json_schema())


def _figure() -> bytes:
    from diagramkit.figure.schema import json_schema

    return _dumped(json_schema())


def _theme() -> bytes:
    from diagramkit.theme.export.schema import json_schema

    return _dumped(json_schema())


def _dumped(schema: Mapping[str, Any]) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


_SCHEMAS = {"configuration": _configuration, "figure": _figure, "theme": _theme}
