"""What pictures depend on beside source and theme: programs, by version, and fonts, by content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from diagramkit.scene import Scene
from diagramkit.text.fonts import Face, cjk_face, faces, further_faces
from diagramkit.text.given import Cut, GivenFamily

ENGINE = ("diagramkit", "graphlay", "uharfbuzz")
_FAMILIES = (("inter",), ("arimo",), ("jetbrains mono",))


@dataclass(frozen=True, slots=True)
class Tools:
    """Versions by program, hashes by font file, and the pixels a user unit."""

    versions: Mapping[str, str]
    fonts: Mapping[str, str]
    scale: float

    @property
    def id(self) -> str:
        """A short hash of all of it."""
        return short_hash({"v": dict(self.versions), "f": dict(self.fonts), "s": self.scale})


def current_tools(scene: Scene, scale: float, rasterizer: str = "resvg") -> Tools:
    """The tools that a scene is drawn with. Fonts for further scripts count only where words need
    them: installing one leaves other drawings alone. So do fonts that a theme brings."""
    families = dict.fromkeys(name for words in scene.texts for name in words.families)
    brought = {cut for name in families if isinstance(name, GivenFamily) for cut in name.cuts}
    return _tools(scale, rasterizer, _further(scene), tuple(sorted(brought)))


@lru_cache(maxsize=64)
def _tools(
    scale: float, rasterizer: str, further: tuple[Face, ...], brought: tuple[Cut, ...]
) -> Tools:
    fonts = {Path(face.path).name: _hash(face.path) for face in (*_own_faces(), *further)}
    fonts |= {Path(cut.path).name: cut.digest for cut in brought}
    return Tools(versions(rasterizer), fonts, scale)


@cache
def _own_faces() -> tuple[Face, ...]:
    return tuple(face for family in _FAMILIES for face in faces(family))


def _further(scene: Scene) -> tuple[Face, ...]:
    """The faces that draw what the theme's fonts have no letters for."""
    found = {
        face
        for item in scene.texts
        if not item.text.isascii()
        for letter in item.text
        if letter > "\x7f" and (face := _further_face(letter))
    }
    return tuple(sorted(found))


@lru_cache(maxsize=4096)
def _further_face(letter: str) -> Face | None:
    last = cjk_face()
    others = (*((last,) if last else ()), *further_faces())
    if any(face.draws(letter) for face in _own_faces()):
        return None
    return next((face for face in others if face.draws(letter)), None)


@cache
def versions(rasterizer: str) -> dict[str, str]:
    """The versions of all programs that have a say in the picture."""
    from importlib.metadata import PackageNotFoundError, version

    from diagramkit import __version__

    def of(package: str) -> str:
        try:
            return version(package)
        except PackageNotFoundError:
            return ""

    painter = "resvg_py" if rasterizer == "resvg" else rasterizer
    return {
        "diagramkit": __version__,
        "graphlay": of("graphlay"),
        "uharfbuzz": of("uharfbuzz"),
        "rasterizer": f"{painter} {of(painter)}",
    }


@cache
def _hash(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def short_hash(value: object) -> str:
    """Sixteen hexadecimal digits for a JSON value, the same on every machine."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
