"""The words that begin a Mermaid diagram, and the kind of diagram each stands for.

This is Mermaid's vocabulary (its diagram detectors, versions 11.17 and 12.3). A kind is drawn when
`mermaid/kinds/` holds a module of that name, and refused by name otherwise. `error` is Mermaid's
picture of a bomb, which says nothing.
"""

from __future__ import annotations

import re

KINDS = {
    "flowchart-elk": "flowchart",
    "flowchart": "flowchart",
    "graph": "flowchart",
    "sequenceDiagram": "sequence",
    "classDiagram-v2": "class_diagram",
    "classDiagram": "class_diagram",
    "stateDiagram-v2": "state",
    "stateDiagram": "state",
    "erDiagram": "er",
    "gantt": "gantt",
    "pie": "pie",
    "quadrantChart": "quadrant",
    "xychart-beta": "xychart",
    "xychart": "xychart",
    "gitGraph": "gitgraph",
    "journey": "journey",
    "mindmap": "mindmap",
    "timeline": "timeline",
    "kanban": "kanban",
    "requirementDiagram": "requirement",
    "requirement": "requirement",
    "C4Context": "c4",
    "C4Container": "c4",
    "C4Component": "c4",
    "C4Dynamic": "c4",
    "C4Deployment": "c4",
    "sankey-beta": "sankey",
    "sankey": "sankey",
    "block-beta": "block",
    "block": "block",
    "packet-beta": "packet",
    "packet": "packet",
    "architecture-beta": "architecture",
    "architecture": "architecture",
    "radar-beta": "radar",
    "treemap-beta": "treemap",
    "treemap": "treemap",
    "treeView-beta": "treeview",
    "venn-beta": "venn",
    "ishikawa-beta": "ishikawa",
    "ishikawa": "ishikawa",
    "wardley-beta": "wardley",
    "eventmodeling": "eventmodel",
    "swimlane-beta": "swimlane",
    "cynefin-beta": "cynefin",
    "railroad-beta": "railroad",
    "railroad-ebnf-beta": "railroad",
    "railroad-abnf-beta": "railroad",
    "railroad-peg-beta": "railroad",
    "usecase-beta": "usecase",
    "agentflow-beta": "agentflow",
    "zenuml": "zenuml",
    "info": "info",
    "error": "error",
}


def kind_of(text: str) -> str | None:
    """The kind of the diagram `text`, None where no keyword is known."""
    return KINDS.get(keyword_of(text) or "")


def keyword_of(text: str) -> str | None:
    """The keyword that `text` begins with, the longest one if several fit."""
    match = _KEYWORD.match(text)
    found = match[0] if match else None
    return None if found == "error" and text.strip() != "error" else found


_KEYWORD = re.compile("|".join(map(re.escape, sorted(KINDS, key=len, reverse=True))))
"""The keywords, the longest first."""
