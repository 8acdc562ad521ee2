"""The house's dataclasses do what the standard library's do."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from typing import Any

import pytest

from diagramkit import dataclass
from diagramkit.scene import Paint


def kinds(dataclass: Callable[..., Any]) -> dict[str, type]:
    """Classes of every make that is in use."""

    @dataclass(frozen=True, slots=True)
    class Frozen:
        """Docs."""

        a: int
        b: str = "b"
        c: list[int] = field(default_factory=list, compare=False)
        d: int = field(default=4, repr=False)

    @dataclass(slots=True)
    class Open:
        """Docs."""

        a: int
        b: str = "b"

        def __post_init__(self) -> None:
            self.a += 1

    @dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        """Docs."""

        a: int
        b: str = "b"

    @dataclass(frozen=True, eq=False, slots=True)
    class Itself:
        """Docs."""

        a: int
        b: str = "b"

    @dataclass
    class Plain:
        """Docs."""

        a: int
        b: str = field(default="b", kw_only=True)

    @dataclass(frozen=True)
    class Derived(Frozen):
        """Docs."""

        e: float = 0.5

        def __repr__(self) -> str:
            return "own"

    found = (Frozen, Open, Ordered, Itself, Plain, Derived)
    return {kind.__name__: kind for kind in found}


OURS, THEIRS = kinds(dataclass.dataclass), kinds(dataclasses.dataclass)
PAIRS = pytest.mark.parametrize(
    ("ours", "theirs"), zip(OURS.values(), THEIRS.values(), strict=True)
)


def outcome(do: Callable[[type], object], kind: type) -> object:
    """What comes of it: a value, or the kind of error."""
    try:
        found = do(kind)
    except Exception as error:
        return type(error)
    return str(found) if dataclasses.is_dataclass(found) else found


DEEDS: dict[str, Callable[[Any], object]] = {
    "show": lambda kind: repr(kind(1)),
    "all arguments": lambda kind: kind(1, "x"),
    "by name": lambda kind: kind(b="x", a=1),
    "too few": lambda kind: kind(),
    "too many": lambda kind: kind(1, "x", [], 4, 5, 6),
    "unknown": lambda kind: kind(1, zzz=1),
    "equal": lambda kind: kind(1) == kind(1),
    "unequal": lambda kind: kind(1) == kind(2),
    "equal to what is none": lambda kind: kind(1) == 1,
    "one hash": lambda kind: hash(kind(1)) == hash(kind(1)),
    "less": lambda kind: kind(1) < kind(2),
    "set": lambda kind: setattr(kind(1), "a", 2),
    "delete": lambda kind: delattr(kind(1), "a"),
    "replace": lambda kind: dataclasses.replace(kind(1), b="z"),
    "as a dictionary": lambda kind: dataclasses.asdict(kind(1)),
    "copy": lambda kind: copy.deepcopy(kind(1)),
    "patterns": lambda kind: kind.__match_args__,
    "own default": lambda kind: kind(1).c is kind(1).c,
    "documentation": inspect.getdoc,
    "slots": lambda kind: getattr(kind, "__slots__", None),
    "parameters": lambda kind: [
        (name, each.kind, each.annotation)
        for name, each in inspect.signature(kind).parameters.items()
    ],
}


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
@pytest.mark.parametrize("name", OURS)
def test_it_does_what_the_standard_library_does(deed: Callable[[type], object], name: str) -> None:
    assert outcome(deed, OURS[name]) == outcome(deed, THEIRS[name])


def test_a_frozen_value_survives_pickling() -> None:
    paint = Paint("#112233", "#445566", 1.5)
    assert pickle.loads(pickle.dumps(paint)) == paint


def test_a_frozen_value_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'fill'"):
        Paint("#112233", "#445566", 1.5).fill = "none"  # type: ignore[misc]


def test_a_value_that_holds_itself_can_be_shown() -> None:
    @dataclass.dataclass
    class Ring:
        """Docs."""

        next: Any = None

    ring = Ring()
    ring.next = ring
    assert repr(ring).endswith("Ring(next=...)")
