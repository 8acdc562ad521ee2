"""Which role or category each class of a repository, and each colour of its styles, stands for.

A class takes the role that most speaks for, by its name and its use first. Roles tell boxes apart
so far as their owners do: classes that stand side by side in different paints, and would take the
same role, are of equal rank, and become categories, the same everywhere. So are colours of `style`
and `linkStyle` statements that come again in another diagram. Where more stand side by side than
there are categories, the rest become `secondary` and `note`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from diagramkit.diagnostics import counted
from diagramkit.sync.look import CATEGORIES, ROLES
from diagramkit.sync.survey import ChartSurvey, Survey
from diagramkit.sync.witnesses import BY_NAME, testimonies
from diagramkit.theme.paints import Paint

# Of equals, the role that claims least attention.
_ORDER = ("secondary", "note", "primary", "accent")
_SPARE = ("secondary", "note")
# What a box without a class and a style is.
_PLAIN = ""
# Beyond so many classes and colours in one diagram nothing can tell them apart.
_MOST = 60
_NAMED = 3
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """The role proposed for a class or a colour, and what speaks for it."""

    role: str
    reasons: tuple[str, ...]
    is_named: bool = False
    """Whether the name of a class speaks for it."""


def vocabulary(survey: Survey) -> dict[str, Choice]:
    """The roles of classes and colours, in alphabetical order; those that cannot have one of their
    own are left out."""
    return _Vocabulary(survey).choices()


class _Vocabulary:
    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.keys = _keys(survey)
        self.sizes: Counter[str] = Counter()
        self.beside: dict[str, set[str]] = defaultdict(set)
        self.lines = {self.keys[paint] for paint in survey.lines if paint in self.keys}
        self.frames: set[str] = set()
        self.painted = {name for name in survey.classes if survey.classes[name].styles}
        self.painted = set(filter(_is_free, self.painted))
        for chart in survey.charts:
            self._note(chart)

    def choices(self) -> dict[str, Choice]:
        """Roles first, then categories for what is of equal rank."""
        wanted = {
            name: self._wanted(name) for name in sorted(self.survey.classes) if _is_free(name)
        }
        taken = {
            name: choice
            for name, choice in wanted.items()
            if name not in self.frames and not self._has_equals(name, choice.role, wanted)
        }
        equals = [name for name in wanted if name not in taken]
        colors = [key for key in self.sizes if key.startswith("#")]
        for name in sorted([*equals, *colors], key=lambda each: (-self.sizes[each], each)):
            if free := self._free(name, taken):
                taken[name] = Choice(free, (self._rank(name, wanted),))
        return dict(sorted(taken.items()))

    def _note(self, chart: ChartSurvey) -> None:
        """Who stands beside whom in a diagram, in another paint."""
        there = [(name, paint) for name, paint in chart.classes.items()]
        there += [(self.keys[each], each) for each in sorted(chart.own) if each in self.keys]
        there += [(self.keys[each], each) for each in sorted(chart.lines) if each in self.keys]
        there = [*([(_PLAIN, ())] if chart.has_plain else []), *there[:_MOST]]
        self.sizes.update(name for name, _ in there if name)
        self.frames |= chart.framed
        self.frames |= {self.keys[paint] for paint in chart.framed_paints if paint in self.keys}
        for name, paint in there:
            for other, otherwise in there:
                if name != other and paint != otherwise:
                    self.beside[name].add(other)

    def _wanted(self, name: str) -> Choice:
        """The role that most speaks for."""
        found = self.survey.classes[name]
        weights: dict[str, float] = dict.fromkeys(_ORDER, 0.0)
        reasons: dict[str, list[str]] = {role: [] for role in _ORDER}
        for role, weight, reason in testimonies(name, found, self.survey, self._colors(name)):
            weights[role] += weight
            reasons[role].append(reason)
        role = max(_ORDER, key=lambda each: weights[each])
        is_named = weights[role] >= BY_NAME
        return Choice(role, tuple(reasons[role]) or ("nothing else speaks",), is_named)

    def _colors(self, name: str) -> Iterator[str]:
        """The colours that stand beside a class."""
        for chart in self.survey.charts:
            if name in chart.classes:
                paints = [paint for other, paint in chart.classes.items() if other != name]
                yield from (c for paint in (*paints, *chart.own, *chart.lines) for c in paint if c)

    def _has_equals(self, name: str, role: str, wanted: dict[str, Choice]) -> bool:
        """Whether something beside a class in another paint would look the same, or is one of
        several that nothing but colour tells from it."""
        same = {other for other, choice in wanted.items() if choice.role == role}
        if self.beside[name] & (same | ({_PLAIN} if role == "primary" else set())):
            return True
        unnamed = {
            other for other in self.beside[name] & self.painted if not wanted[other].is_named
        }
        return name in self.painted and not wanted[name].is_named and len(unnamed) >= _SEVERAL

    def _free(self, name: str, taken: dict[str, Choice]) -> str | None:
        """The first category, or else role, that nothing beside it has."""
        there = {taken[other].role for other in self.beside[name] if other in taken}
        is_box = name not in self.lines and name not in self.frames
        allowed = (*CATEGORIES, *(_SPARE if is_box else ()))
        return next((each for each in allowed if each not in there), None)

    def _rank(self, name: str, wanted: dict[str, Choice]) -> str:
        if name.startswith("#"):
            return f"in styles of {counted(self.sizes[name], 'diagram')}"
        others = sorted(other for other in self.beside[name] if other in wanted)
        if name in self.frames and not others:
            return "a group is of it"
        more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
        return f"of equal rank with {', '.join(others[:_NAMED]) or 'boxes without a class'}{more}"


def _is_free(name: str) -> bool:
    return name not in (*ROLES, *CATEGORIES, "default")


def _keys(survey: Survey) -> dict[Paint, str]:
    """The colour that each paint of styles is known by, if it has one of its own and comes again,
    or stands beside more than there are categories."""
    paints = survey.own + survey.lines
    owners: dict[str, set[Paint]] = defaultdict(set)
    for paint in (*paints, *(each for chart in survey.charts for each in chart.classes.values())):
        for color in paint:
            owners[color].add(tuple(filter(None, paint)))
    crowded = _crowded(survey.charts)
    found: dict[Paint, str] = {}
    for paint, count in paints.items():
        single = [color for color in paint if color and len(owners[color]) == 1]
        if single and (count > 1 or paint in crowded):
            found[paint] = single[0]
    return found


def _crowded(charts: Iterable[ChartSurvey]) -> set[Paint]:
    found: set[Paint] = set()
    for chart in charts:
        paints = {*chart.own, *filter(None, chart.classes.values())}
        if len(paints) > len(CATEGORIES):
            found |= chart.own
        if len(chart.lines) > len(CATEGORIES):
            found |= chart.lines
    return found
