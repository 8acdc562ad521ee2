"""Resolved values to a theme, and what the model says against them in the words of a theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from pydantic import ValidationError

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.theme.aliases import (
    BROKEN,
    Aliases,
    Path,
    Place,
    closest,
    is_alias,
    shorten,
    shown,
)
from diagramkit.theme.measures import Typography
from diagramkit.theme.model import Theme, tokens
from diagramkit.theme.tokens import assemble
from diagramkit.theme.validation import validator

_UNKNOWN = "extra_forbidden"
_LEAST_ROOM = 100.0
_STYLES = tuple(name for name, kind in Typography.__annotations__.items() if kind == "TextStyle")
# What a token has to hold: the sum of other tokens and of a number of units.
_HOLDS: dict[str, tuple[str | float, ...]] = {
    "page.max_width": ("page.margin", "page.margin", _LEAST_ROOM),
    "spacing.group_header": ("type.group.line", 4.0),
    "record.row": ("type.note.size", 2.0),
    "figure.chip_height": ("type.note.size", 4.0),
    "sequence.tag": ("type.label.size", 4.0),
    "shape.diamond_height": ("type.decision.line",),
    **{f"type.{style}.line": (f"type.{style}.size",) for style in _STYLES},
}
"""Tokens that depend on each other."""
_RANGES = {
    "greater_than",
    "greater_than_equal",
    "less_than",
    "less_than_equal",
    "finite_number",
}


def validate(values: dict[str, object], aliases: Aliases, faults: Sequence[Diagnostic]) -> Theme:
    """The theme that resolved values describe.

    Args:
        values: the whole file as mappings, tuples and scalars.
        aliases: the tree it came from, for the places of the faults.
        faults: what is known to be wrong already.

    Raises:
        DiagramError: `faults`, and everything that the model does not allow, in the order of
            the file.
    """
    theme, refused = None, []
    try:
        valid = validator(Theme).model_validate(values)
        theme = assemble(Theme, valid.model_dump())
        refused = list(_too_tight(theme, aliases))
        if theme.fonts.files:
            from diagramkit.theme.fonts import with_files

            theme = with_files(theme, aliases, refused)
    except ValidationError as error:
        refused = _translated(error, aliases)
    if theme is None or faults or refused:
        raise DiagramError(_sorted([*faults, *refused], aliases.root.source.path))
    return theme


def _too_tight(theme: Theme, aliases: Aliases) -> Iterator[Diagnostic]:
    """Tokens that do not hold what they have to, told where the theme itself says one of them."""
    every = tokens(theme)
    for path, parts in _HOLDS.items():
        least = sum(every[part] if isinstance(part, str) else part for part in parts)  # type: ignore[misc]
        if cast("float", every[path]) >= least:
            continue
        names = dict.fromkeys([path, *(part for part in parts if isinstance(part, str))])
        places = [place[1] for name in names if (place := aliases.node(tuple(name.split("."))))]
        own = aliases.root.source.path
        node = min(places, key=lambda place: place.source.path != own, default=aliases.root)
        needs = " and ".join(f"{part} {every[part]:g}" for part in list(names)[1:])
        message = f"{path}: {every[path]:g} has to hold {needs}: write {least:g} or more"
        yield node.fault("theme-range", message)


def _sorted(faults: Iterable[Diagnostic], main: str) -> list[Diagnostic]:
    """Each once, the file itself before what it extends, then by line and column."""

    def place(fault: Diagnostic) -> tuple[bool, str, int, int]:
        at = fault.location
        return (at.path != main, at.path, at.line, at.column) if at else (True, "", 0, 0)

    return sorted(dict.fromkeys(faults), key=place)


def _translated(error: ValidationError, aliases: Aliases) -> list[Diagnostic]:
    details = error.errors(include_url=False, include_context=False)
    paths = [tuple(str(step) for step in detail["loc"]) for detail in details]
    # A list with a bad item is also reported as too short: the item says it better.
    lists = {path[:-1] for path in paths if path[-1].isdecimal()}
    known = set(paths)
    found = []
    for detail, path in zip(details, paths, strict=True):
        kind, value = detail["type"], detail["input"]
        elsewhere = path in lists or (value is BROKEN and kind != _UNKNOWN)
        if not elsewhere and not (_origins(kind, path, aliases) - {path}) & known:
            found.append(_fault(kind, path, value, aliases.node(path), aliases))
    return found


def _origins(kind: str, path: Path, aliases: Aliases) -> set[Path]:
    """Where what is at a path comes from: a fault there is told there, once for all aliases."""
    place = aliases.node(path)
    if place is not None:
        by_alias = kind != _UNKNOWN and is_alias(*place)
        named = aliases.named(*place) if by_alias else None
        return {place[0], *([named[0]] if named else [])}
    parent = aliases.node(path[:-1])
    if parent is not None and is_alias(*parent):
        parent = aliases.end(*parent)
    return {(*parent[0], path[-1])} if parent else set()


def _fault(
    kind: str, path: Path, value: object, site: Place | None, aliases: Aliases
) -> Diagnostic:
    from diagramkit.theme.allowed import allowed, keys

    if kind == "missing" or site is None:
        return _missing(path, aliases)
    if kind == _UNKNOWN:
        known = keys(path[:-1])
        close = closest(path[-1], known)
        hint = f'did you mean "{close}"?' if close else f"allowed are {', '.join(known)}"
        message = f'unknown key "{shorten(path[-1])}"{_inside(path)}; {hint}'
        return site[1].key_fault("theme-unknown-key", message)
    wanted = allowed(path)
    code = "theme-color" if wanted.startswith("a colour") else "theme-type"
    code = "theme-range" if kind in _RANGES else code
    return site[1].fault(code, f"{shown(path)}: {_words(value, site)}; allowed is {wanted}")


def _missing(path: Path, aliases: Aliases) -> Diagnostic:
    from diagramkit.theme.allowed import allowed

    parent = aliases.node(path[:-1])
    node = parent[1] if parent else aliases.root
    if isinstance(node.value, list):
        message = f"{shown(path[:-1])}: too short; allowed is {allowed(path[:-1])}"
        return node.fault("theme-type", message)
    if path[-2:-1] == ("roles",):
        message = f'{shown(path[:-1])}: role "{path[-1]}" is missing; needed is {allowed(path)}'
        return node.key_fault("theme-missing-role", message)
    message = f'"{path[-1]}" is missing{_inside(path)}; needed is {allowed(path)}'
    if len(path) == 1 and path != ("name",):
        message += ", or `extends: editorial` for everything the file leaves out"
    return node.key_fault("theme-missing-key", message)


def _inside(path: Path) -> str:
    return f" in {shown(path[:-1])}" if len(path) > 1 else ""


def _words(value: Any, site: Place) -> str:
    node = site[1]
    prefix = f"{node.value} is " if is_alias(*site) else ""
    if value is None:
        line = node.source.lines[node.at[0] - 1]
        if "#" in line[node.key_at[1] - 1 :]:
            return "empty, because # begins a comment: put the colour in quotes"
        return f"{prefix}empty"
    if isinstance(value, dict):
        return f"{prefix}a mapping"
    if isinstance(value, tuple):
        return f"{prefix}a list of {len(value)}"
    if isinstance(value, bool):
        return f"{prefix}{str(value).lower()}"
    return f"{prefix}{value}" if isinstance(value, (int, float)) else f'{prefix}"{shorten(value)}"'
