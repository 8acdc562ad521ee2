"""`%% diagram: critical 3-5` in a sequence diagram: messages by their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.sequence.model import Fragment, Item, Message

DIAGRAM = """sequenceDiagram
A->>B: 1
Note over A: no message
alt x
B->>C: 2
loop y
C-->>B: 3
end
else z
B->>A: 4
end
A->>A: 5
"""


def messages(items: Iterable[Item]) -> Iterator[Message]:
    for item in items:
        if isinstance(item, Message):
            yield item
        elif isinstance(item, Fragment):
            for section in item.sections:
                yield from messages(section.items)


def critical(text: str) -> list[str]:
    return [each.text for each in messages(parse(text).items) if each.is_critical]


@pytest.mark.parametrize(
    ("comments", "numbers"),
    [
        ("", []),
        ("%% diagram: critical 3", ["3"]),
        ("%%diagram:critical 2-4", ["2", "3", "4"]),
        ("%% diagram: critical 1, 4-5", ["1", "4", "5"]),
        ("%% diagram: critical 1 - 2,2-3 , 3", ["1", "2", "3"]),
        ("%% diagram: critical 1-5, 2", ["1", "2", "3", "4", "5"]),
        ("%% diagram: critical 5\n%% diagram: critical 1", ["1", "5"]),
        ("%% diagram: an overview", []),
    ],
)
def test_messages_are_counted_from_one_over_the_whole_diagram(
    comments: str, numbers: list[str]
) -> None:
    assert critical(DIAGRAM + comments) == numbers


def test_the_comment_may_come_before_the_diagram() -> None:
    assert critical(f"%% diagram: critical 2\n{DIAGRAM}") == ["2"]


def test_the_numbers_are_not_those_that_are_shown() -> None:
    assert critical("sequenceDiagram\nautonumber 3\nA->>B: a\n%% diagram: critical 1") == ["a"]


@pytest.mark.parametrize(
    ("numbers", "column", "message"),
    [
        ("6", 22, "no message has the number 6; they are counted from 1 to 5"),
        ("1, 4-6", 25, "no message has the number 6; they are counted from 1 to 5"),
        ("0", 22, "expected the number of a message, counted from 1"),
        ("3-2", 22, "expected the number of a message, counted from 1"),
        ("2,", 24, "expected the number of a message, counted from 1"),
        ("", 22, "expected the number of a message, counted from 1"),
        ("A --> B", 22, "expected the number of a message, counted from 1"),
        ("1.5", 22, "expected the number of a message, counted from 1"),
        ("12345678901", 22, "expected the number of a message, counted from 1"),
    ],
)
def test_a_number_that_is_none_is_an_error(numbers: str, column: int, message: str) -> None:
    with pytest.raises(DiagramError) as caught:
        parse(f"{DIAGRAM}%% diagram: critical {numbers}", "a.mmd")
    (found,) = caught.value.diagnostics
    assert str(found.location) == f"a.mmd:13:{column}"
    assert found.message.startswith(message)


def test_without_messages_no_number_is_one() -> None:
    with pytest.raises(DiagramError, match="no message has the number 1; there is none"):
        parse("sequenceDiagram\nNote over A: x\n%% diagram: critical 1")
