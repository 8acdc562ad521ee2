"""The cache: it holds what was written, and garbage in it does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagramkit.diagnostics import Diagnostic, Location
from diagramkit.files.border import Border
from diagramkit.project import cache

WARNING = Diagnostic("c", "words", Location("a.mmd", 7, 2), "line", "warning")


def test_entries_come_back_as_they_were_saved(tmp_path: Path) -> None:
    entries = {"x/a": cache.Entry("key", {"a.svg": "1"}, (WARNING,))}
    cache.save(tmp_path, entries, Border.around([tmp_path]))
    assert cache.load(tmp_path) == entries


def test_saving_the_same_entries_in_another_order_gives_the_same_bytes(tmp_path: Path) -> None:
    entries = [("a", cache.Entry("1", {})), ("b", cache.Entry("2", {}))]
    cache.save(tmp_path, dict(entries), Border.around([tmp_path]))
    first = (tmp_path / cache.FILE).read_bytes()
    cache.save(tmp_path, dict(reversed(entries)), Border.around([tmp_path]))
    assert (tmp_path / cache.FILE).read_bytes() == first


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\x00",
        b"[]",
        b"{}",
        b'{"diagrams": 3}',
        b'{"diagrams": {"a": null}}',
        b'{"diagrams": {"a": {"key": 1, "files": [], "warnings": []}}}',
        b'{"diagrams": {"a": {"key": 1, "files": {}, "warnings": [{"code": 1}]}}}',
        b"[" * 100_000,
        b'{"diagrams": {"a": {"key": 1, "files": {}, "warnings": [{"code": 1, "message": 1, '
        b'"source_line": null, "location": {"path": 1, "line": "x", "column": 1}}]}}}',
    ],
)
def test_garbage_counts_as_no_cache(tmp_path: Path, data: bytes) -> None:
    (tmp_path / cache.FILE).write_bytes(data)
    assert cache.load(tmp_path) == {}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["diagrams", "key", "files", "warnings", "a"]), inner)
    ),
    max_leaves=12,
)


@given(json_values)
def test_any_json_is_read_as_entries(
    tmp_path_factory: pytest.TempPathFactory, value: object
) -> None:
    import json

    folder = tmp_path_factory.mktemp("any")
    (folder / cache.FILE).write_text(json.dumps(value))
    assert all(isinstance(entry, cache.Entry) for entry in cache.load(folder).values())


def test_a_cache_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache.save(tmp_path / "file", {}, Border.around([tmp_path]))
    assert cache.load(tmp_path / "file") == {}


def test_an_entry_covers_files_that_are_as_written_and_no_others(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(b"picture")
    entry = cache.Entry("key", {"a.svg": cache.digest(b"picture"), "b.svg": cache.digest(b"b")})
    assert entry.covers(tmp_path, ["a.svg"])
    assert not entry.covers(tmp_path, ["a.svg", "b.svg"])
    assert not entry.covers(tmp_path, ["c.svg"])
    (tmp_path / "a.svg").write_bytes(b"touched")
    assert not entry.covers(tmp_path, ["a.svg"])


def test_warnings_are_moved_with_their_diagram() -> None:
    (moved,) = cache.moved((WARNING,), "b.md", 10)
    assert moved.location == Location("b.md", 17, 2)


def test_a_warning_without_a_place_stays_without() -> None:
    bare = Diagnostic("c", "words", severity="warning")
    assert cache.moved((bare,), "b.md", 10) == (bare,)


def test_the_fingerprint_of_the_program_is_the_same_twice() -> None:
    assert cache.program_fingerprint() == cache.program_fingerprint()


def test_another_version_of_a_part_is_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = cache.program_fingerprint()
    monkeypatch.syspath_prepend(tmp_path)
    assert cache.program_fingerprint() == before
    (tmp_path / "fontpkg_inter-999.0.dist-info").mkdir()
    assert cache.program_fingerprint() != before


def test_other_values_have_another_fingerprint() -> None:
    assert cache.fingerprint("a", "b") != cache.fingerprint("ab", "")
