"""Which files are taken for diagrams, and which are not."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.project.diagrams import read_diagrams
from diagramkit.project.discovery import Source, find_sources


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _touch(*names: str, text: str = "graph\n") -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def _found(*paths: str) -> list[str]:
    sources, problems = find_sources([Path(path) for path in paths])
    assert problems == []
    return [source.path.as_posix() for source in sources]


def _problem(*paths: str) -> str:
    _, (problem,) = find_sources([Path(path) for path in paths])
    return problem.message


def test_a_folder_gives_its_sources_sorted_by_folder_and_name() -> None:
    _touch("d/b.mmd", "d/a.md", "d/B.mermaid", "d/sub/c.markdown", "d/aa/d.mdx", "d/Z.MMD")
    assert _found("d") == [
        "d/B.mermaid",
        "d/Z.MMD",
        "d/a.md",
        "d/b.mmd",
        "d/aa/d.mdx",
        "d/sub/c.markdown",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "d/rendered/x.md",
        "d/goldens/x.md",
        "d/node_modules/p/x.md",
        "d/.git/x.md",
        "d/.hidden.md",
        "d/settings.yaml",
        "d/notes.txt",
        "d/svg",
    ],
)
def test_a_folder_is_searched_without(name: str) -> None:
    _touch("d/a.mmd", name)
    assert _found("d") == ["d/a.mmd"]


@pytest.mark.parametrize("sign", ["pyvenv.cfg", "conda-meta/history"])
def test_a_virtual_environment_is_not_searched(sign: str) -> None:
    _touch("d/a.mmd", f"d/environment/{sign}", "d/environment/lib/x.md")
    assert _found("d") == ["d/a.mmd"]


@pytest.mark.parametrize(
    ("ignore", "left"),
    [
        ("*.md", ["d/a.mmd", "d/sub/c.mmd"]),
        ("sub/", ["d/a.mmd", "d/b.md"]),
        ("/a.mmd", ["d/b.md", "d/sub/c.mmd"]),
        ("*\n!*/\n!b.md", ["d/b.md"]),
        ("# a\n\n\\\n!\n*.mmd", ["d/b.md"]),
    ],
)
def test_what_git_ignores_is_left_out(ignore: str, left: list[str]) -> None:
    _touch("d/a.mmd", "d/b.md", "d/sub/c.mmd")
    _touch("d/.gitignore", text=ignore)
    assert _found("d") == left


def test_an_ignore_file_above_in_the_repository_counts() -> None:
    _touch("d/a.mmd", "d/b.md", ".git/config")
    _touch(".gitignore", text="/d/b.md\n")
    assert _found("d") == ["d/a.mmd"]


def test_an_ignore_file_above_the_repository_does_not_count() -> None:
    _touch("r/a.mmd", "r/.git/config")
    _touch(".gitignore", text="*.mmd\n")
    assert _found("r") == ["r/a.mmd"]


def test_a_nearer_ignore_file_goes_before_a_farther_one() -> None:
    _touch("d/sub/a.mmd", "d/b.md")
    _touch("d/.gitignore", text="*.mmd\n")
    _touch("d/sub/.gitignore", text="!a.mmd\n")
    assert _found("d") == ["d/b.md", "d/sub/a.mmd"]


def test_an_ignored_file_that_is_named_is_taken() -> None:
    _touch("a.mmd")
    _touch(".gitignore", text="*\n")
    assert _found("a.mmd") == ["a.mmd"]


def test_a_hostile_ignore_pattern_takes_no_time() -> None:
    _touch(f"d/{'a' * 200}.mmd")
    _touch("d/.gitignore", text="*a" * 40 + "b\n")
    begun = time.perf_counter()
    assert len(_found("d")) == 1
    assert time.perf_counter() - begun < 2


def test_an_ignore_file_of_many_lines_is_read_once() -> None:
    _touch("d/a.mmd", "d/b.md")
    _touch("d/.gitignore", text="".join(f"/x{number}\n" for number in range(2000)) + "b.md\n")
    assert _found("d") == ["d/a.mmd"]


def test_an_ignore_file_that_is_not_utf8_counts() -> None:
    _touch("d/a.mmd", "d/b.md")
    Path("d/.gitignore").write_bytes(b"\xef\xbb\xbfcaf\xe9/\r\n\x0cx\r\nb.md\r\n")
    assert _found("d") == ["d/a.mmd"]


def test_an_ignore_file_that_is_too_large_is_named_and_the_rest_is_found() -> None:
    _touch("d/a.mmd")
    _touch("d/.gitignore", text="x\n" * 60_000)
    sources, (problem,) = find_sources([Path("d")])
    assert [source.path.name for source in sources] == ["a.mmd"]
    assert "larger than 100000 bytes" in problem.message


def test_an_ignore_file_that_cannot_be_read_is_named_and_the_rest_is_found() -> None:
    _touch("d/a.mmd", "d/.gitignore/x")
    sources, (problem,) = find_sources([Path("d")])
    assert [source.path.name for source in sources] == ["a.mmd"]
    assert problem.message == "d/.gitignore: cannot be read: is a directory"


def _link_to_itself(path: str) -> None:
    os.symlink(Path(path).name, path)


def _link_to_nothing(path: str) -> None:
    os.symlink("nothing", path)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (_link_to_itself, "link"),
        (_link_to_nothing, "no such file"),
        (os.mkfifo, "not a regular file"),
    ],
)
def test_an_odd_entry_of_a_folder_is_named_and_the_rest_is_found(
    make: Callable[[str], None], words: str
) -> None:
    _touch("d/a.mmd", "d/z.mmd")
    make("d/odd.mmd")
    sources, (problem,) = find_sources([Path("d")])
    assert [source.path.name for source in sources] == ["a.mmd", "z.mmd"]
    assert problem.message.startswith("d/odd.mmd: ")
    assert words in problem.message


def test_names_that_are_not_utf8_are_told_and_the_rest_is_found() -> None:
    _touch("d/a.mmd")
    os.mkdir(b"d/caf\xe9")
    Path(os.fsdecode(b"d/caf\xe9/x.mmd")).write_text("graph\n")
    Path(os.fsdecode(b"d/\xff.mmd")).write_text("graph\n")
    sources, problems = find_sources([Path("d")])
    assert [source.path.name for source in sources] == ["a.mmd"]
    assert [one.message for one in problems] == [
        "d/caf\\xe9: its name is not UTF-8; passed over",
        "d/\\xff.mmd: its name is not UTF-8; passed over",
    ]


@pytest.mark.parametrize("name", ["d/a.qmd", "d/a.rst"])
def test_pages_of_other_dialects_are_found(name: str) -> None:
    _touch(name)
    assert _found("d") == [name]


@pytest.mark.parametrize(
    ("exclude", "include", "left"),
    [
        (["*.md"], [], ["d/a.mmd", "d/sub/c.mmd"]),
        (["d/sub/"], [], ["d/a.mmd", "d/b.md"]),
        (["/b.md", "**/c.mmd"], [], ["d/a.mmd", "d/b.md"]),
        (["*", "!*/", "!b.md"], [], ["d/b.md"]),
        ([], ["*.mmd"], ["d/a.mmd", "d/sub/c.mmd"]),
        ([], ["d/sub"], ["d/sub/c.mmd"]),
        (["sub"], ["*.mmd"], ["d/a.mmd"]),
    ],
)
def test_patterns_say_what_is_looked_for_in_folders(
    exclude: list[str], include: list[str], left: list[str]
) -> None:
    _touch("d/a.mmd", "d/b.md", "d/sub/c.mmd")
    sources, problems = find_sources([Path("d")], exclude=exclude, include=include)
    assert ([source.path.as_posix() for source in sources], problems) == (left, [])


def test_patterns_begin_at_the_folder_of_the_configuration() -> None:
    _touch("d/a.mmd", "d/sub/c.mmd")
    sources, _ = find_sources([Path("d")], exclude=["/sub/c.mmd"], base=Path("d"))
    assert [source.path.name for source in sources] == ["a.mmd"]


def test_a_file_that_is_named_is_taken_whatever_is_excluded() -> None:
    _touch("a.mmd")
    sources, _ = find_sources([Path("a.mmd")], exclude=["*"], include=["*.md"])
    assert [source.path.name for source in sources] == ["a.mmd"]


@pytest.mark.parametrize("pattern", ["!", "*a*b*c*d*e"])
def test_a_pattern_that_cannot_be_used_is_named(pattern: str) -> None:
    _touch("d/a.mmd")
    sources, (problem,) = find_sources([Path("d")], exclude=[pattern])
    assert (len(sources), pattern in problem.message) == (1, True)


def test_links_are_not_followed_out_of_the_folder() -> None:
    _touch("outside/x.mmd", "d/a.mmd", "d/sub/c.mmd")
    os.symlink("../outside", "d/folder")
    os.symlink("../outside/x.mmd", "d/out.mmd")
    os.symlink("sub/c.mmd", "d/within.mmd")
    os.symlink("..", "d/sub/loop")
    assert _found("d") == ["d/a.mmd", "d/within.mmd", "d/sub/c.mmd"]


def test_a_file_named_twice_is_taken_once() -> None:
    _touch("d/a.mmd")
    assert _found("d/a.mmd", "d", "./d/a.mmd") == ["d/a.mmd"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("nothing.mmd", "nothing.mmd: no such file or folder"),
        ("empty", "empty: no diagrams in this folder: expected .mmd, .mermaid, .md"),
        ("notes.txt", "notes.txt: not a diagram: expected .mmd"),
        ("plain", "plain: not a diagram: expected .mmd"),
    ],
)
def test_a_path_that_cannot_be_used_is_named_with_the_reason(path: str, words: str) -> None:
    _touch("notes.txt", "plain")
    Path("empty").mkdir()
    assert _problem(path).startswith(words)


def test_a_bad_path_leaves_the_others() -> None:
    _touch("a.mmd")
    sources, problems = find_sources([Path("nothing"), Path("a.mmd")])
    assert ([source.path.name for source in sources], len(problems)) == (["a.mmd"], 1)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_folder_is_named() -> None:
    _touch("d/a.mmd", "d/closed/b.mmd")
    os.chmod("d/closed", 0)
    try:
        assert "closed: cannot be read: permission denied" in _problem("d")
    finally:
        os.chmod("d/closed", 0o755)


def test_a_mermaid_file_is_one_diagram_named_after_it() -> None:
    _touch("learning path.mmd", text="\ufeffgraph\n")
    (diagram,) = read_diagrams(Source(Path("learning path.mmd")))
    assert (diagram.name, diagram.text, diagram.line) == ("learning path", "graph\n", 1)


def test_the_blocks_of_a_page_are_called_after_their_heading() -> None:
    _touch("n.md", text="# a\n```mermaid\nx\n```\n\n```mermaid\ny\n```\n")
    found = [(one.name, one.text, one.line) for one in read_diagrams(Source(Path("n.md")))]
    assert found == [("n-a", "x\n", 3), ("n-a-2", "y\n", 7)]


@pytest.mark.parametrize(
    ("data", "place"), [(b"\xff", "a.mmd:1:1"), ("é\nü".encode() + b"\xfe", "a.mmd:2:2")]
)
def test_a_byte_that_is_not_utf8_is_named_with_its_place(data: bytes, place: str) -> None:
    Path("a.mmd").write_bytes(data)
    with pytest.raises(DiagramError, match=f"{place}: not UTF-8 text"):
        read_diagrams(Source(Path("a.mmd")))


def test_a_file_beyond_the_limit_is_refused() -> None:
    Path("a.mmd").write_bytes(b" " * 8_000_001)
    with pytest.raises(DiagramError, match="larger than 8000000 bytes"):
        read_diagrams(Source(Path("a.mmd")))


def test_a_diagram_that_says_so_is_skipped() -> None:
    _touch("a.mmd", text="graph\n%% diagram: skip\n")
    _touch("n.md", text="```mermaid\n  %% diagram: skip\nx\n```\n\n```mermaid\ny\n```\n")
    found = [read_diagrams(Source(Path(name))) for name in ("a.mmd", "n.md")]
    assert [[one.text for one in diagrams] for diagrams in found] == [[], ["y\n"]]


def test_a_figure_in_a_folder_is_found_by_its_first_key() -> None:
    _touch("d/settings.yaml", text="name: figure\nfigure: 1\n")
    _touch("d/heads.yml", text="# Heads\nfigure: panels\n")
    assert _found("d") == ["d/heads.yml"]
