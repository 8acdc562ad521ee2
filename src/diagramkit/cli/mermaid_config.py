"""Configurations of mermaid-cli (`mmdc -c FILE`): what of them means the same here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from diagramkit.color import canonical
from diagramkit.diagnostics import Diagnostic, DiagramError, Location
from diagramkit.files.read import read_file, reason

_MAX_BYTES = 1_000_000
_DARK = "dark"
_WITHOUT_EFFECT = ("look", "layout", "maxTextSize", "maxEdges", "securityLevel", "startOnLoad")
"""What a drawing here does not depend on: no browser runs, and the look is the theme's."""


def read_mermaid_config(path: Path) -> tuple[dict[str, Any], list[Diagnostic]]:
    """Drawing options for a configuration of Mermaid, by field of `DrawingOptions`, and a warning
    for each key that has none.

    `theme: dark` and `themeVariables.darkMode` are the mode, `themeVariables.background` is the
    background.

    Raises:
        DiagramError: the file cannot be read, or is no JSON object.
    """
    try:
        value = json.loads(read_file(path, _MAX_BYTES).decode("utf-8-sig"))
    except OSError as error:
        raise _problem(path, f"cannot be read: {reason(error)}") from None
    except (ValueError, RecursionError):
        raise _problem(path, "is no JSON") from None
    if not isinstance(value, dict):
        raise _problem(path, "expected a JSON object, the configuration of Mermaid")
    variables = value.get("themeVariables")
    variables = variables if isinstance(variables, dict) else {}
    changes: dict[str, Any] = {}
    if "theme" in value or "darkMode" in variables:
        is_dark = value.get("theme") == _DARK or variables.get("darkMode") is True
        changes["modes"] = ("dark",) if is_dark else ("light",)
    written = str(variables.get("background", ""))
    if background := written if written == "transparent" else canonical(written):
        changes["background"] = background
    return changes, [_unused(path, key) for key in _others(value, variables)]


def _others(value: Mapping[str, Any], variables: Mapping[str, Any]) -> Iterator[str]:
    known = {"theme", "themeVariables", *_WITHOUT_EFFECT}
    yield from (key for key in value if key not in known)
    yield from (
        f"themeVariables.{key}" for key in variables if key not in ("darkMode", "background")
    )


def _unused(path: Path, key: str) -> Diagnostic:
    message = f"{key} has no effect: the theme says how diagrams look (diagrams theme show)"
    return Diagnostic("mermaid-config", message, Location(str(path)), severity="warning")


def _problem(path: Path, message: str) -> DiagramError:
    return DiagramError.single("mermaid-config", message, Location(str(path)))
