"""What a diagram's source sets about its own kind: `config:` in the front matter, and directives.

    ---
    config:
      gitGraph:
        mainBranchName: trunk
    ---
    %%{init: {'gitGraph': {'showBranches': false}}}%%

A directive wins over the front matter, as in Mermaid (`preprocess.ts`, `utils.ts`); one that is
not JSON says nothing there, and nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diagramkit.mermaid.cleaning import find_directives, find_front_matter
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import SPACES
from diagramkit.mermaid.yaml_values import YamlError, read_mapping, read_section

_INIT = re.compile(rf"%%\{{[{SPACES}\n]*(?:init|initialize)[{SPACES}\n]*:", re.ASCII)


def read_settings(source: Source, kind: str) -> dict[str, str]:
    """The settings under Mermaid's name of a kind, such as `gitGraph`.

    A value that JavaScript would not take as true (`false`, `0`, `null`) is the empty string,
    `true` is `"true"`; lists and mappings are left out.
    """
    if kind not in source.original:
        return {}
    found: dict[str, str] = {}
    body = 0
    if span := find_front_matter(source.original):
        body = span[3]
        found.update(_of_front_matter(source.original, span, kind))
    for said in _directives(source.original[body:]):
        for name in ("config", kind):
            if isinstance(section := said.get(name), dict):
                found.update(_plain(section))
    return found


def _of_front_matter(original: str, span: tuple[str, int, int, int], kind: str) -> dict[str, str]:
    indent, begin, end, _ = span
    lines = [line.removeprefix(indent) for line in original[begin:end].split("\n")]
    try:
        values = read_section("\n".join(lines), ("config", kind))
        if kind == "gantt":
            # Mermaid takes this one setting beside `config` too.
            above = read_mapping("\n".join(lines))
            values.update((name, above[name]) for name in ("displayMode",) if name in above)
    except YamlError:
        return {}  # the reader of the title has told of it
    return {name: value.text for name, value in values.items() if value.scalar}


def _directives(text: str) -> Iterator[dict[str, object]]:
    """Each `%%{init: {…}}%%` that can be read."""
    import json

    for start, end in find_directives(text):
        opening = _INIT.match(text, start, end)
        if opening is None:
            continue
        try:
            said = json.loads(text[opening.end() : end].removesuffix("}%%").replace("'", '"'))
        except (ValueError, RecursionError):
            continue
        if isinstance(said, dict):
            yield said


def _plain(section: dict[str, object]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in section.items():
        if isinstance(value, bool):
            found[name] = "true" if value else ""
        elif value is None or isinstance(value, str | int | float):
            found[name] = str(value) if value else ""
    return found
