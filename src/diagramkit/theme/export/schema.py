"""The JSON Schema of theme files, for editors: they complete, explain and check with it.

It is written from the model, the explanations from the texts under the tokens. It takes what
the loader takes: an alias in the place of any value, and any part of a theme where the file
`extends` another. It is draft 7, the one that editors know best.
"""

from __future__ import annotations

import ast
import inspect
import json
from types import ModuleType
from typing import Any

from diagramkit.theme import measures, model
from diagramkit.theme.model import COLOR, FILL, ModeName, Theme
from diagramkit.theme.validation import validator

Schema = dict[str, Any]

_ALIAS: Schema = {
    "type": "string",
    "pattern": r"^\$[^.$/\s]+(\.[^.$/\s]+)*(/\d{1,3}(\.\d{1,3})?%)?$",
    "description": "An alias: the value at this path, looked up in the mode, in the palette, then "
    "from the top. With /12% behind it a tint: the colour over so much of the canvas.",
}
_EXTENDS: Schema = {
    "type": "string",
    "description": "The theme that fills in what this file leaves out: the name of a built-in "
    "one, or the path of a YAML file, relative to this one.",
}
# What is written; it comes out as six digits.
_WRITTEN = r"#[0-9A-Fa-f]{3}|#[0-9A-Fa-f]{6}|(?!none$)[A-Za-z]{3,24}|[a-z]{3,5}\([^()]{3,56}\)"
_COLORS = {COLOR: f"^({_WRITTEN})$", FILL: f"^({_WRITTEN}|none)$"}
_LITERAL = ("name", "description")


def export(theme: Theme, mode: ModeName) -> str:  # noqa: ARG001
    """The schema as JSON; the same for every theme."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def json_schema() -> Schema:
    """The schema as a mapping.

    `$defs` holds two entries a group of tokens: one says what may be in it, the other, whose
    name begins with `Whole`, what has to be when nothing is extended.
    """
    root = validator(Theme).model_json_schema()
    groups = {**root.pop("$defs"), "Theme": root}
    explained = {**_explained(measures), **_explained(model)}
    parts = {name: _part(group, explained[name]) for name, group in groups.items()}
    wholes = {f"Whole{name}": _whole(group) for name, group in groups.items()}
    theme = parts.pop("Theme")
    theme["properties"] = {"extends": _EXTENDS, **theme["properties"]}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:diagramkit:schema:theme",
        "title": "diagramkit theme",
        **theme,
        "if": {"required": ["extends"]},
        "else": {"$ref": "#/$defs/WholeTheme"},
        "$defs": {"Alias": _ALIAS, **parts, **wholes},
    }


def _part(group: Schema, texts: dict[str, str]) -> Schema:
    """What may be in a group."""
    properties = {
        key: {"description": texts[key], **(_plain(value) if key in _LITERAL else _value(value))}
        for key, value in group["properties"].items()
    }
    return {
        "description": texts[""],
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _whole(group: Schema) -> Schema:
    """What has to be in a group; where it is an alias, this asks for nothing."""
    required = [key for key in group.get("required", []) if key not in _LITERAL]
    inner = {
        key: {"$ref": value["$ref"].replace("$defs/", "$defs/Whole")}
        for key, value in group["properties"].items()
        if "$ref" in value
    }
    return {"required": required, **({"properties": inner} if inner else {})}


def _value(schema: Schema) -> Schema:
    return {"anyOf": [_plain(schema), {"$ref": "#/$defs/Alias"}]}


def _plain(schema: Schema) -> Schema:
    kept = {key: value for key, value in schema.items() if key not in ("title", "default")}
    if kept.get("pattern") in _COLORS:
        kept["pattern"] = _COLORS[kept["pattern"]]
    if names := kept.pop("patternProperties", None):
        inner = {pattern: _value(value) for pattern, value in names.items()}
        kept |= {"patternProperties": inner, "additionalProperties": False}
    # Draft 7 has no prefixItems; the items of a pair are alike.
    items = kept.pop("prefixItems", [None])[0] or kept.get("items")
    return {**kept, "items": _value(items)} if items else kept


def _explained(module: ModuleType) -> dict[str, dict[str, str]]:
    """The texts of a module's classes: by class and attribute, the class's own under ""."""
    classes = [
        node for node in ast.parse(inspect.getsource(module)).body if isinstance(node, ast.ClassDef)
    ]
    return {node.name: {"": ast.get_docstring(node) or "", **_texts(node)} for node in classes}


def _texts(node: ast.ClassDef) -> dict[str, str]:
    found: dict[str, str] = {}
    for token, text in zip(node.body, node.body[1:], strict=False):
        if isinstance(token, ast.AnnAssign) and isinstance(text, ast.Expr):
            words = ast.literal_eval(text.value)
            found[ast.unparse(token.target)] = " ".join(words.split())
    return found
