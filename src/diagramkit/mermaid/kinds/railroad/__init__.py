"""Railroad diagrams: `railroad-beta`, and grammars in EBNF, ABNF and PEG."""

from diagramkit.mermaid.kinds.railroad.reader import read

__all__ = ["read"]
