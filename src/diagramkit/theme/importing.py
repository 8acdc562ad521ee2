"""Design tokens (the format of the Design Tokens Community Group, 2025.10) to a theme file.

A token whose path is that of a token of a theme becomes it, aliases stay aliases; so what
`diagramkit.theme.export.design_tokens` writes comes back. Every other colour becomes one of the
palette, to be used as `$name`. Other tokens have no place in a theme, and are counted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from diagramkit.color import canonical
from diagramkit.diagnostics import DiagramError, Location
from diagramkit.files.read import read_file, reason
from diagramkit.theme.builtin import DEFAULT
from diagramkit.theme.load import load_theme
from diagramkit.theme.model import tokens
from diagramkit.theme.written import aliases_of

MAX_BYTES = 4_000_000
MAX_TOKENS = 20_000
MAX_DEPTH = 24
MAX_COLORS = 64
_REM = 16.0
_ALIAS = re.compile(r"\{([^{}]{1,200})\}")
_NO_NAME = re.compile(r"[^A-Za-z0-9_-]+")

Token = tuple[str, Any]
"""The type of a token and its value."""


@dataclass
class Imported:
    """What came of a file: the text of a theme file, and how many of its tokens had no place."""

    text: str
    taken: int
    left: int


def import_tokens(path: Path) -> Imported:
    """Read design tokens.

    Raises:
        DiagramError: the file cannot be read, is no JSON object, or is beyond the bounds.
    """
    try:
        document = json.loads(read_file(path, MAX_BYTES).decode("utf-8-sig"))
    except OSError as error:
        raise _unusable(f"cannot be read: {reason(error)}", path) from None
    except json.JSONDecodeError as error:
        raise _unusable(f"not JSON: {error.msg}", path, error.lineno, error.colno) from None
    except (ValueError, RecursionError):
        raise _unusable("not JSON in UTF-8, or nested too deep", path) from None
    if not isinstance(document, dict):
        raise _unusable("design tokens are a JSON object of groups and tokens", path)
    every: dict[str, Token] = {}
    for name, token in _walk(document, "", "", path):
        every[name] = token
        if len(every) > MAX_TOKENS:
            raise _unusable(f"more tokens than are read ({MAX_TOKENS})", path)
    return _Writer(every, path.name.partition(".")[0]).written()


def _walk(
    group: Mapping[str, Any], prefix: str, kind: str, path: Path
) -> Iterator[tuple[str, Token]]:
    if prefix.count(".") > MAX_DEPTH:
        raise _unusable(f"groups nest deeper than is read ({MAX_DEPTH})", path)
    kind = str(group.get("$type", kind))
    if "$value" in group:
        yield prefix.removesuffix("."), (kind, group["$value"])
        return
    for name, inner in group.items():
        if isinstance(inner, dict) and (name == "$root" or not name.startswith("$")):
            yield from _walk(inner, prefix if name == "$root" else f"{prefix}{name}.", kind, path)


@dataclass
class _Writer:
    every: Mapping[str, Token]
    name: str
    palette: dict[str, str] = field(default_factory=dict)

    def written(self) -> Imported:
        known, aliases = tokens(load_theme(DEFAULT)), aliases_of(DEFAULT)
        head = {"extends": DEFAULT, "name": _NO_NAME.sub("-", self.name)[:64] or "imported"}
        theme: dict[str, Any] = {}
        taken = 0
        for path, (kind, value) in self.every.items():
            pair = path.rpartition(".")
            if path in known:
                said = self.value(kind, value, known)
                said = said if _fits(path, said, known) else None
            elif pair[2].isdecimal() and isinstance(known.get(pair[0]), tuple):
                path, said = pair[0], self.pair(pair[0])  # noqa: PLW2901
            else:
                said = self.own(path, kind, value)
                path = ""  # noqa: PLW2901
            taken += said is not None
            is_new = path and said not in (None, f"${aliases.get(path)}")
            if is_new and not _is_same(said, known[path]):
                _put(theme, path, said)
        document = {**head, **({"palette": self.palette} if self.palette else {}), **theme}
        text = yaml.safe_dump(
            document, sort_keys=False, allow_unicode=True, default_flow_style=None, width=100
        )
        return Imported(text, taken, len(self.every) - taken)

    def value(self, kind: str, value: Any, known: Mapping[str, object]) -> Any:
        """A value as a theme file writes it; None for one that it cannot."""
        found = _ALIAS.fullmatch(value.strip()) if isinstance(value, str) else None
        if found and found[1] in known:
            return f"${found[1]}"
        if found:
            kind, value = self.end(value)
            own = self.own(found[1], kind, value)
            if own:
                return f"$palette.{own}"
        if kind == "color":
            return _color(value)
        if kind == "dimension":
            return _length(value)
        if kind == "strokeStyle":
            dashes = value.get("dashArray", []) if isinstance(value, dict) else []
            return [_length(each) for each in dashes]
        if kind == "fontFamily":
            return [str(each) for each in (value if isinstance(value, list) else [value])]
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    def end(self, value: Any) -> Token:
        """What an alias leads to in the end; nothing where it leads nowhere."""
        kind = ""
        for _ in range(MAX_DEPTH):
            found = _ALIAS.fullmatch(value.strip()) if isinstance(value, str) else None
            if not found:
                return kind, value
            kind, value = self.every.get(found[1], ("", None))
        return "", None

    def pair(self, path: str) -> list[Any]:
        """The two lengths that stand below a path."""
        parts = (self.every.get(f"{path}.{place}", ("", None)) for place in (0, 1))
        return [_length(value) for _, value in parts]

    def own(self, path: str, kind: str, value: Any) -> str | None:
        """The name of a colour that is put in the palette; None where it is none, or too many."""
        if isinstance(value, str) and _ALIAS.fullmatch(value.strip()):
            kind, value = self.end(value)
        color = _color(value) if kind == "color" else None
        if color in (None, "none") or len(self.palette) >= MAX_COLORS:
            return None
        name = _named(path)
        self.palette[name] = str(color)
        return name


def _named(path: str) -> str:
    """What a colour is called in the palette."""
    name = _NO_NAME.sub("-", path.removeprefix("palette.").replace(".", "-")).strip("-")[:40]
    return name if name[:1].isalpha() else f"c-{name}"[:40]


def _color(value: Any) -> str | None:
    """A colour of the format, or of its drafts, which wrote `#rrggbb`; `none` for what is not
    painted."""
    if isinstance(value, str):
        return canonical(value)
    if not isinstance(value, dict):
        return None
    alpha = value.get("alpha", 1)
    if alpha == 0:
        return "none"
    if alpha != 1:
        return None
    if isinstance(value.get("hex"), str):
        return canonical(value["hex"])
    from coloraide import Color

    parts = value.get("components")
    if not isinstance(parts, list) or not all(isinstance(part, int | float) for part in parts):
        return None
    try:
        color = Color(str(value.get("colorSpace")), parts).convert("srgb")
    except (ValueError, TypeError):
        return None
    return canonical(color.to_string(hex=True, fit=True))


def _length(value: Any) -> float | int | None:
    if not isinstance(value, dict) or not isinstance(value.get("value"), int | float):
        return None
    number = value["value"] * (_REM if value.get("unit") == "rem" else 1)
    return int(number) if float(number).is_integer() else float(number)


def _fits(path: str, said: Any, known: Mapping[str, object]) -> bool:
    """Whether a value, or what it is an alias of, is of the kind of a token."""
    wanted = known[path]
    if isinstance(said, str) and said.startswith("$"):
        if said[1:] == path:
            return False
        said = known.get(said[1:], "")
    if isinstance(wanted, tuple):
        return isinstance(said, list | tuple)
    return isinstance(said, str) == isinstance(wanted, str) and not isinstance(said, list)


def _is_same(said: Any, known: object) -> bool:
    return (tuple(said) if isinstance(said, list) else said) == known


def _put(theme: dict[str, Any], path: str, value: Any) -> None:
    *groups, last = path.split(".")
    for group in groups:
        theme = theme.setdefault(group, {})
    theme[last] = value


def _unusable(message: str, path: Path, line: int = 1, column: int = 1) -> DiagramError:
    return DiagramError.single("tokens-unusable", message, Location(str(path), line, column))
