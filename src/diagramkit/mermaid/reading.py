"""Text in, model out: find the kind of a diagram and hand the text to the reader of that kind."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache
from importlib import import_module

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.mermaid.cleaning import clean
from diagramkit.mermaid.hints import warn_of_hints
from diagramkit.mermaid.keywords import KINDS, keyword_of
from diagramkit.mermaid.label import ICON
from diagramkit.mermaid.source import Source, Span, Traced

_NODE_ICON = re.compile(r"::icon\([^)\n]*\)")
"""The icon of a node of a mind map."""
MOST_ICONS = 12
"""So many icons are named in the warning."""
_LONGEST_START = 200
"""The characters of a text in which its kind is looked for before it is cleaned."""
MAX_CHARACTERS = 100_000
"""The longest text that is read; Mermaid itself draws 50,000 characters at most."""


def parse(
    text: str, path: str = "<string>", line: int = 1, notices: list[Diagnostic] | None = None
) -> object:
    """Read a Mermaid diagram: the model of its kind, as `mermaid/kinds/<kind>` has it.

    `path` and `line` say where the text comes from: `line` is the line of `path` (from 1) that
    the first line of `text` stands in. `notices` takes what can be read, but hardly was meant.
    Raises DiagramError, and nothing else, where Mermaid would not read the text, where its kind is
    not drawn, or where it is larger than the limits.
    """
    if len(text) > MAX_CHARACTERS:
        message = f"{len(text)} characters of Mermaid; {MAX_CHARACTERS} are allowed"
        raise Source(path, line, "", Traced("")).error(0, message, "mermaid-limit")
    source = clean(text, path, line)
    model = _read(source)
    if notices is not None:
        _warn_of_icons(source)
        notices += source.notices
    return model


def mentions(text: str) -> list[Span]:
    """Where a diagram names nodes, groups and participants, in the order of the text: offsets in
    it with every line break taken for one character. Of a text that cannot be read, those up to
    where it breaks off."""
    try:
        source = clean(text[:MAX_CHARACTERS], "<string>", 1)
    except DiagramError:
        return []
    with suppress(DiagramError):
        _read(source)
    return sorted(set(source.mentions))


def _read(source: Source) -> object:
    """The model that the reader of its kind makes of a source."""
    keyword = keyword_of(source.text)
    if keyword is None:
        raise _no_kind(source)
    name = f"diagramkit.mermaid.kinds.{KINDS[keyword]}"
    try:
        kind = import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise _not_drawn(source, keyword) from None
    model: object = kind.read(source)
    if not hasattr(model, "hints"):
        warn_of_hints(source, keyword)
    return model


def undrawn(text: str, path: str = "<string>", line: int = 1) -> Diagnostic | None:
    """What `parse` would say of a diagram of one of Mermaid's kinds that is not drawn; None of
    any other text."""
    if keyword_of(text.lstrip()[:_LONGEST_START]) in _drawn_keywords():
        return None
    try:
        source = clean(text[:MAX_CHARACTERS], path, line)
    except DiagramError:
        return None
    keyword = keyword_of(source.text)
    if keyword is None or keyword in _drawn_keywords():
        return None
    return _not_drawn(source, keyword).diagnostics[0]


@cache
def _drawn_keywords() -> frozenset[str]:
    return frozenset(drawn_keywords())


def _warn_of_icons(source: Source) -> None:
    """Note that icons are left out, once."""
    found = [*ICON.finditer(source.text), *_NODE_ICON.finditer(source.text)]
    if found:
        names = dict.fromkeys(f'"{icon[0].strip()[:40]}"' for icon in found)
        shown = ", ".join(list(names)[:MOST_ICONS]) + (", …" if len(names) > MOST_ICONS else "")
        message = f"icons are not drawn: {shown} left out; say it in words"
        source.warn(min(icon.start() for icon in found), message, "icon-left-out")


def drawn_keywords() -> list[str]:
    """The words that begin a diagram of a kind that is drawn."""
    from pkgutil import iter_modules

    from diagramkit.mermaid import kinds

    present = {module.name for module in iter_modules(kinds.__path__)}
    return [word for word, kind in KINDS.items() if kind in present]


def _drawn() -> str:
    """One word for each kind that is drawn, for a message."""
    plain = {KINDS[word]: word for word in reversed(drawn_keywords()) if "-" not in word}
    return ", ".join(sorted(plain.values()))


def _not_drawn(source: Source, keyword: str) -> DiagramError:
    message = f'diagrams of the kind "{keyword}" are not drawn; those that are: {_drawn()}'
    return source.error(0, message, "undrawn")


def _no_kind(source: Source) -> DiagramError:
    from diagramkit.mermaid.text import nearest

    words = source.text.split(maxsplit=1)
    if not words:
        return source.error(0, f"no diagram; expected one that begins with {_drawn()}")
    if words[0].startswith("---"):
        message = 'front matter that is not closed; expected a line "---" after it'
        return source.error(0, message, "mermaid-config")
    hint = nearest(words[0], list(KINDS)) or f"; expected one of {_drawn()}"
    return source.error(0, f'"{words[0][:40]}" begins no diagram{hint}', "mermaid-kind")
