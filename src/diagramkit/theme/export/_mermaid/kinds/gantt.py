"""Gantt charts: the critical path is the accent, done is quiet."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("gantt",)


def variables(t: Tones) -> dict[str, object]:
    """Sections, tasks in all their states, the grid, today."""
    return {
        "sectionBkgColor": t.panel,
        "sectionBkgColor2": t.panel,
        "altSectionBkgColor": t.canvas,
        "excludeBkgColor": t.border,
        "gridColor": t.border,
        "todayLineColor": t.red,
        "vertLineColor": t.line,
        "taskBkgColor": t.primary.fill,
        "taskBorderColor": t.primary.line,
        "activeTaskBkgColor": t.secondary.fill,
        "activeTaskBorderColor": t.primary.line,
        "doneTaskBkgColor": t.panel,
        "doneTaskBorderColor": t.muted,
        "critBkgColor": t.accent.fill,
        "critBorderColor": t.accent.line,
        "taskTextColor": t.primary.text,
        "taskTextDarkColor": t.text,
        "taskTextLightColor": t.text,
        "taskTextOutsideColor": t.bare,
        "taskTextClickableColor": t.text,
    }


def css(t: Tones) -> Css:
    """Bands painted whole, and words on the page or on a band."""
    outside = t.halo.replace(";", " !important;", 1)
    return {
        ".section": "opacity:1",
        ".exclude-range": f"fill:{t.border};opacity:0.4",
        ".grid .tick,.grid .tick line": f"stroke:{t.border};opacity:1",
        ".grid .tick text,.titleText,.sectionTitle": t.halo,
        ".taskTextOutsideRight,.taskTextOutsideLeft,.vertText": outside,
    }
