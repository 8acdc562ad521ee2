"""Theme files to themes: where they are, what they extend, and every fault of them at once.

A theme of one's own takes ten lines, because it says only what is different:

    extends: editorial
    description: Editorial in green.
    light:
      accent: "#1F7A4D"
    dark:
      accent: "#5BB98B"

Mappings are merged key by key, lists and scalars replaced, and aliases resolved after that: a
new `light.accent` reaches everything that is aliased to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from diagramkit.diagnostics import Diagnostic, DiagramError, Location
from diagramkit.theme.aliases import Aliases, closest, shorten
from diagramkit.theme.document import Node, read
from diagramkit.theme.faults import validate
from diagramkit.theme.model import Theme
from diagramkit.theme.trusted import ShapeError, assemble

DEFAULT = "editorial"
SUFFIXES = (".yaml", ".yml")
MAX_EXTENDS = 8


def load_theme(name_or_path: str | Path) -> Theme:
    """Load a theme.

    Args:
        name_or_path: the name of a built-in theme (`"editorial"`), or the path of a YAML file.
            A built-in theme goes before a file of the same name without a suffix.

    Returns:
        The theme, its aliases resolved. A built-in one is loaded once per process.

    Raises:
        DiagramError: there is no such theme, or its file has faults. All faults of the file
            are in it, each with file, line and column, what is wrong and what is allowed; a
            fault that comes from a file it extends is shown in that file.
    """
    if isinstance(name_or_path, str) and name_or_path in builtin_names():
        return _builtin(name_or_path)
    return validate(*_read(_path(name_or_path)))


def locate(name_or_path: str | Path, tokens: Iterable[str]) -> dict[str, Location]:
    """Where the values of tokens are written, by token: in the theme's own file, or in one that
    it extends. Tokens that are nowhere are left out.

    Args:
        name_or_path: a theme that `load_theme` loads.
        tokens: their paths, such as `light.roles.accent.stroke`.
    """
    aliases = _read(_path(name_or_path))[1]
    places = {token: aliases.node(tuple(token.split("."))) for token in tokens}
    return {
        token: Location(place[1].source.path, *place[1].at)
        for token, place in places.items()
        if place
    }


@cache
def builtin_names() -> tuple[str, ...]:
    """The names of the built-in themes, in alphabetical order."""
    return tuple(sorted(path.stem for path in builtin_folder().glob("*.yaml")))


@cache
def builtin_folder() -> Path:
    """The folder of the built-in themes.

    A wheel carries them inside the package. In a source checkout and an editable install the
    package has none, and the repository's own `themes/` is two folders further up.
    """
    package = Path(__file__).parent.parent / "themes"
    checkout = Path(__file__).parents[3] / "themes"
    carried = (package / f"{DEFAULT}.yaml").is_file() or not checkout.is_dir()
    return package if carried else checkout


@cache
def _builtin(name: str) -> Theme:
    values, aliases, faults = _read(_file(name))
    if not faults:
        with suppress(ShapeError):
            return assemble(Theme, values)
    return validate(values, aliases, faults)


def _path(name_or_path: str | Path) -> Path:
    if isinstance(name_or_path, str) and name_or_path in builtin_names():
        return _file(name_or_path)
    path = Path(name_or_path)
    if not _is_file(path):
        raise DiagramError.single("theme-not-found", _not_found(str(name_or_path)))
    return path


def _file(name: str) -> Path:
    return builtin_folder() / f"{name}.yaml"


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long, a folder that may not be looked into
        return False


def _read(path: Path) -> tuple[dict[str, object], Aliases, list[Diagnostic]]:
    """The values of a file, the tree they come from, and the faults found on the way."""
    faults: list[Diagnostic] = []
    aliases = Aliases(_document(path, str(path), (), faults))
    values = aliases.plain()
    values.setdefault("name", path.stem)
    return values, aliases, faults + aliases.faults


def _document(path: Path, shown: str, chain: tuple[Path, ...], faults: list[Diagnostic]) -> Node:
    """Read a file and what it extends, merged into one tree; every node knows its own file."""
    document = read(path, shown)
    faults += document.faults
    own = document.root
    keys = own.value if isinstance(own.value, dict) else {}
    extends = keys.pop("extends", None)
    if extends is None:
        return own
    chain = (*chain, path.resolve())
    file = _extended(extends, path.parent, chain)
    if file is None:
        name = extends.value if isinstance(extends.value, str) else ""
        faults.append(extends.fault("theme-extends", _not_found(name)))
        # Something has to stand in for it, so that the other faults of the file are real ones.
        file = _file(DEFAULT)
    base = _document(file, str(file), chain, faults)
    if isinstance(base.value, dict):
        base.value.pop("name", None)
        base.value.pop("description", None)
    return _merged(base, own)


def _extended(node: Node, folder: Path, chain: tuple[Path, ...]) -> Path | None:
    """The file that `extends` names, None when there is none."""
    name = node.value if isinstance(node.value, str) else ""
    if name in builtin_names():
        file = _file(name)
    elif name.endswith(SUFFIXES) and _is_file(folder / name):
        file = folder / name
    else:
        return None
    if file.resolve() in chain:
        steps = [*chain[chain.index(file.resolve()) :], file]
        loop = " → ".join(step.name for step in steps)
        raise DiagramError([node.fault("theme-extends", f"extends in a loop: {loop}")])
    if len(chain) > MAX_EXTENDS:
        message = f"more themes in a row than may extend each other ({MAX_EXTENDS})"
        raise DiagramError([node.fault("theme-extends", message)])
    return file


def _merged(base: Node, own: Node) -> Node:
    if not isinstance(base.value, dict) or not isinstance(own.value, dict):
        return own
    merged = dict(base.value)
    for key, node in own.value.items():
        merged[key] = _merged(merged[key], node) if key in merged else node
    return Node(merged, own.source, own.at, own.key_at)


def _not_found(name: str) -> str:
    names = ", ".join(builtin_names())
    close = closest(name, builtin_names())
    hint = f' (did you mean "{close}"?)' if close else ""
    missing = f'there is no theme "{shorten(name)}"{hint}' if name else "no theme is named"
    return (
        f"{missing}; allowed are the built-in themes ({names}) "
        f"and the path of a {' or '.join(SUFFIXES)} file"
    )
