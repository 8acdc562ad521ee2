"""The rows of a treemap: sections and leaves by their indentation, classes, a title.

Follows the grammar of Mermaid 12.3 (`treemap.langium`), in which line breaks mean nothing and
blanks do: those at the end of a line are the indentation of the next row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from diagramkit.mermaid.critical import critical_names
from diagramkit.mermaid.declarations import declarations
from diagramkit.mermaid.kinds.treemap.model import Item, Treemap
from diagramkit.mermaid.label import words
from diagramkit.mermaid.langium import DESCRIPTIONS, LangiumScanner
from diagramkit.mermaid.settings import read_settings
from diagramkit.mermaid.source import Source

MAX_ITEMS, MAX_DEPTH = 2_000, 50
MAX_VALUE = 1e15

_TOKEN = re.compile(
    rf"{DESCRIPTIONS}|(?P<treemap>treemap(?:-beta)?)"
    r"|(?P<classdef>classDef\s+[a-zA-Z_]\w+(?:\s+[^;\n]*)?;?)|(?P<style>:::)|(?P<colon>[:,])"
    r"|(?P<indent>[\t ]+)|(?P<id>[a-zA-Z_]\w*)|(?P<number>[0-9_.,]+)"
    r"""|(?P<quoted>"[^"]*"|'[^']*')|(?P<unknown>.)""",
    re.DOTALL | re.ASCII,
)
_HIDDEN = re.compile(r"%%[^\n]*|\n")
_CLASS = re.compile(r"classDef\s+(\w+)\s*([^;]*)")
_VALUE = re.compile(r"[0-9]*\.?[0-9]*")

_Row = tuple[int, Item]
"""The width of an indentation, and what stands behind it."""


def read(source: Source) -> Treemap:
    """Read a treemap. Raises DiagramError where Mermaid would not read it, and where a value is no
    number."""
    scanner = LangiumScanner(source, _TOKEN, _HIDDEN)
    scanner.need("treemap", '"treemap"')
    rows: list[_Row] = []
    styles: dict[str, str] = {}
    while scanner.peek().kind != "eof":
        if scanner.take_title():
            continue
        indent = scanner.take_if("indent")
        if scanner.peek().kind == "eof":
            break
        if token := scanner.take_if("classdef"):
            if match := _CLASS.match(token.text):
                styles[match[1]] = f"{styles.get(match[1], '')},{match[2]}"
        else:
            rows.append((len(indent.text) if indent else 0, _item(scanner, len(rows))))
    items = tuple(_nested(source, rows))
    critical = critical_names(source, (item.name for _, item in rows))
    settings = read_settings(source, "treemap")
    return Treemap(
        items,
        tuple((name, declarations(text.split(","))) for name, text in styles.items()),
        bool(settings.get("showValues", "true")),
        settings.get("valueFormat", "") or ",",
        critical,
        **scanner.titles.fields(),
    )


def _item(scanner: LangiumScanner, count: int) -> Item:
    """`"Section"`, or `"Leaf": 5`, each with a class or not."""
    hint = ""
    if scanner.peek().kind == "indent":
        hint = "the line before ends in blanks, which Mermaid takes for the indentation of this one"
    name = scanner.need("quoted", 'a name in quotes, such as "Section" or "Leaf": 5', hint)
    if count == MAX_ITEMS:
        raise scanner.source.limit(name.start, f"a treemap has {MAX_ITEMS} items at most")
    value = _value(scanner)
    class_name = ""
    if scanner.take_if("style"):
        class_name = scanner.need("id", "the name of a class").text
    return Item(words(name.text[1:-1]), value, class_name)


def _value(scanner: LangiumScanner) -> float | None:
    """The value of a leaf; None for a section. Blanks before a colon are no indentation."""
    text, place = scanner.text, scanner.peek().start
    rest = text[place:].lstrip("\t ")
    if scanner.peek().kind == "indent" and (rest[:1] == "," or re.match(":(?!::)", rest)):
        scanner.take()
    if not scanner.take_if("colon"):
        return None
    scanner.take_if("indent")
    number = scanner.need("number", "a value, 0 or more, behind the name of a leaf")
    match = _VALUE.match(number.text.replace(",", ""))
    if match is None or not match[0].strip("."):
        raise scanner.error(number.start, f'a value is a number, and here is "{number.text[:40]}"')
    value = float(match[0])
    if value > MAX_VALUE:
        message = f"a value is {MAX_VALUE:.0e} at most"
        raise scanner.source.error(number.start, message, "mermaid-limit")
    return value


def _nested(source: Source, rows: Sequence[_Row]) -> Iterator[Item]:
    """The items as a tree: what is indented further than a section is in it."""
    open_parts: list[tuple[int, Item, list[Item]]] = [(-1, Item(""), [])]

    def close() -> None:
        _, section, parts = open_parts.pop()
        whole = Item(section.name, None, section.class_name, tuple(parts))
        open_parts[-1][2].append(whole)

    for indent, item in rows:
        while len(open_parts) > 1 and open_parts[-1][0] >= indent:
            close()
        if item.value is not None:
            open_parts[-1][2].append(item)
            continue
        if len(open_parts) > MAX_DEPTH:
            message = f"a treemap is {MAX_DEPTH} levels deep at most"
            raise source.error(0, message, "mermaid-limit")
        open_parts.append((indent, item, []))
    while len(open_parts) > 1:
        close()
    return iter(open_parts[0][2])
