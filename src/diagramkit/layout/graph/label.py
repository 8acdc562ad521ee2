"""The words of a box: which line is set how, and how much room they take."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from diagramkit.layout.words import (
    Label,
    Line,
    LineKind,
    line_height,
    line_style,
    set_words,
    spaced,
)
from diagramkit.mermaid.emphasis import emphasised
from diagramkit.mermaid.label import without_icons
from diagramkit.text import TextStyle, measure, unbroken
from diagramkit.text.styled import lines as split
from diagramkit.theme.model import Theme

# A line that ends so goes on in the next one: it is no title.
_CONTINUES = (",", "/", "-", "–", "&", "+", "·", "|", "(", "[", "=", "→", "×")
# So does one whose next line begins so.
_CONTINUED = ("+", "&", "(", "[", ",", ")", "]", "|", "·", "=", "×", "→")
_OPEN_WORDS = frozenset(
    (
        *("a", "an", "the", "and", "or", "nor", "but", "for", "of", "to", "in", "on", "at", "by"),
        *("with", "from", "into", "as", "is", "are", "be", "than", "that", "via", "per", "not"),
        *("if", "when", "while", "its", "their", "your", "our", "each", "every", "any", "all"),
    )
)
"""A phrase that ends with one of these goes on."""
_JOINING = frozenset(
    (
        *("and", "or", "nor", "but", "of", "than", "to", "into", "that", "which", "is", "are"),
        *("was", "were", "does", "do", "don't", "doesn't", "can", "can't", "cannot", "will"),
        *("won't", "has", "have", "must", "should", "may"),
    )
)
"""So does one before a line that begins with one of these."""
_HEADS = frozenset(
    (
        *(
            "Agent",
            "Balancer",
            "Broker",
            "Bus",
            "Cache",
            "Check",
            "Client",
            "Cluster",
            "Controller",
        ),
        *("Creation", "Database", "Engine", "Event", "Function", "Gateway", "Group", "Handler"),
        *("Job", "Layer", "Loop", "Manager", "Memory", "Message", "Model", "Module", "Network"),
        *("Node", "Packet", "Pipeline", "Platform", "Pod", "Pool", "Process", "Processor", "Proxy"),
        *("Queue", "Request", "Response", "Router", "Scheduler", "Server", "Service", "Set"),
        *("Stack", "Step", "Storage", "Store", "System", "Table", "Task", "Unit", "Worker"),
    )
)
"""What a compound in title case often ends with: a second line of one of these ends the name."""


_ITEM = re.compile(r"• |[*-] |\d{1,2}[.)] ")
"""What an item of a list begins with."""


def shown(text: str) -> str:
    """Words with spans in place of their marks of emphasis, which Mermaid reads in every label, and
    without names of icons."""
    if "fa" in text:
        text = without_icons(text)
    return emphasised(text) if "*" in text or "_" in text else text


def label(
    theme: Theme, text: str, *, role: str, compact: bool, width: float, decision: bool = False
) -> Label:
    """Set the words of a box.

    The first line is the title and the others are second lines, unless the box is a note (all
    lines alike) or the lines are one phrase (each ends or begins with a sign or a word that goes
    on: all lines are the title, of a critical box in compact type of its weight alone). Lines
    wider than `width` user units are wrapped. A list of two items or more is flush left, and none
    of it is a title.
    """
    lines: list[Line] = []
    source = split(shown(text))
    first = _first_item(source)
    for index, words in enumerate(source):
        kind = _kind(source[:first], index, role, decision, compact)
        made = wrapped(theme, words, kind, compact, width)
        lines += [replace(line, flush=True) for line in made] if index >= first else made
    return Label(spaced(theme, lines))


def titled_label(
    theme: Theme, title: str, kicker: str, detail: str, *, compact: bool, width: float
) -> Label:
    """Set the words of a box that are known apart: its title, a muted line below it, and sentences
    about it. Each may be empty."""
    kinds: tuple[tuple[LineKind, str], ...] = (
        ("title", title),
        ("body", kicker),
        ("note", detail),
    )
    return Label(
        spaced(
            theme,
            [
                line
                for kind, text in kinds
                if text
                for words in split(shown(text))
                for line in wrapped(theme, words, kind, compact, width)
            ],
        )
    )


def _first_item(source: list[str]) -> int:
    """The first line of the list that words end with, if they do: it has two items or more, and
    all that follows belongs to it."""
    items = [place for place, line in enumerate(source) if _ITEM.match(line)]
    return items[0] if len(items) > 1 else len(source)


def _kind(source: list[str], index: int, role: str, decision: bool, compact: bool) -> LineKind:
    if role == "note":
        return "note"
    if decision:
        return "decision"
    if index >= len(source):
        return "body"
    if len(source) > 1 and _is_one_phrase(source):
        # Such a box stands among notes, whose type it keeps.
        return "emphasis" if compact and role == "accent" else "title"
    return "title" if index == 0 else "body"


def _is_one_phrase(source: list[str]) -> bool:
    """Whether lines are one phrase that was broken for its width: each goes on in the next, each
    is a single word of it, or the second is the noun that a name in title case ends with."""
    if all(_goes_on(before, after) for before, after in pairwise(source)):
        return True
    rest = source[1:]
    if len(rest) == 1 and rest[0] in _HEADS and source[0][:1].isupper():
        return all(word[0].isupper() for word in source[0].split())
    return len(rest) > 1 and source[0].isalpha() and all(map(_is_plain_word, rest))


def _goes_on(before: str, after: str) -> bool:
    """Whether a line goes on in the next, by the sign or the word between the two."""
    if not before or not after:
        return False
    if before.endswith(_CONTINUES) or after.startswith(_CONTINUED):
        return True
    # A slash may begin an address, too.
    if after.startswith("/") and ("/" in before or after.startswith("/ ")):
        return True
    last, first = before.rsplit(maxsplit=1)[-1], after.split(maxsplit=1)[0]
    return last in _OPEN_WORDS or first in _JOINING


def _is_plain_word(line: str) -> bool:
    return line.isalpha() and line.islower()


def wrapped(theme: Theme, words: str, kind: LineKind, compact: bool, width: float) -> list[Line]:
    """Words of a kind in lines of at most `width` user units."""
    style = line_style(theme, kind, compact)
    room = _room(theme, words, style, width)
    return set_words(theme, words, kind, style, line_height(theme, kind), room)


def _room(theme: Theme, words: str, style: TextStyle, width: float) -> float:
    """The width that words are wrapped at: `width`, but no word is broken between two letters for
    less than the theme lets a box be wide."""
    if width >= theme.box.wrap:
        return width
    longest = max(measure(part, style) for part in unbroken(words, inner=True, lang=style.lang))
    return min(max(width, longest), theme.box.wrap)


def edge_label(theme: Theme, text: str, *, accent: bool, compact: bool, width: float) -> Label:
    """The words of an edge, set in the label style and wrapped at `width` user units; semi-bold
    on the critical path."""
    style = line_style(theme, "label", compact)
    if accent:
        style = style._replace(weight=theme.type.emphasis)
    return _plain(theme, text, "label", style, width)


def group_label(theme: Theme, text: str, compact: bool, width: float | None = None) -> Label:
    """The title of a group; without a `width` it may run twice as wide as words in a box."""
    room = 2 * theme.box.wrap if width is None else width
    return _plain(theme, text, "group", line_style(theme, "group", compact), room)


def _plain(theme: Theme, text: str, kind: LineKind, style: TextStyle, width: float) -> Label:
    height = line_height(theme, kind)
    return Label(
        tuple(
            line
            for words in split(shown(text))
            for line in set_words(
                theme, words, kind, style, height, _room(theme, words, style, width)
            )
            if line.text
        )
    )
