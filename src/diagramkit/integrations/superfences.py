"""A formatter for fences of pymdownx.superfences, for sites that are not built by MkDocs' plug-in:

custom_fences:
  - name: mermaid
    class: diagram
    format: !!python/name:diagramkit.integrations.superfences.fence
"""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path
from typing import Any

from diagramkit.diagnostics import DiagramError
from diagramkit.integrations.site import Site
from diagramkit.project.diagrams import Diagram


@cache
def _site(folder: Path) -> Site:
    return Site(folder)


def fence(
    source: str, language: str, _class: str, _options: Any, _markdown: Any, **more: Any
) -> str:
    """A fence as inline SVG that follows the reader's light or dark, drawn as the configuration
    above the current folder says.

    What cannot be drawn is logged and shown as code.
    """
    from html import escape

    name = str(more.get("id_value") or language)
    is_figure = language == "figure"
    diagram = Diagram(name, source, f"<{language}>", 1, Path(), in_figure_fence=is_figure)
    try:
        return _site(Path.cwd()).drawn(diagram).html
    except DiagramError as error:
        logging.getLogger("mkdocs.diagrams").warning("%s", error)
        return f'<pre><code class="language-{escape(language)}">{escape(source)}</code></pre>'
