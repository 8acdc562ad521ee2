"""The YAML between `---` lines before a diagram: only its `title` says anything here."""

from __future__ import annotations

from diagramkit.diagnostics import DiagramError, Location
from diagramkit.mermaid.yaml_values import YamlError, read_mapping


def read_title(original: str, span: tuple[str, int, int, int], path: str, first_line: int) -> str:
    """The `title` of the front matter at `span` (indent, begin, end, begin of the diagram).

    Raises DiagramError with the place of the fault where it is not YAML.
    """
    indent, begin, end, _ = span
    lines = original[begin:end].split("\n")
    inside = [line.removeprefix(indent) for line in lines]
    try:
        entries = read_mapping("\n".join(inside))
    except YamlError as problem:
        line = min(problem.line, len(lines) - 1)
        column = problem.column + 1 + len(lines[line]) - len(inside[line])
        above = original.count("\n", 0, begin)
        place = Location(path, first_line + above + line, column)
        message = f"the front matter is not readable as YAML: {problem.message}"
        raise DiagramError.single("mermaid-config", message, place, lines[line]) from problem
    return entries["title"].text if "title" in entries else ""
