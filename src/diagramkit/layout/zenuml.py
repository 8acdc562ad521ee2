"""ZenUML: sequence diagrams like any other, calls as bars on life lines."""

from diagramkit.layout.sequence import lay_out

__all__ = ["lay_out"]
