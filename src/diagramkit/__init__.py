"""diagramkit: one theme, every diagram, no drift.

`render` turns a diagram's source into a `Drawing` with `.svg`, `.png()` and `.scene`;
`load_theme` reads a theme of one's own, `export` writes a theme for other programs;
`diagramkit.themes` holds the built-in ones. `Figure` and the kinds of its parts (`Box`, `Row`,
`Panel`, …) draw what Mermaid cannot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diagramkit.diagnostics import Diagnostic, DiagramError, Location
    from diagramkit.drawing import Drawing, draw, render
    from diagramkit.figure import (
        Bars,
        Box,
        Cells,
        Chips,
        Column,
        Grid,
        Key,
        Lane,
        Matrix,
        Meter,
        Numberline,
        Panel,
        Plot,
        Row,
        Space,
        Stage,
        Text,
        Timeline,
        Vectors,
    )
    from diagramkit.integrations.notebook import Figure
    from diagramkit.project.config import load_settings
    from diagramkit.project.options import DrawingOptions
    from diagramkit.theme.export import export
    from diagramkit.theme.load import load_theme
    from diagramkit.theme.model import Theme

__version__ = "0.1.0"
__all__ = [
    "Bars",
    "Box",
    "Cells",
    "Chips",
    "Column",
    "Diagnostic",
    "DiagramError",
    "Drawing",
    "DrawingOptions",
    "Figure",
    "Grid",
    "Key",
    "Lane",
    "Location",
    "Matrix",
    "Meter",
    "Numberline",
    "Panel",
    "Plot",
    "Row",
    "Space",
    "Stage",
    "Text",
    "Theme",
    "Timeline",
    "Vectors",
    "draw",
    "export",
    "load_settings",
    "load_theme",
    "render",
]

_HOMES = {
    "Diagnostic": "diagramkit.diagnostics",
    "DiagramError": "diagramkit.diagnostics",
    "Drawing": "diagramkit.drawing",
    "DrawingOptions": "diagramkit.project.options",
    "Figure": "diagramkit.integrations.notebook",
    "Location": "diagramkit.diagnostics",
    "Theme": "diagramkit.theme.model",
    "draw": "diagramkit.drawing",
    "export": "diagramkit.theme.export",
    "load_ipython_extension": "diagramkit.integrations.magics",
    "load_settings": "diagramkit.project.config",
    "load_theme": "diagramkit.theme.load",
    "render": "diagramkit.drawing",
}


def __getattr__(name: str) -> Any:
    # `import diagramkit` alone stays cheap: pytest plug-ins and theme users pay for no drawing.
    if name in __all__ or name in _HOMES:
        from importlib import import_module

        # What is not listed with a home of its own is a part of a figure.
        return getattr(import_module(_HOMES.get(name, "diagramkit.figure")), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    # What is loaded when it is first used is to be found by `dir`, `help` and editors all the same.
    return sorted({*globals(), *__all__})
