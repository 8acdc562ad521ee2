"""Scenes as canonical JSON: keys sorted, numbers rounded as they are drawn, one primitive a line.

The same drawing is the same text on every machine, so that two scenes are compared by their
bytes. Fields that hold nothing (no link, no dash, …) are left out. Primitives stay in paint
order, which is part of the drawing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from json.encoder import encode_basestring as quoted
from typing import Any, NoReturn

from diagramkit.files.read import DAMAGED, parse_json
from diagramkit.geometry import Path, Point, Rect
from diagramkit.geometry import number as plain_number
from diagramkit.scene import Box, Connector, Head, Mark, Paint, Primitive, Scene, Text

# Drawings stand on grids: most numbers have been written before.
number = lru_cache(maxsize=65_536)(plain_number)

MAX_CHARACTERS = 64_000_000
"""Longest scene that is read."""
_VALUES = {"M": 2, "L": 2, "C": 6, "A": 7, "Z": 0}


class SceneFormatError(ValueError):
    """A text is not a scene in canonical JSON; the message says what is wrong."""


def dump_scene(scene: Scene) -> str:
    """The canonical JSON of a scene, without a line feed at the end."""
    lang = f'"lang":{quoted(scene.lang)},' if scene.lang else ""
    head = (
        f'{{"background":{_color(scene.background)},"description":{quoted(scene.description)},'
        f'"height":{number(scene.height)},{lang}"mode":{quoted(scene.mode)},"name":{quoted(scene.name)},'
        '"primitives":['
    )
    lines = ",\n".join(map(dump_primitive, scene.primitives))
    tail = f'],"title":{quoted(scene.title)},"width":{number(scene.width)}}}'
    return f"{head}\n{lines}\n{tail}" if lines else head + tail


def dump_primitive(item: Primitive) -> str:
    """The canonical JSON of one primitive: one line."""
    match item:
        case Box():
            return _box(item)
        case Text():
            return _text(item)
        case Connector():
            return _connector(item)
        case Mark():
            return (
                f'{{"key":{quoted(item.key)},"kind":"mark","paint":{_paint(item.paint)},'
                f'"path":"{_data(item.path)}","role":{quoted(item.role)}}}'
            )


def _box(item: Box) -> str:
    details = ",".join(f'"{_data(path)}"' for path in item.details)
    x, y, width, height = item.rect
    return (
        "{"
        + (f'"details":[{details}],' if details else "")
        + f'"key":{quoted(item.key)},"kind":"box",'
        + (f'"link":{quoted(item.link)},' if item.link else "")
        + (f'"outline":"{_data(item.outline)}",' if item.outline else "")
        + (f'"owner":{quoted(item.owner)},' if item.owner else "")
        + f'"paint":{_paint(item.paint)},'
        + _radius(item.radius)
        + f'"rect":[{number(x)},{number(y)},{number(width)},{number(height)}],'
        + f'"role":{quoted(item.role)}}}'
    )


def _text(item: Text) -> str:
    return (
        f'{{"anchor":"{item.anchor}","color":{_color(item.color)},'
        f'"families":{_strings(item.families)},'
        + (f'"halo":{_color(item.halo)},' if item.halo else "")
        + f'"key":{quoted(item.key)},"kind":"text",'
        + (f'"link":{quoted(item.link)},' if item.link else "")
        + (f'"owner":{quoted(item.owner)},' if item.owner else "")
        + f'"role":{quoted(item.role)},"size":{number(item.size)},"text":{quoted(item.text)},'
        + (f'"turn":{number(item.turn)},' if item.turn else "")
        + f'"weight":{item.weight},"width":{number(item.width)},'
        f'"x":{number(item.x)},"y":{number(item.y)}}}'
    )


def _connector(item: Connector) -> str:
    heads = ",".join(map(_head, item.heads))
    points = " ".join([f"{number(x)},{number(y)}" for x, y in item.points])
    return (
        "{"
        + (f'"heads":[{heads}],' if heads else "")
        + f'"key":{quoted(item.key)},"kind":"connector","paint":{_paint(item.paint)},'
        + f'"points":"{points}",'
        + _radius(item.radius)
        + f'"role":{quoted(item.role)},"source":{quoted(item.source)},'
        + f'"target":{quoted(item.target)}}}'
    )


def _head(head: Head) -> str:
    filled = "true" if head.filled else "false"
    tip = f"{number(head.tip.x)},{number(head.tip.y)}"
    return f'{{"filled":{filled},"outline":"{_data(head.outline)}","tip":"{tip}"}}'


def _radius(radius: float) -> str:
    text = number(radius)
    return "" if text == "0" else f'"radius":{text},'


def _data(path: Path) -> str:
    """What `path.data` gives, in less time."""
    return "".join(map(_command_text, path.commands))


def _command_text(command: tuple[str | float, ...]) -> str:
    letter, *values = command
    return f"{letter}{' '.join(map(number, values))}"


@lru_cache(maxsize=1024)
def _color(value: str) -> str:
    """A colour in one form: `#ab12cd` is `#AB12CD`."""
    return quoted(value.upper() if value.startswith("#") else value)


@lru_cache(maxsize=1024)
def _paint(paint: Paint) -> str:
    dash = ",".join(map(number, paint.dash))
    return (
        "{"
        + (f'"dash":[{dash}],' if dash else "")
        + f'"fill":{_color(paint.fill)},"stroke":{_color(paint.stroke)},'
        + f'"width":{number(paint.stroke_width)}}}'
    )


@lru_cache(maxsize=256)
def _strings(values: tuple[str, ...]) -> str:
    return f"[{','.join(map(quoted, values))}]"


def load_scene(text: str) -> Scene:
    """The scene of a canonical JSON.

    Raises:
        SceneFormatError: the text is something else.
    """
    if len(text) > MAX_CHARACTERS:
        _bad(f"longer than {MAX_CHARACTERS} characters")
    try:
        value = parse_json(text)
        return Scene(
            _string(value["name"]),
            _one_of(value["mode"], "light", "dark"),
            _float(value["width"]),
            _float(value["height"]),
            _string(value["background"]),
            _string(value["title"]),
            _string(value["description"]),
            tuple(map(_primitive, value["primitives"])),
            _string(value.get("lang", "")),
        )
    except SceneFormatError:
        raise
    except KeyError as error:
        _bad(f"{error} is missing")
    except DAMAGED as error:
        _bad(str(error) or type(error).__name__)


def canonical(scene: Scene) -> Scene:
    """The scene as it comes back from its canonical JSON: every number as it is drawn."""
    return load_scene(dump_scene(scene))


def _primitive(value: Any) -> Primitive:
    kind = value["kind"]
    if kind == "box":
        return _load_box(value)
    if kind == "text":
        return _load_text(value)
    if kind == "connector":
        return _load_connector(value)
    if kind == "mark":
        key, role = _string(value["key"]), _string(value["role"])
        return Mark(key, role, _path(value["path"]), _load_paint(value["paint"]))
    return _bad(f"no primitive is a {kind!r}")


def _load_box(value: Any) -> Box:
    x, y, width, height = map(_float, value["rect"])
    return Box(
        _string(value["key"]),
        _string(value["role"]),
        Rect(x, y, width, height),
        _load_paint(value["paint"]),
        _float(value.get("radius", 0)),
        _path(value["outline"]) if "outline" in value else None,
        tuple(map(_path, value.get("details", ()))),
        _string(value.get("owner", "")),
        _string(value.get("link", "")),
    )


def _load_text(value: Any) -> Text:
    return Text(
        _string(value["key"]),
        _string(value["role"]),
        _string(value["text"]),
        _float(value["x"]),
        _float(value["y"]),
        _float(value["width"]),
        _float(value["size"]),
        int(_float(value["weight"])),
        _string(value["color"]),
        tuple(map(_string, value["families"])),
        _one_of(value["anchor"], "start", "middle", "end"),
        _string(value.get("owner", "")),
        _string(value.get("halo", "")),
        _string(value.get("link", "")),
        turn=_float(value.get("turn", 0)),
    )


def _load_connector(value: Any) -> Connector:
    return Connector(
        _string(value["key"]),
        _string(value["role"]),
        _string(value["source"]),
        _string(value["target"]),
        tuple(map(_point, value["points"].split())),
        _load_paint(value["paint"]),
        _float(value.get("radius", 0)),
        tuple(map(_load_head, value.get("heads", ()))),
    )


def _load_head(value: Any) -> Head:
    return Head(_path(value["outline"]), _point(value["tip"]), value["filled"] is True)


def _load_paint(value: Any) -> Paint:
    return Paint(
        _string(value["fill"]),
        _string(value["stroke"]),
        _float(value["width"]),
        tuple(map(_float, value.get("dash", ()))),
    )


def _point(text: str) -> Point:
    x, y = map(float, text.split(","))
    return Point(x, y)


def _path(data: str) -> Path:
    return Path(tuple(_command(part) for part in re.findall(r"[A-Z][^A-Z]*", data)))


def _command(part: str) -> tuple[str | float, ...]:
    letter, values = part[0], list(map(float, part[1:].split()))
    if _VALUES.get(letter) != len(values):
        _bad(f"no path has {part[:40]!r}")
    return (letter, *values)


def _float(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        _bad(f"expected a number, found {str(value)[:40]!r}")
    return float(value)


def _string(value: Any) -> str:
    if not isinstance(value, str):
        _bad(f"expected words in quotes, found {str(value)[:40]!r}")
    return value


def _one_of(value: Any, *allowed: str) -> Any:
    if value not in allowed:
        _bad(f"expected {' or '.join(allowed)}, found {str(value)[:40]!r}")
    return value


def _bad(message: str) -> NoReturn:
    raise SceneFormatError(message)
