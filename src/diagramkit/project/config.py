"""The configuration of a project: `diagrams.toml`, or `[tool.diagrams]` in `pyproject.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from diagramkit.diagnostics import Diagnostic, DiagramError, Location
from diagramkit.files.border import Border
from diagramkit.files.read import read_file, reason
from diagramkit.project.check_options import CheckOptions
from diagramkit.project.discovery import SUFFIXES, Source, find_sources
from diagramkit.project.golden_options import GoldenOptions
from diagramkit.project.options import FORMAT, DrawingOptions, Format
from diagramkit.project.values import (
    TEXT,
    ListOf,
    Nested,
    Number,
    OneOf,
    Setting,
    TableError,
    brief,
    setting,
    settings_of,
    table_schema,
)

if TYPE_CHECKING:
    import tomllib

OWN_FILE = "diagrams.toml"
SHARED_FILE = "pyproject.toml"
PAGE_WIDTH = Number(199, 5000, whole=True)
_MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project has set. `folder` is the folder of the configuration file, if there is one.

    `formats` is None where the project leaves them to the command. Paths are absolute.
    """

    folder: Path | None = None
    drawing: DrawingOptions = field(default_factory=DrawingOptions)
    formats: tuple[Format, ...] | None = setting(
        FORMAT,
        "One or more of svg, png, pdf, webp. Default: svg and png, svg for a single diagram.",
    )
    output: Path | None = setting(
        TEXT,
        "The folder for pictures, relative to the configuration. Default: rendered/ beside each "
        "source.",
    )
    widths: tuple[int, ...] = setting(
        ListOf(PAGE_WIDTH, "[440, 960]"),
        "The widths in units that pictures in pages are drawn for: narrow pages, such as those "
        "of phones, are shown the narrower drawing. Default: the theme's greatest width alone.",
        default=(),
    )
    exclude: tuple[str, ...] = setting(
        ListOf(TEXT, '["vendor/", "drafts/*.md"]'),
        "Files and folders that are passed over, as patterns of .gitignore relative to the "
        "configuration.",
        default=(),
    )
    include: tuple[str, ...] = setting(
        ListOf(TEXT, '["docs/"]'),
        "The only files that count, as patterns of .gitignore. Default: all.",
        default=(),
    )
    undrawn: Literal["warn", "error"] = setting(
        OneOf(("warn", "error")),
        "What a diagram of a kind that is not drawn is, in a folder or a page. Default: warn.",
        default="warn",
    )
    goldens: GoldenOptions = setting(
        Nested(GoldenOptions, "keep"),
        "How goldens are kept.",
        make=GoldenOptions,
    )
    check: CheckOptions = setting(
        Nested(CheckOptions, "select"),
        "What is checked, and how much it weighs.",
        make=CheckOptions,
    )
    directive: Literal["keep", "needed", "always", "never"] = setting(
        OneOf(("keep", "needed", "always", "never")),
        "What sync does with theme directives: rewrite those there are (keep), have one in every "
        "block of a kind that takes colours by nothing else (needed), in every block (always), or "
        "in none (never). Default: keep.",
        default="keep",
    )
    guides: tuple[Path, ...] | None = setting(
        ListOf(TEXT, '["AGENTS.md"]'),
        "The files that hold the style guide. Default: AGENTS.md and CLAUDE.md, where they have "
        "one.",
    )

    places: Mapping[str, Location] = field(default_factory=dict, compare=False)
    """Where each key that the configuration says is written."""

    def find(
        self, paths: Sequence[Path], suffixes: tuple[str, ...] = SUFFIXES
    ) -> tuple[list[Source], list[Diagnostic]]:
        """The sources that files and folders name, but what the project leaves out; and what is
        wrong with others."""
        return find_sources(
            paths,
            exclude=self.exclude,
            include=self.include,
            base=self.folder or Path(),
            suffixes=suffixes,
        )

    def excluding(self, patterns: Sequence[str]) -> Settings:
        """The same with more patterns of files and folders that are passed over."""
        return replace(self, exclude=(*self.exclude, *patterns))

    def border(self, named: Iterable[Path] = ()) -> Border:
        """Where a run keeps to: the project's folder, and what the command line has `named`."""
        return Border.around([self.folder or Path.cwd(), *named])

    @property
    def theme(self) -> str | Path:
        """The theme as it was named: a built-in one, or a file."""
        theme = self.drawing.theme
        assert isinstance(theme, str | Path)
        return theme


def known_settings() -> dict[str, Setting]:
    """All settings by their keys in the configuration."""
    models = (DrawingOptions, Settings)
    return {each.key: each for model in models for _, each in settings_of(model)}


def json_schema() -> dict[str, Any]:
    """The JSON Schema of `diagrams.toml`, and of `[tool.diagrams]`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:diagramkit:schema:configuration",
        "title": "Configuration of diagramkit",
        **table_schema(known_settings().values()),
    }


def key_table() -> str:
    """Every key of the configuration in a Markdown table, with what it does."""
    rows = ["| key | what it does |", "|---|---|"]
    for key, each in known_settings().items():
        rows.append(f"| `{key}` | {each.description} |")
        if isinstance(each.value, Nested):
            rows += [
                f"| `{key}.{inner.key}` | {inner.description} |"
                for _, inner in settings_of(each.value.model)
            ]
    return "\n".join(rows)


def as_json(settings: Settings) -> dict[str, Any]:
    """Settings by their keys, as JSON values; `folder` is that of the configuration."""
    found: dict[str, Any] = {"folder": settings.folder}
    for model in (settings.drawing, settings):
        found |= {each.key: getattr(model, name) for name, each in settings_of(type(model))}
    for each in (settings.goldens, settings.check):
        key = "goldens" if each is settings.goldens else "check"
        found[key] = {one.key: getattr(each, name) for name, one in settings_of(type(each))}
    return {key: _plain(value) for key, value in found.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, Path) else value


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


def own_theme(value: str, folder: Path) -> str | Path:
    """A theme as the configuration in `folder` names it. Raises `DiagramError` for a file that is
    outside of the project."""
    theme = theme_reference(value, folder)
    if isinstance(theme, Path):
        Border.around([folder]).contain_target(theme)
    return theme


def _read(path: Path) -> Settings | None:
    shown = _shown(path)
    try:
        Border.around([path]).contain_target(path)
        text = read_file(path, _MAX_BYTES).decode("utf-8-sig")
    except OSError as error:
        raise _problem(f"cannot be read: {reason(error)}", Location(shown)) from None
    except UnicodeDecodeError:
        raise _problem("is not UTF-8 text", Location(shown)) from None
    return settings_of_text(text, path)


def settings_of_text(text: str, path: Path) -> Settings | None:
    """The settings that a text says, which is that of the configuration `path`; None where a
    pyproject.toml has none. Raises `DiagramError` as `load_settings` does."""
    if path.name == SHARED_FILE and "diagrams" not in text:
        return None  # most projects: not worth the parser's time
    shown = _shown(path)
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
    except ValueError:  # a number of more digits than Python takes
        raise _problem("not TOML: a number has too many digits", Location(shown)) from None


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
        if self.problems:
            raise DiagramError(sorted(self.problems, key=_place_of))
        if "theme" in values:
            values["theme"] = own_theme(values["theme"], self.folder)
        if "output" in values:
            values["output"] = self.folder / values["output"]
        if "guides" in values:
            values["guides"] = tuple(self.folder / each for each in values["guides"])
        drawing = DrawingOptions(**_fields(DrawingOptions, values))
        places = {key: Location(self.shown, *self.place(key)) for key in table}
        return Settings(
            folder=self.folder, drawing=drawing, places=places, **_fields(Settings, values)
        )

    def checked(self, key: str, value: object) -> Any:
        known = known_settings()
        if key not in known:
            import difflib

            near = difflib.get_close_matches(key, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"allowed are {', '.join(known)}"
            self.report(f"unknown key {key!r}: {hint}", key)
            return None
        try:
            return known[key].value.check(value)
        except TableError as error:
            for fault in error.faults:
                self.report(f"{key}.{fault}", key, fault.name)
        except ValueError as error:
            self.report(f"{key} = {brief(value)}: {error}", key)
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


def _fields(model: type, values: Mapping[str, Any]) -> dict[str, Any]:
    """Those of `values`, which are by key, that are fields of a model, by name."""
    return {name: values[each.key] for name, each in settings_of(model) if each.key in values}
