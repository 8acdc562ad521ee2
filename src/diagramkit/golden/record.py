"""One golden: what was drawn, from what, and what it looked like.

A record is a JSON file: a head, then the scene. It stands alone: it holds the source, the
settings, the theme as it was written and the versions of the programs, so that no merge of
branches can take from it what explains a drift. A seal, a hash of all the rest, tells a record
that was edited or merged by hand.

A record that is kept as hashes has those of the source and of the scene in their places.

Records of version 1 name what they were drawn with by ids of the folder's manifest, and do not
hold the source.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any

from diagramkit.files.read import DAMAGED, parse_json
from diagramkit.golden.facts import Tools
from diagramkit.golden.looks import Look, UnknownLookError, look_from
from diagramkit.golden.serial import SceneFormatError, load_scene
from diagramkit.layout import titled
from diagramkit.scene import Scene

VERSION = 2
_BETWEEN = ',\n "scene":\n'
_END = "\n}\n"
_START = f'{{\n "golden": {VERSION},\n'
_SEALED = re.compile(re.escape(_START) + r' "seal": "([0-9a-f]{64})",\n')
_HEAD = ("name", "theme", "mode", "source", "pixels", "png")
_MARKS = ("<<<<<<< ", ">>>>>>> ")


@dataclass(frozen=True, slots=True)
class Head:
    """What a golden is of, and the hashes of its picture.

    `source` is the file of the diagram, relative to the folder of the goldens; `pixels` is the
    hash of the picture's pixels, `png` that of its file, empty where no picture is kept.
    """

    name: str
    theme: str
    mode: str
    source: str
    pixels: str
    png: str


@dataclass(frozen=True, slots=True)
class Made:
    """What a golden was drawn with; None, or empty, what is not known.

    `text` is the source, `settings` are those that decide what is drawn. Of a record of version 1
    there are `input`, a hash of source, name and settings, and the ids by which the manifest
    knows `look` and `tools`; of one kept as hashes `text_hash`.
    """

    text: str | None = None
    settings: Mapping[str, Any] | None = None
    look: Look | None = None
    tools: Tools | None = None
    input: str = ""
    look_id: str = ""
    tools_id: str = ""
    text_hash: str = ""

    def is_of(self, text: str) -> bool:
        """Whether it was drawn from this source, as far as it is known."""
        if self.text is None:
            return not self.text_hash or self.text_hash == text_hash(text)
        return self.text == text


def text_hash(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal."""
    from hashlib import sha256

    return sha256(text.encode()).hexdigest()


class RecordError(ValueError):
    """A file is not a record; the message says what is wrong."""


@dataclass(frozen=True)
class Record:
    """A golden without its picture; `scene_text` is canonical JSON, empty where its hash alone is
    kept, `scene_hash`.

    `version` is that of the file it was read from. `is_edited`: its seal is not the one of what
    it holds.
    """

    head: Head
    made: Made
    scene_text: str
    version: int = VERSION
    is_edited: bool = field(default=False, compare=False)
    scene_hash: str = ""

    def is_of(self, scene_text: str) -> bool:
        """Whether a scene in canonical JSON is the one that was accepted."""
        if self.scene_hash:
            return self.scene_hash == text_hash(scene_text)
        return self.scene_text == scene_text

    def as_hashes(self) -> Record:
        """It with hashes in the places of its source and its scene."""
        text = self.made.text
        made = replace(self.made, text=None, text_hash="" if text is None else text_hash(text))
        return replace(self, made=made, scene_text="", scene_hash=text_hash(self.scene_text))

    @property
    def name(self) -> str:
        """What the golden is called: `<name>.<theme>.<mode>`."""
        return f"{self.head.name}.{self.head.theme}.{self.head.mode}"

    @cached_property
    def scene(self) -> Scene:
        """The scene. Raises `RecordError`."""
        try:
            return load_scene(self.scene_text)
        except SceneFormatError as error:
            raise RecordError(f"its scene cannot be read: {error}") from None

    def dump(self) -> str:
        """The text of the file."""
        made, is_short = self.made, bool(self.scene_hash)
        rest = {
            "settings": dict(made.settings or {}),
            "tools": asdict(made.tools) if made.tools else None,
            "look": made.look.plain(is_short=is_short) if made.look else None,
        }
        if is_short:
            hashes = {"text_hash": made.text_hash, **rest, "scene_hash": self.scene_hash}
            return _sealed(asdict(self.head) | hashes)
        values = asdict(self.head) | {"text": made.text, **rest}
        return _sealed(values, f"{_BETWEEN}{self.scene_text}")


def _sealed(values: Mapping[str, Any], scene: str = "") -> str:
    lines = ",\n ".join(f"{_json(key)}: {_json(value)}" for key, value in values.items())
    rest = f" {lines}{scene}{_END}"
    return f'{_START} "seal": "{_seal(rest)}",\n{rest}'


def _seal(rest: str) -> str:
    from hashlib import sha256

    return sha256(rest.encode()).hexdigest()


def _is_edited(text: str) -> bool:
    """Whether the seal of a file is not that of the rest of it."""
    found = _SEALED.match(text)
    return found is None or found[1] != _seal(text[found.end() :])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def load_record(text: str) -> Record:
    """Read a record; its scene is looked at when it is asked for. Raises `RecordError`."""
    start, between, rest = text.partition(_BETWEEN)
    if any(mark in text for mark in _MARKS) and "\n=======\n" in text:
        raise RecordError("it holds the marks of a merge that was not resolved")
    is_short = not between and '\n "scene_hash": "' in text
    if not (text if is_short else rest).endswith(_END):
        raise RecordError("it is not a whole golden: it ends too early or was edited")
    scene_text = rest.removesuffix(_END)
    try:
        value = parse_json(text if is_short else start + "}")
        version = value.pop("golden", None)
        if version == 1:
            return _first_version(value, scene_text)
        if version != VERSION:
            raise RecordError(f"it has version {version}, this diagramkit reads 1 to {VERSION}")
        read = _hashes if is_short else _second_version
        return read(value, scene_text, is_edited=_is_edited(text))
    except DAMAGED as error:
        if isinstance(error, RecordError):
            raise
        raise RecordError(f"its head cannot be read: {error}") from None


def _head(value: Mapping[str, Any]) -> Head:
    head = Head(**{key: value[key] for key in _HEAD})
    if not all(isinstance(value[key], str) for key in _HEAD):
        raise RecordError("its head cannot be read: expected words in quotes")
    return head


def _second_version(value: Mapping[str, Any], scene_text: str, *, is_edited: bool) -> Record:
    text, settings, tools, look = (value[key] for key in ("text", "settings", "tools", "look"))
    if not (text is None or isinstance(text, str)) or not isinstance(settings, dict):
        raise RecordError("its head cannot be read: no source or no settings")
    made = Made(
        text,
        settings,
        look_from(look) if look else None,
        Tools(**tools) if tools else None,
    )
    return Record(_head(value), made, scene_text, is_edited=is_edited)


def _hashes(value: Mapping[str, Any], _: str, *, is_edited: bool) -> Record:
    text, scene, tools, look = (value[key] for key in ("text_hash", "scene_hash", "tools", "look"))
    if not all(isinstance(one, str) for one in (text, scene)):
        raise RecordError("its head cannot be read: no hashes")
    known = None
    with contextlib.suppress(UnknownLookError):
        known = look_from(look) if look else None
    made = Made(None, dict(value["settings"]), known, Tools(**tools), text_hash=text)
    return Record(_head(value), made, "", is_edited=is_edited, scene_hash=scene)


def _first_version(value: Mapping[str, Any], scene_text: str) -> Record:
    made = Made(input=str(value["input"]), look_id=str(value["look"]), tools_id=str(value["tools"]))
    name, title = (json.dumps(words, ensure_ascii=False) for words in _names(value["name"]))
    bare = scene_text.replace(f'"name":{name},', '"name":"",', 1)
    bare = '"title":"",'.join(bare.rsplit(f'"title":{title},', 1))
    return Record(_head(value), made, bare, 1)


def _names(name: str) -> tuple[str, str]:
    """The name and the title that scenes of version 1 have from their diagram's name."""
    return name, titled(name)


def completed(record: Record, look: Look | None, tools: Tools | None) -> Record:
    """A record of version 1 with what its folder's manifest knows of it."""
    return replace(record, made=replace(record.made, look=look, tools=tools))
