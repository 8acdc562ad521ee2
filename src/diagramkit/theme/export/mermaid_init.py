"""The first line of a Mermaid diagram: `%%{init: {…}}%%`, JSON inside."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from diagramkit.theme.export._mermaid import configuration
from diagramkit.theme.export._template import fill
from diagramkit.theme.model import ModeName, Theme


def export(theme: Theme, mode: ModeName) -> str:
    """The directive in one line."""
    return directive(settings(theme, mode))


def settings(theme: Theme, mode: ModeName, kind: str | None = None) -> dict[str, Any]:
    """What the directive says, for a kind of diagram or for all."""
    return configuration(theme, mode, kind)


def directive(settings: Mapping[str, object]) -> str:
    """These settings as a directive in one line, with its line break."""
    return fill("mermaid_init", configuration=json.dumps(settings, ensure_ascii=False))
