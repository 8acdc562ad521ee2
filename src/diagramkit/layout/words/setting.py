"""Words set in lines: wrapped at a width, each stretch in its own style."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from diagramkit.layout.words.label import LOWERED, RAISED, SCRIPT, Line, LineKind, Run
from diagramkit.text import TextStyle, measure, wrap
from diagramkit.text.styled import Span, cut, spans_of, styled
from diagramkit.text.wrap import HYPHEN
from diagramkit.theme.model import Theme

if TYPE_CHECKING:
    from diagramkit.layout.words.formula import SetFormula

FORMULA = "$$"
SMALLEST = 12.0
"""Code and scripts are smaller than the words around them, but no smaller than this."""
MEDIUM = 500
"""The weight of emphasis: the house style has no italics."""
SCRIPT_ROOM = 0.08
"""How much higher a line is for scripts above it, and for those below it, as a share of its size:
those of two lines do not meet."""
CODE_IS_WIDER = 1.1
"""How much more room letters of one width take, at most, than those of the words around them."""


def set_words(
    theme: Theme,
    text: str,
    kind: LineKind,
    style: TextStyle,
    height: float,
    width: float,
    *,
    formula: str = FORMULA,
) -> list[Line]:
    """One paragraph in lines of at most `width` user units, `height` apart.

    Words with a formula, which stands between two signs `formula`, stay in one line; what is no
    formula that can be set stays as it is written.
    """
    if whole := _with_formulas(theme, text, kind, style, height, formula):
        return [whole]
    kinds = {span.kind for span in spans_of(text)}
    if kinds and set_width(theme, text, style) <= width:
        return [_line(theme, text, kind, style, height)]
    widest = widest_style(theme, text, style)
    if "code" in kinds:
        width /= CODE_IS_WIDER
    made: list[Line] = []
    place = 0
    for words in wrap(text, widest, width):
        # Nothing but spaces is lost where a line breaks.
        is_hyphenated = words.endswith(HYPHEN) and str(text).find(words, place) < 0
        length = len(words) - is_hyphenated
        place = max(place, str(text).find(words[:length], place))
        part = cut(text, place, place + length) if kinds else words[:length]
        part = _hyphened(part) if is_hyphenated else part
        made.append(_line(theme, part, kind, style, height))
        place += length
    return made


def _hyphened(part: str) -> str:
    """A part of a word with a hyphen that is set as the letter before it."""
    end = len(part)
    spans = (span._replace(end=span.end + (span.end == end)) for span in spans_of(part))
    return styled(part + HYPHEN, spans)


def widest_style(theme: Theme, text: str, style: TextStyle) -> TextStyle:
    """What words are set in, or the boldest of their stretches."""
    if any(span.kind in ("strong", "emphasis") for span in spans_of(text)):
        return style._replace(weight=max(style.weight, theme.type.emphasis))
    return style


def set_width(theme: Theme, text: str, style: TextStyle) -> float:
    """How wide words are in one line, each stretch in its own style, in user units."""
    if not spans_of(text):
        return measure(text, style)
    return _end(_runs(theme, text, style, 0.0), 0.0)


def _line(theme: Theme, text: str, kind: LineKind, style: TextStyle, height: float) -> Line:
    if not spans_of(text):
        return Line(text, kind, style, measure(text, style), height)
    runs = _runs(theme, text, style, 0.0)
    above = SCRIPT_ROOM * style.size * any(run.drop < 0 for run in runs)
    below = SCRIPT_ROOM * style.size * any(run.drop > 0 for run in runs)
    shown = tuple(run for run in runs if run.content)
    return Line(str(text), kind, style, _end(runs, 0.0), height, shown, above, below)


def _runs(theme: Theme, text: str, style: TextStyle, x: float) -> list[Run]:
    """The stretches of words that begin at `x`, as far as they are words."""
    spans = spans_of(text)
    runs: list[Run] = []
    beginning: dict[int, list[int]] = {}
    for number, span in enumerate(spans):
        beginning.setdefault(span.start, []).append(number)
    borders = sorted({0, len(text), *(end for span in spans for end in span[:2])})
    within: list[int] = []
    for start, end in pairwise(borders):
        still = [number for number in within if end <= spans[number].end]
        within = sorted(still + beginning.get(start, []))
        around = [spans[number] for number in within]
        run = _run(theme, str(text)[start:end], around, style, x)
        runs.append(run)
        x = _end([run], x)
    return runs


def _end(runs: list[Run], x: float) -> float:
    """Where the last of the stretches ends that begin at `x`."""
    return runs[-1].x + runs[-1].width if runs else x


def _run(theme: Theme, text: str, around: list[Span], style: TextStyle, x: float) -> Run:
    link, drop = "", 0.0
    for span in around:
        match span.kind:
            case "strong":
                style = style._replace(weight=max(style.weight, theme.type.emphasis))
            case "emphasis":
                style = style._replace(weight=max(style.weight, MEDIUM))
            case "code":
                style = _smaller(style, style.size - 1)._replace(families=tuple(theme.fonts.mono))
            case "link":
                link = span.target
            case "sub" | "super":
                text = _script(text)
                drop += (LOWERED if span.kind == "sub" else -RAISED) * style.size
                style = _smaller(style, SCRIPT * style.size)
    words = text.strip()
    lead = measure(" ", style) if text[:1] == " " and words else 0.0
    width = measure(words, style) + measure(" ", style) * (text[-1:] == " ")
    return Run(words, x + lead, width, style, link, drop)


def _smaller(style: TextStyle, size: float) -> TextStyle:
    """A style in smaller type, as far as it can be read."""
    return style._replace(size=max(min(style.size, SMALLEST), size))


def _script(text: str) -> str:
    """What stands for `_R` or `^(a+b)` of plain text where scripts can be set."""
    inner = text[1:] if text[:1] in "_^" else text
    return inner[1:-1] if inner.startswith("(") and inner.endswith(")") else inner


def _with_formulas(
    theme: Theme, text: str, kind: LineKind, style: TextStyle, height: float, sign: str
) -> Line | None:
    """A line with formulas, if the text has any and all of them can be set."""
    parts = str(text).split(sign)
    if len(parts) < 3 or len(parts) % 2 == 0:
        return None
    # Never in the font of code, whose letters stand apart.
    formulas = style._replace(families=tuple(theme.fonts.stack("body")))
    runs: list[Run] = []
    place = 0
    for number, part in enumerate(parts):
        x = _end(runs, 0.0)
        if number % 2 == 0:
            runs += _runs(theme, cut(text, place, place + len(part)), style, x)
        elif made := _set(part, formulas):
            runs.append(Run(made, x, made.width, formulas))
        else:
            return None
        place += len(part) + len(sign)
    set_ones = [run.content for run in runs if not isinstance(run.content, str)]
    above = max(0.0, *(one.ascent - 0.95 * style.size for one in set_ones))
    below = max(0.0, *(one.descent - 0.35 * style.size for one in set_ones))
    shown = tuple(run for run in runs if run.content)
    return Line(text, kind, style, _end(runs, 0.0), height, shown, above, below)


def _set(formula: str, style: TextStyle) -> SetFormula | None:
    """A formula in outlines; none if it is not in the language."""
    from diagramkit.figure.formula import parse
    from diagramkit.layout.words.formula import set_formula

    try:
        return set_formula(parse(formula), style)
    except ValueError:
        return None
