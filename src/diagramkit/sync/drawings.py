"""Drawings by hand that carry the palette: rewritten in place where a token has changed, and drawn
for dark pages a second time, as `figure.dark.svg` beside `figure.svg`.

Which token a value stands for is known from the dark twin: its first comment has the tokens that
the drawing was in step with. A drawing without a twin is taken to be in the colours of the theme,
or of the house theme that others extend.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from diagramkit.checking.drawings import check_drawing
from diagramkit.color import contrast, difference
from diagramkit.diagnostics import Diagnostic, DiagramError, Location
from diagramkit.geometry import Rect, number
from diagramkit.scene import NO_COLOR
from diagramkit.svg.read import Reading, read
from diagramkit.svg.read.colors import parse
from diagramkit.svg.read.written import COLORS, Written, written
from diagramkit.svg.write import is_written
from diagramkit.sync.passage import Edit, apply
from diagramkit.theme.load import load_theme
from diagramkit.theme.model import ModeName, Theme, tokens

FEWEST, SHARE = 3, 0.6
"""How many colours of the palette a drawing has at least that carries it, and which part of the
places at which it writes a colour."""
NEAR = 25.0
"""Differences (CIEDE2000) up to which a colour of no token stands for the nearest in the twin."""
WORDS = 4.5
_STAMP = re.compile(r"<!-- diagrams sync (\{[^\n]*\}) -->\n?")
_NO_COLORS = frozenset({"none", "currentcolor", "transparent", "inherit"})
Values = Mapping[str, str]
"""Values by the path of their token without the mode: `accent`, `edges.main.stroke_width`."""


@dataclass(frozen=True, slots=True)
class SyncedDrawing:
    """A drawing in step, its dark twin (None: it gets none), what was out of step, and what is
    hard to read in the twin."""

    text: str
    twin: str | None
    findings: tuple[Diagnostic, ...]
    warnings: tuple[Diagnostic, ...] = ()


def is_twin(path: Path) -> bool:
    """Whether a file is the twin of another one, or one of a pair that diagramkit drew."""
    return path.name.endswith((".dark.svg", ".light.svg"))


def is_stamped(text: str) -> bool:
    """Whether `sync` wrote a drawing, the twin of another one."""
    return bool(_STAMP.search(text))


def twin_of(path: Path) -> Path:
    """Where the dark twin of a drawing is."""
    return path.with_name(f"{path.stem}.dark.svg")


def sync_drawing(text: str, path: Path, theme: Theme, twin: str | None) -> SyncedDrawing | None:
    """A drawing and its dark twin in step with a theme; None where it does not carry the palette.

    `twin` is what `twin_of(path)` holds. One that `sync` did not write is left alone. Drawings
    that follow the reader by themselves need none of this.

    Raises:
        DiagramError: the drawing cannot be read.
    """
    if "prefers-color-scheme" in text or "light-dark(" in text or is_written(text):
        return None
    stamp = _STAMP.search(twin) if twin else None
    known = _stamped(stamp[1]) if stamp else None
    reading = read(text, name=path.name, path=str(path))
    before = known or _house(theme)
    places = list(written(reading.document))
    if known is None and not _carries(places, before):
        return None
    changes = list(_changes(places, before, _values(theme, "light"), reading, path))
    new = apply(text, [edit for edit, _ in changes])
    findings = [finding for _, finding in changes]
    if twin is not None and stamp is None:
        return SyncedDrawing(new, None, tuple(findings))
    dark, warnings = _darkened(new, path, theme), tuple[Diagnostic, ...]()
    if dark != twin:
        message = f"{twin_of(path)}: the dark twin is {'old' if twin else 'missing'}"
        findings += [Diagnostic("out-of-step", message, Location(str(path)))]
        warnings = _hard_to_read(dark, twin_of(path), theme)
    return SyncedDrawing(new, dark, tuple(findings), warnings)


def _values(theme: Theme, mode: ModeName) -> dict[str, str]:
    """Colours and widths of a mode, and the font stacks."""
    found: dict[str, str] = {}
    for path, value in tokens(theme).items():
        name = path.removeprefix(f"{mode}.")
        if isinstance(value, tuple):
            if path.startswith("fonts."):
                found[path] = ", ".join(_quoted(str(each)) for each in value)
        elif name != path and path.endswith("_width"):
            found[name] = number(float(str(value)))
        elif name != path and str(value).startswith("#"):
            found[name] = str(value)
    return found


def _quoted(name: str) -> str:
    return f"'{name}'" if " " in name else name


def _house(theme: Theme) -> dict[str, str]:
    """The colours that a drawing of unknown history may be in: a value of the theme counts before
    the same one of the house theme."""
    own = {name: value for name, value in _values(theme, "light").items() if value[0] == "#"}
    house = _values(load_theme("editorial"), "light").items()
    taken = {value.lower() for value in own.values()}
    old = {f"~{name}": value for name, value in house if value[0] == "#"}
    return own | {name: value for name, value in old.items() if value.lower() not in taken}


def _carries(places: Iterable[Written], known: Values) -> bool:
    """Whether most colours of a drawing are of a palette."""
    values = {value.lower() for value in known.values()}
    colors = [color for place in places if (color := _hex(place))]
    own = [color for color in colors if color in values]
    return len(set(own)) >= FEWEST and len(own) >= SHARE * len(colors)


def _hex(place: Written) -> str | None:
    """A colour that is written as such, as `#rrggbb`."""
    if place.name not in COLORS or place.text.lower() in _NO_COLORS or len(place.text) > 40:
        return None
    color = parse(place.text)
    return color.hex if color and color.alpha >= 1 else None


def _changes(
    places: Iterable[Written],
    before: Values,
    now: Values,
    reading: Reading,
    path: Path,
) -> Iterator[tuple[Edit, Diagnostic]]:
    """What has to be written anew, and why."""
    names, users = _by_value(before), reading.users
    for place in places:
        value, kind = _hex(place) or _normal(place), _kind(place)
        # A box may be as thick as a line today, and the theme changes one of them alone.
        own = "line-width" if kind == "width" and users.are_lines(place) else kind
        token = names.get((own, value)) or names.get((kind, value))
        new = now.get(token.lstrip("~")) if token else None
        if token and new and _normal_value(new) != _normal_value(value):
            line, column = reading.document.position(place.start)
            message = f"{place.name} {place.text} is {new} now ({token.lstrip('~')})"
            finding = Diagnostic("out-of-step", message, Location(str(path), line, column))
            yield Edit(place.start, place.start + len(place.text), new), finding


def _by_value(values: Values) -> dict[tuple[str, str], str]:
    """The first token of each value."""
    found: dict[tuple[str, str], str] = {}
    for name, value in values.items():
        kind = "font" if name.startswith("fonts.") else "width" if value[0] != "#" else "color"
        found.setdefault((kind, _normal_value(value)), name)
        if kind == "width" and name.startswith("edges."):
            found.setdefault(("line-width", _normal_value(value)), name)
    return found


def _kind(place: Written) -> str:
    if place.name in COLORS:
        return "color"
    return {"stroke-width": "width", "font-family": "font"}.get(place.name, "other")


def _normal(place: Written) -> str:
    text = place.text.removesuffix("px") if place.name == "stroke-width" else place.text
    return _normal_value(text)


def _normal_value(value: str) -> str:
    """A value without what makes no difference: case, quotes, spaces, zeros at the end."""
    plain = re.sub(r"[\s\"']", "", value.lower())
    return number(float(plain)) if re.fullmatch(r"\d*\.?\d+", plain) else plain


def _darkened(text: str, path: Path, theme: Theme) -> str:
    """The dark twin of a drawing in step."""
    reading = read(text, name=path.name, path=str(path))
    light, dark = _values(theme, "light"), _values(theme, "dark")
    places = list(written(reading.document))
    edits = []
    for place in places:
        color = _hex(place)
        new = _dark(color, place, light, dark) if color else None
        if new:
            edits.append(Edit(place.start, place.start + len(place.text), new))
    root = reading.document.root
    edits.append(Edit(root.start, root.start, f"{_stamp(path, places, light)}\n"))
    if "fill" not in root.attributes and "fill" not in root.attributes.get("style", ""):
        # What says nothing of its fill is black.
        at = root.start + len("<svg") if text.startswith("<svg", root.start) else root.stop - 1
        edits.append(Edit(at, at, f' fill="{dark["text"]}"'))
    if reading.scene.background == NO_COLOR and text[root.stop - 2] != "/":
        room = reading.user_rect(Rect(0, 0, reading.scene.width, reading.scene.height))
        x, y, width, height = map(number, room)
        ground = (
            f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{dark["canvas"]}"/>'
        )
        edits.append(Edit(root.stop, root.stop, f"\n{ground}"))
    return apply(text, edits)


def _dark(color: str, place: Written, light: Values, dark: Values) -> str | None:
    """What a colour of the light drawing is in the dark one."""
    names = {
        value.lower(): name for name, value in reversed(list(light.items())) if value[0] == "#"
    }
    name = names.get(color)
    if name is None:
        nearest = min(names, key=lambda value: difference(color, value))
        name = names[nearest] if difference(color, nearest) <= NEAR else None
    if name is None:
        return None
    new = dark.get(name, color)
    if name == "accent" and place.is_words and contrast(new, dark["canvas"]) < WORDS:
        return dark["label_accent"]
    return new


def _stamp(path: Path, places: Iterable[Written], light: Values) -> str:
    """The comment that says which tokens a drawing is in step with."""
    used = {(_kind(place), _hex(place) or _normal(place)) for place in places}
    used |= {("line-width", value) for kind, value in used if kind == "width"}
    names = {name: light[name] for key, name in _by_value(light).items() if key in used}
    content = json.dumps({"of": path.name, "tokens": names}, ensure_ascii=True)
    return f"<!-- diagrams sync {content.replace('--', '-')} -->"


def _stamped(text: str) -> dict[str, str] | None:
    """The tokens of a twin's comment; None where it has none to rely on."""
    try:
        found = json.loads(text)["tokens"]
        items = [(str(name), str(value)) for name, value in found.items()]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return {name: value for name, value in items if value} or None


def _hard_to_read(twin: str, path: Path, theme: Theme) -> tuple[Diagnostic, ...]:
    """What has too little contrast in a dark twin."""
    try:
        found, _ = check_drawing(twin, str(path), theme, "dark")
    except DiagramError as error:
        return error.diagnostics
    return tuple(
        replace(remark.diagnostic, severity="warning")
        for remark in found
        if remark.code == "low-contrast"
    )
