"""Groups of tokens as pydantic models, which find every fault of a theme file at once and write
its JSON Schema. They are derived from `diagramkit.theme.model`: a field is defined there alone.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

from diagramkit.theme.tokens import Limits, Named, Tokens

NAME_OF_OWN = r"^[A-Za-z][A-Za-z0-9_-]{0,39}$"
"""What an author may call a colour."""
# Typed strictly, no key but the known ones.
_CONFIG = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False, defer_build=True)


@cache
def validator(kind: type[Tokens]) -> type[BaseModel]:
    """The model that values of a group of tokens are validated with."""
    hints = get_type_hints(kind, include_extras=True)
    fields: dict[str, Any] = {
        name: (_checked(hints[name]), _default(kind, name)) for name in kind.fields
    }
    return create_model(kind.__name__, __config__=_CONFIG, **fields)


def _default(kind: type[Tokens], name: str) -> Any:
    value = getattr(kind, name, ...)
    return value.as_dict() if isinstance(value, Tokens) else value


def _checked(hint: Any) -> Any:
    """A type as pydantic knows it."""
    if isinstance(hint, type) and issubclass(hint, Named):
        names, values = Annotated[str, Field(pattern=NAME_OF_OWN)], _checked(hint.values)
        return Annotated[dict[names, values], Field(max_length=hint.most)]  # type: ignore[valid-type]
    if _is_group(hint):
        return validator(hint)
    if get_origin(hint) is Annotated:
        kind, *extras = get_args(hint)
        limits = [Field(**extra.limits) for extra in extras if isinstance(extra, Limits)]
        return Annotated[_checked(kind), *limits]
    if get_origin(hint) is tuple:
        return tuple[tuple(map(_checked, get_args(hint)))]  # type: ignore[misc]
    return hint


def _is_group(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Tokens)
