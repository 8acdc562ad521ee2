"""One room opens files for writing, moves and removes them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "diagramkit"
ROOM = "files"
METHODS = frozenset(
    {"write_text", "write_bytes", "unlink", "rename", "rmdir", "mkdir", "touch", "chmod"}
    | {"symlink_to", "hardlink_to"}
)
OF_OS = frozenset(
    {"open", "write", "replace", "rename", "renames", "remove", "unlink", "rmdir", "removedirs"}
    | {"mkdir", "makedirs", "link", "symlink", "truncate", "ftruncate", "mkfifo", "mknod"}
    | {"chmod", "fchmod", "chown", "utime", "dup2", "pwrite", "writev", "sendfile"}
)
MODULES = frozenset({"shutil", "tempfile", "mmap"})


def changes(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The places of a module that may change files."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [name.name for name in node.names]
            origin = getattr(node, "module", None)
            found = {name.partition(".")[0] for name in (*names, origin or "")} & MODULES
            yield from ((node.lineno, f"import {name}") for name in sorted(found))
            if origin == "os":
                yield from ((node.lineno, f"os.{name}") for name in names if name in OF_OS)
        elif isinstance(node, ast.Call):
            yield from ((node.lineno, words) for words in call_changes(node))


def call_changes(call: ast.Call) -> Iterator[str]:
    match call.func:
        case ast.Attribute(value=ast.Name(id="os"), attr=name):
            if name in OF_OS:
                yield f"os.{name}"
        case ast.Attribute(attr=name) if name in METHODS:
            yield f".{name}"
        case ast.Attribute(attr="replace") if len(call.args) == 1 and not call.keywords:
            yield ".replace"
        case ast.Name(id="open") if not all(map(is_reading, modes(call, 1))):
            yield "open"
        case ast.Attribute(attr="open") if any(map(is_writing, modes(call, 0))):
            yield ".open"


def modes(call: ast.Call, place: int) -> list[ast.expr]:
    """What a call of `open` gives as its mode."""
    named = [keyword.value for keyword in call.keywords if keyword.arg == "mode"]
    return [*named, *call.args[place : place + 1]]


def is_writing(mode: ast.expr) -> bool:
    return isinstance(mode, ast.Constant) and bool(set(str(mode.value)) & set("wax+"))


def is_reading(mode: ast.expr) -> bool:
    return isinstance(mode, ast.Constant) and not is_writing(mode)


def found(package: Path) -> list[str]:
    return [
        f"{file.relative_to(package).as_posix()}:{line}: {words}"
        for file in sorted(package.rglob("*.py"))
        if file.relative_to(package).parts[0] != ROOM
        for line, words in changes(ast.parse(file.read_text(encoding="utf-8")))
    ]


def test_no_other_room_changes_files() -> None:
    assert found(SOURCE) == []


@pytest.mark.parametrize(
    "text",
    [
        "open('a', 'w')",
        "open('a', mode='ab')",
        "open('a', mode)",
        "path.open('w')",
        "path.write_text('a')",
        "path.replace(other)",
        "path.unlink()",
        "os.replace(a, b)",
        "from os import remove",
        "import shutil",
        "from tempfile import mkdtemp",
        "os.open('a', flags)",
    ],
)
def test_a_change_of_a_file_is_found(tmp_path: Path, text: str) -> None:
    (tmp_path / "module.py").write_text(text)
    assert len(found(tmp_path)) == 1


@pytest.mark.parametrize(
    "text",
    ["open('a')", "path.open('rb')", "word.replace('a', 'b')", "Image.open(io.BytesIO(data))"],
)
def test_what_changes_no_file_is_let_be(tmp_path: Path, text: str) -> None:
    (tmp_path / "module.py").write_text(text)
    assert found(tmp_path) == []
