"""The XML of a drawing, read without trust: no entities, no network, bounded size and depth.

lxml reads the tree. It does not say where an element begins, so the start tags are looked up in
the text as well; in a document that lxml has taken they come in the order of its elements.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from lxml import etree

from diagramkit.diagnostics import DiagramError, Location
from diagramkit.svg.read.embedded import fonts

MAX_BYTES = 16_000_000
"""Largest drawing that is read."""
MAX_ELEMENTS = 100_000
MAX_ATTRIBUTES, MAX_IN_ALL = 500, 400_000
"""Attributes of one element, and of all together."""
MAX_DEPTH = 200
SVG = "http://www.w3.org/2000/svg"
XLINK = "{http://www.w3.org/1999/xlink}href"

_GZIP = b"\x1f\x8b"
_TAGS = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<!DOCTYPE(?:[^\[>\"']|\"[^\"]*\"|'[^']*')*"
    r"(?:\[.*?\]\s*)?>|(?P<start><[^\s/>!?][^\s/>]*(?:[^>\"']|\"[^\"]*\"|'[^']*')*>)",
    re.DOTALL,
)
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_PARSE_ERROR = re.compile(r",? line \d+, column \d+.*$")


@dataclass(eq=False, slots=True)
class Node:
    """An element: its local name, the same as `tag` where it is SVG (else empty), its attributes,
    its children and the words between them, and where its start tag stands in the text."""

    name: str
    tag: str
    attributes: dict[str, str]
    text: str
    tail: str
    start: int
    stop: int
    index: int
    parent: Node | None = field(default=None, repr=False)
    children: list[Node] = field(default_factory=list, repr=False)

    @property
    def href(self) -> str:
        """What it refers to, by either name of the attribute."""
        return (self.attributes.get("href") or self.attributes.get(XLINK, "")).strip()


@dataclass(frozen=True, eq=False)
class Document:
    """A drawing as text and as a tree of nodes; `nodes` has them in the order of the text."""

    text: str
    nodes: tuple[Node, ...]
    tree: etree._Element = field(repr=False)
    encoding: str = "utf-8"

    @property
    def root(self) -> Node:
        return self.nodes[0]

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """The first node of each id."""
        found: dict[str, Node] = {}
        for node in self.nodes:
            if name := node.attributes.get("id"):
                found.setdefault(name, node)
        return found

    @cached_property
    def fonts(self) -> dict[str, bytes]:
        """The fonts that its style sheets bring along, by family in lower case."""
        return fonts(node.text for node in self.nodes if node.tag == "style")

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        return re.split(r"\r\n?|\n", self.text)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer(r"\r\n?|\n", self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a place in the text, both from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line_of(self, node: Node) -> int:
        """The line on which the start tag of a node begins."""
        return self.position(node.start)[0]

    def comments(self) -> list[tuple[int, str]]:
        """The comments of the text, with their offsets."""
        return [
            (found.start(), found[0][4:-3])
            for found in _TAGS.finditer(self.text)
            if found[0].startswith("<!--")
        ]


def parse(data: bytes | str, path: str = "<string>") -> Document:
    """Read a drawing.

    Raises:
        DiagramError: not XML, not SVG, too long, too deep, or compressed; with the place.
    """
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if raw.startswith(_GZIP):
        raise _error("a compressed drawing: unpack it first (gunzip)", path)
    if len(raw) > MAX_BYTES:
        raise _error(f"larger than {MAX_BYTES} bytes, the most that is read", path)
    tree = _parsed(raw, path, is_text=isinstance(data, str))
    encoding = tree.getroottree().docinfo.encoding or "utf-8"
    text = data if isinstance(data, str) else _decoded(raw, encoding, path)
    nodes = _nodes(tree, text, path)
    if nodes[0].tag != "svg":
        name = str(tree.tag).rpartition("}")[2]
        cure = f'; write <svg xmlns="{SVG}">' if name == "svg" else ""
        raise _error(f"the outermost element is {tree.tag}, not svg of SVG{cure}", path)
    return Document(text, nodes, tree, encoding)


def _parsed(raw: bytes, path: str, *, is_text: bool) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8" if is_text else None,
    )
    try:
        return etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position or (1, 1)
        message = _PARSE_ERROR.sub("", str(error.msg))
        excerpt = raw.decode("utf-8", "replace").splitlines()[line - 1 : line]
        raise DiagramError.single(
            "svg-syntax",
            f"not well-formed XML: {message}",
            Location(path, max(1, line), max(1, column)),
            excerpt[0][:2000] if excerpt else None,
        ) from None
    except (ValueError, LookupError) as error:
        raise _error(f"not well-formed XML: {error}", path) from None


def _decoded(raw: bytes, encoding: str, path: str) -> str:
    try:
        return raw.decode(encoding).removeprefix("\ufeff")
    except (UnicodeDecodeError, LookupError):
        raise _error(f"not {encoding} text: save the file as UTF-8", path) from None


def _nodes(tree: etree._Element, text: str, path: str) -> tuple[Node, ...]:
    """The tree as nodes, walked without recursion."""
    if sum(1 for _ in islice(tree.iter(), MAX_ELEMENTS + 1)) > MAX_ELEMENTS:
        raise _error(f"more than {MAX_ELEMENTS} elements, the most that is read", path)
    spans = [found.span("start") for found in _TAGS.finditer(text) if found["start"]]
    nodes: list[Node] = []
    attributes = 0
    waiting: list[tuple[etree._Element, Node | None, int]] = [(tree, None, 1)]
    while waiting:
        element, parent, depth = waiting.pop()
        if depth > MAX_DEPTH:
            raise _error(f"elements nest deeper than {MAX_DEPTH}", path)
        if len(element.attrib) > MAX_ATTRIBUTES:
            raise _error(f"an element with more than {MAX_ATTRIBUTES} attributes", path)
        attributes += len(element.attrib)
        if attributes > MAX_IN_ALL:
            raise _error(f"more than {MAX_IN_ALL} attributes, the most that is read", path)
        node = _node(element, parent, len(nodes), spans)
        nodes.append(node)
        if parent is not None:
            parent.children.append(node)
        children = [child for child in element if isinstance(child.tag, str)]
        waiting.extend((child, node, depth + 1) for child in reversed(children))
    return tuple(nodes)


def _node(
    element: etree._Element, parent: Node | None, index: int, spans: list[tuple[int, int]]
) -> Node:
    namespace, _, name = str(element.tag).rpartition("}")
    start, stop = spans[index] if index < len(spans) else (0, 0)
    return Node(
        name=name,
        tag=name if namespace == "{" + SVG else "",
        attributes={str(key): str(value) for key, value in element.attrib.items()},
        text=element.text or "",
        tail=element.tail or "",
        start=start,
        stop=stop,
        index=index,
        parent=parent,
    )


def _error(message: str, path: str) -> DiagramError:
    return DiagramError.single("svg", message, Location(path))
