"""The theme in the front matter of a diagram: `config: {theme: …, themeVariables: …}`.

It follows the same rule as a directive, and like one it is only ever rewritten or taken away: where
a theme shall be added, it is added as a directive.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from diagramkit.mermaid.cleaning import find_front_matter
from diagramkit.mermaid.source import Source
from diagramkit.sync.change import Change
from diagramkit.sync.look import Look

if TYPE_CHECKING:
    from yaml import Mark, Node

_THEME = "theme"
_VARIABLES = "themeVariables"
_CSS = "themeCSS"
# What a directive says besides: how to place the diagram, and in which font.
_LEFT = ("theme", "look", "layout", "fontFamily")


def plan_front_matter(
    source: Source, look: Look, wanted: Callable[[], Mapping[str, object]]
) -> tuple[bool, list[Change]]:
    """Whether the front matter sets a theme, and the changes to it by `look.directive`.

    `wanted` gives the settings to write. Front matter that is indented, or whose `config` is
    written in braces, stays as it is.
    """
    entries = _config(source.original)
    config = {key: entry for key, entry in entries.items() if key in (_THEME, _VARIABLES, _CSS)}
    if look.directive == "never":
        return False, [_without(source.original, *entry) for entry in config.values()]
    changes = _rewritten(source.original, entries, wanted()) if config else ()
    return bool(config), list(changes)


def front_matter_settings(text: str) -> dict[str, object]:
    """What the front matter of a diagram says of Mermaid's configuration, as words."""
    return {key: _read(value) for key, (_, value, _) in _config(text).items()}


def _config(text: str) -> dict[str, tuple[Node, Node, int]]:
    """The entries of `config`: key, value, and where the YAML begins."""
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
    return {key: (*entry, begin) for key, entry in _entries(config).items()}


def _entries(node: object) -> dict[str, tuple[Node, Node]]:
    pairs = getattr(node, "value", None)
    if not isinstance(pairs, list):
        return {}
    return {str(key.value): (key, value) for key, value in (p for p in pairs if len(p) == 2)}


def _rewritten(
    text: str, config: Mapping[str, tuple[Node, Node, int]], wanted: Mapping[str, object]
) -> Iterator[Change]:
    if _THEME in config:
        _, value, begin = config[_THEME]
        start, end = _span(text, value, begin)
        if getattr(value, "value", None) != "base" and start < end:
            message = f"front matter: theme is {text[start:end]}, the theme has base"
            yield Change("replace", start, end, "base", message)
    key, _, begin = next(config[key] for key in (_THEME, _VARIABLES, _CSS) if key in config)
    place = begin + key.start_mark.index
    # A theme is one word; the other two may go on over lines.
    side: Literal["below", "above"] = "below" if _THEME in config else "above"
    for name, ours in wanted.items():
        if name in config:
            yield from _setting(text, name, config[name], ours)
        elif name not in _LEFT:
            message = f"front matter: {name} {'is' if name == _CSS else 'are'} missing"
            yield Change(side, place, place, f"{name}: {_written(ours)}", message)


def _setting(text: str, name: str, entry: tuple[Node, Node, int], ours: object) -> Iterator[Change]:
    _, value, begin = entry
    if name in (_VARIABLES, _CSS):
        wanted: object = ours
    elif name in _LEFT or (wanted := _shared(value, ours)) is None:
        return
    written = _read(value)
    if written != _plain(wanted):
        differing = _differing(written, wanted)
        message = f"front matter: {name} differ{'s' * (name == _CSS)}{differing}"
        start, end = _span(text, value, begin)
        yield Change("replace", start, end, " " * (start == end) + _written(wanted), message)


def _shared(node: Node, ours: object) -> dict[str, object] | None:
    """A section of settings with ours in it; None where it holds more than scalars."""
    import yaml

    section = _entries(node)
    scalars = all(isinstance(value, yaml.ScalarNode) for _, value in section.values())
    if not isinstance(ours, dict) or not scalars:
        return None
    construct = yaml.constructor.SafeConstructor().construct_object
    return {**{key: construct(value) for key, (_, value) in section.items()}, **ours}


def _written(value: object) -> str:
    # JSON is YAML.
    return json.dumps(value, ensure_ascii=False)


def _differing(written: object, wanted: object) -> str:
    if not isinstance(written, dict) or not isinstance(wanted, dict):
        return ""
    names = (
        name
        for name in dict.fromkeys((*wanted, *written))
        if written.get(name) != (_plain(wanted[name]) if name in wanted else None)
    )
    return ": " + ", ".join(names)


def _plain(value: object) -> object:
    """A value as `_read` reads it back, scalars without their types."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return str(value).lower() if isinstance(value, bool) else str(value)


def _read(node: Node, depth: int = 3) -> object:
    """A value as plain mappings, so many deep, and the words of scalars; anything else as None."""
    value = getattr(node, "value", None)
    if isinstance(value, str):
        return value
    if not depth or not isinstance(value, list):
        return None
    return {key: _read(each, depth - 1) for key, (_, each) in _entries(node).items()}


def _span(text: str, value: Node, begin: int) -> tuple[int, int]:
    """Where a value stands, without the white space that YAML counts to it."""
    start, end = begin + value.start_mark.index, begin + value.end_mark.index
    return start, start + len(text[start:end].rstrip())


def _without(text: str, key: Node, value: Node, begin: int) -> Change:
    mark: Mark = key.start_mark
    end = _span(text, value, begin)[1]
    message = f"front matter: sets {key.value}, and there shall be no theme"
    return Change("remove", begin + mark.index, end, "", message)
