"""What may stand at a path of a theme file, in words, read off the model's JSON Schema."""

from __future__ import annotations

from functools import cache
from typing import Any

from diagramkit.theme.measures import FAMILY, FONT_FILE
from diagramkit.theme.model import COLOR, FILL, NAME, SENTENCE, Theme
from diagramkit.theme.validation import validator

Schema = dict[str, Any]

_COLOR = 'a colour, in quotes: "#rrggbb", "#rgb", "rgb(…)" or a name of CSS'
_PATTERNS = {
    COLOR: _COLOR,
    FILL: f"{_COLOR}; or none",
    FONT_FILE: "the path of a .ttf or .otf file, relative to the theme",
    FAMILY: "the name of a font family, without quotes and punctuation, at most 80 characters",
    NAME: "a name without quotes, slashes and the like, at most 64 characters",
    SENTENCE: "one line of at most 500 characters",
}


def allowed(path: tuple[str, ...]) -> str:
    """What may stand at a path: "a number, above 0 and below 1000"."""
    return _words(_at(path))


def keys(path: tuple[str, ...]) -> list[str]:
    """The keys of the mapping at a path; at the top also `extends`."""
    known = list(_at(path).get("properties", {}))
    return known if path else ["extends", *known]


def _words(schema: Schema) -> str:
    kind = schema.get("type")
    if "enum" in schema:
        return " or ".join(schema["enum"])
    if named := schema.get("patternProperties"):
        inner = next(map(_words, named.values()))
        return f"a mapping of names of letters, digits, - and _, to {inner}"
    if kind == "object":
        return f"a mapping with {', '.join(schema['properties'])}"
    if kind in ("number", "integer"):
        return f"a {'whole ' if kind == 'integer' else ''}number, {_range(schema)}"
    if "prefixItems" in schema:
        items = schema["prefixItems"]
        return f"a list of {len(items)}, each {_words(items[0])}"
    if kind == "array":
        length = f"{schema.get('minItems', 0)} to {schema['maxItems']}"
        return f"a list of {length}, each {_words(schema['items'])}"
    return _PATTERNS.get(schema.get("pattern", ""), "a text")


def _range(schema: Schema) -> str:
    above, below = schema.get("exclusiveMinimum"), schema.get("exclusiveMaximum")
    low = f"at least {schema['minimum']:g}" if above is None else f"above {above:g}"
    high = f"at most {schema['maximum']:g}" if below is None else f"below {below:g}"
    return f"{low} and {high}"


def _at(path: tuple[str, ...]) -> Schema:
    here = _schema()
    for step in path:
        if "patternProperties" in here:
            here = next(iter(here["patternProperties"].values()))
        elif "properties" in here:
            here = here["properties"].get(step, {})
        elif "prefixItems" in here:
            here = here["prefixItems"][0]
        else:
            here = here.get("items", {})
        here = _resolved(here)
    return here


def _resolved(schema: Schema) -> Schema:
    name = schema.get("$ref", "").rpartition("/")[2]
    definitions: dict[str, Schema] = _schema()["$defs"]
    return definitions[name] if name else schema


@cache
def _schema() -> Schema:
    return validator(Theme).model_json_schema()
