"""How a project keeps its goldens: the key `goldens` of the configuration."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, cast

Keep = Literal["png", "hash"]
FOLDER = "goldens"
"""The folder beside each source that goldens are in unless another is named."""
MEASURED_CAUSES = (
    "token",
    "moved",
    "resized",
    "restyled",
    "rerouted",
    "font",
    "engine",
    "renderer",
)
"""The causes whose effect has an amount, so that a tolerance makes sense."""


@dataclass(frozen=True, slots=True)
class GoldenOptions:
    """What a project has set.

    `keep`: pictures, or their hashes alone. `folder` is relative to the configuration file; None:
    `goldens` beside each source. `scale` is pixels a user unit. `themes` are names or files;
    none: the project's theme. `tolerance` is the largest amount let pass by cause: user units,
    ΔE2000, or the share of pixels for `renderer`.
    """

    keep: Keep = "png"
    folder: str | None = None
    scale: float = 1
    themes: tuple[str, ...] = ()
    tolerance: Mapping[str, float] = field(default_factory=dict)


def parse_goldens(value: object) -> GoldenOptions:
    """`"png"`, `"hash"`, or a table of the fields of `GoldenOptions`.

    Raises `ValueError` with what is allowed for anything else.
    """
    table: Any = {"keep": value} if isinstance(value, str) else value
    if not isinstance(table, dict):
        raise ValueError('expected "png", "hash" or a table')
    unknown = table.keys() - {"keep", "folder", "scale", "themes", "tolerance"}
    if unknown:
        raise ValueError(
            f"unknown {', '.join(sorted(unknown))}: allowed are keep, folder, scale, themes, "
            "tolerance"
        )
    return GoldenOptions(
        _keep(table.get("keep", "png")),
        _folder(table.get("folder")),
        _number(table.get("scale", 1), "scale"),
        _themes(table.get("themes", [])),
        _tolerance(table.get("tolerance", {})),
    )


def _keep(value: object) -> Keep:
    if value == "png" or value == "hash":  # noqa: PLR1714 (mypy learns the type from it)
        return value
    raise ValueError('keep: expected "png" or "hash"')


def _folder(value: object) -> str | None:
    if value is not None and (not isinstance(value, str) or not value.strip()):
        raise ValueError("folder: expected a text in quotes")
    return value


def _number(value: object, name: str) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not math.isfinite(cast(float, value)) or cast(float, value) <= 0:
        raise ValueError(f"{name}: expected a number above 0")
    return float(cast(float, value))


def _themes(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) and name for name in value):
        raise ValueError('themes: expected a list of names or files, as in ["editorial"]')
    return tuple(dict.fromkeys(value))


def _tolerance(value: object) -> dict[str, float]:
    if not isinstance(value, dict) or not value.keys() <= set(MEASURED_CAUSES):
        raise ValueError(f"tolerance: expected a table of {', '.join(MEASURED_CAUSES)}")
    return {cause: _number(amount, f"tolerance.{cause}") for cause, amount in value.items()}
