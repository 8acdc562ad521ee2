"""Figures in notebooks: a cell that ends in a figure shows it."""

from __future__ import annotations

from typing import Any

from diagramkit.drawing import Drawing, render
from diagramkit.figure import model


class Figure(model.Figure):
    """A figure that can draw itself; otherwise the one of `diagramkit.figure`."""

    def render(self, **look: Any) -> Drawing:
        """The figure drawn; `look` are the arguments of `diagramkit.render`, such as `theme`
        and `mode`."""
        return render(self, **look)

    def _repr_svg_(self) -> str:
        return self.render(mode="both").svg

    def _mime_(self) -> tuple[str, str]:
        return self.render(mode="both")._mime_()

    def _repr_mimebundle_(self, **wanted: Any) -> Any:
        return self.render(mode="both")._repr_mimebundle_(**wanted)
