"""What is compared with its goldens, and which goldens a run speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from diagramkit.diagnostics import Location
from diagramkit.drift.rendered import Rendered
from diagramkit.golden.facts import short_hash
from diagramkit.golden.looks import LookReference
from diagramkit.project.diagrams import Diagram
from diagramkit.project.golden_options import GoldenOptions
from diagramkit.project.options import DrawingOptions, OneMode


@dataclass(frozen=True, slots=True)
class Former:
    """The golden that a mode of a drawing had under another name."""

    mode: str
    folder: Path
    name: str


@dataclass(frozen=True, slots=True)
class Job:
    """One diagram in one theme: the goldens of its modes share a layout.

    `folder` is where the goldens are, `label` what they call the theme, `places` where settings
    are written. `everything`: compare pixels even where the scene is the same; `renew`: make
    records of goldens that only say of other programs, or in another format, what is so. Of what
    other programs or people drew, `picture` is the file; `rendered` are pictures of the same
    drawing, to be looked at as well.
    """

    diagram: Diagram
    options: DrawingOptions
    label: str
    modes: tuple[OneMode, ...]
    folder: Path
    goldens: GoldenOptions
    look: LookReference
    places: Mapping[str, Location]
    everything: bool = False
    renew: bool = False
    former: tuple[Former, ...] = ()
    picture: Path | None = None
    rendered: Rendered | None = None

    @property
    def text(self) -> str:
        """The source as goldens hold it."""
        return as_kept(self.diagram.text)

    def former_of(self, mode: str) -> tuple[Path, str] | None:
        """The golden of another name that a mode is compared with; one without a name says that
        the golden of its own name is another drawing's."""
        found = (one for one in self.former if one.mode == mode)
        return next(((one.folder, one.name) for one in found), None)

    def golden_name(self, mode: str) -> str:
        """What the golden of a mode is called: `<name>.<theme>.<mode>`."""
        return f"{self.diagram.name}.{self.label}.{mode}"

    def golden_path(self, name: str) -> str:
        """The place of a golden, without a suffix, as reports name it."""
        folder = self.folder.as_posix()
        return name if folder == "." else f"{folder}/{name}"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all its goldens."""
        return tuple(map(self.golden_name, self.modes))


@dataclass(frozen=True, slots=True)
class Scope:
    """What a run speaks of, so that it knows which goldens have lost their source.

    `sources` are files, `folders` folders with all in them, absolute. `labels` and `modes` are
    None in a run over all themes and all modes. `homes` are folders that hold goldens by
    configuration, `unread` sources that could not be read.
    """

    sources: frozenset[Path]
    folders: tuple[Path, ...]
    labels: frozenset[str] | None
    modes: frozenset[str] | None
    homes: tuple[Path, ...] = ()
    unread: frozenset[Path] = frozenset()

    def holds(self, source: Path) -> bool:
        """Whether a source, absolute, is one that the run looks at."""
        return source in self.sources or any(map(source.is_relative_to, self.folders))


def input_hash(diagram: Diagram, options: DrawingOptions, name: str) -> str:
    """A hash of all that is drawn but the theme, as goldens of format 1 have it: the source, the
    name that it had, and the settings."""
    return short_hash([as_kept(diagram.text), name, options.values(scene_only=True)])


def as_kept(text: str) -> str:
    """A source as goldens hold it, whatever line ends Git gave it."""
    return text.replace("\r\n", "\n")
