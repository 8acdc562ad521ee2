"""What a source says of looks, of links and of the diagram as a whole."""

from __future__ import annotations

import re

from diagramkit.mermaid.address import safe_address
from diagramkit.mermaid.declarations import declarations
from diagramkit.mermaid.kinds.flowchart.model import Style
from diagramkit.mermaid.kinds.state.messages import expected_here
from diagramkit.mermaid.kinds.state.scanner import Scanner
from diagramkit.mermaid.label import without_quotes, words
from diagramkit.mermaid.limits import check_looks
from diagramkit.mermaid.text import WHITE

_CLASS_NAME = re.compile(rf"(?!default{WHITE})(\w+){WHITE}+([^\n]*)", re.IGNORECASE | re.ASCII)
_CLASS = re.compile(rf"(\w+(?:,{WHITE}*\w+)*)([^\n]*)", re.ASCII)
_STYLE = re.compile(rf"([\w,]+){WHITE}+([^\n]*)", re.ASCII)


class Looks:
    """Classes, styles and links by the names of states, whether or not there are such states."""

    def __init__(self) -> None:
        self.title = ""
        self.description = ""
        self.class_styles: dict[str, Style] = {}
        self.styles: dict[str, Style] = {}
        self.classes: dict[str, list[str]] = {}
        self.links: dict[str, tuple[str | None, str]] = {}
        """The address of each state and the words that are shown over it."""


def read_class_definition(scanner: Scanner, looks: Looks) -> None:
    """`classDef name fill:#fff,stroke:#333`; Mermaid has no default class here."""
    scanner.take()
    found = scanner.take_match(_CLASS_NAME)
    if found is None:
        raise expected_here(scanner, "the name of a class, other than default, and a style")
    style = _declarations(found[2])
    looks.class_styles[found[1]] = looks.class_styles.get(found[1], ()) + style


def read_class(scanner: Scanner, looks: Looks) -> None:
    """`class A, B name`."""
    scanner.take()
    found = scanner.take_match(_CLASS)
    if found is None:
        raise expected_here(scanner, "the names of states and a class")
    scanner.source.mention(*found.span(1), ",")
    names, classes = found[1].split(","), found[2].split()
    check_looks(scanner.source, names, classes, found.start())
    for name in names:
        looks.classes.setdefault(name.strip(), []).extend(classes)


def read_style(scanner: Scanner, looks: Looks) -> None:
    """`style A,B fill:#fff`; a later one takes the place of the first."""
    scanner.take()
    found = scanner.take_match(_STYLE)
    if found is None:
        raise expected_here(scanner, "the name of a state and a style")
    scanner.source.mention(*found.span(1), ",")
    looks.styles.update(dict.fromkeys(found[1].split(","), _declarations(found[2])))


def _declarations(text: str) -> Style:
    return declarations(text.replace(";", "").split(","))


def read_click(scanner: Scanner, looks: Looks) -> None:
    """`click A "https://…" "words"`, `click A href "https://…"`."""
    scanner.take()
    token = scanner.need(("id", "edge"), "the name of a state")
    scanner.source.mention(token.start, token.end)
    if scanner.take_if("separator"):
        scanner.need("id", "the name of a class")
    if scanner.take_if("href"):
        address, tooltip = scanner.need("string", "an address in double quotes").text, ""
    else:
        address = scanner.need("string", 'an address in double quotes or "href"').text
        tooltip = scanner.need("string", "words to show, in double quotes").text
    scanner.need(("newline", "eof"), "the end of the line")
    shown = words(without_quotes(tooltip))
    looks.links[token.text] = (safe_address(without_quotes(address)), shown)
