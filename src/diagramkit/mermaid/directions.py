"""Lines that set a direction: `direction LR`.

To Mermaid a whole line is one such word, whatever stands before and after it; of several
directions in a line the one that its grammar tries first counts, not the one that comes first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diagramkit.mermaid.text import WHITE


class Directions:
    """The directions of a text, asked for from its beginning on.

    `order` holds the words that are directions, in the order in which Mermaid tries them.
    `ignore_case`: whether its grammar of this kind takes small and capital letters alike.
    `waiting` has those that may come yet, the next one last.
    """

    def __init__(self, text: str, order: Sequence[str], *, ignore_case: bool = False) -> None:
        self._text = text
        self._order = order
        flags = re.IGNORECASE | re.ASCII if ignore_case else re.NOFLAG
        pattern = re.compile(rf"direction{WHITE}+({'|'.join(order)})", flags)
        self.waiting = list(pattern.finditer(text))
        self.waiting.reverse()

    def at(self, place: int) -> tuple[str, int] | None:
        """The direction of the line from `place` on and the end of that line, if it has one.

        No place is asked for that comes before one that was asked for already.
        """
        waiting = self.waiting
        while waiting and waiting[-1].start() < place:
            waiting.pop()
        if not waiting:
            return None
        line_end = self._text.find("\n", place)
        if 0 <= line_end < waiting[-1].start():
            return None
        found: dict[str, re.Match[str]] = {}
        for match in reversed(waiting):
            if 0 <= line_end < match.start():
                break
            found[match[1].upper()] = match
        word = next(word for word in self._order if word in found)
        end = self._text.find("\n", found[word].end())
        return word, end if end >= 0 else len(self._text)
