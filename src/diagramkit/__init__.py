"""diagramkit: one theme, every diagram, no drift.

`render` turns a diagram's source into a `Drawing` with `.svg`, `.png()` and `.scene`;
`load_theme` reads a theme of one's own; `diagramkit.themes` holds the built-in ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diagramkit.diagnostics import Diagnostic, DiagramError, Location
    from diagramkit.drawing import Drawing, render
    from diagramkit.theme.load import load_theme
    from diagramkit.theme.model import Theme

__version__ = "0.1.0"
__all__ = ["Diagnostic", "DiagramError", "Drawing", "Location", "Theme", "load_theme", "render"]

_HOMES = {
    "Diagnostic": "diagramkit.diagnostics",
    "DiagramError": "diagramkit.diagnostics",
    "Drawing": "diagramkit.drawing",
    "Location": "diagramkit.diagnostics",
    "Theme": "diagramkit.theme.model",
    "load_theme": "diagramkit.theme.load",
    "render": "diagramkit.drawing",
}


def __getattr__(name: str) -> Any:
    # `import diagramkit` alone stays cheap: pytest plug-ins and theme users pay for no drawing.
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
