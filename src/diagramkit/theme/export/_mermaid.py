"""What Mermaid is told of a theme, whatever form it is told in.

Facts of Mermaid 11 and 12 that decide the form: colours are six-digit hex, since a colour
function is a parse error in a `classDef` and `var()` fails the diagram; a hyphen in
`themeVariables.fontFamily` blanks it while the top-level `fontFamily` survives; `theme`, `look`
and `layout` are always written, because version 12 has other defaults for all three.
"""

from __future__ import annotations

from diagramkit.theme.model import ModeName, Theme


def configuration(theme: Theme, mode: ModeName) -> dict[str, object]:
    """The configuration, as `%%{init}%%` and front matter take it."""
    return {
        "theme": "base",
        "look": "classic",
        "layout": "dagre",
        "fontFamily": ", ".join(theme.fonts.sans),
        "themeVariables": variables(theme, mode),
    }


def variables(theme: Theme, mode: ModeName) -> dict[str, object]:
    """The theme variables: colours, text size, and whether the canvas is dark."""
    look = theme.mode(mode)
    primary, secondary, note = look.roles.primary, look.roles.secondary, look.roles.note
    return {
        "darkMode": mode == "dark",
        "background": look.canvas,
        "primaryColor": solid(primary.fill, look.canvas),
        "primaryTextColor": primary.text,
        "primaryBorderColor": primary.stroke,
        "secondaryColor": solid(secondary.fill, look.canvas),
        "secondaryTextColor": secondary.text,
        "secondaryBorderColor": secondary.stroke,
        "tertiaryColor": look.panel,
        "tertiaryTextColor": look.text,
        "tertiaryBorderColor": look.border,
        "noteBkgColor": solid(note.fill, look.canvas),
        "noteTextColor": note.text,
        "noteBorderColor": note.stroke,
        "textColor": look.text,
        "titleColor": look.group.text,
        "lineColor": look.edges.main.stroke,
        "clusterBkg": solid(look.group.fill, look.canvas),
        "clusterBorder": look.group.stroke,
        "edgeLabelBackground": look.canvas,
        "fontSize": f"{theme.type.title.size:g}px",
    }


def class_styles(theme: Theme, mode: ModeName) -> dict[str, str]:
    """The declarations of each role's class: a fill never without a stroke and a text colour,
    or Mermaid pairs it with one of its own."""
    look = theme.mode(mode)
    return {
        role: f"fill:{solid(box.fill, look.canvas)},stroke:{box.stroke},"
        f"stroke-width:{box.stroke_width:g}px,color:{box.text}"
        for role, box in look.roles
    }


def solid(fill: str, canvas: str) -> str:
    """A fill as a colour: where it is `none`, the canvas shows."""
    return canvas if fill == "none" else fill
