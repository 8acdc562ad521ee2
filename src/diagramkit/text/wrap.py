"""Where a line of words may break, and where it had better."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from itertools import pairwise

from diagramkit.text.clusters import clusters
from diagramkit.text.measure import TextStyle, measure
from diagramkit.text.unspaced import all_breaks, is_unspaced, phrases, primary

_SPACES = re.compile(r"[ \t\n\r\f\v]+")  # not the ones that hold words together

_BREAK = re.compile(
    r"(?<=[ \u3000])(?![/,|·&+] )"  # after a space, but before no lone sign
    r"|(?<=[/,])(?=[^\s\d/,])"  # after a slash or comma, not in 1/2 or 10,000
    r"|(?<=[^\W\d_]-)(?=[^\W\d_])"  # after a hyphen between letters
)
# Long words break here where they would not fit otherwise: after signs that part them, and what is
# too long even then inside of names.
_SIGN_BREAK = re.compile(
    r"(?<=[.,;/\\])(?=[\w\"'<({\[])"
    r"|(?<=\w[(\[{])(?=[\w\"'<({\[])"  # no bracket stands alone on a line
    r"|(?<=[\w)\]}])(?=[({\[](?![)}\]]))"
)
_NAME_BREAK = re.compile(r"(?<=[_:@=&?+])(?=\w)|(?<=[a-z0-9])(?=[A-Z])|(?<=[)\]}>])(?=\w)")
_UNITS = (
    r"%|[°º][CF]?|[kKMGTPmµnμ]?(?:B|b|s|m|g|Hz|W|V|A|J|l|L|bit|Bit|B/s|t)|[KMGT]iB|px|pt|min|h|d"
    r"|GPUs?|fps|rpm|dpi|bn"
)
# A number and its unit are one word.
_NO_BREAK = re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?![\w/]))")
_HELD = "\u00a0"
# French sets its double signs and quotes apart, never at the end or the beginning of a line.
_FRENCH = re.compile(r"(?<=\S) (?=[?!;:»](?: |$))|(?<=«) ")
_LETTERS = 6
"""A word of fewer letters is not hyphenated."""
HYPHEN = "-"
SHORT = 1 / 3
"""A last line of one word that takes less than this part of the width is a widow."""


def wrap(text: str, style: TextStyle, width: float) -> list[str]:
    """Break one line into lines of at most `width` user units, of nearly equal width.

    Lines break at white space, after `/ , -`, beside Han, between the phrases of Japanese and the
    words of Thai (Unicode annex 14), Korean at white space. A number is not parted from its unit,
    and the last line is no lone short word if the line before can spare one. Only a word that is
    wider than `width` by itself is broken inside: at brackets and after `. , ; /` and backslashes,
    where that is not enough after `_ : @ =` and before an inner capital, then with a hyphen where
    the language of the style has one, then between any two characters. The language also says
    whether Han breaks between all characters (zh), phrases (ja) or at spaces alone (ko), and keeps
    the signs of French with their words. A single character that is wider than `width` stands alone
    on its line. There are as few lines as can be; given that, the widest line is as narrow as it
    can be, to the unit.
    """
    text = _SPACES.sub(" ", text).strip(" ")
    if not text or measure(text, style) <= width:
        return [text]
    words = [part for word in _words(text, style.lang) for part in phrases(word, style.lang)]
    pieces = [part for word in words for part in _fitting(word, style, width)]
    return _balanced(pieces, style, width)


def unbroken(text: str, *, inner: bool = False, lang: str = "") -> list[str]:
    """The parts that `wrap` keeps whole as long as a line holds them: words, or with `inner` the
    pieces that words too long for a line are first broken into."""
    words = [part for word in _words(text, lang) for part in phrases(word, lang)]
    if inner:
        words = [
            part
            for word in words
            for piece in _SIGN_BREAK.split(word)
            for part in _NAME_BREAK.split(piece)
        ]
    return [word.strip() for word in words]


def names_broken(text: str, lines: Iterable[str]) -> int:
    """How many of the lines that `wrap` made of a text end inside a name, where no space, bracket
    or sign lets it break."""
    text = _SPACES.sub(" ", text).strip(" ")
    count = place = 0
    for line in lines:
        bare = line if text.find(line, place) >= 0 else line.removesuffix(HYPHEN)
        place = text.find(bare, place) + len(bare)
        count += place < len(text) and not _parts(text, place)
    return count


def _parts(text: str, place: int) -> bool:
    """Whether a line may end before the character at `place`."""
    around = text[place - 1 : place + 1]
    if " " in around or is_unspaced(around):
        return True
    return bool(_BREAK.match(text, place) or _SIGN_BREAK.match(text, place))


def _words(text: str, lang: str = "") -> list[str]:
    """The pieces between places where a line may break, numbers with their units."""
    held = _NO_BREAK.sub(_HELD, text)
    if primary(lang) == "fr":
        held = _FRENCH.sub(_HELD, held)
    if held == text:
        return _BREAK.split(text)
    # Spaces that the source holds together itself stay what they are.
    made: list[str] = []
    place = 0
    for word in _BREAK.split(held):
        made.append(text[place : place + len(word)])
        place += len(word)
    return made


def _fitting(word: str, style: TextStyle, width: float) -> list[str]:
    """A word in parts that fit, the last with the space that follows the word."""
    bare = word.rstrip(" ")
    if measure(bare, style) <= width:
        return [word]
    parts = [bare]
    hyphenated = partial(_hyphenated, style=style, width=width)
    for split in (_SIGN_BREAK.split, _NAME_BREAK.split, hyphenated, all_breaks, clusters):
        parts = [
            part
            for piece in parts
            for part in ([piece] if measure(piece, style) <= width else split(piece))
        ]
    lines = _fill(parts, style, width)
    return [*lines[:-1], lines[-1] + word[len(bare) :]]


def _hyphenated(word: str, style: TextStyle, width: float) -> list[str]:
    """The lines of a word at the syllables of its language, all but the last with a hyphen; the
    word itself where the language is not said or not known, or a syllable does not fit."""
    bare = word.strip(",.;:!?()")
    if not style.lang or not bare.isalpha() or len(bare) < _LETTERS:
        return [word]
    import pyphen  # with tables that few drawings need

    known = pyphen.language_fallback(style.lang.replace("-", "_"))
    if known is None:
        return [word]
    table = pyphen.Pyphen(lang=known)
    start = word.index(bare)
    ends = [0, *(start + place for place in table.positions(bare)), len(word)]
    lines = [""]
    for begin, end in pairwise(ends):
        syllable, last = word[begin:end], end == len(word)
        whole = lines[-1] + syllable
        if not lines[-1] or measure(whole + HYPHEN * (not last), style) <= width:
            lines[-1] = whole
        else:
            lines.append(syllable)
    lines = [*(line + HYPHEN for line in lines[:-1]), lines[-1]]
    return lines if all(measure(line, style) <= width for line in lines) else [word]


def _fill(pieces: list[str], style: TextStyle, width: float) -> list[str]:
    """Lines, each taking as many pieces as fit; spaces at their ends are kept."""
    lines: list[str] = []
    start = 0
    while start < len(pieces):
        end = _end_of_line(pieces, start, style, width)
        lines.append("".join(pieces[start:end]))
        start = end
    return lines


def _end_of_line(pieces: list[str], start: int, style: TextStyle, width: float) -> int:
    """Where the line that begins with piece `start` ends; it takes one piece at least.

    Strides double, then halve, so that a long text takes little more time than its length.
    """

    def fits(end: int) -> bool:
        line = "".join(pieces[start:end]).rstrip(" ")
        return end <= len(pieces) and measure(line, style) <= width

    end, stride = start + 1, 1
    while fits(end + stride):
        end, stride = end + stride, stride * 2
    while stride := stride // 2:
        if fits(end + stride):
            end += stride
    return end


def _balanced(pieces: list[str], style: TextStyle, width: float) -> list[str]:
    """The fewest lines; of all ways to have that many, the one whose widest line is narrowest.

    For that, widths of pieces are added up, which comes close: fonts hardly move letters
    together across a break. Where it did not come close enough, the lines stay as full as
    they can be.
    """
    full = [line.rstrip(" ") for line in _fill(pieces, style, width)]
    widths = [measure(piece.rstrip(" "), style) for piece in pieces]
    space = measure(" ", style)
    steps = [own + space * piece.endswith(" ") for own, piece in zip(widths, pieces, strict=True)]
    ends = _ends(widths, steps, width)
    low, high = max(widths), width
    while high - low > 1 and len(ends) <= len(full):
        middle = (low + high) / 2
        attempt = _ends(widths, steps, middle)
        if len(attempt) > len(full):
            low = middle
        else:
            high, ends = middle, attempt
    _keep_company(ends, steps, high)
    lines = ["".join(pieces[start:end]).rstrip(" ") for start, end in pairwise([0, *ends])]
    close = len(lines) <= len(full) and all(measure(line, style) <= width for line in lines)
    return lines if close else full


def _ends(widths: list[float], steps: list[float], width: float) -> list[int]:
    """Where lines end that take as many pieces as fit, each one at least.

    A piece is `widths` wide at the end of its line, and `steps` before another piece.
    """
    ends: list[int] = []
    taken = 0.0
    for index, own in enumerate(widths):
        if index and taken + own > width:
            ends.append(index)
            taken = 0.0
        taken += steps[index]
    return [*ends, len(widths)]


def _keep_company(ends: list[int], steps: list[float], width: float) -> None:
    """Move a word down to a last line of one short word, if the line before stays the wider one."""
    if len(ends) < 2 or ends[-1] - ends[-2] > 1:
        return
    start, middle, stop = ends[-3] if len(ends) > 2 else 0, ends[-2], ends[-1]
    last, moved = sum(steps[middle:stop]), steps[middle - 1]
    before = sum(steps[start:middle]) - moved
    if last < SHORT * width and last + moved <= min(width, before):
        ends[-2] -= 1
