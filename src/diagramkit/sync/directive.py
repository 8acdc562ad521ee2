"""The directive of a diagram, `%%{init: {…}}%%`: rewritten, added or taken away."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from diagramkit.mermaid.cleaning import find_directives, find_front_matter
from diagramkit.mermaid.keywords import kind_of
from diagramkit.mermaid.source import Source
from diagramkit.sync.change import Change
from diagramkit.sync.look import Look
from diagramkit.theme.export.mermaid_init import directive, settings

_INIT = re.compile(r"%%\{\s*init(?:ialize)?\s*:(.*)\}%%", re.DOTALL)
THEMING = ("theme", "themeVariables", "themeCSS")
# Said where the theme does not mind what is said.
_CHOICES = ("look", "layout")


@dataclass(frozen=True, slots=True)
class _Directive:
    start: int
    end: int
    settings: dict[str, Any]

    @property
    def is_theming(self) -> bool:
        return any(key in self.settings for key in THEMING)


def plan_directive(source: Source, look: Look, *, themed: bool = False) -> list[Change]:
    """The changes to the directives of a diagram by `look.directive`.

    `keep` rewrites what says something of the theme, `always` adds a directive where there is
    none, `needed` only where a kind takes colours by nothing else, `never` takes it away, other
    settings left. What is not JSON stays as it is. `themed`: the diagram has its theme from
    elsewhere.
    """
    found = list(_directives(source.original))
    theming = [each for each in found if each.is_theming]
    if look.directive == "never":
        return [_without_theme(each) for each in theming]
    is_asked = look.directive == "always" or (
        look.directive == "needed" and kind_of(source.text) not in (None, "flowchart")
    )
    if not theming and not themed and is_asked:
        return [_added(source, look, found[0] if found else None)]
    ours = theme_settings(source, look) if theming else {}
    return [change for each in theming for change in _rewritten(each, ours)]


def is_themed(source: Source) -> bool:
    """Whether a directive of a diagram sets a theme."""
    return any(found.is_theming for found in _directives(source.original))


def directive_settings(text: str) -> Iterator[dict[str, Any]]:
    """What each directive of a diagram says."""
    return (found.settings for found in _directives(text))


def theme_settings(source: Source, look: Look) -> dict[str, Any]:
    """The settings of Mermaid that make a diagram of its kind look so, on any page."""
    return settings(look.written, look.mode, kind_of(source.text))


def _directives(text: str) -> Iterator[_Directive]:
    matter = find_front_matter(text)
    body = matter[3] if matter else 0
    for start, end in find_directives(text[body:]):
        init = _INIT.fullmatch(text, body + start, body + end)
        # Mermaid takes single quotes for double ones.
        if init and isinstance(read := _json(init[1].replace("'", '"')), dict):
            yield _Directive(body + start, body + end, read)


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _wanted(written: Mapping[str, Any], ours: Mapping[str, Any]) -> dict[str, Any]:
    """The settings of the theme among those that are `written` for other ends."""
    kept = {key: value for key, value in written.items() if key not in (*ours, *THEMING)}
    chosen = {key: written[key] for key in _CHOICES if key in written}
    shared = {
        key: {**written[key], **value}
        for key, value in ours.items()
        if key not in THEMING and isinstance(value, dict) and isinstance(written.get(key), dict)
    }
    return {**ours, **shared, **chosen, **kept}


def _rewritten(found: _Directive, ours: Mapping[str, Any]) -> Iterator[Change]:
    wanted = _wanted(found.settings, ours)
    if found.settings != wanted:
        message = "directive: " + "; ".join(_differences(found.settings, wanted))
        yield Change("replace", found.start, found.end, directive(wanted).rstrip(), message)


def _differences(written: Mapping[str, Any], wanted: Mapping[str, Any]) -> Iterator[str]:
    before, after = _flat(written), _flat(wanted)
    for key in dict.fromkeys((*after, *before)):
        if before.get(key) != after.get(key):
            yield f"{key} is {before.get(key, 'not set')}, the theme has {after.get(key, 'none')}"


def _flat(values: Mapping[str, Any]) -> dict[str, Any]:
    variables = values.get("themeVariables")
    inner = variables.items() if isinstance(variables, dict) else ()
    outer = {key: value for key, value in values.items() if key != "themeVariables"}
    return {**outer, **{f"themeVariables.{key}": value for key, value in inner}}


def _without_theme(found: _Directive) -> Change:
    dropped = (*THEMING, "fontFamily")
    rest = {key: value for key, value in found.settings.items() if key not in dropped}
    message = "directive: sets a theme, and there shall be none"
    if rest.keys() <= set(_CHOICES):
        return Change("remove", found.start, found.end, "", message)
    return Change("replace", found.start, found.end, directive(rest).rstrip(), message)


def _added(source: Source, look: Look, other: _Directive | None) -> Change:
    message, ours = "directive is missing", theme_settings(source, look)
    if other:
        text = directive(_wanted(other.settings, ours)).rstrip()
        return Change("replace", other.start, other.end, text, message)
    first = source.traced.origin(0)
    return Change("above", first, first, directive(ours).rstrip(), message)
