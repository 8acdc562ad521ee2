"""A sequence diagram in words, for readers who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Series

from diagramkit.diagnostics import counted
from diagramkit.layout.description import flat, tell
from diagramkit.mermaid.kinds.sequence.model import Fragment, Item, Message, Sequence


def describe(sequence: Sequence) -> str:
    """Who takes part, and the messages in source order: `Client to Router: prompt`."""
    names = {each.id: flat(each.text) or each.id for each in sequence.participants}
    told = [_told(message, names) for message in _messages(sequence.items)]
    opening = (
        f"Sequence of {counted(len(told), 'message', 'messages')} between "
        f"{counted(len(names), 'participant', 'participants')}"
    )
    return tell(opening, told, names.values())


def _told(message: Message, names: dict[str, str]) -> str:
    ends = f"{names[message.source]} to {names[message.target]}"
    words = flat(message.text).rstrip(".")
    return f"{ends}: {words}" if words else ends


def _messages(items: Series[Item]) -> Iterator[Message]:
    for item in items:
        if isinstance(item, Message):
            yield item
        elif isinstance(item, Fragment):
            for section in item.sections:
                yield from _messages(section.items)
