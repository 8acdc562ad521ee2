"""Packets: `packet`, `packet-beta`."""

from diagramkit.mermaid.kinds.packet.reader import read

__all__ = ["read"]
