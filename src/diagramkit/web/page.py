"""Pages put together from files: what a page is told is data, nothing of it becomes markup."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HOME = Path(__file__).parent


def put_together(home: Path, parts: Mapping[str, str]) -> str:
    """The page of the folder `home`: `page.html` with `page.css`, `page.js` and further `parts`
    where it says `[[style]]`, `[[script]]` and so on. No part is looked through."""
    style = (HOME / "base.css", home / "page.css")
    known = {
        "style": "".join(file.read_text(encoding="utf-8") for file in style),
        "script": (home / "page.js").read_text(encoding="utf-8"),
    }
    pieces = (home / "page.html").read_text(encoding="utf-8").split("[[")
    found = [pieces[0]]
    for piece in pieces[1:]:
        name, _, rest = piece.partition("]]")
        found += [{**known, **parts}[name], rest]
    return "".join(found)


def embedded(value: Any) -> str:
    """JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
