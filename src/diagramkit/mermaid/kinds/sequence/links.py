"""`link`, `links`, `properties` and `details` of a participant: addresses are kept, no more."""

from __future__ import annotations

import json

from diagramkit.mermaid.address import safe_address
from diagramkit.mermaid.kinds.sequence.builder import Builder
from diagramkit.mermaid.kinds.sequence.scanner import Scanner
from diagramkit.mermaid.kinds.sequence.signals import read_actor, read_said
from diagramkit.mermaid.label import plain_words


def read_link(scanner: Scanner, builder: Builder) -> None:
    """`link A: Words @ https://example.org`."""
    name, text = _about(scanner, builder)
    words, _, address = text.partition("@")
    _add(builder, name, {words: address})


def read_links(scanner: Scanner, builder: Builder) -> None:
    """`links A: {"Words": "https://example.org"}`; what is no JSON says nothing, as in Mermaid."""
    name, text = _about(scanner, builder)
    try:
        links = json.loads(text)
    except (ValueError, RecursionError):
        return
    if isinstance(links, dict):
        _add(builder, name, {words: str(address) for words, address in links.items()})


def read_other(scanner: Scanner, builder: Builder) -> None:
    """`properties A: …`, `details A: …`: they say nothing that is drawn."""
    _about(scanner, builder)


def _about(scanner: Scanner, builder: Builder) -> tuple[str, str]:
    """The participant that a statement is about, and what it says."""
    scanner.take()
    mention = read_actor(scanner)
    text = read_said(scanner)
    builder.cast.mention(mention)
    return mention.name, text


def _add(builder: Builder, name: str, links: dict[str, str]) -> None:
    safe = {plain_words(words): safe_address(address) for words, address in links.items()}
    builder.cast.add_links(name, {words: link for words, link in safe.items() if link})
