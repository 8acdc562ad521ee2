"""Models to scenes: a Mermaid kind `mermaid/kinds/<kind>` is placed by `layout/<kind>`, a figure by
`layout/figure`.

Each has `lay_out(model, theme, *, classes, default_role, path)`, which gives back a `Layout`; those
arguments are the ones of `lay_out` below. What has no classes has `lay_out_chart(model, theme,
path)` instead, what is nothing but boxes and lines `graph_of(model)`. The first sentence of its
module says in plain words how the kind is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Literal

from diagramkit.diagnostics import Diagnostic
from diagramkit.geometry import Size
from diagramkit.layout.borders import bordered
from diagramkit.scene import Paint as BoxPaint
from diagramkit.scene import Primitive, Scene
from diagramkit.theme.model import Mode, ModeName, Theme

Titles = Literal["charts", "always", "never"]
"""Which drawings have their title above them as a headline."""
NodeRole = Literal[
    "primary",
    "secondary",
    "note",
    "accent",
    "category-1",
    "category-2",
    "category-3",
    "category-4",
    "category-5",
    "category-6",
]
ROLES: tuple[NodeRole, ...] = ("primary", "secondary", "note", "accent")
CATEGORIES: tuple[NodeRole, ...] = (
    "category-1",
    "category-2",
    "category-3",
    "category-4",
    "category-5",
    "category-6",
)

NO_OTHERS: Iterator[Layout] = iter(())
"""The further arrangements of a diagram that has one alone."""
Paint = Callable[[Theme, Mode, bool], Iterable[Primitive]]
"""The primitives of a placed diagram in paint order, in the paints of a theme and one of its modes;
whether they keep the colours that the source sets."""


@dataclass(frozen=True, slots=True)
class ClassLook:
    """A class that the source gives to boxes or groups, and how its boxes are painted."""

    name: str
    paint: Callable[[Theme, Mode, bool], BoxPaint]


@dataclass(frozen=True, slots=True)
class Layout:
    """A placed diagram: `scene` paints it in either mode of `theme`, with the same geometry.

    `warnings` are what the reader of the diagram may stumble over. Without a `title` it is called
    after its file; `description` is for readers who cannot see it. `heading` is what would stand
    above the drawing as its headline: None for the title. `is_chart` says that it shows data, whose
    subject only the headline names; the `subtitle` stands below that. `classes` are those that a
    key can name, in order. `others` are further arrangements of the same diagram, the next best
    first, each laid out when it is asked for, once.
    """

    theme: Theme
    warnings: tuple[Diagnostic, ...]
    title: str
    description: str
    size: Size
    paint: Paint
    heading: str | None = None
    is_chart: bool = False
    subtitle: tuple[str, ...] = ()
    classes: tuple[ClassLook, ...] = ()
    others: Iterator[Layout] = field(default=NO_OTHERS, compare=False, repr=False)

    def scene(
        self,
        mode: ModeName,
        name: str,
        *,
        background: str = "canvas",
        source_colors: bool = False,
    ) -> Scene:
        """The drawing in a mode, called `name`. `background` is `canvas`, `transparent` or
        `#rrggbb`; `source_colors` keeps the colours that the source sets, if it sets any."""
        look = self.theme.mode(mode)
        ground = {"canvas": look.canvas, "transparent": "none"}.get(background, background)
        title = self.title or titled(name)
        painted = self.paint(self.theme, look, source_colors)
        items = tuple(bordered(painted, self.theme, look, source_colors))
        lang = self.theme.lang
        return Scene(name, mode, *self.size, ground, title, self.description, items, lang)


def titled(name: str) -> str:
    """What a drawing without a title is called."""
    words = name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "Diagram"


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
        classes: the role or category of each class name that is not itself one, and of colours
            (`#eef6ff`) of classes and styles; `*` stands for all others, which are categories
            where it is not there.
        default_role: the role of boxes without a class.
        path: the source's name for warnings about the drawing as a whole.

    Raises:
        DiagramError: the diagram is beyond the engine's limits.
    """
    family: Any = import_module(f"{__name__}.{_kind(model)}")
    layout: Layout
    if hasattr(family, "lay_out_chart"):
        layout = family.lay_out_chart(model, theme, path)
        return layout
    if not hasattr(family, "lay_out"):
        # Nothing but boxes and lines.
        model, family = family.graph_of(model), import_module(f"{__name__}.graph")
    layout = family.lay_out(model, theme, classes=classes, default_role=default_role, path=path)
    return layout


def _kind(model: object) -> str:
    """The kind of a model: the part of `mermaid.kinds` that its class is from."""
    return type(model).__module__.partition(".kinds.")[2].split(".")[0]
