"""Theme files as values: a file and what it extends merged into one tree, aliases resolved.

Mappings are merged key by key, lists and scalars replaced, and aliases resolved after that: a
new `light.accent` reaches everything that is aliased to it.
"""

from __future__ import annotations

from pathlib import Path

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.theme.aliases import Aliases, closest, shorten
from diagramkit.theme.builtin import DEFAULT, builtin_file, builtin_names
from diagramkit.theme.document import Node, read

SUFFIXES = (".yaml", ".yml")
MAX_EXTENDS = 8


def find_theme(name_or_path: str | Path) -> Path:
    """The file of a theme: a built-in one by its name, else the path itself.

    Raises:
        DiagramError: there is no such theme.
    """
    if isinstance(name_or_path, str) and name_or_path in builtin_names():
        return builtin_file(name_or_path)
    path = Path(name_or_path)
    if not _is_file(path):
        raise DiagramError.single("theme-not-found", _not_found(str(name_or_path)))
    return path


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long, a folder that may not be looked into
        return False


def read_theme(path: Path) -> tuple[dict[str, object], Aliases, list[Diagnostic]]:
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
        file = builtin_file(DEFAULT)
    base = _document(file, str(file), chain, faults)
    if isinstance(base.value, dict):
        base.value.pop("name", None)
        base.value.pop("description", None)
    return _merged(base, own)


def _extended(node: Node, folder: Path, chain: tuple[Path, ...]) -> Path | None:
    """The file that `extends` names, None when there is none."""
    name = node.value if isinstance(node.value, str) else ""
    if name in builtin_names():
        file = builtin_file(name)
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
