"""Agentflow diagrams: `agentflow-beta`."""

from diagramkit.mermaid.kinds.agentflow.reader import read

__all__ = ["read"]
