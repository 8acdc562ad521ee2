"""What speaks for a role of a class: the meaning of its name, its use, and last its colour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from diagramkit.color import plain
from diagramkit.sync.survey import ClassSurvey, Survey

_WORDS = {
    "accent": (
        "accent alert bad bottleneck breach broken critical danger error fail failed failure "
        "fault focus highlight hot important invalid key loss lost risk special unsafe urgent "
        "warn warning wrong"
    ),
    "note": (
        "aside caption caveat comment detail disabled example external faded ghost grey gray "
        "hint info inactive label legend meta muted note optional quiet remark requirement "
        "side subtle tip todo"
    ),
    "primary": (
        "actor app client core done end entry final finish goal input main master model output "
        "primary question result root server source start system target title user"
    ),
    "secondary": (
        "action agent cache compute data database db decision disk file forward gateway helper "
        "layer library link memory module network normal object proc process queue secondary "
        "service stage state step storage store sub switch task test tool transform update worker"
    ),
}
_ROLE_OF_WORD = {word: role for role, words in _WORDS.items() for word in words.split()}


BY_NAME = 3.0
BY_USE = 1.0
BY_COLOR = 0.75
# A word for the critical path names a class that is used sparingly.
_RARE = 0.25
# OKLCH: red hues, the chroma below which a colour is grey, and the one from which it is loud.
_RED = (0, 38)
_GREY = 0.04
_LOUD = 0.1

Testimony = tuple[str, float, str]
"""A role, how much speaks for it, and what does."""


def testimonies(
    name: str, found: ClassSurvey, survey: Survey, beside: Iterable[str]
) -> Iterator[Testimony]:
    """What speaks for roles of a class; `beside` are the other colours of its diagrams."""
    rare = found.nodes <= _RARE * survey.nodes
    for word in _words(name):
        role = _ROLE_OF_WORD.get(word)
        if role and (role != "accent" or rare):
            yield role, BY_NAME, f'"{word}" in its name'
            break
    if found.nodes:
        if found.starts == found.nodes:
            yield "primary", BY_USE, "flows begin with it"
        elif found.ends == found.nodes and found.starts == 0:
            yield "note", BY_USE * 0.5, "nothing follows it"
        elif found.starts == found.ends == 0:
            yield "secondary", BY_USE, "it stands between others"
    yield from _by_color(found.style, rare, beside)


def _words(name: str) -> list[str]:
    """`hotClass` and `hot_nodes` as words, in lower case and in the singular."""
    words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)
    return [form for word in words for form in (word.lower(), word.lower().removesuffix("s"))]


def _by_color(style: dict[str, str], rare: bool, beside: Iterable[str]) -> Iterator[Testimony]:
    if "stroke-dasharray" in style:
        yield "note", BY_COLOR, "its border is dashed"
    color = plain(style.get("stroke", "")) or plain(style.get("fill", ""))
    if not color:
        return
    chroma, hue = hue_of(color)
    if chroma < _GREY:
        yield "note", BY_COLOR * 0.5, f"{color} is grey"
    elif _RED[0] <= hue <= _RED[1] and rare and not any(map(is_loud, beside)):
        yield "accent", BY_COLOR, f"{color} is the only loud colour, and red"


def is_loud(color: str) -> bool:
    """Whether a colour is loud, and not red."""
    chroma, hue = hue_of(color)
    return chroma >= _LOUD and not _RED[0] <= hue <= _RED[1]


@lru_cache(maxsize=4096)
def hue_of(color: str) -> tuple[float, float]:
    """The chroma and the hue of a colour, as OKLCH has them."""
    from coloraide import Color

    lch = Color(color).convert("oklch")
    return lch["chroma"], lch["hue"]
