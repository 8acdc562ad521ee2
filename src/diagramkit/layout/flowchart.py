"""Flowcharts: boxes in layers along their main path, groups inside out. All of it is the layout of
graphs."""

from diagramkit.layout.graph import lay_out

__all__ = ["lay_out"]
