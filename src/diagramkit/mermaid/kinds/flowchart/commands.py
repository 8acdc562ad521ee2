"""The statements that say how things look: `style`, `classDef`, `class`, `linkStyle`."""

from __future__ import annotations

from diagramkit.mermaid.declarations import declarations
from diagramkit.mermaid.kinds.flowchart.builder import Builder
from diagramkit.mermaid.kinds.flowchart.messages import expected
from diagramkit.mermaid.kinds.flowchart.model import Style
from diagramkit.mermaid.kinds.flowchart.scanner import ID_KINDS, Scanner, Token
from diagramkit.mermaid.kinds.flowchart.vertices import read_id
from diagramkit.mermaid.limits import check_looks

_STYLE_KINDS = frozenset(("number", "name", "colon", "space", "hash", "style"))
_WORD_KINDS = ID_KINDS - {"default"}
_A_STYLE = "a style such as fill:#eee"
_A_NUMBER = 'the number of a link or "default"'


def read_style(scanner: Scanner, builder: Builder) -> None:
    """`style A fill:#fff,stroke:#333`."""
    scanner.take()
    name = _after_space(scanner, "the name of a node")
    scanner.source.mention(name.start, name.end)
    take_space(scanner, _A_STYLE)
    builder.add_style(name.text, name.start, declarations(_styles(scanner)))


def read_class_definition(scanner: Scanner, builder: Builder) -> None:
    """`classDef one,two fill:#fff,stroke:#333`; `default` is the class of every node."""
    scanner.take()
    name = _after_space(scanner, "the name of a class")
    take_space(scanner, _A_STYLE)
    # A comma that belongs to a value is written `\,`.
    styles = ",".join(_styles(scanner)).replace("\\,", "\0").split(",")
    names = name.text.split(",")
    check_looks(scanner.source, names, styles, name.start)
    builder.define_class(names, declarations(style.replace("\0", ",") for style in styles))


def read_class(scanner: Scanner, builder: Builder) -> None:
    """`class A,B primary`."""
    scanner.take()
    names = _after_space(scanner, "the names of nodes")
    scanner.source.mention(names.start, names.end, ",")
    name = _after_space(scanner, "the name of a class")
    builder.add_class(names.text.split(","), name.text)


def read_link_style(scanner: Scanner, builder: Builder) -> None:
    """`linkStyle 0,1 stroke:#f00`, `linkStyle default interpolate basis`."""
    scanner.take()
    take_space(scanner, _A_NUMBER)
    places = _numbers(scanner)
    take_space(scanner, _A_STYLE)
    style: Style = ()
    if scanner.peek().kind == "interpolate":
        scanner.take()
        take_space(scanner, "the name of a curve")
        read_word(scanner, "the name of a curve")
        if scanner.peek().kind == "space":
            scanner.take()
            style = declarations(_styles(scanner))
    else:
        style = declarations(_styles(scanner))
    if places:
        builder.style_links(places, style)
    elif style:
        builder.style_all_links(style)


def _numbers(scanner: Scanner) -> list[tuple[int, int]]:
    """Numbers of links and their offsets; none for `default`."""
    if scanner.peek().kind == "default":
        scanner.take()
        return []
    numbers: list[tuple[int, int]] = []
    while True:
        token = scanner.peek()
        if token.kind != "number":
            raise expected(scanner, _A_NUMBER)
        scanner.take()
        # A number of thousands of digits is no number of a link, and slow to read.
        numbers.append((int(token.text[:9]), token.start))
        if scanner.peek().kind != "comma":
            return numbers
        scanner.take()


def _styles(scanner: Scanner) -> list[str]:
    """What stands between commas, up to the end of the statement."""
    styles: list[str] = []
    while True:
        pieces: list[str] = []
        while scanner.peek().kind in _STYLE_KINDS:
            pieces.append(scanner.take().text)
        if not pieces:
            raise expected(scanner, _A_STYLE)
        styles.append("".join(pieces))
        if scanner.peek().kind != "comma":
            return styles
        scanner.take()


def _after_space(scanner: Scanner, wanted: str) -> Token:
    take_space(scanner, wanted)
    return read_id(scanner, wanted)


def take_space(scanner: Scanner, wanted: str) -> None:
    """Consume one space. Raises DiagramError, naming what is `wanted` behind it, without one."""
    if scanner.peek().kind != "space":
        raise expected(scanner, f"a space and {wanted}")
    scanner.take()


def read_word(scanner: Scanner, wanted: str) -> str:
    """A word of letters and digits. Raises DiagramError, naming what was `wanted`."""
    pieces: list[str] = []
    while scanner.peek().kind in _WORD_KINDS:
        pieces.append(scanner.take().text)
    if not pieces:
        raise expected(scanner, wanted)
    return "".join(pieces)
