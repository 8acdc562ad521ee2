"""The first line of a Mermaid diagram: `%%{init: {…}}%%`, JSON inside."""

from __future__ import annotations

import json

from diagramkit.theme.export._mermaid import configuration
from diagramkit.theme.export._template import fill
from diagramkit.theme.model import ModeName, Theme


def export(theme: Theme, mode: ModeName) -> str:
    """The directive in one line."""
    written = json.dumps(configuration(theme, mode), ensure_ascii=False)
    return fill("mermaid_init", configuration=written)
