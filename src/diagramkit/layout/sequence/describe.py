"""A sequence diagram in words, for readers who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Series

from diagramkit.mermaid.kinds.sequence.model import Fragment, Item, Message, Sequence

SHOWN = 24
"""So many messages are told; the rest is counted."""


def describe(sequence: Sequence) -> str:
    """Who takes part, and the messages in source order: `Client to Router: prompt`."""
    names = {each.id: _flat(each.text) or each.id for each in sequence.participants}
    messages = list(_messages(sequence.items))
    told = "; ".join(_told(message, names) for message in messages[:SHOWN])
    more = f"; and {len(messages) - SHOWN} more" if len(messages) > SHOWN else ""
    people = ", ".join(list(names.values())[:SHOWN])
    return f"Sequence of {len(messages)} messages between {people}. {told}{more}.".replace(
        " ..", "."
    )


def titled(name: str) -> str:
    """The title of a drawing that has none: its name in words."""
    words = name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "Sequence diagram"


def _told(message: Message, names: dict[str, str]) -> str:
    ends = f"{names[message.source]} to {names[message.target]}"
    words = _flat(message.text)
    return f"{ends}: {words}" if words else ends


def _messages(items: Series[Item]) -> Iterator[Message]:
    for item in items:
        if isinstance(item, Message):
            yield item
        elif isinstance(item, Fragment):
            for section in item.sections:
                yield from _messages(section.items)


def _flat(text: str) -> str:
    return " ".join(text.split())
