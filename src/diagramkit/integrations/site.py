"""Drawings in the pages of a site: inline SVG that follows the switch of the site."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from diagramkit.diagnostics import Diagnostic
from diagramkit.integrations.store import Kept, Store
from diagramkit.mermaid.reading import undrawn
from diagramkit.project.cache import drawing_fingerprint, fingerprint
from diagramkit.project.config import load_settings
from diagramkit.project.diagrams import Diagram
from diagramkit.project.options import modes_of
from diagramkit.svg.write import BY_READER, Dark
from diagramkit.sync.pictures import drawings_by_width

_LINK = re.compile(r'(<a href=")([^"]+)(">)')
_FITTED = '<svg style="max-width:100%;height:auto;vertical-align:top" '
_SCROLLED = '<div class="diagram" style="overflow-x:auto;margin:1em 0">'
_LEAST = 0.7
"""A drawing shrinks to this share of its width, then its place scrolls. Drawings as wide as the
built-in themes have them, 960 units, fit into Material's column of 688 pixels."""


class Site:
    """How the diagrams of a site are drawn: as the configuration above `folder` says, in one SVG
    that is dark when `is_dark` says so. Drawings are kept in the folder `cache`, if there is one.

    Raises:
        DiagramError: the configuration or the theme cannot be used.
    """

    def __init__(self, folder: Path, is_dark: Dark = BY_READER, cache: Path | None = None) -> None:
        self.settings = load_settings(folder)
        options = self.settings.drawing.loaded()
        self.options = options.changed(modes=modes_of(options.look, ("both",)))
        self.is_dark = is_dark
        self.store = Store(cache) if cache else None
        self._look = fingerprint(drawing_fingerprint(self.options), self.settings.widths, is_dark)

    def drawn(self, diagram: Diagram) -> Kept:
        """A diagram as HTML, and the warnings about it.

        Raises:
            DiagramError: it cannot be drawn.
        """
        if self.store is None:
            return self._draw(diagram)
        key = fingerprint(self._look, diagram.name, diagram.text)
        make: Callable[[], Kept] = lambda: self._draw(diagram)  # noqa: E731
        return self.store.get(key, diagram.shown, diagram.line, make)

    def left(self, diagram: Diagram) -> Diagnostic | None:
        """What is said of a diagram that is left to the site, for Mermaid has its kind and
        diagramkit does not; None of all others, and where the project has none of those."""
        if self.settings.undrawn == "error":
            return None
        return undrawn(diagram.text, diagram.shown, diagram.line)

    def _draw(self, diagram: Diagram) -> Kept:
        found = list(drawings_by_width(diagram, self.options, self.settings.widths))
        rules, above, pictures = [], 0, []
        for upto, drawing in found:
            svg = drawing.svg_for(self.is_dark).strip()
            own = svg.split('id="', 1)[1].split('"', 1)[0]
            rules += _shown(own, drawing.scene.width, above, upto)
            above = upto or above
            pictures.append(svg.replace("<svg ", _FITTED, 1))
        style = html.escape("".join(rules), quote=False)
        body = f"<style>{style}</style>{''.join(pictures)}"
        return Kept(f"{_SCROLLED}{body}</div>", found[-1][1].warnings_as(["svg"]))


def _shown(own: str, width: float, above: int, upto: int | None) -> list[str]:
    """Rules of style for the drawing of the id `own`, `width` wide: it shrinks as far as its words
    can be read, but on paper, which does not scroll, and is shown on pages wider than `above` and
    up to `upto`."""
    rules = [f"@media screen{{#{own}{{min-width:{width * _LEAST:.0f}px}}}}"]
    if above:
        rules.append(f"@media (max-width:{above}px){{#{own}{{display:none}}}}")
    if upto is not None:
        rules.append(f"@media (min-width:{upto + 0.02}px){{#{own}{{display:none}}}}")
    return rules


def linked(picture: str, suffixes: tuple[str, ...], address: Callable[[str], str | None]) -> str:
    """A drawing whose links to sources of pages, which end in one of `suffixes`, lead to the pages.

    `address` tells where the page of a path, as it is written, is; None leaves the link.
    """

    def target(found: re.Match[str]) -> str:
        parts = urlsplit(html.unescape(found[2]))
        if parts.scheme or parts.netloc or not parts.path.lower().endswith(suffixes):
            return found[0]
        page = address(parts.path)
        if page is None:
            return found[0]
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        return f"{found[1]}{html.escape(page + fragment)}{found[3]}"

    return _LINK.sub(target, picture)


def beside(page: str, path: str) -> str:
    """A path as written in the source of a page, from the folder of all sources."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
