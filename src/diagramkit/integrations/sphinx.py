"""The extension for Sphinx: `extensions = ["diagramkit.integrations.sphinx"]`.

`.. mermaid::` and `.. diagram::`, which takes figures too, hold a diagram or name a file of one.
HTML gets inline SVG, LaTeX a vector PDF, all else the words that describe the picture.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from diagramkit import __version__
from diagramkit.diagnostics import DiagramError
from diagramkit.drawing import Drawing, draw
from diagramkit.integrations.site import Site, beside, linked
from diagramkit.project.diagrams import Diagram
from diagramkit.project.documents import read_document
from diagramkit.svg.write import BY_READER, Dark

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

_FURO: Dark = (
    ("", "[data-theme=dark]"),
    ("(prefers-color-scheme: dark)", "[data-theme=auto]"),
)
_THEMES: dict[str, Dark] = {"furo": _FURO}
_SWITCH: Dark = (("", "[data-theme=dark]"),)
"""How PyData and Read the Docs are dark; themes that know no dark never are."""
_log = logging.getLogger(__name__)


class diagram(nodes.General, nodes.Element):  # noqa: N801 (nodes of docutils have such names)
    """A diagram of a page: its source, name and place, and the words for those who cannot see."""


class DiagramDirective(SphinxDirective):
    """A diagram, or the file of one."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]] | None] = {
        "name": directives.unchanged,
        "alt": directives.unchanged,
        "caption": directives.unchanged,
        "align": lambda word: directives.choice(word, ("left", "center", "right")),
    }

    def run(self) -> list[nodes.Node]:
        """The node, or the source as code where it cannot be drawn."""
        node = diagram(alt=self.options.get("alt", ""), align=self.options.get("align", ""))
        source = "\n".join(self.content) + "\n"
        try:
            source = self._place(node, source)
            _site(self.env.app).drawn(_diagram(node))
        except DiagramError as error:
            for found in error.diagnostics:
                place = found.location
                where = f"{place.path}:{place.line}" if place else self.get_location()
                _log.warning(found.message, location=where, type="diagrams", subtype=found.code)
            return [nodes.literal_block(source, source)]
        self.set_source_info(node)
        return [self._captioned(node)]

    def _place(self, node: diagram, source: str) -> str:
        path, line = self.get_source_info()
        if self.content:
            path, line = self.content.source(0), self.content.offset(0) + 1
        if self.arguments:
            relative, absolute = self.env.relfn2path(self.arguments[0])
            self.env.note_dependency(relative)
            source, path, line = read_document(Path(absolute), relative).text, absolute, 1
        name = self.options.get("name") or f"{self.env.docname.replace('/', '-')}-{self.lineno}"
        node["document"] = self.env.docname
        node.attributes |= {"text": source, "called": name, "path": str(path), "line": line}
        return source

    def _captioned(self, node: diagram) -> nodes.Node:
        if "caption" not in self.options:
            self.add_name(node)
            return node
        figure = nodes.figure("", node)
        words, _ = self.parse_inline(self.options["caption"], lineno=self.lineno)
        figure += nodes.caption("", "", *words)
        self.add_name(figure)
        return figure


def _diagram(node: nodes.Element) -> Diagram:
    return Diagram(node["called"], node["text"], node["path"], node["line"], Path(node["path"]))


def _site(app: Sphinx) -> Site:
    """The drawings of a project, made once a build."""
    found: Site | None = getattr(app, "_diagrams", None)
    if found is None:
        own = str(app.config.diagrams_dark)
        is_dark = _THEMES.get(str(app.config.html_theme), _SWITCH)
        if own:
            is_dark = BY_READER if own == "reader" else (("", own),)
        found = Site(Path(app.srcdir), is_dark, Path(app.doctreedir) / "diagrams")
        app._diagrams = found  # type: ignore[attr-defined]
    return found


def _html(writer: Any, node: diagram) -> None:
    """Inline SVG."""
    words = escape(node["alt"])
    named = f' role="img" aria-label="{words}"' if words else ""
    aligned = f' class="align-{node["align"]}"' if node["align"] else ""
    ids = "".join(f'<span id="{each}"></span>' for each in node["ids"])
    picture = _linked(writer, node, _site(writer.builder.app).drawn(_diagram(node)).html)
    writer.body.append(f"{ids}<div{aligned}{named}>{picture}</div>\n")
    raise nodes.SkipNode


def _linked(writer: Any, node: diagram, picture: str) -> str:
    """A drawing whose links to documents lead to their pages."""
    builder, here = writer.builder, node["document"]
    suffixes = tuple(builder.config.source_suffix)

    def address(path: str) -> str | None:
        other = beside(here, path)
        name = next((other.removesuffix(end) for end in suffixes if other.endswith(end)), other)
        if name not in builder.env.found_docs:
            _log.warning(f"a diagram links to {path}, which is not there", location=node)
            return None
        return str(builder.get_relative_uri(here, name))

    return linked(picture, suffixes, address)


def _latex(writer: Any, node: diagram) -> None:
    """A picture in PDF, no wider than the text."""
    drawing = _drawing(writer, node)
    file = f"diagram-{node['called']}-{len(writer.body)}.pdf".replace(" ", "-")
    drawing.save(Path(writer.builder.outdir) / file)
    width = f"{drawing.scene.width * 0.75:.2f}bp"
    size = f"width=\\ifdim{width}>\\linewidth\\linewidth\\else {width}\\fi"
    writer.body.append(f"\n\\begin{{center}}\\includegraphics[{size}]{{{file}}}\\end{{center}}\n")
    raise nodes.SkipNode


def _text(writer: Any, node: diagram) -> None:
    """The words for those who cannot see the picture."""
    writer.new_state(0)
    writer.add_text(node["alt"] or _drawing(writer, node).alt)
    writer.end_state()
    raise nodes.SkipNode


def _drawing(writer: Any, node: diagram) -> Drawing:
    return draw(_diagram(node), _site(writer.builder.app).options.changed(modes=("light",)))


def setup(app: Sphinx) -> dict[str, Any]:
    """Give Sphinx the directives; `diagrams_dark` is the selector of what is around a dark page,
    or `reader` for the reader's preference."""
    app.add_config_value("diagrams_dark", "", "env")
    app.add_node(diagram, html=(_html, None), latex=(_latex, None), text=(_text, None))
    app.add_directive("mermaid", DiagramDirective)
    app.add_directive("diagram", DiagramDirective)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
