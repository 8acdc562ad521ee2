"""A proposal as commented configuration, in TOML."""

from __future__ import annotations

import json
import re

from diagramkit.sync.proposal import Proposal
from diagramkit.sync.survey import ClassSurvey, Survey


def configuration(proposal: Proposal, survey: Survey, table: str = "") -> str:
    """The lines of `diagrams.toml`, or, with `table` `tool.diagrams`, of `pyproject.toml`."""
    lines = [f"[{table}]"] if table else []
    lines += [
        f"# {proposal.known} of {proposal.counted} colours found are colours of this theme.",
        f"theme = {_quoted(proposal.theme)}",
        f"mode = {_quoted(proposal.mode)}",
        "# What becomes of theme directives: keep (rewrite those there are), always, never.",
        'directive = "keep"',
        "# The role of a node without a class, and of a class that is not in the map.",
        'default_role = "primary"',
    ]
    if proposal.classes:
        lines += ["", f"[{table}.classes]" if table else "[classes]"]
    for name, choice in proposal.classes.items():
        lines.append(f"# {_used(survey.classes[name])}; {', '.join(choice.reasons)}")
        lines.append(f"{_key(name)} = {_quoted(choice.role)}")
    return "\n".join(lines) + "\n"


def _used(found: ClassSurvey) -> str:
    words = f"{found.nodes} node{'s' * (found.nodes != 1)} in {found.diagrams} diagram"
    colors = " ".join(
        f"{key} {value}" for key, value in found.style.items() if key in ("fill", "stroke")
    )
    return f"{words}{'s' * (found.diagrams != 1)}{f', {_plain(colors)}' if colors else ''}"


def _plain(text: str) -> str:
    """Text for a comment: nothing that would end the line."""
    return re.sub(r"[\x00-\x1f\x7f]", " ", text)[:80]


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _quoted(name)


def _quoted(text: str) -> str:
    # A JSON string is a TOML string, but for one character.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
