"""Theme files as values: a file and what it extends merged into one tree, aliases resolved.

Mappings are merged key by key, lists and scalars replaced, and aliases resolved after that: a
new `light.accent` reaches everything that is aliased to it.

A theme reads nothing outside of its project: the nearest folder above it with a configuration or
a repository, else the folder of the run where the theme is in it, else the theme's own folder.
"""

from __future__ import annotations

from pathlib import Path

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.files.border import Border
from diagramkit.theme.aliases import Aliases, closest, shorten
from diagramkit.theme.builtin import DEFAULT, builtin_file, builtin_names
from diagramkit.theme.document import Document, Node, parse, read

SUFFIXES = (".yaml", ".yml")
MAX_EXTENDS = 8
_PROJECT = ("diagrams.toml", "pyproject.toml", ".git")
_MODES = ("light", "dark")


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


def read_theme(
    path: Path, text: str | None = None
) -> tuple[dict[str, object], Aliases, list[Diagnostic]]:
    """The values of a file, the tree they come from, and the faults found on the way. `text` counts
    instead of what the file holds."""
    faults: list[Diagnostic] = []
    own = read(path, str(path)) if text is None else parse(text, str(path))
    root = _merged_with_base(own, path, (), project_of(path), faults)
    _one_mode(root)
    aliases = Aliases(root)
    values = aliases.plain()
    values.setdefault("name", path.stem)
    return values, aliases, faults + aliases.faults


def _one_mode(root: Node) -> None:
    """Let the mode of a theme that has one alone stand for the other as well."""
    keys = root.value if isinstance(root.value, dict) else {}
    modes = keys.get("modes")
    chosen = (
        {str(each.value) for each in modes.value} if modes and isinstance(modes.value, list) else ()
    )
    if modes and len(chosen) == 1 and (alone := next(iter(chosen))) in _MODES:
        other = next(mode for mode in _MODES if mode != alone)
        keys[other] = Node(f"${alone}", modes.source, modes.at, modes.key_at)


def project_of(path: Path) -> Border:
    """What a theme file may read: files of its project."""
    folder = path.absolute().parent
    for parent in (folder, *folder.parents):
        if any((parent / name).exists() for name in _PROJECT):
            return Border.around([parent])
    here = Path.cwd()
    return Border.around([here if folder.is_relative_to(here) else folder])


def _merged_with_base(
    document: Document,
    path: Path,
    chain: tuple[Path, ...],
    project: Border,
    faults: list[Diagnostic],
) -> Node:
    """A file that was read and what it extends, as one tree; every node knows its own file."""
    faults += document.faults
    own = document.root
    keys = own.value if isinstance(own.value, dict) else {}
    extends = keys.pop("extends", None)
    if extends is None:
        return own
    chain = (*chain, path.resolve())
    name = extends.value if isinstance(extends.value, str) else ""
    file = _extended(extends, path.parent, chain, project)
    if file is None:
        is_inside = not name.endswith(SUFFIXES) or _is_inside(project, path.parent, name)
        message = _not_found(name) if is_inside else outside(name, project)
        faults.append(extends.fault("theme-extends", message))
        # Something has to stand in for it, so that the other faults of the file are real ones.
        file = builtin_file(DEFAULT)
    base = _merged_with_base(read(file, str(file)), file, chain, project, faults)
    if isinstance(base.value, dict):
        base.value.pop("name", None)
        base.value.pop("description", None)
    return _merged(base, own)


def _extended(node: Node, folder: Path, chain: tuple[Path, ...], project: Border) -> Path | None:
    """The file that `extends` names, None when there is none in the project."""
    name = node.value if isinstance(node.value, str) else ""
    if name in builtin_names():
        file = builtin_file(name)
    elif name.endswith(SUFFIXES) and _is_inside(project, folder, name) and _is_file(folder / name):
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


def _is_inside(project: Border, folder: Path, name: str) -> bool:
    try:
        project.contain_target(folder / name)
    except DiagramError:
        return False
    return True


def outside(name: str, project: Border) -> str:
    """What is said of a file that a theme names and may not read."""
    return f'"{shorten(name)}" is outside of the project ({project.folders[0]}): not read'


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
