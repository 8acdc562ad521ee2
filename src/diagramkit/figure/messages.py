"""What the models find wrong, in the words of a source: what stands there, what would be right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from diagramkit.figure.part import Model
from diagramkit.theme.aliases import closest, shorten
from diagramkit.theme.document import Node

_EXPECTED = {
    "int": "a whole number",
    "float": "a number",
    "bool": "yes or no",
    "string": "words",
    "tuple": "a list",
}
_LIMITS = {
    "greater_than_equal": "{} at least",
    "less_than_equal": "{} at most",
    "greater_than": "more than {}",
    "less_than": "less than {}",
}


def told(details: Iterable[Any], field: str, place: Node) -> str:
    """One sentence for all that is wrong with one value.

    Args:
        details: what pydantic says of it; of a value that may be one of several things, what
            speaks against each.
        field: the key that it stands under.
        place: the value.
    """
    details = list(details)
    own = next((one for one in details if one["type"] == "value_error"), None)
    if own is not None:
        return str(own["msg"]).removeprefix("Value error, ")
    if any(one["type"] == "too_short" for one in details):
        return f"{field}: there is nothing in it"
    expected = list(dict.fromkeys(_expected(one) for one in details))
    hint = ""
    if isinstance(place.value, str):
        names = [name for one in details for name in _choices(one)]
        close = closest(place.value, names)
        hint = f'; did you mean "{close}"?' if close else ""
    return f"{field}: {_found(place)}; expected {' or '.join(expected)}{hint}"


def _found(place: Node) -> str:
    if place.value is None:
        return "nothing stands here"
    if isinstance(place.value, list):
        return f"a list of {len(place.value)}"
    if isinstance(place.value, dict):
        return "a mapping"
    return f'"{shorten(place.written)}"'


def _choices(detail: Any) -> list[str]:
    return re.findall(r"'([^']+)'", detail["msg"]) if detail["type"] == "literal_error" else []


def _expected(detail: Any) -> str:
    """What a model wants in a place."""
    kind, message = str(detail["type"]), str(detail["msg"])
    if kind == "literal_error":
        *others, last = _choices(detail)
        return f"{', '.join(others)} or {last}" if others else last
    if kind in _LIMITS:
        return _LIMITS[kind].format(message.rpartition(" ")[2])
    if kind in ("string_too_long", "too_long"):
        most = re.findall(r"at most (\d+)", message)[0]
        return f"{most} {'characters' if isinstance(detail['input'], str) else 'values'} at most"
    if kind == "missing":
        return f"{int(detail['loc'][-1]) + 1} values at least"
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        keys = _keys(message.rpartition(" ")[2])
        return f"a mapping with {keys}" if keys else "a mapping"
    base = kind.partition("_")[0]
    return _EXPECTED.get(base) or message[:1].lower() + message[1:]


def _keys(name: str) -> str:
    """The keys of a model of the language by its name in Python."""
    import diagramkit.figure as language

    model = getattr(language, name, None)
    if not (isinstance(model, type) and issubclass(model, Model)):
        return ""
    hidden = {"name", "align", "gap", "at"}
    names = [field.alias or key for key, field in model.model_fields.items() if key not in hidden]
    return ", ".join(names)
