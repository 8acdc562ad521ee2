"""The kinds of parts in Markdown: what each is for, its keys, an example."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Collection, Iterator
from typing import Any

from diagramkit.figure.connection import Connection
from diagramkit.figure.container import Container
from diagramkit.figure.kinds import example, kinds
from diagramkit.figure.model import Figure
from diagramkit.figure.part import Model, Part, models_in

ROW = """figure: flow
title: Two steps
desc: Two boxes, the first of which leads to the second.
row: [{box: Encode}, {box: Decode}]
connect: encode -> decode"""
ALONE = """figure: curve
title: What more tokens bring
desc: A curve that rises steeply, then levels off.
plot: [{formula: 1 - exp(-4*x)}]
x: {label: tokens}
y: {label: quality}"""


def markdown(pictures: str = "", names: Collection[str] = ()) -> str:
    """The reference of the figure language, a section a kind; of some kinds alone with `names`.
    With `pictures`, the path of a folder, each section shows `<kind>.svg` in it, the picture of
    its example."""
    if names:
        sections = (line for name in kinds() if name in names for line in _section(name, pictures))
        return "\n".join(sections).strip()
    return "\n".join(_lines(pictures))


def example_figure(name: str) -> str:
    """The source of a figure that holds the example of a kind and nothing else."""
    parts = textwrap.indent(example(kinds()[name]).rstrip(), "  ")
    title, desc = f"Example of {name}", f"What a part of the kind {name} looks like."
    return f"figure: example\ntitle: {title}\ndesc: {desc}\nrow:\n{parts}\n"


def _lines(pictures: str) -> Iterator[str]:
    yield "A figure is a file of YAML with keys of its own and a row, a column or a grid of parts:"
    yield from ("", "```yaml", ROW, "```", "")
    yield "One part alone stands there with its keys, without a row around it:"
    yield from ("", "```yaml", ALONE, "```", "")
    yield "Keys that a figure has:"
    yield ""
    yield from _table(Figure)
    yield from ("", "Keys of a connector that is written as a mapping:", "")
    yield from _table(Connection)
    yield from ("", "Keys that every part may have:", "")
    yield from _table(Part)
    for name in kinds():
        yield from _section(name, pictures)


def _section(name: str, pictures: str) -> Iterator[str]:
    kind = kinds()[name]
    yield from ("", f"### {name}", "", _about(kind), "")
    yield from _table(kind, Part.model_fields, kind.MAIN)
    for path, inner in _nested(kind):
        yield from ("", f"Keys of `{path}`: {_about(inner)[:1].lower()}{_about(inner)[1:]}", "")
        yield from _table(inner)
    yield from ("", "```yaml", example(kind).rstrip(), "```")
    if pictures:
        yield from ("", f"![The example above, drawn]({pictures.rstrip('/')}/{name}.svg)")


def _about(model: type[Model]) -> str:
    """What the docstring of a model says before its example."""
    text = inspect.cleandoc(model.__doc__ or "").partition("\n\n    ")[0].partition("\n- ")[0]
    return " ".join(text.split())


def _table(
    model: type[Model], known: dict[str, Any] | None = None, main: str = ""
) -> Iterator[str]:
    yield "| key | what it says |"
    yield "|---|---|"
    for key, field in model.model_fields.items():
        if key == "body" or key in (known or {}):
            continue
        text = " ".join((field.description or "").split()).replace("|", "\\|")
        own = " (the value of the kind's own key)" if key == main else ""
        own = " (required)" if field.is_required() and not own else own
        yield f"| `{field.alias or key}` | {text}{own} |"


def _nested(model: type[Model], path: str = "") -> Iterator[tuple[str, type[Model]]]:
    """The models within the fields of a model, each with the keys that lead to it."""
    seen: dict[type[Model], list[str]] = {}
    for key, field in model.model_fields.items():
        for inner in models_in(field.annotation):
            if not issubclass(inner, Part | Connection | Container):
                seen.setdefault(inner, []).append(f"{path}{field.alias or key}")
    for inner, paths in seen.items():
        yield "`, `".join(paths), inner
        yield from _nested(inner, f"{paths[0]}.")
