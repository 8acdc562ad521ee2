"""The one reader of source files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagramkit.diagnostics import DiagramError
from diagramkit.project.documents import Document, read_document


def _written(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "a.mmd"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data", [b"", b"a\r\nb\n", b"\xef\xbb\xbfa", b"caf\xe9\x00\x85", "\u2028".encode()]
)
def test_the_bytes_of_a_file_come_back(tmp_path: Path, data: bytes) -> None:
    document = read_document(_written(tmp_path, data), any_encoding=True)
    assert document.data(document.text) == data


def test_a_byte_order_mark_is_part_of_the_text_but_not_of_the_body(tmp_path: Path) -> None:
    document = read_document(_written(tmp_path, b"\xef\xbb\xbfa"))
    assert (document.text, document.body) == ("\ufeffa", "a")


@pytest.mark.parametrize(
    ("text", "end"),
    [("a", "\n"), ("a\nb\r\n", "\n"), ("a\r\nb\n", "\r\n"), ("a\rb", "\r"), ("a\rb\n", "\r")],
)
def test_the_line_end_of_a_file_is_that_of_its_first_line(text: str, end: str) -> None:
    assert Document(Path("a"), text).line_end == end


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"a\n\xe9", "a.mmd:2:1: not UTF-8 text (byte 0xe9): save the file as UTF-8"),
        (b"\xff\xfea\x00", "is UTF-16 text: save the file as UTF-8"),
        (b"x" * 101, "is larger than 100 bytes, the most that is read"),
    ],
)
def test_what_is_no_source_is_refused_with_the_reason(
    tmp_path: Path, data: bytes, words: str
) -> None:
    with pytest.raises(DiagramError) as caught:
        read_document(_written(tmp_path, data), "a.mmd", limit=100)
    assert words in str(caught.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.mmd")
    with pytest.raises(DiagramError, match=r"a\.mmd: cannot be read: not a regular file"):
        read_document(tmp_path / "a.mmd", "a.mmd")


@pytest.mark.parametrize(
    ("name", "words"), [("b", "no such file"), ("loop", "a link that leads nowhere")]
)
def test_what_cannot_be_opened_is_named_with_the_reason(
    tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(DiagramError, match=words):
        read_document(tmp_path / name)


BYTES = st.binary(max_size=60).filter(lambda data: not data.startswith((b"\xff\xfe", b"\xfe\xff")))


@given(BYTES)
def test_any_bytes_come_back(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = _written(tmp_path_factory.getbasetemp(), data)
    document = read_document(path, any_encoding=True)
    assert document.data(document.text) == data
