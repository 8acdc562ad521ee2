"""`autonumber`: the numbers before the words of messages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Numbering:
    """The number of the next message and the step to the one after, in hundredths: a number in
    the source has two decimals at most."""

    is_always_shown: bool = False
    is_shown: bool = False
    next: int = 100
    step: int = 100

    def begin(self, start: int | None = None, step: int | None = None) -> None:
        """Show numbers from here on; with a start alone the step is 1.

        What is left out or zero stays as it was, as in Mermaid.
        """
        if start is not None:
            self.step = 100 if step is None else step or self.step
        self.next = start or self.next
        self.is_shown = True

    def take(self) -> str:
        """The number of a message, or nothing where none is shown; hidden ones count too."""
        number = self.next
        self.next += self.step
        return _written(number) if self.is_shown or self.is_always_shown else ""


def _written(hundredths: int) -> str:
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02}".rstrip("0") if rest else str(whole)
