"""The theme in the front matter of a diagram: `config: {theme: …, themeVariables: …}`.

It follows the same rule as a directive, and like one it is only ever rewritten or taken away: where
a theme shall be added, it is added as a directive.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from diagramkit.mermaid.cleaning import find_front_matter
from diagramkit.mermaid.source import Source
from diagramkit.sync.change import Change
from diagramkit.sync.look import Look

if TYPE_CHECKING:
    from yaml import Mark, Node

_THEME = "theme"
_VARIABLES = "themeVariables"


def plan_front_matter(
    source: Source, look: Look, wanted: Mapping[str, object]
) -> tuple[bool, list[Change]]:
    """Whether the front matter sets a theme, and the changes to it by `look.directive`.

    `wanted` holds the theme variables to write. Front matter that is indented, or whose `config`
    is written in braces, stays as it is.
    """
    config = _config(source.original)
    if look.directive == "never":
        return False, [_without(source.original, *entry) for entry in config.values()]
    changes = _rewritten(source.original, config, wanted) if config else ()
    return bool(config), list(changes)


def _config(text: str) -> dict[str, tuple[Node, Node, int]]:
    """The entries of `config` that set a theme: key, value, and where the YAML begins."""
    matter = find_front_matter(text)
    if matter is None or matter[0]:
        return {}
    import yaml

    _, begin, end, _ = matter
    try:
        root = yaml.compose(text[begin:end], Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return {}
    config = _entries(root).get("config", (None, None))[1]
    if not isinstance(config, yaml.MappingNode) or config.flow_style:
        return {}
    entries = _entries(config)
    return {key: (*entries[key], begin) for key in (_THEME, _VARIABLES) if key in entries}


def _entries(node: object) -> dict[str, tuple[Node, Node]]:
    pairs = getattr(node, "value", None)
    if not isinstance(pairs, list):
        return {}
    return {str(key.value): (key, value) for key, value in (p for p in pairs if len(p) == 2)}


def _rewritten(
    text: str, config: Mapping[str, tuple[Node, Node, int]], wanted: Mapping[str, object]
) -> Iterator[Change]:
    variables = json.dumps(wanted, ensure_ascii=False)
    if _THEME in config:
        _, value, begin = config[_THEME]
        start, end = _span(text, value, begin)
        if value.value != "base" and start < end:
            message = f"front matter: theme is {text[start:end]}, the theme has base"
            yield Change("replace", start, end, "base", message)
    if _VARIABLES in config:
        _, value, begin = config[_VARIABLES]
        written = {key: each[1].value for key, each in _entries(value).items()}
        if written != {key: _plain(each) for key, each in wanted.items()}:
            message = f"front matter: {_VARIABLES} differ: {_differing(written, wanted)}"
            start, end = _span(text, value, begin)
            apart = "" if start < end else " "
            yield Change("replace", start, end, apart + variables, message)
    else:
        key, value, begin = config[_THEME]
        place = begin + key.start_mark.index
        message = f"front matter: {_VARIABLES} are missing"
        yield Change("below", place, place, f"{_VARIABLES}: {variables}", message)


def _differing(written: Mapping[str, object], wanted: Mapping[str, object]) -> str:
    names = (
        name
        for name in dict.fromkeys((*wanted, *written))
        if written.get(name) != (_plain(wanted[name]) if name in wanted else None)
    )
    return ", ".join(names)


def _plain(value: object) -> str:
    """A value as YAML reads it back, a scalar without its type."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _span(text: str, value: Node, begin: int) -> tuple[int, int]:
    """Where a value stands, without the white space that YAML counts to it."""
    start, end = begin + value.start_mark.index, begin + value.end_mark.index
    return start, start + len(text[start:end].rstrip())


def _without(text: str, key: Node, value: Node, begin: int) -> Change:
    mark: Mark = key.start_mark
    end = _span(text, value, begin)[1]
    message = f"front matter: sets {key.value}, and there shall be no theme"
    return Change("remove", begin + mark.index, end, "", message)
