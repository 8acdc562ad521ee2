"""Which theme a repository is nearest to, and which role each of its classes plays.

A class is judged by three witnesses: the meaning of its name, its use in the graph, and its
colour. Each gives weight to roles; the heaviest role is proposed, with the witnesses that spoke
for it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from diagramkit.sync.look import ROLES
from diagramkit.sync.survey import ClassSurvey, Survey
from diagramkit.theme.model import MODES, ModeName, Theme, tokens

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

_BY_NAME = 3.0
_BY_COLOR = 2.0
_BY_USE = 1.0
# A word for the critical path names a class that is used sparingly.
_RARE = 0.25
# OKLCH: red hues, and the chroma below which a colour is grey.
_RED = (0, 38)
_GREY = 0.04


@dataclass(frozen=True, slots=True)
class Choice:
    """The role proposed for a class, and what speaks for it."""

    role: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """The theme and its mode, how many of the colours found are its own, and the map."""

    theme: str
    mode: ModeName
    known: int
    counted: int
    classes: dict[str, Choice]

    @property
    def mapping(self) -> dict[str, str]:
        """The role of each class."""
        return {name: choice.role for name, choice in self.classes.items()}


def propose(survey: Survey, themes: Iterable[Theme]) -> Proposal:
    """What `themes`, best first where nothing tells them apart, and roles fit a repository."""
    colors = survey.colors + survey.drawing_colors
    scores = [
        (sum(colors[color] for color in _colors(theme, mode)), theme.name, mode)
        for theme in themes
        for mode in MODES
    ]
    known, theme_name, mode = max(scores, key=lambda score: score[0])
    classes = {
        name: _choice(name, found, survey)
        for name, found in sorted(survey.classes.items())
        if name not in (*ROLES, "default")
    }
    return Proposal(theme_name, mode, known, colors.total(), classes)


def _colors(theme: Theme, mode: ModeName) -> set[str]:
    return {
        str(value).upper()
        for path, value in tokens(theme).items()
        if path.startswith(f"{mode}.") and str(value).startswith("#")
    }


def _choice(name: str, found: ClassSurvey, survey: Survey) -> Choice:
    weights: Counter[str] = Counter()
    reasons: dict[str, list[str]] = {role: [] for role in ROLES}
    for role, weight, reason in _witnesses(name, found, survey):
        weights[role] += weight  # type: ignore[assignment]
        reasons[role].append(reason)
    # Of equals, the role that claims least attention.
    order = ("secondary", "note", "primary", "accent")
    role = max(order, key=lambda each: weights[each])
    return Choice(role, tuple(reasons[role]) or ("nothing else speaks",))


def _witnesses(name: str, found: ClassSurvey, survey: Survey) -> Iterator[tuple[str, float, str]]:
    rare = found.nodes <= _RARE * survey.nodes
    for word in _words(name):
        role = _ROLE_OF_WORD.get(word)
        if role and (role != "accent" or rare):
            yield role, _BY_NAME, f'"{word}" in its name'
            break
    yield from _by_color(found.style, rare)
    if found.nodes:
        if found.starts == found.nodes:
            yield "primary", _BY_USE, "flows begin with it"
        elif found.ends == found.nodes and found.starts == 0:
            yield "note", _BY_USE * 0.5, "nothing follows it"
        elif found.starts == found.ends == 0:
            yield "secondary", _BY_USE, "it stands between others"


def _words(name: str) -> list[str]:
    """`hotClass` and `hot_nodes` as words, in lower case and in the singular."""
    words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)
    return [form for word in words for form in (word.lower(), word.lower().removesuffix("s"))]


def _by_color(style: dict[str, str], rare: bool) -> Iterator[tuple[str, float, str]]:
    if "stroke-dasharray" in style:
        yield "note", _BY_COLOR, "its border is dashed"
    color = style.get("stroke") or style.get("fill", "")
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", color):
        return
    from coloraide import Color

    lch = Color(color).convert("oklch")
    chroma, hue = lch["chroma"], lch["hue"]
    if chroma < _GREY:
        yield "note", _BY_COLOR * 0.5, f"{color} is grey"
    elif _RED[0] <= hue <= _RED[1] and rare:
        yield "accent", _BY_COLOR, f"{color} is red"
