"""A proposal as commented configuration, in TOML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from diagramkit.diagnostics import counted
from diagramkit.sync.proposal import Proposal
from diagramkit.sync.survey import ClassSurvey, Survey


def configuration(proposal: Proposal, survey: Survey, table: str = "", theme: str = "") -> str:
    """The lines of `diagrams.toml`, or, with `table` `tool.diagrams`, of `pyproject.toml`; `theme`
    is the file of a theme of the repository's own."""
    lines = [f"[{table}]"] if table else []
    lines += _settings(proposal, theme)
    if proposal.classes:
        lines += ["", f"[{table}.classes]" if table else "[classes]"]
    for name, choice in proposal.classes.items():
        used = _used(survey.classes[name]) if name in survey.classes else _painted(name, survey)
        lines.append(f"# {used}; {', '.join(choice.reasons)}")
        lines.append(f"{_key(name)} = {_quoted(choice.role)}")
    if beyond := sorted(name for name in survey.classes if _is_left(name, proposal, survey)):
        lines += ["# More stand side by side than a theme can tell apart; without a role of their"]
        lines += [f"# own: {_plain(', '.join(beyond))}"]
    return "\n".join(lines) + "\n"


def _settings(proposal: Proposal, theme: str) -> Iterator[str]:
    if theme:
        yield f"# Made of the colours that were found; {proposal.theme} has {proposal.known} of"
        yield f"# {proposal.counted} of them."
    else:
        found = f"{proposal.known} of {proposal.counted} colours found are"
        yield f"# {found if proposal.counted else 'No colours were found that are'} of this theme."
    yield f"theme = {_quoted(theme or proposal.theme)}"
    yield f"mode = {_quoted(proposal.mode)}"
    yield "# What becomes of theme directives: keep (rewrite those there are), needed (one for each"
    yield "# kind that takes colours by nothing else), always, never."
    directive, why = proposal.directive
    yield from [f"# {_plain(why)}."] * bool(why)
    yield f"directive = {_quoted(directive)}"
    ground, why = proposal.ground
    yield "# Whether boxes carry their fill (painted), or stand on the page as lines and words that"
    yield f"# are read on white and on black (page); {_plain(why)}."
    yield f"ground = {_quoted(ground)}"
    yield "# The role of a node without a class, and of a class that is not in the map."
    yield 'default_role = "primary"'
    for each in proposal.generators:
        if each.target:
            yield f"# {each.name} draws Mermaid itself, and one setting does for all its pages:"
            yield f"# diagrams theme export --to {each.target}"
        else:
            yield f"# {each.name} takes no settings of Mermaid, so that blocks need a directive."


def _is_left(name: str, proposal: Proposal, survey: Survey) -> bool:
    is_role = name in ("primary", "secondary", "note", "accent", "default")
    is_role = is_role or name.startswith("category-")
    return name not in proposal.classes and bool(survey.classes[name].styles) and not is_role


def _used(found: ClassSurvey) -> str:
    words = f"{counted(found.nodes, 'node')} in {counted(found.diagrams, 'diagram')}"
    colors = " ".join(
        f"{key} {value}" for key, value in found.style.items() if key in ("fill", "stroke")
    )
    return f"{words}{f', {_plain(colors)}' if colors else ''}"


def _painted(color: str, survey: Survey) -> str:
    is_box = any(color in paint for paint in survey.own)
    is_line = any(color in paint for paint in survey.lines)
    return " and ".join(["boxes of this colour"] * is_box + ["links of this colour"] * is_line)


def _plain(text: str, most: int = 160) -> str:
    """Text for a comment: nothing that would end the line."""
    return re.sub(r"[\x00-\x1f\x7f]", " ", text)[:most]


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _quoted(name)


def _quoted(text: str) -> str:
    # A JSON string is a TOML string, but for one character.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
