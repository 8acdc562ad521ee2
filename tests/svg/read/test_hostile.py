"""Input by people who mean harm: an error or a reading, soon, and nothing else read."""

from __future__ import annotations

import base64
import gzip
import struct
import zlib
from contextlib import suppress
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagramkit.checking.drawings import check_drawing
from diagramkit.diagnostics import DiagramError
from diagramkit.svg.read import painter, read, shapes
from diagramkit.theme.load import load_theme
from svg.read.reading import drawing, reading

SECONDS = 5
"""Twice what the slowest takes on a busy machine, and far below what they would without bounds."""
BOMB = "".join(
    f'<g id="g{level}">' + f'<use href="#g{level - 1}" x="{level}"/>' * 10 + "</g>"
    for level in range(1, 11)
)
ENTITIES = "".join(
    f'<!ENTITY e{level} "{f"&e{level - 1};" * 10 if level else "lol"}">' for level in range(12)
)
NTH = "".join(f"g:nth-child({n}n+1) rect:nth-child({n}) {{}}" for n in range(1, 999))
# Each table of these fonts would unpack to 200 MB.
PACKED = zlib.compress(bytes(200_000_000), 9)
WOFF = struct.pack(">4s4s4xH30x", b"wOFF", b"OTTO", 1) + struct.pack(
    ">4sIII4x", b"cmap", 64, len(PACKED), 200_000_000
)
FONTS = "".join(
    f"@font-face {{ font-family: f{n}; src: url(data:font/woff;base64,"
    f"{base64.b64encode(WOFF + PACKED).decode()}) }}"
    for n in range(9)
)
HOSTILE = {
    "entities": f"<!DOCTYPE svg [{ENTITIES}]>" + drawing("<text>&e11;</text>"),
    "depth": drawing("<g>" * 10_000 + "</g>" * 10_000),
    "uses": drawing(
        f'<defs><g id="g0"><rect width="4" height="4"/></g>{BOMB}</defs><use href="#g10"/>'
    ),
    "variables": drawing(
        "<style>:root { --v0: red;"
        + "".join(f"--v{n}: var(--v{n - 1}) var(--v{n - 1});" for n in range(1, 60))
        + "} rect { fill: var(--v59) }</style><rect width='9' height='9'/>"
    ),
    "canvas": drawing('<rect width="1e300" height="1e308"/>', 'width="1e30" height="1e30"'),
    "path": drawing(f'<path d="M0 0{"l1-1" * 100_000}" stroke="red"/>'),
    "transforms": drawing(f'<rect transform="{"rotate(3) " * 99_999}" width="9" height="9"/>'),
    "declarations": drawing(f'<rect style="{"a:b;" * 99_999}" width="9" height="9"/>'),
    "attributes": drawing("<rect " + " ".join(f"a{n}='1'" for n in range(40_000)) + "/>"),
    "shapes": drawing('<g><rect width="9" height="9"/></g>' * 14_000),
    "rows": drawing('<rect width="9" height="9"/>' * 20_000),
    "markers": drawing(
        f'<marker id="m" markerWidth="9" markerHeight="9">{"<g><rect/></g>" * 3000}</marker>'
        + '<path d="M0 0L9 9" marker-end="url(#m)" stroke="red"/>' * 1000
    ),
    "fonts": drawing(f'<style>{FONTS}</style><text font-family="f3" y="20">words</text>'),
    "gradients": drawing(
        "".join(f'<linearGradient id="g{n}" href="#g{n + 1}"/>' for n in range(20_000))
        + '<rect width="9" height="9" fill="url(#g0)"/>'
    ),
    "stacked words": drawing("".join(f"<text y='40'>words {n}</text>" for n in range(1500))),
    "stacked boxes": drawing(
        '<rect width="80" height="30" fill="#fff" stroke="#111"/><text y="20">a</text>' * 1500
    ),
    "lines": drawing(
        "".join(
            f'<path d="M{n * 7 % 400} 0 L{n * 11 % 400} 300" stroke="#111"/>' for n in range(3000)
        )
    ),
    "comments": drawing("<!-- diagrams: ignore jog --><rect width='3' height='3'/>" * 2000),
    "nth-child": drawing(f"<style>{NTH}</style>" + "<g><rect width='9' height='9'/></g>" * 2000),
    "parentheses": drawing(f'<rect fill="{"(" * 99_999}" width="9" height="9"/>'),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_bombs_are_judged_or_refused_soon(name: str) -> None:
    started = process_time()
    with suppress(DiagramError):
        check_drawing(HOSTILE[name], name, load_theme("editorial"))
    assert process_time() - started < SECONDS


@pytest.mark.parametrize("command", ["L9 9", "C1 2 3 4 5 6"])
def test_a_path_of_too_many_commands_is_refused_with_the_limit(
    monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(shapes, "MAX_COMMANDS", 2_000)
    monkeypatch.setattr(painter, "MAX_POINTS", 1_996)
    with pytest.raises(DiagramError, match="path commands, the most that is read"):
        read(drawing(f'<path d="M0 0{command * 2_000}"/>'))


def test_a_marker_on_many_lines_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(painter, "largest_part", lambda *rest: asked.append(rest))
    marker = '<marker id="m"><path d="M0 0L9 9"/></marker>'
    read(drawing(marker + '<path d="M0 0L9 9" marker-end="url(#m)"/>' * 9))
    assert len(asked) == 1


def test_a_drawing_of_too_many_shapes_is_refused_with_the_limit() -> None:
    with pytest.raises(DiagramError, match="more than 12000 shapes"):
        read(HOSTILE["shapes"])


def test_of_very_many_faults_of_a_kind_the_first_are_told() -> None:
    found, _ = check_drawing(HOSTILE["stacked words"], "a", load_theme("editorial"))
    messages = [each.message for each in found if each.code == "text-overlaps-text"]
    assert len(messages) == 500
    assert messages[-1].endswith("further ones are not looked for")


def test_a_file_that_an_entity_names_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    source = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    text = source + drawing('<text y="20">&x;</text>')
    assert read(text).scene.texts == []
    found, _ = check_drawing(text, "a", load_theme("editorial"))
    assert "the entity x is another file" in [each.message for each in found]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not well-formed"),
        (b"<svg", "not well-formed"),
        (b"<svg/>", 'write <svg xmlns="http://www.w3.org/2000/svg">'),
        (b"<html/>", "outermost element is html"),
        (drawing("<text>").encode() + b"\xff", "not well-formed"),
        (gzip.compress(drawing("").encode()), "compressed"),
    ],
)
def test_what_is_no_drawing_is_refused_with_the_reason(data: bytes, words: str) -> None:
    with pytest.raises(DiagramError, match=words):
        read(data)


def test_a_script_is_not_drawn() -> None:
    assert reading("<script>alert(1)</script>").scene.primitives == ()


@given(st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=8))
def test_a_drawing_with_changed_bytes_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(SAMPLE)
    for place, value in changes:
        data[place % len(data)] = value
    try:
        scene = read(bytes(data)).scene
    except DiagramError:
        return
    assert scene.width > 0


SAMPLE = drawing(
    "<style>.a { fill: none; stroke: #111; rx: 8 } text { font: 700 14px Arial }</style>"
    '<marker id="m" refX="8"><path d="M0,0 L8,3 L0,6 Z"/></marker>'
    '<g transform="translate(10 10) rotate(5)"><rect class="a" width="90" height="40"/>'
    '<text x="45" y="25" text-anchor="middle">one <tspan dy="3">two</tspan></text></g>'
    '<path d="M100 30 C 120 30 130 40 150 40" marker-end="url(#m)" class="a"/>'
    '<use href="#m" x="3"/><polygon points="1,2 30,40 5,60"/>'
).encode()
