"""The kinds of parts in Markdown: what each is for, its keys, an example."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from diagramkit.figure.kinds import example, kinds
from diagramkit.figure.part import Part


def markdown() -> str:
    """The reference of the figure language, a section a kind."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield "Keys that every part may have:"
    yield ""
    yield from _table(Part, ())
    for name, kind in kinds().items():
        text = inspect.cleandoc(kind.__doc__ or "").partition("\n\n    ")[0].partition("\n- ")[0]
        yield from ("", f"### {name}", "", " ".join(text.split()), "")
        yield from _table(kind, Part.model_fields)
        yield from ("", "```yaml", example(kind).rstrip(), "```")


def _table(kind: type[Part], known: object) -> Iterator[str]:
    yield "| key | what it says |"
    yield "|---|---|"
    for key, field in kind.model_fields.items():
        if key == "body" or (isinstance(known, dict) and key in known):
            continue
        text = " ".join((field.description or "").split()).replace("|", "\\|")
        own = " (the value of the kind's own key)" if key == kind.MAIN else ""
        yield f"| `{key}` | {text}{own} |"
