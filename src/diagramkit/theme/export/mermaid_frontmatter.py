"""The front matter of a Mermaid diagram: YAML between two lines of dashes, before the diagram."""

from __future__ import annotations

import json

from diagramkit.theme.export._mermaid import configuration
from diagramkit.theme.export._template import fill
from diagramkit.theme.model import ModeName, Theme


def export(theme: Theme, mode: ModeName) -> str:
    """The block, its two lines of dashes included."""
    settings = configuration(theme, mode)
    variables = settings.pop("themeVariables")
    return fill("mermaid_frontmatter", settings=settings, variables=variables, quoted=_quoted)


def _quoted(value: object) -> str:
    # A JSON scalar is a YAML scalar; unquoted, a colour would be a comment.
    return json.dumps(value, ensure_ascii=False)
