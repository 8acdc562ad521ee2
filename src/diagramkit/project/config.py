"""The configuration of a project: `diagrams.toml`, or `[tool.diagrams]` in `pyproject.toml`."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from diagramkit.diagnostics import Diagnostic, DiagramError, Location
from diagramkit.project.golden_options import GoldenOptions, parse_goldens
from diagramkit.project.options import Format, Mode, parse_formats, parse_modes

if TYPE_CHECKING:
    import tomllib

OWN_FILE = "diagrams.toml"
SHARED_FILE = "pyproject.toml"
_MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project has set. `folder` is the folder of the configuration file, if there is one.

    `modes` and `formats` are None where the project leaves them to the command. `theme` is a
    built-in name or a file, `output` the folder that all pictures go to, `guides` the files that
    hold the style guide; all are absolute when they are paths.
    """

    folder: Path | None = None
    theme: str | Path = "editorial"
    modes: tuple[Mode, ...] | None = None
    formats: tuple[Format, ...] | None = None
    output: Path | None = None
    scale: float = 2
    classes: Mapping[str, str] = field(default_factory=dict)
    default_role: str = "primary"
    colors: Literal["theme", "source"] = "theme"
    text: Literal["live", "outlines"] = "live"
    goldens: GoldenOptions = field(default_factory=GoldenOptions)
    directive: Literal["keep", "always", "never"] = "keep"
    guides: tuple[Path, ...] | None = None


def load_settings(start: Path) -> Settings:
    """The settings of the nearest configuration from the folder `start` upward, else defaults.

    In one folder `diagrams.toml` goes before `pyproject.toml`, which counts only when it has a
    `[tool.diagrams]`. Raises `DiagramError` with every unknown key and bad value of the file.
    """
    for folder in (start.absolute(), *start.absolute().parents):
        for name in (OWN_FILE, SHARED_FILE):
            if (folder / name).is_file():
                settings = _read(folder / name)
                if settings is not None:
                    return settings
    return Settings()


def theme_reference(value: str, folder: Path) -> str | Path:
    """A theme as users write it: a file when it looks like a path (from `folder`), else a name."""
    if value.endswith((".yaml", ".yml")) or "/" in value or "\\" in value:
        return folder / value
    return value


def _read(path: Path) -> Settings | None:
    shown = _shown(path)
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise _problem(f"cannot be read: {error.strerror}", Location(shown)) from None
    except UnicodeDecodeError:
        raise _problem("is not UTF-8 text", Location(shown)) from None
    if len(data) > _MAX_BYTES:
        raise _problem(f"is longer than {_MAX_BYTES} bytes", Location(shown))
    if path.name == SHARED_FILE and "diagrams" not in text:
        return None  # most projects: not worth the parser's time
    document = _parse(text, shown)
    prefix = "tool.diagrams" if path.name == SHARED_FILE else ""
    table: Any = document
    for part in filter(None, prefix.split(".")):
        table = table.get(part) if isinstance(table, dict) else None
    if table is None:
        return None
    return _Reader(text, shown, prefix, path.parent).settings(table)


def _parse(text: str, shown: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except RecursionError:
        raise _problem("nests too deep", Location(shown)) from None
    except tomllib.TOMLDecodeError as error:
        lines = text.splitlines() or [""]
        line, column = _position(error) or (len(lines), len(lines[-1]) + 1)
        excerpt = lines[line - 1] if line <= len(lines) else None
        message = re.sub(r" \(at .*\)$", "", str(error))
        raise DiagramError.single(
            "config", f"not TOML: {message}", Location(shown, line, column), excerpt
        ) from None


def _position(error: tomllib.TOMLDecodeError) -> tuple[int, int] | None:
    """Line and column, which tomllib before Python 3.14 tells in words; None: at the end."""
    found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    return (int(found[1]), int(found[2])) if found else None


def _shown(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _problem(message: str, location: Location) -> DiagramError:
    return DiagramError.single("config", message, location)


def _string(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("expected a text in quotes")
    return value


def _strings(value: object) -> list[str]:
    if not isinstance(value, list):
        raise ValueError('expected a list of texts, as in ["AGENTS.md"]')
    return [_string(each) for each in value]


def _scale(value: object) -> float:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not math.isfinite(value) or value <= 0:  # type: ignore[arg-type, operator]
        raise ValueError("expected a number above 0")
    return float(value)  # type: ignore[arg-type]


def _one_of(*allowed: str) -> Callable[[object], str]:
    def check(value: object) -> str:
        if value not in allowed:
            raise ValueError(f"expected {' or '.join(allowed)}")
        return str(value)

    return check


def _role(value: object) -> str:
    from diagramkit.layout import ROLES

    return _one_of(*ROLES)(value)


def _classes(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError('expected a table of class names and roles, as in gpu = "primary"')
    return value


_CHECKS: dict[str, Callable[[object], object]] = {
    "theme": _string,
    "mode": parse_modes,
    "formats": parse_formats,
    "output": _string,
    "scale": _scale,
    "classes": _classes,
    "default_role": _role,
    "colors": _one_of("theme", "source"),
    "text": _one_of("live", "outlines"),
    "goldens": parse_goldens,
    "directive": _one_of("keep", "always", "never"),
    "guides": _strings,
}


class _Reader:
    """Checks one table, gathering every problem with its place in the file."""

    def __init__(self, text: str, shown: str, prefix: str, folder: Path) -> None:
        self.lines = text.splitlines()
        self.shown = shown
        self.prefix = prefix
        self.folder = folder
        self.problems: list[Diagnostic] = []

    def settings(self, table: object) -> Settings:
        if not isinstance(table, dict):
            raise _problem(f"{self.prefix} is not a table", Location(self.shown))
        values = {key: self.checked(key, value) for key, value in table.items()}
        for name, role in (values.get("classes") or {}).items():
            self.attempt(_role, role, "classes", name)
        if self.problems:
            raise DiagramError(sorted(self.problems, key=_place_of))
        if "theme" in values:
            values["theme"] = theme_reference(values["theme"], self.folder)
        if "output" in values:
            values["output"] = self.folder / values["output"]
        if "guides" in values:
            values["guides"] = tuple(self.folder / each for each in values["guides"])
        if "mode" in values:
            values["modes"] = values.pop("mode")
        return Settings(folder=self.folder, **values)

    def checked(self, key: str, value: object) -> Any:
        if key in _CHECKS:
            return self.attempt(_CHECKS[key], value, key)
        import difflib

        near = difflib.get_close_matches(key, _CHECKS, 1)
        hint = f"did you mean {near[0]}?" if near else f"allowed are {', '.join(_CHECKS)}"
        self.report(f"unknown key {key!r}: {hint}", key)
        return None

    def attempt(self, check: Callable[[object], object], value: object, *keys: str) -> object:
        try:
            return check(value)
        except ValueError as error:
            self.report(f"{'.'.join(keys)} = {_brief(value)}: {error}", *keys)
            return None

    def report(self, message: str, *keys: str) -> None:
        line, column = self.place(*keys)
        excerpt = self.lines[line - 1] if line <= len(self.lines) else None
        location = Location(self.shown, line, column)
        self.problems.append(Diagnostic("config", message, location, excerpt))

    def place(self, *keys: str) -> tuple[int, int]:
        """Where a key stands; the top of the file when it is written in an unusual way.

        tomllib gives no positions, so tables and keys are looked for line by line.
        """
        path = [part for part in self.prefix.split(".") if part] + list(keys)
        table: list[str] = []
        for number, line in enumerate(self.lines, 1):
            column = len(line) - len(line.lstrip()) + 1
            if line.lstrip().startswith("["):
                table = _parts(line.partition("]")[0].strip("[ \t"))
                found = table == path
            else:
                found = "=" in line and [*table, *_parts(line.partition("=")[0])] == path
            if found:
                return number, column
        return (1, 1) if len(keys) < 2 else self.place(*keys[:-1])


def _place_of(problem: Diagnostic) -> Location:
    return problem.location or Location("")


def _parts(dotted: str) -> list[str]:
    """The parts of a dotted key, without quotes."""
    return [part.strip(" \t\"'") for part in dotted.split(".")]


def _brief(value: object) -> str:
    words = repr(value)
    return words if len(words) <= 60 else words[:57] + "..."
