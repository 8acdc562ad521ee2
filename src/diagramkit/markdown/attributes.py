"""What stands behind the marks of a fence: whether it is Mermaid, its name, its options."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"mermaid(?=[\s{]|$)", re.IGNORECASE)
_FIGURE = re.compile(r"figure(?=[\s{]|$)", re.IGNORECASE)
_DIRECTIVE = re.compile(r"\{mermaid(?=[\s,}#])[^{}]*\}(.*)", re.IGNORECASE | re.DOTALL)
_ATTRIBUTES = re.compile(r"\{([^{}]*)\}")
_ID = re.compile(r"\{[^{}]*?#([^\s{}#,]+)")
_OPTION = re.compile(r":([\w-]+):(?=\s|$)(.*)")
_LABEL = re.compile(r"%%\|[ \t]*label:[ \t]*[\"']?([^\s\"']+)")
_NAME = re.compile(r"name:[ \t]*[\"']?([^\s\"']+)")


@dataclass(frozen=True, slots=True)
class Opening:
    """A fence of a diagram: the name in its attributes; `is_directive` when it has options,
    `is_figure` when it says so and not Mermaid."""

    id: str | None
    is_directive: bool
    is_figure: bool = False


def read_info(info: str, *, figures: bool = False) -> Opening | None:
    """The info string of a fence of Mermaid, or with `figures` of a figure (`figure …`); None for
    another, or one that names a file.

    Read are `mermaid …`, `{mermaid}` (MyST, Quarto), and attributes with the class `.mermaid`
    (Pandoc, pymdownx), all with `#id` among their attributes.
    """
    info = info.strip()
    found = _ID.match(info, max(info.find("{"), 0))
    name = found[1] if found else None
    if _WORD.match(info):
        return Opening(name, is_directive=False)
    if figures and _FIGURE.match(info):
        return Opening(name, is_directive=False, is_figure=True)
    if directive := _DIRECTIVE.match(info):
        return None if directive[1].strip() else Opening(name, is_directive=True)
    attributes = _ATTRIBUTES.match(info)
    if attributes and ".mermaid" in attributes[1].lower().split():
        return Opening(name, is_directive=False)
    return None


def read_options(lines: list[str]) -> tuple[int, str | None]:
    """How many lines at the head of a directive are its options, and the name that they give.

    Options are lines `:key: value`, and the empty one behind them, which are not part of the
    diagram; YAML between `---` and lines `%%| key: value` are, for Mermaid passes over them.
    """
    name = None
    count = 0
    while count < len(lines) and (option := _OPTION.fullmatch(lines[count].strip())):
        name = option[2].strip() or None if option[1] == "name" else name
        count += 1
    if count and count < len(lines) and not lines[count].strip():
        count += 1
    return count, name or _name_inside(lines[count:])


def _name_inside(lines: list[str]) -> str | None:
    in_matter = bool(lines) and lines[0].strip() == "---"
    for line in lines[int(in_matter) :]:
        found = (_NAME if in_matter else _LABEL).match(line.strip())
        if found:
            return found[1]
        if line.strip() == "---" or not (in_matter or line.startswith("%%")):
            return None
    return None
