"""ZenUML: sequence diagrams written like a program."""

from diagramkit.mermaid.kinds.zenuml.reader import read

__all__ = ["read"]
