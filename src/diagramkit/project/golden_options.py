"""How a project keeps its goldens: the table `goldens` of the configuration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from diagramkit.project.options import SCALE
from diagramkit.project.values import TEXT, Flag, ListOf, Number, OneOf, TableOf, setting

Keep = Literal["png", "scene", "hashes"]
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
    "picture",
)
"""The causes whose effect has an amount, so that a tolerance makes sense."""


@dataclass(frozen=True, slots=True)
class GoldenOptions:
    """What a project has set."""

    keep: Keep = setting(
        OneOf(("png", "scene", "hashes")),
        "What is kept of a golden: its picture and its scene (png), the scene alone, or hashes "
        "alone, for large repositories: what it looked like is drawn again from Git's history. "
        "Default: png.",
        default="png",
    )
    folder: str | None = setting(
        TEXT,
        "The folder for goldens, relative to the configuration. Default: goldens/ beside each "
        "source.",
    )
    scale: float = setting(SCALE, "Pixels a unit. Default: 1.", default=1)
    themes: tuple[str, ...] = setting(
        ListOf(TEXT, '["editorial"]'),
        "Built-in themes or theme files to keep goldens of. Default: the project's theme.",
        default=(),
    )
    rendered: bool = setting(
        Flag(),
        "Whether diagrams test fails as well where a picture that was rendered is not what its "
        "source gives now. Default: false.",
        default=False,
    )
    tolerance: Mapping[str, float] = setting(
        TableOf(
            Number(0, 1e6), f"a table of {', '.join(MEASURED_CAUSES)} and numbers", MEASURED_CAUSES
        ),
        "The largest amount let pass, by cause: user units, ΔE2000, or the share of pixels: for "
        "renderer in drawings of diagramkit, for picture in those of other programs.",
        make=dict,
    )
