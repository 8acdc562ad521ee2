"""The `<style>` element: one class a role, dark rules behind `prefers-color-scheme`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diagramkit.geometry import number
from diagramkit.scene import NO_COLOR, Paint
from diagramkit.text import TextStyle

Look = dict[str, str]
"""CSS properties and their values."""

# What a property is set back to where one mode sets it and the other does not.
_INITIAL = {"stroke": "none", "stroke-dasharray": "none", "font-weight": "400"}


class Classes:
    """The classes of a drawing, in the order of their first use.

    A class is called after its role. Where things of one role look different, as happens when a
    source's own colours are kept, the next look of that role is `role-2`, and so on.
    """

    def __init__(self) -> None:
        self.looks: dict[str, tuple[Look, Look]] = {}

    def name(self, role: str, light: Look, dark: Look) -> str:
        """The class of things of `role` with these looks in light and in dark."""
        name, count = role, 1
        while self.looks.setdefault(name, (light, dark)) != (light, dark):
            count += 1
            name = f"{role}-{count}"
        return name


def shape_look(paint: Paint) -> Look:
    """The declarations of a paint."""
    look = {"fill": paint.fill}
    if paint.stroke != NO_COLOR:
        look |= {"stroke": paint.stroke, "stroke-width": number(paint.stroke_width)}
    if paint.dash:
        look["stroke-dasharray"] = " ".join(number(part) for part in paint.dash)
    return look


def head_look(line: Paint, filled: bool) -> Look:
    """An end mark: filled with the line's colour, or drawn as the line is, but never dashed."""
    if filled:
        return {"fill": line.stroke}
    return shape_look(Paint(NO_COLOR, line.stroke, line.stroke_width))


def font_look(font: TextStyle, families: Sequence[str]) -> Look:
    """What sets the glyphs of words in a font, in a drawing whose font stack is `families`."""
    look = {"font-size": f"{number(font.size)}px"}
    if font.weight != 400:
        look["font-weight"] = str(font.weight)
    if font.families != families:
        look["font-family"] = font_family(font.families)
    return look


def halo_look(color: str) -> Look:
    """The ring around a line of words that keeps a line behind them away."""
    return {"fill": "none", "stroke": color, "stroke-width": "4", "stroke-linejoin": "round"}


def font_family(families: Sequence[str]) -> str:
    """A font stack in CSS."""
    return ", ".join(f'"{name}"' if " " in name else name for name in families)


def rules(root: str, looks: dict[str, Look], indent: str) -> Iterator[str]:
    """The lines of CSS for classes by name below a selector: one rule for all that look the
    same."""
    alike: dict[str, list[str]] = {}
    for name, look in looks.items():
        body = " ".join(f"{key}: {value};" for key, value in look.items())
        alike.setdefault(body, []).append(f"{root} .{name}")
    for body, selectors in alike.items():
        if body:
            yield f"{indent}{', '.join(selectors)} {{ {body} }}"


def changes(light: Look, dark: Look) -> Look:
    """What makes the dark look of the light one."""
    back = {key: _INITIAL[key] for key in light if key in _INITIAL and key not in dark}
    return {**{key: value for key, value in dark.items() if light.get(key) != value}, **back}
