"""Where pages ask for pictures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagramkit.markdown import Dialect, find_places

FOUND: dict[str, tuple[Dialect, str]] = {
    "a page": ("markdown", "b\n\n<!-- picture: a b.mmd -->\nx\n<!-- /picture -->\n\nc\n"),
    "one line": ("markdown", "<!-- picture: a b.mmd -->x<!-- /picture -->\n"),
    "a paragraph": ("markdown", "b <!--picture: a b.mmd-->x<!--/picture--> c\n"),
    "a list": ("markdown", "- <!-- picture: a b.mmd -->\n  x\n  <!-- /picture -->\n"),
    "a quote": ("markdown", "> <!-- picture: a b.mmd -->\n> x\n> <!-- /picture -->\n"),
    "an element": ("markdown", "<p>\n<!-- picture: a b.mmd -->\nx\n<!-- /picture -->\n</p>\n"),
    "empty lines": ("markdown", "<!-- picture: a b.mmd -->\n\nx\n\n<!-- /picture -->\n"),
    "MDX": ("mdx", "{/* picture: a b.mmd */}\nx\n{/* /picture */}\n"),
    "a line of MDX": ("mdx", "<p>{/* picture: a b.mmd */}x{/* /picture */}</p>\n"),
}

NOT_FOUND: dict[str, tuple[Dialect, str]] = {
    "a fence": ("markdown", "```html\n<!-- picture: a -->\n<!-- /picture -->\n```\n"),
    "indented code": ("markdown", "b\n\n    <!-- picture: a -->\n"),
    "a code span": ("markdown", "b `<!-- picture: a -->` and ``<!-- picture: a --> ` ``\n"),
    "another comment": ("markdown", "<!-- As in: <!-- picture: a -->\n"),
    "an escaped mark": ("markdown", "b \\<!-- picture: a -->\n"),
    "preformatted text": ("markdown", "<pre>\n<!-- picture: a -->\n</pre>\n"),
    "front matter": ("markdown", "---\nb: <!-- picture: a -->\n---\n"),
    "braces outside of MDX": ("markdown", "{/* picture: a */}\n"),
    "reStructuredText": ("rst", "<!-- picture: a -->\n"),
    "other words": ("markdown", "<!-- A picture: a -->\n<!-- picture a -->\n"),
}


@pytest.mark.parametrize(("dialect", "text"), FOUND.values(), ids=FOUND)
def test_a_place_is_found_with_its_bounds_in(dialect: Dialect, text: str) -> None:
    (place,) = find_places(text, dialect)
    whole = text[place.start : place.end]
    assert (place.name, place.is_closed) == ("a b.mmd", True)
    assert whole.startswith(("<!--", "{/*"))
    assert whole.endswith(("/picture -->", "/picture-->", "/picture */}"))
    assert text[slice(*place.content)].strip("> \n") == "x"


@pytest.mark.parametrize(("dialect", "text"), NOT_FOUND.values(), ids=NOT_FOUND)
def test_no_place_is_found_in(dialect: Dialect, text: str) -> None:
    assert find_places(text, dialect) == ()


def test_a_place_without_an_end_ends_with_its_comment() -> None:
    text = "<!-- picture: a -->\n\nb\n\n<!-- picture: c -->\n<!-- /picture -->\n"
    first, second = find_places(text)
    assert (text[first.start : first.end], first.is_closed) == ("<!-- picture: a -->", False)
    assert (second.name, second.is_closed) == ("c", True)


def test_a_place_does_not_end_outside_of_its_list() -> None:
    (place,) = find_places("- <!-- picture: a -->\n\n<!-- /picture -->\n")
    assert not place.is_closed


def test_the_line_of_a_place_is_that_of_its_comment() -> None:
    (place,) = find_places("\ufeff# b\r\n\r\nc\r\n<!-- picture: a -->\r\n")
    assert place.line == 4


@pytest.mark.parametrize(
    ("before", "prefix"), [("", ""), ("> ", "> "), ("- ", "  "), ("1. > ", "   > "), ("b > c ", "")]
)
def test_a_place_has_what_a_further_line_starts_with(before: str, prefix: str) -> None:
    (place,) = find_places(f"{before}<!-- picture: a -->\n")
    assert place.prefix == prefix


PIECES = st.sampled_from(
    [*(text for _, text in (*FOUND.values(), *NOT_FOUND.values())), "`", "<!--", "-->", "> ", "- "]
)


@given(st.lists(PIECES | st.text(max_size=6), max_size=8).map("".join))
def test_places_of_any_text_lie_in_it_in_order_and_apart(text: str) -> None:
    position = 0
    for place in find_places(text):
        assert position <= place.start < place.content[0] <= place.content[1] <= place.end
        assert place.name in text[place.start : place.content[0]]
        position = place.end
