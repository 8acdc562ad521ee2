"""The JSON Schema of figures, for editors: they complete, explain and check with it.

It is written from the models, the explanations from the texts under their fields. It is draft
2020-12. What a schema cannot say, such as that a path leads somewhere, only reading tells.
"""

from __future__ import annotations

import inspect
from typing import Any

from diagramkit.figure.connection import Connection
from diagramkit.figure.container import Container, Holder, body_fields
from diagramkit.figure.kinds import kinds
from diagramkit.figure.model import Figure
from diagramkit.figure.part import Part

Schema = dict[str, Any]
_REF = "#/$defs/{model}"
_PARTS: Schema = {"type": "array", "items": {"$ref": "#/$defs/part"}}
_LINKS: Schema = {
    "description": "Connectors: `from -> to: words`, or mappings.",
    "anyOf": [
        {"$ref": "#/$defs/connector"},
        {"type": "array", "items": {"$ref": "#/$defs/connector"}},
    ],
}


def json_schema() -> Schema:
    """The schema as a mapping."""
    shared: Schema = {}
    parts = {name: _kind(name, kind, shared) for name, kind in kinds().items()}
    link = _model(Connection, shared)
    fields = _alone(parts) | _fields(Figure, shared) | _bodies(shared, Figure)
    figure = _object(fields, ["figure", "title", "desc"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:diagramkit:schema:figure",
        "title": "diagramkit figure",
        **figure,
        "$defs": {
            **shared,
            "connector": {"anyOf": [{"type": "string"}, link]},
            "part": {"anyOf": [{"$ref": f"#/$defs/{name}-part"} for name in parts]},
            **{f"{name}-part": part for name, part in parts.items()},
        },
    }


def _kind(name: str, kind: type[Part], shared: Schema) -> Schema:
    """A part of a kind: the main field under the kind's own key, or all fields under it."""
    fields = _fields(kind, shared)
    if issubclass(kind, Holder):
        fields |= _bodies(shared, kind)
    main = fields.pop(kind.MAIN)
    whole = _object(fields | {kind.MAIN: main}, [])
    text = inspect.cleandoc(kind.__doc__ or "").partition("\n\n")[0]
    # A field such as the `text` of `text` is the kind's own key.
    fields.pop(name, None)
    first: Schema = {"description": " ".join(text.split()), "anyOf": [main, whole]}
    return _object({name: first, **fields}, [name])


def _alone(parts: Schema) -> Schema:
    """The fields of the one part of a figure without a row: what a name is in any kind."""
    found: Schema = {}
    for part in parts.values():
        for name, said in part["properties"].items():
            known = found.setdefault(name, {"anyOf": []})["anyOf"]
            known += [] if said in known else [said]
    return found


def _bodies(shared: Schema, holder: type[Holder | Figure]) -> Schema:
    """The fields of the rows, columns and grids that a part may hold."""
    own = holder.model_fields.keys()
    found: Schema = {}
    for kind in kinds().values():
        if issubclass(kind, Container):
            wanted = body_fields(kind, own)
            fields = _fields(kind, shared)
            found |= {key: value for key, value in fields.items() if key in wanted}
    return found


def _fields(model: type[Part | Figure], shared: Schema) -> Schema:
    """The fields of a model by name; parts and connectors refer to the shared definitions."""
    fields: Schema = dict(_model(model, shared)["properties"])
    fields.pop("body", None)
    for name in ("row", "column", "grid"):
        if model is kinds().get(name):
            fields[name] = {"description": fields[name].get("description", ""), **_PARTS}
    if "connect" in fields:
        fields["connect"] = _LINKS
    return fields


def _model(model: type[Any], shared: Schema) -> Schema:
    schema: Schema = model.model_json_schema(ref_template=_REF)
    shared |= {
        name: inner for name, inner in schema.pop("$defs", {}).items() if name not in _REPLACED
    }
    return schema


# These are described by the schemas of their kinds.
_REPLACED = {"Part", "Container", "Connection"}


def _object(fields: Schema, required: list[str]) -> Schema:
    made: Schema = {"type": "object", "properties": fields, "additionalProperties": False}
    return {**made, "required": required} if required else made
