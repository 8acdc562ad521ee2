"""PDF: real words in embedded fonts, and what the document says of itself."""

from __future__ import annotations

import re
import subprocess
import sys
import zlib

import pytest

from diagramkit import render
from diagramkit.diagnostics import DiagramError

SOURCE = (
    "---\ntitle: How orders go\n---\nflowchart LR\nA[Order received] -->|checks| B[(Größe)]\n"
    'click A "https://example.org/orders"\n'
)
STREAM = re.compile(rb"stream\n(.*?)\nendstream", re.DOTALL)


def unpacked(pdf: bytes) -> bytes:
    """A PDF with all of its streams as they were before they were packed."""
    return pdf + b"\n".join(
        zlib.decompress(stream) for stream in STREAM.findall(pdf) if stream[:1] == b"x"
    )


@pytest.fixture(scope="module")
def document() -> bytes:
    return unpacked(render(SOURCE).pdf())


def said(document: bytes) -> str:
    """The words of a page, by the character maps of its fonts."""
    fonts = [
        dict(re.findall(rb"<(\w{4})> <(\w+)>", found))
        for found in re.findall(rb"beginbfchar\n(.*?)endbfchar", document, re.DOTALL)
    ]
    words = ""
    for name, shown in re.findall(rb"/F(\d) [\d.]+ Tf.*?\[(.*?)\] TJ", document, re.DOTALL):
        codes = re.findall(rb"<(\w{4})>", shown)
        font = fonts[int(name) - 1]
        words += "".join(bytes.fromhex(font[code].decode()).decode("utf-16-be") for code in codes)
        words += "|"
    return words


def test_words_can_be_found(document: bytes) -> None:
    assert set(said(document).split("|")) == {"Order received", "Größe", "checks", ""}


def test_fonts_are_embedded(document: bytes) -> None:
    assert document.count(b"/FontFile3") == document.count(b"/Type /FontDescriptor") > 0


def test_the_page_is_three_quarters_of_a_point_a_unit(document: bytes) -> None:
    scene = render(SOURCE).scene
    found = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", document)
    assert found
    assert [float(side) for side in found.groups()] == [0.75 * scene.width, 0.75 * scene.height]


@pytest.mark.parametrize("what", [b"(How orders go)", b"/Lang (en)", b"/S /Figure", b"/Alt <"])
def test_the_document_says_what_it_is(document: bytes, what: bytes) -> None:
    assert what in document


def test_a_link_of_the_drawing_is_one_of_the_page(document: bytes) -> None:
    assert b"/URI (https://example.org/orders)" in document


def test_another_process_makes_the_same_bytes() -> None:
    program = (
        "import sys; from diagramkit import render;"
        f"sys.stdout.buffer.write(render({SOURCE!r}).pdf())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout == render(SOURCE).pdf()


def test_a_page_larger_than_pdf_allows_is_refused() -> None:
    rows = "\n".join(f"A->>B: message {number}" for number in range(700))
    with pytest.raises(DiagramError, match="a side is at most 19200"):
        render(f"sequenceDiagram\n{rows}\n").pdf()


@pytest.mark.parametrize(
    ("words", "tag"),
    [("주문 API", "ko"), ("注文を確認", "ja"), ("订单 service", "zh"), ("Заказ", "und-Cyrl")],
)
def test_the_language_is_that_of_the_letters(words: str, tag: str) -> None:
    made = unpacked(render(f'flowchart LR\nA["{words}"]').pdf())
    assert f"/Lang ({tag})".encode() in made
