"""Theme variables of Tailwind CSS 4: `@theme`, and the dark mode under the variant `dark`.

Colours become utilities such as `bg-diagram-canvas` and `border-diagram-roles-accent-stroke`, fonts
`font-diagram-sans`, kinds of text `text-diagram-title` with line height and weight.
"""

from __future__ import annotations

from diagramkit.theme.export._template import fill
from diagramkit.theme.export.css import css_value, of_mode, properties
from diagramkit.theme.measures import TextStyle
from diagramkit.theme.model import ModeName, Theme, tokens


def export(theme: Theme, mode: ModeName) -> str:  # noqa: ARG001
    """The style sheet to import after `tailwindcss`, both modes in it."""
    every = tokens(theme)
    fonts = {f"--font-diagram-{name}": getattr(theme.fonts, name) for name in _FONTS}
    own = {path: value for path, value in every.items() if path.startswith("palette.")}
    shared = {
        **{name: css_value(families) for name, families in fonts.items()},
        **_text(theme),
        "--radius-diagram-box": css_value(theme.box.radius),
        "--radius-diagram-note": css_value(theme.box.note_radius),
        "--radius-diagram-group": css_value(theme.box.group_radius),
        **properties(own, "--color-diagram-"),
    }
    light, dark = (_colors(every, each) for each in ("light", "dark"))
    dark = {name: value for name, value in dark.items() if value != light[name]}
    return fill("tailwind", name=theme.name, light={**shared, **light}, dark=dark)


_FONTS = ("sans", "mono", "heading")


def _colors(every: dict[str, object], mode: ModeName) -> dict[str, str]:
    colors = {path: value for path, value in of_mode(every, mode).items() if isinstance(value, str)}
    return properties(colors, "--color-diagram-")


def _text(theme: Theme) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, style in theme.type:
        if isinstance(style, TextStyle):
            name = f"--text-diagram-{kind}"
            found[name] = css_value(style.size)
            found[f"{name}--line-height"] = css_value(style.line)
            found[f"{name}--font-weight"] = str(style.weight)
    return found
