"""A style guide for those who draw, people and agents: palette, roles, rules, a sample."""

from __future__ import annotations

from diagramkit.diagnostics import counted
from diagramkit.theme.export import mermaid_classdefs, mermaid_page
from diagramkit.theme.export._mermaid.tones import solid
from diagramkit.theme.export._template import fill
from diagramkit.theme.model import ModeName, Theme
from diagramkit.theme.page import page_colors

_PALETTE = (
    ("canvas", "ground of the whole drawing"),
    ("panel", "ground set off from it"),
    ("text", "words"),
    ("muted", "words of second rank"),
    ("line", "lines that carry meaning"),
    ("border", "subtle borders"),
    ("accent", "the critical path; lines, never words"),
)
_PURPOSES = {
    "primary": "the main steps",
    "secondary": "what supports the main steps",
    "note": "remarks, examples, details",
    "accent": "the critical path, and nothing else",
}


def export(theme: Theme, mode: ModeName) -> str:
    """The guide as Markdown, under a heading of the second level."""
    classes = mermaid_classdefs.export(theme, mode).splitlines()
    page = [line for line in mermaid_page.export(theme, mode).splitlines() if "cluster" not in line]
    budget = theme.budget
    return fill(
        "agents_guide",
        theme=theme,
        palette=_PALETTE,
        light=_colors(theme, "light"),
        dark=_colors(theme, "dark"),
        roles=_roles(theme, mode),
        page=page_colors(theme, mode),
        classes_lines=[*classes, *page],
        wrap=f"{theme.box.wrap:g}",
        max_width=f"{theme.page.max_width:g}",
        min_text=f"{budget.min_text:g}",
        rows=budget.rows,
        classes=budget.classes,
        group_depth=budget.group_depth,
        accent_percent=f"{budget.accent_share * 100:g}",
        accent_paths=f", {counted(budget.accent_paths, 'path')}",
    )


def _colors(theme: Theme, mode: ModeName) -> dict[str, str]:
    look = theme.mode(mode)
    return {token: getattr(look, token) for token, _ in _PALETTE}


def _roles(theme: Theme, mode: ModeName) -> list[tuple[str, str, dict[str, str]]]:
    look = theme.mode(mode)
    return [
        (
            role,
            _PURPOSES[role],
            {
                "fill": solid(box.fill, look.canvas),
                "stroke": box.stroke,
                "stroke_width": f"{box.stroke_width:g} px",
                "text": box.text,
            },
        )
        for role, box in look.roles
    ]
