"""The words of a label, as the reader sees them."""

from __future__ import annotations

import pytest

from diagramkit.mermaid.entities import mark
from diagramkit.mermaid.label import Wording, words


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("plain", "plain"),
        ("  a \t b  ", "a b"),
        ("a\n   b", "a\nb"),
        ("a<br>b<br/>c<br />d<BR>e", "a\nb\nc\nd\ne"),
        ("a<br class='x'>b", "a\nb"),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("a<hr>b", "a\nb"),
        ("<b>a</b><sub>2</sub>", "a₂"),
        ("<span style='color:red'>a</span>", "a"),
        ("<a href='x>y'>a</a>", "a"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("a <- b", "a <- b"),
        ("a<b", "a"),
        ("a</>b", "ab"),
        ("a<!-- not seen -->b", "ab"),
        ("a<!-- never closed", "a"),
        ("a<script>alert(1)</script>b", "ab"),
        ("a<script>never closed", "a"),
        ("a<style>p{}</style>b", "ab"),
        ("&lt;script&gt;", "<script>"),
        ("&amp;&quot;", '&"'),
        # Mermaid takes `#65;` for one of its own entities and shows the `&` before it.
        ("&#65;", "&A"),
        ("&nosuch;", "&nosuch;"),
        ("#quot;#amp;#9829;", '"&♥'),
        ("#nosuch;", "&nosuch;"),
        ("# 1; 2", "# 1; 2"),
        (r"a\nb", "a\nb"),
        ("fa:fa-car Car", "fa:fa-car Car"),
        ("$$\\frac{1}{2}$$", "$$\\frac{1}{2}$$"),
        ("a\x00b\x1bc\ufffed", "abcd"),
        ("**a** _b_", "**a** _b_"),
    ],
)
def test_the_words(raw: str, seen: str) -> None:
    assert words(mark(raw)) == seen


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("**a** *b* __c__ _d_ ***e***", "a b c d e"),
        ("a * b * c", "a * b * c"),
        ("2*3*4", "234"),
        ("snake_case_name", "snake_case_name"),
        ("**never closed", "**never closed"),
        ("a\n**b**", "a\nb"),
        ("**a *b***", "a b"),
    ],
)
def test_the_words_of_markdown(raw: str, seen: str) -> None:
    wording: Wording = "markdown"
    assert words(raw, wording) == seen
