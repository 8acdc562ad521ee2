"""Pictures in pages: the markup that shows one, and the place of a page that it stands in.

The markup is one for all: HTML, GitHub's Markdown and MDX read `srcSet` and `/>` alike.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from diagramkit.markdown import Block, Place, replace_blocks

_SOURCE = re.compile(r'<img\b[^>]*?\bsrc="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Variant:
    """One drawing of a picture: its files in light and in dark, relative to the page.

    `upto` is the widest page in pixels that is shown it; None: every page. A drawing that looks
    the same on all pages has its file as `light`, and no `dark`.
    """

    light: str
    dark: str | None = None
    upto: int | None = None


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A picture as a page shows it: what it says in words, its width in pixels, its drawings.

    The narrowest drawing comes first, the one for every page last.
    """

    alt: str
    width: float
    variants: tuple[Variant, ...]


def markup(picture: PagePicture) -> list[str]:
    """The lines that show a picture."""
    *narrow, last = picture.variants
    sources = [line for variant in narrow for line in _sources(variant)]
    if last.dark:
        sources.append(_source(last.dark, "(prefers-color-scheme: dark)"))
    alt = html.escape(" ".join(picture.alt.split()))
    image = f'  <img alt="{alt}" src="{_address(last.light)}" width="{picture.width:.0f}" />'
    return ["<picture>", *sources, image, "</picture>"]


def _sources(variant: Variant) -> list[str]:
    width = f"(max-width: {variant.upto}px)"
    dark = f"{width} and (prefers-color-scheme: dark)"
    return [
        *([_source(variant.dark, dark)] if variant.dark else []),
        _source(variant.light, width),
    ]


def _source(file: str, media: str) -> str:
    return f'  <source media="{media}" srcSet="{_address(file)}" />'


def _address(file: str) -> str:
    return html.escape(quote(file))


def shown_file(text: str, place: Place) -> PurePosixPath | None:
    """The picture that a place of a page shows now, relative to the page; None without one."""
    found = _SOURCE.search(text, *place.content)
    return PurePosixPath(unquote(html.unescape(found[1]))) if found else None


def fill_places(text: str, places: Sequence[Place], pictures: Sequence[PagePicture | None]) -> str:
    """`text` with each of `places`, in order, showing the picture of the same number.

    None leaves a place as it is. Everything outside of the places stays, and their comments too.
    Raises `ValueError` when the two sequences differ in length.
    """
    parts, position = [], 0
    for place, picture in zip(places, pictures, strict=True):
        if picture is None:
            continue
        start, end = place.content
        parts += [text[position:start], _inside(text, place, markup(picture))]
        position = end
        if not place.is_closed:
            parts.append(_closing(text, place))
    return "".join([*parts, text[position:]])


def _inside(text: str, place: Place, lines: list[str]) -> str:
    """What stands between the comments of a place: one line where words stand beside it."""
    line_start = text.rfind("\n", 0, place.start) + 1
    if text[line_start : place.start].strip("\ufeff> \t-*+.0123456789"):
        return "".join(line.strip() for line in lines)
    gap = [""] if text.startswith("[", place.start) else []
    return _joined(["", *gap, *lines, *gap, ""], text, place.prefix)


def _joined(rows: Sequence[str], text: str, prefix: str) -> str:
    """Lines of the same list item or quote, with the line ends of the page `text`; the first one
    stands where it is put, the last one leads to what follows."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    *inner, last = rows[1:]
    led = [*((prefix + row) if row else prefix.rstrip() for row in inner), prefix + last]
    return line_end.join([rows[0], *led])


def _closing(text: str, place: Place) -> str:
    opening = text[place.start : place.content[0]]
    return re.sub(r"picture:.*?(?=\)| *--| *\*)", "/picture", opening, count=1)


def replace_with_places(
    text: str, blocks: Sequence[Block], pictures: Sequence[tuple[str, PagePicture]]
) -> str:
    """`text` with each of `blocks`, in order, replaced by a place that names the source of a
    picture and shows it.

    The comments are definitions of a link that nothing refers to, which GitHub, MDX and every
    other reader of Markdown leave out of the page. Raises `ValueError` when the two sequences
    differ in length.
    """
    written = []
    for block, (source, picture) in zip(blocks, pictures, strict=True):
        opening, closing = f"[//]: # (picture: {_escaped(source)})", "[//]: # (/picture)"
        lines = [opening, "", *markup(picture), "", closing]
        written.append(_joined(lines, text, block.prefix))
    return replace_blocks(text, blocks, written)


def _escaped(source: str) -> str:
    return re.sub(r"[%()\\]", lambda found: f"%{ord(found[0]):02X}", source)
