"""Swimlane diagrams are written as flowcharts are, in Mermaid 12.3 too."""

from __future__ import annotations

from dataclasses import fields

from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.mermaid.kinds.flowchart.reader import read as read_flowchart
from diagramkit.mermaid.kinds.swimlane.model import Swimlanes
from diagramkit.mermaid.source import Source


def read(source: Source) -> Swimlanes:
    """Read a swimlane diagram. Raises DiagramError where Mermaid would not read it."""
    chart = read_flowchart(source)
    return Swimlanes(**{each.name: getattr(chart, each.name) for each in fields(Flowchart)})
