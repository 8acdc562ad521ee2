"""The contrasts of what Mermaid is told, as it is exported: words on what they stand on, and lines
on the page, be it white or near-black."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from diagramkit.color import contrast
from diagramkit.theme.contrast import measure_theme
from diagramkit.theme.export._mermaid import configuration, told_kinds, variables
from diagramkit.theme.measurement import LINES, WORDS, Kind, Measurement
from diagramkit.theme.model import MODES, ModeName, Theme
from diagramkit.theme.page import PAGES

_ON = {
    "primaryColor": ("primaryTextColor",),
    "secondaryColor": ("secondaryTextColor",),
    "tertiaryColor": ("tertiaryTextColor",),
    "mainBkg": ("classText",),
    "noteBkgColor": ("noteTextColor",),
    "edgeLabelBackground": ("relationLabelColor", "transitionLabelColor"),
    "clusterBkg": ("titleColor",),
    "actorBkg": ("actorTextColor",),
    "labelBoxBkgColor": ("labelTextColor",),
    "signalColor": ("sequenceNumberColor",),
    "taskBkgColor": ("taskTextColor",),
    "activeTaskBkgColor": ("taskTextDarkColor",),
    "doneTaskBkgColor": ("taskTextDarkColor",),
    "critBkgColor": ("taskTextDarkColor",),
    "commitLabelBackground": ("commitLabelColor",),
    "tagLabelBackground": ("tagLabelColor",),
    "requirementBackground": ("requirementTextColor",),
    "relationLabelBackground": ("relationLabelColor",),
    "stateBkg": ("stateLabelColor",),
    "labelBackgroundColor": ("transitionLabelColor",),
    **{f"cScale{place}": (f"cScaleLabel{place}",) for place in range(12)},
    **{f"quadrant{place}Fill": (f"quadrant{place}TextFill",) for place in range(1, 5)},
}
"""Variables of words by that of the ground they stand on."""
_LINES = (
    *("lineColor", "arrowheadColor", "defaultLinkColor", "clusterBorder", "archEdgeColor"),
    *("actorLineColor", "signalColor", "labelBoxBorderColor", "relationColor", "transitionColor"),
    *("vertLineColor", "todayLineColor", "emArrowhead", "emRelationStroke"),
    *(f"git{place}" for place in range(8)),
    *(f"cScaleInv{place}" for place in range(12)),
)
_HALO, _BELOW = "themeCSS.words.", "themeCSS.halo."
_RULE = re.compile(r"\{([^{}]*)\}")
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


def measure_exported(theme: Theme) -> list[Measurement]:
    """All that is measured of a theme, and of what Mermaid is told of it; what is too low in both
    is in it once, by the token."""
    own = measure_theme(theme)
    low = {(each.kind, each.measured) for each in own if not each.passed}
    told = measure_directive(theme)
    return [*own, *(each for each in told if (each.kind, each.measured) not in low)]


def measure_directive(theme: Theme) -> list[Measurement]:
    """What the directive of each mode comes to; the same colours are measured once."""
    found: dict[tuple[object, ...], Measurement] = {}
    for mode in MODES:
        told = variables(theme, mode, told_kinds())
        told |= dict(_halos(theme, mode))
        for key, measured in _measured(told, mode):
            found.setdefault((mode, *key), measured)
    return list(found.values())


def _measured(
    told: Mapping[str, object], mode: ModeName
) -> Iterator[tuple[tuple[object, ...], Measurement]]:
    for ground, words in _ON.items():
        for name in words:
            yield from _pair("words", name, told, f"on {ground}", told.get(ground), mode, WORDS)
    for name in (each for each in told if each.startswith(_HALO)):
        ground = name.replace(_HALO, _BELOW)
        if ground in told:
            yield from _pair("words", name, told, "on its halo", told[ground], mode, WORDS)
    for name in _LINES:
        for page in PAGES:
            yield from _pair("line", name, told, f"on the page {page}", page, mode, LINES)


def _halos(theme: Theme, mode: ModeName) -> Iterator[tuple[str, str]]:
    """The words of style rules that carry their ground with them, and that ground."""
    for place, rule in enumerate(_RULE.findall(str(configuration(theme, mode)["themeCSS"]))):
        said = dict(part.split(":", 1) for part in rule.split(";") if ":" in part)
        if "paint-order" in said and "fill" in said:
            yield f"{_HALO}{place}", said["fill"].removesuffix(" !important")
            yield f"{_BELOW}{place}", said["stroke"]


def _pair(
    kind: Kind,
    name: str,
    told: Mapping[str, object],
    against: str,
    ground: object,
    mode: ModeName,
    least: float,
) -> Iterator[tuple[tuple[object, ...], Measurement]]:
    color, ground = str(told.get(name, "")), str(ground)
    if _HEX.fullmatch(color) and _HEX.fullmatch(ground):
        path = f"{mode}.mermaid.{name.partition('.')[0]}"
        ratio = contrast(color, ground)
        yield (
            (kind, color.lower(), ground.lower()),
            Measurement(kind, path, against, ratio, least, ":1"),
        )
