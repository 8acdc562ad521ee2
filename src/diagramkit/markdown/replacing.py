"""Blocks of a page replaced: the whole block by a line, or its diagram by another text."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from diagramkit.markdown.block import BYTE_ORDER_MARK, Block, Lines
from diagramkit.markdown.elements import pieces


def replace_blocks(text: str, blocks: Sequence[Block], replacements: Sequence[str]) -> str:
    """`text` with each of `blocks`, in order, replaced by the line of the same number.

    The new line gets an empty line on a side where text touched the fence, for a fence stands
    apart by itself and an inline picture does not. Nothing else changes. Raises `ValueError` when
    the two sequences differ in length.
    """
    parts = []
    position = 0
    for block, replacement in zip(blocks, replacements, strict=True):
        parts += [text[position : block.start], _apart(text, block, replacement)]
        position = block.end
    return "".join([*parts, text[position:]])


def _apart(text: str, block: Block, replacement: str) -> str:
    line_end = "\r\n" if "\r\n" in text[block.start : block.end + 2] else "\n"
    quote = block.prefix.rstrip()
    line_start = text.rfind("\n", 0, block.start) + 1
    above = text[text.rfind("\n", 0, max(0, line_start - 1)) + 1 : line_start]
    # On the line of a list marker there is nothing above to touch.
    begins_line = text[line_start : block.start].lstrip(BYTE_ORDER_MARK) == block.prefix
    lead = line_end + block.prefix if begins_line and _has_words(above) else ""
    below_start = text.find("\n", block.end) + 1
    below_end = text.find("\n", below_start)
    below = text[below_start : below_end if below_end >= 0 else None] if below_start else ""
    return lead + replacement + (line_end + quote if _has_words(below) else "")


def _has_words(line: str) -> bool:
    return bool(line.strip("> \t\r\n" + BYTE_ORDER_MARK))


def rewrite_blocks(text: str, blocks: Sequence[Block], diagrams: Sequence[str]) -> str:
    """`text` with the diagram of each of `blocks`, in order, replaced by another.

    Each is put in the form of its block: behind quote marks and indentation, with the line ends
    of the page, with entities in an element. Lines that stay the same keep every byte, and so
    does everything outside of the blocks. Raises `ValueError` when the two sequences differ in
    length.
    """
    parts = []
    position = 0
    for block, diagram in zip(blocks, diagrams, strict=True):
        if diagram != block.text:
            begin, end = block.body
            parts += [text[position:begin], _Body(text, block).rewritten(diagram)]
            position = end
    return "".join([*parts, text[position:]])


class _Body:
    """The lines of a block as they are written, beside those of its diagram."""

    def __init__(self, text: str, block: Block) -> None:
        begin, end = block.body
        inside = text[begin:end]
        lines = [line for line in Lines(inside) if line.after > line.start]
        self.raw = [inside[line.start : line.end] for line in lines]
        self.ends = [inside[line.end : line.after] for line in lines]
        self.old = _rows(block.text)
        self.block = block
        self.is_element = block.shape == "element"
        before = next(filter(text[:begin].endswith, ("\r\n", "\n", "\r")), "")
        self.line_end = next(filter(None, self.ends), before or "\n")
        # The opening of a fence may be the last line of its page, without an end.
        self.is_open = bool(before) or self.is_element or begin == block.start

    def rewritten(self, diagram: str) -> str:
        new = _rows(diagram)
        kept = _kept(self.old, new)
        taken = set(kept.values())
        above = -1
        written = []
        for number, row in enumerate(new):
            is_changed = above + 1 < len(self.old) and above + 1 not in taken
            if number in kept:
                above = kept[number]
                written.append((self.raw[above], self.ends[above]))
            elif is_changed:
                above += 1
                written.append((self._changed(above, row), self.ends[above]))
            else:
                written.append((self._added(above, row), self.line_end))
        return ("" if self.is_open else self.line_end) + self._joined(written)

    def _joined(self, written: Sequence[tuple[str, str]]) -> str:
        if not written:
            return ""
        last = self.ends[-1] if self.ends else self.line_end * (not self.is_element)
        inner = [row + (end or self.line_end) for row, end in written[:-1]]
        return "".join([*inner, written[-1][0], last])

    def _changed(self, number: int, new: str) -> str:
        """A line that says something else now: what it shares with the new one stays."""
        old, signs = self.old[number].lstrip(" \t"), self._signs(number)
        behind = len(signs) - len(old)
        if not old or "".join(shown for _, shown in signs[behind:]) != old:
            return self._added(number, new)
        lead = "".join(raw for raw, _ in signs[:behind])
        indent = self.old[number][: -len(old)]
        words = new.lstrip(" \t")
        if not lead.endswith(indent) or not words:
            return self._added(number, new)
        lead = lead[: len(lead) - len(indent)] + new[: len(new) - len(words)]
        return lead + self._merged(signs[behind:], old, words)

    def _merged(self, signs: Sequence[tuple[str, str]], old: str, new: str) -> str:
        head = _shared(old, new)
        tail = _shared(old[head:][::-1], new[head:][::-1])
        first = "".join(raw for raw, _ in signs[:head])
        last = "".join(raw for raw, _ in signs[len(signs) - tail :])
        return first + self._encoded(new[head : len(new) - tail]) + last

    def _added(self, above: int, new: str) -> str:
        """A new line below another, led in like it."""
        lead = self._lead(above)
        return lead + self._encoded(new) if new.strip() else (lead + new).rstrip(" \t")

    def _lead(self, above: int) -> str:
        """What stands before the diagram in the lines of the block, nearest to one of them."""
        near = [*range(min(above, len(self.old) - 1), -1, -1), *range(above + 1, len(self.old))]
        for number in near:
            old, raw = self.old[number], self.raw[number]
            words = len(old.lstrip(" \t"))
            if not words:
                continue
            signs = self._signs(number)
            lead = "".join(shown for _, shown in signs[: len(signs) - words])
            lead = lead.removesuffix(old[: len(old) - words])
            is_whole = _columns(lead) >= _columns(self.block.prefix) and raw.startswith(lead)
            return lead if is_whole else self.block.prefix
        return self.block.prefix

    def _signs(self, number: int) -> list[tuple[str, str]]:
        """The characters of a line: as each is written, and as the diagram has it."""
        raw = self.raw[number]
        if self.is_element:
            return list(pieces(raw))
        return [(sign, "\ufffd" if sign == "\0" else sign) for sign in raw]

    def _encoded(self, text: str) -> str:
        return html.escape(text, quote=False) if self.is_element else text


def _columns(lead: str) -> int:
    return len(lead.expandtabs(4))


def _rows(text: str) -> list[str]:
    rows = text.split("\n")
    return rows if rows[-1] else rows[:-1]


def _kept(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """The lines of `new` that are lines of `old`: number by number, in order.

    Lines that each has once are held to be the same (patience diff), and from those on, and from
    both ends, all that are alike.
    """
    counts = Counter(old), Counter(new)
    where = {row: number for number, row in enumerate(old)}
    fixed = [(-1, -1)]
    for number, row in enumerate(new):
        if counts[0][row] == counts[1][row] == 1 and where[row] > fixed[-1][1]:
            fixed.append((number, where[row]))
    kept = dict(fixed[1:])
    for (above, old_above), (below, old_below) in pairwise([*fixed, (len(new), len(old))]):
        inner, old_inner = new[above + 1 : below], old[old_above + 1 : old_below]
        head = _shared(old_inner, inner)
        tail = _shared(old_inner[head:][::-1], inner[head:][::-1])
        kept |= {above + number: old_above + number for number in range(1, head + 1)}
        kept |= {below - number: old_below - number for number in range(1, tail + 1)}
    return kept


def _shared(first: Sequence[str], second: Sequence[str]) -> int:
    """How many items at the beginning of two sequences are the same."""
    pairs = enumerate(zip(first, second, strict=False))
    least = min(len(first), len(second))
    return next((number for number, (one, other) in pairs if one != other), least)
