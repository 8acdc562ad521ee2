"""Pages put together from files: what a page is told is data, nothing of it becomes markup."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HOME = Path(__file__).parent


def put_together(home: Path, title: str, sources: str, data: str, pictures: str = "") -> str:
    """A page of what `home` holds: `page.html`, the body, `page.css` and `page.js`.

    Args:
        home: the folder.
        title: as HTML.
        sources: what the page may load beside its own styles and scripts, as directives of a
            content security policy.
        data: what the page is told, as `embedded` writes it.
        pictures: elements behind the scripts.
    """
    scheme = _read(HOME / "scheme.html")
    parts = {
        "title": title,
        "sources": sources,
        "style": _read(HOME / "base.css") + _read(home / "page.css"),
        "body": _filled(_read(home / "page.html"), {"scheme": scheme}),
        "data": data,
        "script": _read(HOME / "base.js") + _read(home / "page.js"),
        "pictures": pictures,
    }
    return _filled(_read(HOME / "base.html"), parts)


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _filled(text: str, parts: Mapping[str, str]) -> str:
    """A text with a part where it says `[[name]]`; no part is looked through."""
    pieces = text.split("[[")
    found = [pieces[0]]
    for piece in pieces[1:]:
        name, _, rest = piece.partition("]]")
        found += [parts[name], rest]
    return "".join(found)


def embedded(value: Any) -> str:
    """JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
