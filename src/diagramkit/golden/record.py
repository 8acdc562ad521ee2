"""One golden: what was drawn, from what, and what it looked like.

A record is a JSON file: a head of one line, then the scene. It alone says whether its picture is
the right one, so that a torn pair is never taken for a golden.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cached_property

from diagramkit.golden.serial import SceneFormatError, load_scene
from diagramkit.scene import Scene

VERSION = 1
_BETWEEN = ',"scene":'


@dataclass(frozen=True, slots=True)
class Head:
    """What a golden was made of.

    `source` is the file of the diagram, relative to the folder of the goldens; `input` a hash of
    all that was drawn but the theme; `look` and `tools` are ids of the manifest. `pixels` is the
    hash of the picture's pixels, `png` that of its file.
    """

    name: str
    theme: str
    mode: str
    source: str
    input: str
    look: str
    tools: str
    pixels: str
    png: str


class RecordError(ValueError):
    """A file is not a record; the message says what is wrong."""


@dataclass(frozen=True)
class Record:
    """A golden without its picture; `scene_text` is canonical JSON."""

    head: Head
    scene_text: str

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
        head = json.dumps({"golden": VERSION, **asdict(self.head)}, ensure_ascii=False, indent=0)
        start = head.removesuffix("\n}").replace("\n", "\n ")
        return f"{start}{_BETWEEN[:1]}\n {_BETWEEN[1:]}\n{self.scene_text}\n}}\n"


def load_record(text: str) -> Record:
    """Read a record; its scene is looked at when it is asked for. Raises `RecordError`."""
    start, between, rest = text.partition(",\n " + _BETWEEN[1:] + "\n")
    if not between or not rest.endswith("\n}\n"):
        raise RecordError("it is not a whole golden: it ends too early or was edited")
    try:
        value = json.loads(start + "}")
        version = value.pop("golden", None)
        if version != VERSION:
            raise RecordError(f"it has version {version}, this diagramkit reads {VERSION}")
        head = Head(**value)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        if isinstance(error, RecordError):
            raise
        raise RecordError(f"its head cannot be read: {error}") from None
    if not all(isinstance(part, str) for part in value.values()):
        raise RecordError("its head cannot be read: expected words in quotes")
    return Record(head, rest.removesuffix("\n}\n"))
