"""What Mermaid is told of a theme, whatever form it is told in.

Facts of Mermaid 11 and 12 that decide the form: colours are six-digit hex, since a colour
function is a parse error in a `classDef` and `var()` fails the diagram; a hyphen in
`themeVariables.fontFamily` blanks it while the top-level `fontFamily` survives; `theme` and `look`
are always written, because version 12 has other defaults for both. `layout` is written for the
kinds alone that version 12 places with another engine, because what it means to others is up to
them: a mind map placed by `dagre` is one row. Variables that are not among Mermaid's defaults are
dropped from a directive, and some colours are no variables at all: those are said in `themeCSS`,
without `<` and `>`, which Mermaid refuses there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast, runtime_checkable

from diagramkit.theme.export._mermaid import base
from diagramkit.theme.export._mermaid.tones import Css, Tones, solid, tones
from diagramkit.theme.model import ModeName, Theme
from diagramkit.theme.page import NO_GROUND

ENGINE = "dagre"


class Kind(Protocol):
    """A file of `kinds/`."""

    NAMES: tuple[str, ...]

    def variables(self, t: Tones) -> dict[str, object]:
        """Theme variables."""

    def css(self, t: Tones) -> Css:
        """Declarations by selector."""


@runtime_checkable
class Configured(Protocol):
    """A file of `kinds/` for a kind with settings of its own."""

    def settings(self, t: Tones) -> dict[str, object]:
        """The settings, by section of the configuration."""


def configuration(theme: Theme, mode: ModeName, kind: str | None = None) -> dict[str, object]:
    """The configuration, as `%%{init}%%` and front matter take it.

    Args:
        theme: what to write.
        mode: whose colours.
        kind: the kind of diagram that it is for, as `mermaid.keywords` calls it; with None, or
            one that has nothing of its own, for all kinds.
    """
    chosen = (kind,) if kind in told_kinds() else told_kinds()
    found = {
        "theme": "base",
        "look": "classic",
        **_layout(chosen),
        "fontFamily": ", ".join(theme.fonts.sans),
        "themeVariables": variables(theme, mode, chosen),
    }
    t = tones(theme, mode)
    for each in map(_kind, chosen):
        found |= each.settings(t) if isinstance(each, Configured) else {}
    style = _style(t, chosen)
    variables_ = found["themeVariables"]
    assert isinstance(variables_, dict)
    # Mermaid makes further colours of these, and `none` is no colour.
    found["themeVariables"] = {
        name: "transparent" if value == NO_GROUND else value for name, value in variables_.items()
    }
    return {**found, **({"themeCSS": style} if style else {})}


def variables(theme: Theme, mode: ModeName, chosen: Iterable[str]) -> dict[str, object]:
    """The theme variables that kinds read: colours, text size, and whether the canvas is dark."""
    t = tones(theme, mode)
    found = base.variables(t)
    for kind in chosen:
        found |= _kind(kind).variables(t)
    return {**found, "fontSize": f"{theme.type.title.size:g}px"}


@cache
def told_kinds() -> tuple[str, ...]:
    """The kinds of diagrams that are told more than what all are told."""
    files = (Path(__file__).parent / "kinds").glob("[!_]*.py")
    return tuple(sorted(path.stem for path in files))


def class_styles(theme: Theme, mode: ModeName) -> dict[str, str]:
    """The declarations of each role's class: a fill never without a stroke and a text colour,
    or Mermaid pairs it with one of its own."""
    look = theme.mode(mode)
    return {
        role: f"fill:{solid(box.fill, look.canvas)},stroke:{box.stroke},"
        f"stroke-width:{box.stroke_width:g}px,color:{box.text}{_dashed(box.dash)}"
        for role, box in look.roles
    }


def _dashed(lengths: Iterable[float]) -> str:
    said = " ".join(f"{length:g}" for length in lengths)
    return f",stroke-dasharray:{said}" if said else ""


def _layout(chosen: tuple[str, ...]) -> dict[str, object]:
    sections = [section for kind in chosen if (section := getattr(_kind(kind), "LAYOUT", None))]
    if len(chosen) == 1:
        return {"layout": ENGINE} if sections else {}
    return {section: {"layout": ENGINE} for section in sections}


def _style(t: Tones, chosen: tuple[str, ...]) -> str:
    """Rules in one line; where they are for several kinds, each is tied to the names of its own."""
    scopes = {kind: _scope(_kind(kind).NAMES) if len(chosen) > 1 else "" for kind in chosen}
    return "".join(rule for kind in chosen for rule in _rules(_kind(kind).css(t), scopes[kind]))


def _rules(css: Css, scope: str) -> Iterator[str]:
    """Rules; those with equal declarations are one."""
    selectors: dict[str, list[str]] = {}
    for selector, declarations in css.items():
        selectors.setdefault(declarations, []).append(selector)
    for declarations, each in selectors.items():
        listed = ",".join(each)
        # Mermaid puts the drawing before every selector: only inside of `:is` can it be named.
        yield f"{f':is({scope} :is({listed}))' if scope else listed}{{{declarations}}}"


def _scope(names: tuple[str, ...]) -> str:
    found = ",".join(f"[aria-roledescription={name}]" for name in names)
    return f":is({found})" if len(names) > 1 else found


@cache
def _kind(kind: str) -> Kind:
    return cast(Kind, import_module(f"{__name__}.kinds.{kind}"))
