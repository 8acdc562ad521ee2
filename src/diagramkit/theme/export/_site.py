"""What a site that draws Mermaid itself is told once, in the place of a directive in each block."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from diagramkit.theme.export._mermaid import configuration
from diagramkit.theme.model import ModeName, Theme


def site_settings(theme: Theme, mode: ModeName, **more: object) -> dict[str, object]:
    """The settings of Mermaid for all its kinds, behind `more` of the site's."""
    return {**more, **configuration(theme, mode)}


def written(settings: Mapping[str, object], level: int = 0) -> str:
    """Settings as JSON over lines, `level` steps further in."""
    text = json.dumps(settings, ensure_ascii=False, indent=2)
    return text.replace("\n", "\n" + "  " * level)


def tables(name: str, settings: Mapping[str, object]) -> str:
    """Settings as tables of TOML."""
    return "\n".join(_tables(name, settings)) + "\n"


def _tables(name: str, settings: Mapping[str, object]) -> Iterator[str]:
    yield f"[{name}]"
    inner = {}
    for key, value in settings.items():
        if isinstance(value, Mapping):
            inner[key] = value
        else:
            # A scalar and a list of JSON are ones of TOML.
            yield f"{key} = {json.dumps(value, ensure_ascii=False)}"
    for key, value in inner.items():
        yield ""
        yield from _tables(f"{name}.{key}", value)
