"""The plug-in for MkDocs: Mermaid and figures in pages become inline SVG when the site is built."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config import base, config_options
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.integrations.site import Site, beside, linked
from diagramkit.markdown import replace_blocks
from diagramkit.project.diagrams import PageDiagram, page_diagrams
from diagramkit.svg.write import BY_READER, Dark

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_SWITCHES = {"material": "[data-md-color-scheme=slate]", "mkdocs": "[data-bs-theme=dark]"}
"""What is dark in a theme of MkDocs: the selector of an element around the page."""
_PLACE = "diagram-place-{}-of-diagramkit"
_SHOWN = re.compile(
    r"<p>\s*diagram-place-(\d+)-of-diagramkit\s*</p>|diagram-place-(\d+)-of-diagramkit"
)
_log = get_plugin_logger("diagrams")


class Options(base.Config):  # type: ignore[no-untyped-call]
    """`dark`: the selector of what is around a dark page, `reader` for the reader's preference;
    `cache`: the folder in which drawings are kept, relative to mkdocs.yml."""

    dark = config_options.Type(str, default="")
    cache = config_options.Type(str, default=".cache/diagrams")


class DiagramsPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """`plugins: [diagrams]`."""

    def on_config(self, config: MkDocsConfig) -> None:
        """Read the configuration of the drawings. Raises `PluginError` where it is unusable."""
        self._folder = Path(config.config_file_path or "mkdocs.yml").absolute().parent
        dark = self.config.dark or _SWITCHES.get(str(config.theme.name), "reader")
        is_dark: Dark = BY_READER if dark == "reader" else (("", dark),)
        try:
            self._site = Site(self._folder, is_dark, self._folder / self.config.cache)
        except DiagramError as error:
            raise PluginError(str(error)) from None
        self._drawn: dict[str, list[str]] = {}

    def on_page_markdown(self, markdown: str, *, page: Page, files: Files, **_: Any) -> str:
        """Put a place for each diagram that can be drawn into the page."""
        before = _lines_before(page, markdown)
        path = Path(os.path.relpath(page.file.abs_src_path or page.file.src_uri))
        blocks, pictures = [], []
        for found in page_diagrams(path, markdown):
            picture = self._picture(_moved(found, before))
            if picture is not None:
                blocks.append(found.block)
                pictures.append(_linked(picture, page, files))
        self._drawn[page.file.src_uri] = pictures
        return replace_blocks(markdown, blocks, [_PLACE.format(at) for at in range(len(blocks))])

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        """Put the drawings into their places."""
        drawn = self._drawn.pop(page.file.src_uri, [])
        return _SHOWN.sub(lambda found: _at(drawn, found), html)

    def on_post_build(self, **_: Any) -> None:
        """Forget drawings that no page has any more."""
        if self._site.store:
            self._site.store.prune()

    def _picture(self, found: PageDiagram) -> str | None:
        diagram = found.diagram
        if left := self._site.left(diagram):
            _log.info(left.headline)
            return None
        try:
            drawn = self._site.drawn(diagram)
        except DiagramError as error:
            _say(error.diagnostics)
            return None
        for warning in drawn.warnings:
            _log.info(warning.headline)
        return drawn.html


def _say(diagnostics: Sequence[Diagnostic]) -> None:
    """As warnings of MkDocs, which `--strict` counts."""
    for diagnostic in diagnostics:
        _log.warning(str(diagnostic))


def _at(drawn: Sequence[str], found: re.Match[str]) -> str:
    number = int(found[1] or found[2])
    return drawn[number] if number < len(drawn) else found[0]


def _lines_before(page: Page, markdown: str) -> int:
    """How many lines of the page's file stand before its text: MkDocs takes front matter away."""
    whole = page.file.content_string.replace("\r\n", "\n").removeprefix("\ufeff")
    return whole.removesuffix(markdown).count("\n") if whole.endswith(markdown) else 0


def _moved(found: PageDiagram, lines: int) -> PageDiagram:
    from dataclasses import replace

    return replace(found, diagram=replace(found.diagram, line=found.diagram.line + lines))


def _linked(picture: str, page: Page, files: Files) -> str:
    """A drawing whose links to pages of the site lead there."""

    def address(path: str) -> str | None:
        other = files.get_file_from_path(beside(page.file.src_uri, path))
        if other is None:
            _log.warning(f"{page.file.src_uri}: a diagram links to {path}, which is not there")
            return None
        return other.url_relative_to(page.file)

    return linked(picture, (".md", ".markdown"), address)
