"""The theme written into the Mermaid sources of a project, and nothing else touched."""

from diagramkit.sync.document import Synced, sync_text
from diagramkit.sync.look import Look

__all__ = ["Look", "Synced", "sync_text"]
