"""The statements that say how classes look and where they lead: `style`, `classDef`, `cssClass`,
`click`, `link`, `callback`."""

from __future__ import annotations

from diagramkit.mermaid.address import safe_address
from diagramkit.mermaid.declarations import declarations
from diagramkit.mermaid.kinds.class_diagram.builder import Builder
from diagramkit.mermaid.kinds.class_diagram.names import read_name
from diagramkit.mermaid.kinds.class_diagram.scanner import Scanner
from diagramkit.mermaid.kinds.flowchart.model import Style
from diagramkit.mermaid.label import words
from diagramkit.mermaid.limits import check_looks

_STYLE_KINDS = ("name", "colon", "hash", "style", "percent", "label")
_LINK = 'a link in double quotes, as in "https://example.org"'


def read_style(scanner: Scanner, builder: Builder) -> None:
    """`style A fill:#fff,stroke:#333`."""
    scanner.take()
    name = scanner.need("name", 'the name of a class, of letters, digits and "_"')
    scanner.source.mention(name.start, name.end)
    builder.add_style(name.text, _style(scanner))


def read_class_definition(scanner: Scanner, builder: Builder) -> None:
    """`classDef one,two fill:#fff,stroke:#333`."""
    scanner.take()
    wanted = 'the name of a class of styles, of letters, digits and "_"'
    names = [scanner.need("name", wanted).text]
    while scanner.take_if("comma"):
        names.append(scanner.need("name", wanted).text)
    style = _style(scanner)
    check_looks(scanner.source, names, style, scanner.place)
    builder.define_class(names, style)


def read_css_class(scanner: Scanner, builder: Builder) -> None:
    """`cssClass "A,B" name`."""
    scanner.take()
    names = scanner.need("string", "names of classes in double quotes")
    scanner.source.mention(names.start, names.end, ",")
    name = scanner.need("name", "the name of a class of styles")
    builder.add_css_class(names.text, name.text)


def read_link(scanner: Scanner, builder: Builder) -> None:
    """`link A "https://…" "tooltip" _blank`."""
    scanner.take()
    _read_address(scanner, builder, read_name(scanner, "the name of a class").text)


def read_callback(scanner: Scanner, builder: Builder) -> None:
    """`callback A "function" "tooltip"`; nothing is ever called."""
    scanner.take()
    name = read_name(scanner, "the name of a class")
    scanner.need("string", "the name of a function in double quotes")
    builder.on_click(name.text, None, _tooltip(scanner))


def read_click(scanner: Scanner, builder: Builder) -> None:
    """`click A href "https://…" "tooltip" _blank` and `click A call f() "tooltip"`."""
    scanner.take()
    name = read_name(scanner, "the name of a class")
    if scanner.take_if("call"):
        builder.on_click(name.text, None, _tooltip(scanner))
    elif scanner.take_if("href"):
        _read_address(scanner, builder, name.text)
    else:
        raise scanner.expected('"href" and a link, or "call" and a function with ( and )')


def _read_address(scanner: Scanner, builder: Builder, name: str) -> None:
    link = scanner.need("string", _LINK)
    tooltip = _tooltip(scanner)
    scanner.take_if("target")
    builder.on_click(name, safe_address(link.text), tooltip)


def _tooltip(scanner: Scanner) -> str | None:
    token = scanner.take_if("string")
    return words(token.text) if token else None


def _style(scanner: Scanner) -> Style:
    """The declarations that come next, with commas between them."""
    pieces: list[str] = []
    while not pieces or scanner.take_if("comma"):
        pieces.append(scanner.need(_STYLE_KINDS, "a style such as fill:#eee").text)
        while more := scanner.take_if(*_STYLE_KINDS):
            pieces[-1] += more.text
    return declarations(",".join(pieces).split(","))
