"""Tree views: `treeView-beta`."""

from diagramkit.mermaid.kinds.treeview.reader import read

__all__ = ["read"]
