"""Take out what is not part of the diagram: front matter, directives, comments.

The order and the rules are those of Mermaid 11 (its `preprocess.ts`, `comments.ts` and
`regexes.ts`, for flowcharts `flowParser.ts` too), written to run in linear time, and every
character that is left knows where it came from.
"""

from __future__ import annotations

import re

from diagramkit.mermaid.entities import mark
from diagramkit.mermaid.keywords import KINDS, keyword_of
from diagramkit.mermaid.source import Comment, Source, Span, Traced
from diagramkit.mermaid.text import WHITE, back_over_white, skip_white

_DIRECTIVE = re.compile(rf"%%\{{{WHITE}*[A-Za-z0-9_]+", re.ASCII)
_TAG = re.compile(r"<[A-Za-z0-9_]+", re.ASCII)
_WORD = re.compile(r"[A-Za-z0-9_]+", re.ASCII)
_ATTRIBUTE = re.compile(r'="([^"]*)"')
_AFTER_BRACE = re.compile(rf"\}}({WHITE}*)\n")
_FRONT_MATTER = re.compile(rf"([^\S\n]*)---{WHITE}*\n")
_LIKE_FLOWCHARTS = ("flowchart", "swimlane", "agentflow")


def clean(text: str, path: str, first_line: int) -> Source:
    """What the reader of a diagram's kind has to read.

    Raises DiagramError where the front matter is not YAML.
    """
    original = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    whole = Traced(_single_quotes_in_tags(original))
    title, body = "", 0
    if span := find_front_matter(whole.text):
        from diagramkit.mermaid.front_matter import read_title

        title, body = read_title(original, span, path, first_line), span[3]
    rest = whole.without([(0, body)] if body else [])
    rest = rest.without(find_directives(rest.text))
    spans = _comments(rest.text)
    comments = tuple(_comment(rest, span) for span in spans)
    rest = rest.without(spans)
    lead = skip_white(rest.text, 0)
    rest = rest.without([(0, lead)] if lead else [])
    rest = rest.without(_closing_semicolons(rest.text))
    rest = Traced(mark(rest.text) + "\n", rest.starts, rest.origins)
    if KINDS.get(keyword_of(rest.text) or "") in _LIKE_FLOWCHARTS:
        rest = rest.without([match.span(1) for match in _AFTER_BRACE.finditer(rest.text)])
    return Source(path, first_line, original, rest, title, comments)


def _single_quotes_in_tags(text: str) -> str:
    """`<a href="x">` as `<a href='x'>`, so that a tag does not end a quoted label."""
    if '="' not in text:
        return text
    pieces: list[str] = []
    place = 0
    tag = _TAG.search(text)
    while tag and (end := text.find(">", tag.end())) >= 0:
        pieces.append(text[place : tag.start()])
        pieces.append(_ATTRIBUTE.sub(r"='\1'", text[tag.start() : end]))
        place = end
        tag = _TAG.search(text, end)
    return "".join([*pieces, text[place:]])


def find_front_matter(text: str) -> tuple[str, int, int, int] | None:
    """Indent, begin and end of the YAML, and begin of the diagram; None without front matter."""
    opening = _FRONT_MATTER.match(text)
    if opening is None:
        return None
    # The white space behind `---` may run over blank lines; the YAML begins after the first.
    begin = text.index("\n", opening.end(1)) + 1
    fence = f"\n{opening[1]}---"
    found = text.find(fence, begin)
    while found >= 0:
        after = found + len(fence)
        end = skip_white(text, after)
        last_break = text.rfind("\n", after, end)
        if last_break >= 0:
            return opening[1], begin, found, last_break + 1
        found = text.find(fence, after)
    return None


def find_directives(text: str) -> list[Span]:
    """Every `%%{ name: … }%%`, closed or running to the end of the text."""
    spans: list[Span] = []
    match = _DIRECTIVE.search(text)
    while match:
        place = skip_white(text, match.end())
        if text.startswith(":", place):
            place = skip_white(text, place + 1)
        if word := _WORD.match(text, place):
            place = skip_white(text, word.end())
            end = place + 3 if text.startswith("}%%", place) else place
        else:
            close = text.find("}%%", place)
            end = len(text) if close < 0 else close + 3
        spans.append((match.start(), end))
        match = _DIRECTIVE.search(text, end)
    return spans


def _comments(text: str) -> list[Span]:
    """Every line whose first word begins with `%%`, with the blank lines before it.

    `%%` alone is no comment to Mermaid, and `%%{` begins a directive.
    """
    spans: list[Span] = []
    floor = 0
    place = text.find("%%")
    while place >= 0:
        lead = back_over_white(text, place, floor)
        start = lead if lead == floor else text.find("\n", lead, place) + 1
        if (start > 0 or lead == floor) and text[place + 2 : place + 3] not in ("", "\n", "{"):
            end = text.find("\n", place)
            floor = len(text) if end < 0 else end + 1
            spans.append((start, floor))
            place = text.find("%%", floor)
        else:
            place = text.find("%%", place + 1)
    return spans


def _comment(text: Traced, span: Span) -> Comment:
    start = text.text.index("%%", *span) + 2
    return Comment(text.text[start : span[1]].rstrip("\n"), text.origin(start))


def _closing_semicolons(text: str) -> list[Span]:
    """The last `;` of lines such as `style A fill:#f9f;`, which would make `#f9f;` an entity;
    Mermaid leaves that of `linkStyle 0 color:#0cf;` and reads no colour."""
    spans: list[Span] = []
    for keyword in ("style", "Style", "classDef"):
        start = text.find(keyword)
        while start >= 0:
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            last = text.rfind(";", start, end)
            if last >= 0 and _has_colour(text[start + len(keyword) : last]):
                spans.append((last, last + 1))
            start = text.find(keyword, end)
    return sorted(set(spans))


def _has_colour(declarations: str) -> bool:
    """Whether a `#` follows a `:` with no space between."""
    return any("#" in word[word.find(":") :] for word in declarations.split() if ":" in word)
