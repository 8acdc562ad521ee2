"""Inputs that are nearly right: lines and tokens moved, doubled, lost, made extreme."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

MOST = 20_000
"""Characters of an input: the documented limit of a diagram is 50,000."""
_TOKENS = re.compile(r"\w+|[^\w\s]|\s+")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
NUMBERS = (
    "0",
    "1",
    "-1",
    "2",
    "0.001",
    "7",
    "99",
    "1000",
    "1e9",
    "-1e308",
    "1e400",
    ".nan",
    "9" * 40,
)
ODD = (
    "\x00",
    "\ufeff",
    "\u202e",
    "\ud7ff",
    "é",
    "日本",
    "🙂",
    "\t",
    "\r",
    "\\",
    '"',
    "'",
    "`",
    "<b>",
    "&#35;",
)
ODD += (
    "%%{init: {}}%%",
    "---",
    ":::",
    "-->",
    "{{",
    "]]",
    "((",
    "\n\n",
    " : ",
    "[*]",
    "end",
    "::x",
    "##[y]",
)


def mutated(random: Random, seeds: Sequence[str]) -> str:
    """One of `seeds` with up to six mutations; short ones more often, of which more are tried in
    the same time."""
    text = min(random.choice(seeds), random.choice(seeds), key=len)
    for _ in range(random.choice((0, 1, 1, 2, 3, 6))):
        text = random.choice(_MUTATIONS)(random, text, seeds)
    return text[:MOST]


def _lines(change: Callable[[Random, list[str], Sequence[str]], None]) -> Callable[..., str]:
    def mutation(random: Random, text: str, seeds: Sequence[str]) -> str:
        lines = text.split("\n")
        change(random, lines, seeds)
        return "\n".join(lines)

    return mutation


def _lose(random: Random, lines: list[str], _seeds: Sequence[str]) -> None:
    start = random.randrange(len(lines))
    del lines[start : start + random.randint(1, 3)]


def _double(random: Random, lines: list[str], _seeds: Sequence[str]) -> None:
    start = random.randrange(len(lines))
    lines[start:start] = lines[start : start + random.randint(1, 4)] * random.choice((1, 2, 30))


def _move(random: Random, lines: list[str], _seeds: Sequence[str]) -> None:
    line = lines.pop(random.randrange(len(lines)))
    lines.insert(random.randint(0, len(lines)), line)


def _borrow(random: Random, lines: list[str], seeds: Sequence[str]) -> None:
    others = random.choice(seeds).split("\n")
    start = random.randrange(len(others))
    lines[random.randint(0, len(lines)) : 0] = others[start : start + random.randint(1, 5)]


def _indent(random: Random, lines: list[str], _seeds: Sequence[str]) -> None:
    start = random.randrange(len(lines))
    by = random.choice(("  ", "\t", "    " * 9, "> ", "- "))
    for place in range(start, min(len(lines), start + random.randint(1, 9))):
        lines[place] = by + lines[place] if random.random() < 0.7 else lines[place].lstrip()


def _tokens(random: Random, text: str, _seeds: Sequence[str]) -> str:
    tokens = _TOKENS.findall(text) or [""]
    for _ in range(random.randint(1, 4)):
        place = random.randrange(len(tokens))
        tokens[place] = random.choice(
            ("", tokens[place] * 2, random.choice(tokens), random.choice(ODD))
        )
    return "".join(tokens)


def _numbers(random: Random, text: str, _seeds: Sequence[str]) -> str:
    share = random.choice((0.05, 0.3, 1))
    return _NUMBER.sub(
        lambda found: random.choice(NUMBERS) if random.random() < share else found[0], text
    )


def _longer(random: Random, text: str, _seeds: Sequence[str]) -> str:
    place = random.randint(0, len(text))
    return (
        text[:place]
        + random.choice((*ODD, "word", "w")) * random.choice((3, 40, 3000))
        + text[place:]
    )


def _cut(random: Random, text: str, _seeds: Sequence[str]) -> str:
    return text[: random.randint(0, len(text))]


def _bits(random: Random, text: str, _seeds: Sequence[str]) -> str:
    signs = list(text) or [" "]
    for _ in range(random.randint(1, 8)):
        signs[random.randrange(len(signs))] = chr(
            random.choice((random.randrange(128), random.randrange(0xD800)))
        )
    return "".join(signs)


_MUTATIONS: tuple[Callable[..., str], ...] = (
    *map(_lines, (_lose, _double, _move, _borrow, _indent)),
    _tokens,
    _tokens,
    _numbers,
    _longer,
    _cut,
    _bits,
)
