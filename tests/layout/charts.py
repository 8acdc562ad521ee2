"""Charts written at random from their grammars, and what is asked of the drawing of any chart."""

from __future__ import annotations

from hypothesis import strategies as st

from diagramkit import load_theme, render
from diagramkit.lint import check

THEME = load_theme("editorial")
WORDS = (
    "x",
    "Loss",
    "Tokens per second",
    "Incomprehensibilities and counterrevolutionaries",
    "A sentence that is too long for one line below a bar and so goes on for a while",
    "첫째 토큰화 단계",
    "costs $5 to $9",
    "two<br/>lines",
    "100% of #1",
    "WWWW MMMM WWWW",
)
CLASSES = ("", "", "", ":::accent", ":::other")
NUMBERS = st.one_of(
    st.integers(-50, 50),
    st.integers(0, 200_000),
    st.floats(-9, 9, allow_nan=False).map(lambda value: round(value, 3)),
)


def faults(source: str) -> list[str]:
    """What the rules call an error in a drawing."""
    found = check(render(source).scene, THEME)
    return [f"{one.rule}: {one.message}" for one in found if one.severity == "error"]


def words() -> st.SearchStrategy[str]:
    """Words of all kinds."""
    return st.sampled_from(WORDS)


@st.composite
def pies(draw: st.DrawFn) -> str:
    """A pie chart."""
    header = draw(st.sampled_from(("pie", "pie showData", "pie title Some title")))
    values = draw(st.lists(st.sampled_from((0, 1, 5, 0.25, 40, 12_345)), max_size=7))
    labels = draw(st.lists(words(), min_size=7, max_size=7))
    rows = zip(labels, values, strict=False)
    return "\n".join([header, *(f'"{label}" : {value}' for label, value in rows), ""])


@st.composite
def xycharts(draw: st.DrawFn) -> str:
    """A chart of bars and lines, with names, a range or nothing along it."""
    settings = draw(st.sampled_from(("", "%%{init: {'xyChart': {'showDataLabel': true}}}%%\n")))
    lines = [settings + draw(st.sampled_from(("xychart", "xychart horizontal", "xychart-beta")))]
    names = draw(st.lists(words(), max_size=12))
    title = f'"{draw(words())}" ' if draw(st.booleans()) else ""
    if names:
        quoted = ", ".join(f'"{name}"' for name in names)
        lines.append(f"x-axis {title}[{quoted}]")
    elif draw(st.booleans()):
        lines.append(f"x-axis {title}{draw(NUMBERS)} --> {draw(NUMBERS)}")
    if draw(st.booleans()):
        lines.append(f'y-axis "{draw(words())}" {draw(NUMBERS)} --> {draw(NUMBERS)}')
    for _ in range(draw(st.integers(0, 4))):
        lines.append(draw(_series()))
    return "\n".join([*lines, ""])


@st.composite
def _series(draw: st.DrawFn) -> str:
    form = draw(st.sampled_from(("bar", "line")))
    name = f' "{draw(words())}"' if draw(st.booleans()) else ""
    values = draw(st.lists(NUMBERS, min_size=1, max_size=14))
    return f"{form}{name} [{', '.join(map(str, values))}]"


@st.composite
def quadrants(draw: st.DrawFn, most: int = 12) -> str:
    """A quadrant chart."""
    lines = ["quadrantChart"]
    for axis in draw(st.sets(st.sampled_from(("x-axis", "y-axis")))):
        arrow = draw(st.sampled_from(("", " -->", ' --> "High end of it"')))
        lines.append(f'{axis} "{draw(words())}"{arrow}')
    for number in draw(st.sets(st.integers(1, 4))):
        lines.append(f'quadrant-{number} "{draw(words())}"')
    place = st.sampled_from(("0", "1", "0.5", "0.51", "0.2", "0.33", "0.9"))
    for _ in range(draw(st.integers(0, most))):
        name = draw(st.sampled_from(CLASSES))
        lines.append(f'"{draw(words())}"{name}: [{draw(place)}, {draw(place)}]')
    return "\n".join([*lines, ""])


@st.composite
def gantts(draw: st.DrawFn) -> str:
    """A Gantt chart: tasks after each other and at dates, in sections."""
    lines = ["gantt", "dateFormat YYYY-MM-DD"]
    lines += draw(
        st.lists(
            st.sampled_from(
                ("topAxis", "excludes weekends", "tickInterval 1week", "axisFormat %d %b")
            ),
            max_size=3,
        )
    )
    for number in range(draw(st.integers(0, 8))):
        if draw(st.integers(0, 3)) == 0:
            lines.append(f"section {draw(words())}")
        tag = draw(st.sampled_from(("", "", "done, ", "active, ", "crit, ", "milestone, ")))
        tag = draw(st.sampled_from((tag, tag, "vert, ")))
        date = f"2024-0{draw(st.integers(1, 9))}-1{draw(st.integers(0, 9))}"
        start = draw(st.sampled_from((date, f"after t{number - 1}" if number else date)))
        length = draw(st.sampled_from(("0d", "1d", "12d", "5h", "3M", "2y")))
        text = draw(words()).replace(":", "")
        lines.append(f"{text} :{tag}t{number}, {start}, {length}")
    return "\n".join([*lines, ""])
