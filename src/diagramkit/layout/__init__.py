"""Models to scenes: a Mermaid kind `mermaid/kinds/<kind>` is placed by `layout/<kind>`, a figure by
`layout/figure`.

Each has `lay_out(model, theme, *, classes, default_role, path)`, which gives back a `Layout`; those
arguments are the ones of `lay_out` below.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, ClassVar, Literal, Protocol

from diagramkit.diagnostics import Diagnostic
from diagramkit.scene import Scene
from diagramkit.theme.model import Theme

NodeRole = Literal["primary", "secondary", "note", "accent"]
ROLES: tuple[NodeRole, ...] = ("primary", "secondary", "note", "accent")


class Layout(Protocol):
    """A placed diagram, a dataclass: `scene` paints it in either mode, with the same geometry, in
    the colours of `theme`. `warnings` are what the reader of the diagram may stumble over."""

    __dataclass_fields__: ClassVar[dict[str, Any]]
    theme: Theme
    warnings: tuple[Diagnostic, ...]

    def scene(
        self,
        mode: Literal["light", "dark"],
        name: str,
        *,
        background: str = "canvas",
        source_colors: bool = False,
    ) -> Scene:
        """The drawing in a mode, called `name`. `background` is `canvas`, `transparent` or
        `#rrggbb`; `source_colors` keeps the colours that the source sets."""
        ...


def lay_out(
    model: object,
    theme: Theme,
    *,
    classes: Mapping[str, str],
    default_role: NodeRole = "primary",
    path: str = "<string>",
) -> Layout:
    """Place what a Mermaid diagram says.

    Args:
        model: what `mermaid.parse` read.
        theme: its sizes and distances decide the geometry; its modes must not.
        classes: the role of each class name that is not itself a role.
        default_role: the role of boxes without a class.
        path: the source's name for warnings about the drawing as a whole.

    Raises:
        DiagramError: the diagram is beyond the engine's limits.
    """
    family: Any = import_module(f"{__name__}.{_kind(model)}")
    layout: Layout = family.lay_out(
        model, theme, classes=classes, default_role=default_role, path=path
    )
    return layout


def _kind(model: object) -> str:
    """The kind of a model: the part of `mermaid.kinds` that its class is from."""
    return type(model).__module__.partition(".kinds.")[2].split(".")[0]
