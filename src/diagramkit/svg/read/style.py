"""The computed style of an element: what is declared for it, and what it inherits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from diagramkit.svg.read.cascade import Declarations
from diagramkit.svg.read.values import length

_OWN = frozenset(
    [
        "alignment-baseline",
        "baseline-shift",
        "clip-path",
        "display",
        "filter",
        "mask",
        "opacity",
        "overflow",
        "transform",
        "transform-origin",
        "transform-box",
        "stop-color",
        "stop-opacity",
        "text-decoration",
        "vector-effect",
        "x",
        "y",
        "width",
        "height",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "d",
        "background",
        "background-color",
        "mask-type",
        "mix-blend-mode",
    ]
)
"""Properties that are not inherited."""
_VAR = re.compile(
    r"var\(\s*(--[\w-]+)\s*(?:,([^()]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[^()]*)*))?\)"
)
_SIZES = {
    "xx-small": 9.0,
    "x-small": 10.0,
    "small": 13.0,
    "medium": 16.0,
    "large": 18.0,
    "x-large": 24.0,
    "xx-large": 32.0,
}
_RESETS = ("initial", "unset", "revert", "revert-layer")
_MAX_VALUE, _MAX_STEPS = 4000, 64
_MOST_KNOWN = 64
"""Children of one style that are remembered: alike ones are most often siblings."""


@dataclass(frozen=True)
class Style:
    """Properties by name: an element's own, and those that its children inherit.

    `font_size` is in user units; `passed` holds the inherited properties as they hold here.
    """

    own: Mapping[str, str] = field(default_factory=dict)
    passed: Mapping[str, str] = field(default_factory=dict)
    font_size: float = 16.0
    _known: dict[tuple[tuple[str, str], ...], Style] = field(
        default_factory=dict, repr=False, compare=False
    )

    def get(self, name: str, default: str = "") -> str:
        """The value of a property, or `default` where nothing is said."""
        value = (self.own if name in _OWN else self.passed).get(name)
        return default if value is None else value

    def child(self, declared: Declarations) -> Style:
        """The style of a child for which `declared` is declared; alike children share one."""
        if not declared:
            return Style({}, self.passed, self.font_size) if self.own else self
        key = tuple(declared.items())
        found = self._known.get(key)
        if found is None:
            found = self._child(declared)
            if len(self._known) < _MOST_KNOWN:
                self._known[key] = found
        return found

    def _child(self, declared: Declarations) -> Style:
        passed, own = dict(self.passed), {}
        for name in [name for name in declared if name.startswith("--")]:
            passed[name] = _resolved(declared[name], passed)
        size = self.font_size
        for name, raw in declared.items():
            if name.startswith("--"):
                continue
            value = _resolved(raw, passed) if "var(" in raw else raw
            if name in _OWN:
                own[name] = self.own.get(name, "") if value == "inherit" else value
            elif name == "font-size":
                size = _font_size(value, self.font_size)
            elif value in _RESETS:
                self._reset(passed, name, value)
            elif value != "inherit" and value:
                passed[name] = self._settled(name, value)
        return Style(own, passed, size)

    def _reset(self, passed: dict[str, str], name: str, value: str) -> None:
        if value == "initial":
            passed.pop(name, None)

    def _settled(self, name: str, value: str) -> str:
        """A value that refers to the parent's, made absolute."""
        if name == "color" and value.lower() == "currentcolor":
            return self.passed.get("color", "#000000")
        if name == "font-weight" and value in ("bolder", "lighter"):
            return _relative_weight(self.passed.get("font-weight", "400"), value)
        return value

    @cached_property
    def weight(self) -> int:
        """The font weight, 1 to 1000."""
        value = self.get("font-weight", "400").strip().lower()
        if value in ("normal", "bold"):
            return 700 if value == "bold" else 400
        number = length(value, 0)
        return int(min(max(number, 1), 1000)) if number else 400

    @cached_property
    def families(self) -> tuple[str, ...]:
        """The font stack as it is asked for."""
        return split_families(self.get("font-family"))


@lru_cache(maxsize=1024)
def split_families(text: str) -> tuple[str, ...]:
    """The names of a font stack, without quotes."""
    names = (part.strip().strip("\"'").strip() for part in text.split(","))
    return tuple(name for name in names if name)


def _font_size(value: str, parent: float) -> float:
    value = value.strip().lower()
    if value in _SIZES:
        return _SIZES[value]
    if value in ("smaller", "larger"):
        return parent / 1.2 if value == "smaller" else parent * 1.2
    size = length(value, parent, parent)
    return parent if size is None or size < 0 else size


def _relative_weight(parent: str, value: str) -> str:
    bold = parent in ("bold", "600", "700", "800", "900")
    if value == "bolder":
        return "900" if bold else "700"
    return "400" if bold else "100"


def _resolved(value: str, known: Mapping[str, str]) -> str:
    """A value with its `var()`s replaced; their number and the result's length are bounded."""
    for _ in range(_MAX_STEPS):
        found = _VAR.search(value)
        if not found:
            return value
        replacement = known.get(found[1], (found[2] or "").strip())
        value = value[: found.start()] + replacement + value[found.end() :]
        if len(value) > _MAX_VALUE:
            return ""
    return ""
