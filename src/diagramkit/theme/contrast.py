"""Whether a theme can be read: its contrasts, its accent, its sizes, measured and judged.

What is asked of a theme, in both modes:

- words at least `budget.min_contrast` on their ground, whatever their size: 4.5:1 or more (WCAG
  2.2, 1.4.3);
- lines that carry meaning at least `budget.min_line_contrast`, 3:1 or more, on the canvas, and on
  a group that is filled (WCAG 2.2, 1.4.11): edges, the borders of boxes and groups, `line` and
  `accent`. The subtle border is decoration, because words and position say the same: the border of
  a group, or of a box that is not accent, in the very colour of the token `border` is measured,
  shown and let pass. The exemption hangs on the colour alone, whether it is written as `$border`
  or not;
- links and the accent at least 3:1 on a white and on a near-black page too, with the colours that
  `diagramkit.theme.page` finds for diagrams that the page shows through;
- the accent at least `TOLD_APART` from the main line under each of the three kinds of colour
  blindness, as an edge and as the border of a box;
- each category at least `CATEGORY_TOLD_APART` from every other and from the accent, under the
  same three; its line at least 3:1, its words 4.5:1;
- type at least `budget.min_text`, and at least `budget.min_read` pixels when the widest drawing
  is shown at `page.reading_width`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from diagramkit.color import DEFICIENCIES, Deficiency, contrast, difference, nearest, simulate
from diagramkit.diagnostics import Diagnostic
from diagramkit.theme.measurement import Measurement
from diagramkit.theme.measures import TextStyle
from diagramkit.theme.model import MODES, BoxLook, LineLook, Mode, ModeName, Theme
from diagramkit.theme.page import measure_page

# CIEDE2000. One unit is a just noticeable difference of large fields, and the smaller a mark,
# the larger the difference that is needed: for marks of a twentieth of a degree, a line of two
# pixels at arm's length, the model of Stone, Szafir and Setlur (An engineering model for color
# difference as a function of size, 2014) puts half of all observers at about 20 in lightness.
TOLD_APART = 20.0
# Categories are six, of muted hues, and have a second sign: they need to be told apart where
# they stand side by side, which takes a third of that.
CATEGORY_TOLD_APART = 8.0

# Edges, the main line and the accent are never decoration.
_DECORATION = {
    "group.stroke",
    "roles.primary.stroke",
    "roles.secondary.stroke",
    "roles.note.stroke",
}


def check_theme(theme: Theme) -> list[Diagnostic]:
    """What is wrong with a theme: a diagnostic for every measurement that does not pass.

    The message names the tokens, what was measured and what is required.
    """
    return [found.diagnostic() for found in measure_theme(theme) if not found.passed]


def measure_theme(theme: Theme) -> list[Measurement]:
    """Everything that is measured, passed or not, light before dark; of a theme with one mode that
    mode alone."""
    found: list[Measurement] = []
    for name in (mode for mode in MODES if mode in theme.modes):
        mode, budget = theme.mode(name), theme.budget
        asked = [
            *_words(name, mode, budget.min_contrast),
            *_lines(name, mode, budget.min_line_contrast),
            *_accents(name, mode),
            *_categories(name, mode),
        ]
        found += [each if each.passed else _with_nearest(each, asked) for each in asked]
        # Words on the page have the colours and the grounds of `label` and `group.text`.
        found += [each for each in measure_page(theme, name) if each.kind == "line"]
    return [*found, *_sizes(theme)]


def _with_nearest(low: Measurement, asked: Iterable[Measurement]) -> Measurement:
    """A measurement with the colour that would pass in all that is asked of the token, and of those
    of the same colour, which are its aliases as a rule; else in what is asked of it alone."""
    same = [each for each in asked if not each.exempt and low.path == each.path]
    alike = [each for each in asked if not each.exempt and low.color == each.color]
    told = [each for each in asked if f"from {low.path} under" in each.against]
    for needs in (alike, same):
        color = nearest(low.color, lambda shade, needs=needs: _passes(shade, needs, told))  # type: ignore[misc]
        if color:
            return replace(low, nearest=color)
    if low.kind != "words":
        return low
    here = [each for each in asked if each.kind == "words" and each.other == low.other]
    ground = nearest(
        low.other, lambda shade: all(contrast(shade, each.color) >= each.required for each in here)
    )
    return replace(low, ground=ground or "")


def _passes(shade: str, needs: Iterable[Measurement], told: Iterable[Measurement]) -> bool:
    """Whether a colour does what is asked of tokens, and is told apart from others that are
    measured against them."""
    pairs = [*((each, each.other) for each in needs), *((each, each.color) for each in told)]
    return all(
        (contrast(shade, other) if each.unit == ":1" else _told_apart(shade, other))
        >= each.required
        for each, other in pairs
    )


def _told_apart(one: str, other: str) -> float:
    return min(_difference_seen(one, other, each) for each in DEFICIENCIES)


def _words(name: ModeName, mode: Mode, least: float) -> Iterator[Measurement]:
    def on(path: str, words: str, grounds: Mapping[str, str]) -> Iterator[Measurement]:
        for ground_path, ground in grounds.items():
            yield Measurement(
                "words", f"{name}.{path}", f"on {name}.{ground_path}", contrast(words, ground),
                least, ":1", color=words, other=ground,
            )  # fmt: skip

    canvas = {"canvas": mode.canvas}
    grounds = _grounds(mode)
    for ground in (canvas, {"panel": mode.panel}):
        yield from on("text", mode.text, ground)
        yield from on("muted", mode.muted, ground)
    for role, look in _boxes(mode):
        fill = grounds if look.fill == "none" else {f"{role}.fill": look.fill}
        yield from on(f"{role}.text", look.text, fill)
        yield from on(f"{role}.muted", look.muted, fill)
    inside = canvas if mode.group.fill == "none" else {"group.fill": mode.group.fill}
    headed = {} if mode.group.header == "none" else {"group.header": mode.group.header}
    yield from on("group.text", mode.group.text, headed or inside)
    yield from on("label", mode.label, grounds)
    yield from on("label_accent", mode.label_accent, grounds)
    yield from on("caption", mode.caption, canvas)


def _lines(name: ModeName, mode: Mode, least: float) -> Iterator[Measurement]:
    def on(path: str, color: str, grounds: Mapping[str, str]) -> Iterator[Measurement]:
        exempt = color.lower() == mode.border.lower() and path in _DECORATION
        for ground_path, ground in grounds.items():
            yield Measurement(
                "line", f"{name}.{path}", f"on {name}.{ground_path}", contrast(color, ground),
                least, ":1", exempt, color, ground,
            )  # fmt: skip

    canvas = {"canvas": mode.canvas}
    yield from on("line", mode.line, canvas)
    yield from on("accent", mode.accent, canvas)
    yield from on("group.stroke", mode.group.stroke, canvas)
    for role, line in _edges(mode):
        yield from on(f"edges.{role}.stroke", line.stroke, _grounds(mode))
    for role, look in _boxes(mode):
        yield from on(f"{role}.stroke", look.stroke, _grounds(mode))


def _grounds(mode: Mode) -> dict[str, str]:
    """What edges, their labels and boxes stand on: the canvas, and a group where it is filled."""
    filled = mode.group.fill != "none"
    return {"canvas": mode.canvas, **({"group.fill": mode.group.fill} if filled else {})}


def _accents(name: ModeName, mode: Mode) -> Iterator[Measurement]:
    pairs = (
        ("edges.accent.stroke", mode.edges.accent.stroke, "edges.main.stroke"),
        ("roles.accent.stroke", mode.roles.accent.stroke, "edges.main.stroke"),
    )
    for path, color, main_path in pairs:
        for deficiency in DEFICIENCIES:
            seen = _difference_seen(color, mode.edges.main.stroke, deficiency)
            against = f"from {name}.{main_path} under {deficiency}"
            yield Measurement(
                "accent", f"{name}.{path}", against, seen, TOLD_APART, " ΔE",
                color=color, other=mode.edges.main.stroke,
            )  # fmt: skip


def _categories(name: ModeName, mode: Mode) -> Iterator[Measurement]:
    """Each category from those before it and from the accent, where it is the hardest."""
    others = {"roles.accent": mode.roles.accent.stroke}
    for category, look in mode.categories:
        path = f"categories.{category}"
        for other, color in others.items():
            seen, deficiency = min(
                (_difference_seen(look.stroke, color, each), each) for each in DEFICIENCIES
            )
            against = f"from {name}.{other}.stroke under {deficiency}"
            yield Measurement(
                "category", f"{name}.{path}.stroke", against, seen, CATEGORY_TOLD_APART, " ΔE",
                color=look.stroke, other=color,
            )  # fmt: skip
        others[path] = look.stroke


def _difference_seen(one: str, other: str, deficiency: Deficiency) -> float:
    return difference(simulate(one, deficiency), simulate(other, deficiency))


def _sizes(theme: Theme) -> Iterator[Measurement]:
    budget, page = theme.budget, theme.page
    shrunk = min(1.0, page.reading_width / page.max_width)
    widest = f"when {page.max_width:g} is shown {page.reading_width:g} wide"
    for role, style in theme.type:
        if isinstance(style, TextStyle):
            size = min(style.size, style.compact)
            path = f"type.{role}.{'size' if size == style.size else 'compact'}"
            yield Measurement("size", path, "at natural size", size, budget.min_text, " units")
            yield Measurement("size", path, widest, size * shrunk, budget.min_read, " px")


def _boxes(mode: Mode) -> Iterator[tuple[str, BoxLook]]:
    """Everything that boxes are painted as, by its path in the mode."""
    yield from ((f"roles.{role}", look) for role, look in mode.roles)
    yield from ((f"categories.{name}", look) for name, look in mode.categories)


def _edges(mode: Mode) -> Iterator[tuple[str, LineLook]]:
    yield from mode.edges
