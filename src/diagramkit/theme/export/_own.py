"""Templates of a project's own: Jinja, filled in with a theme.

What a template sees is the theme, group by group, as its file has it: `name`, `description`,
`modes`, `palette`, `fonts`, `type`, `box` and so on, `light` and `dark`; further

- `mode`: the colours of the mode that is asked for, `mode_name` its name;
- `tokens`: every value by its path, `{{ tokens["light.roles.accent.stroke"] }}`;
- `on_page`: the colours of that mode that can be read on white and on near-black pages (`line`,
  `accent`, `words`, `ground`, `group`, `title`, `bare`, `categories`);
- the filter `css`, which writes a value as CSS has it: lengths in px, families in quotes.

A template may come from a stranger. It runs in Jinja's sandbox, in a process of its own that has a
few seconds and a bounded memory, and reads no file but templates in its folder and below.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from diagramkit.diagnostics import DiagramError, Location
from diagramkit.theme.model import ModeName, Theme, tokens
from diagramkit.theme.page import page_colors

SUFFIX = ".j2"
SECONDS = 10


def export_own(theme: Theme, mode: ModeName, template: Path) -> str:
    """The template filled in.

    Raises:
        DiagramError: there is no such template, or it cannot be filled in within its bounds; the
            message names its line where there is one.
    """
    if not template.is_file():
        raise _unusable("there is no such template", template)
    request = {
        "folder": str(template.absolute().parent),
        "name": template.name,
        "context": context(theme, mode),
    }
    try:
        # -P: nothing is imported from the folder of the run.
        done = subprocess.run(
            [sys.executable, "-P", "-m", f"{__package__}._sandbox"],
            input=json.dumps(request).encode(),
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise _unusable(f"takes longer than a template may ({SECONDS} s)", template) from None
    except ValueError:  # killed for its memory, or its time
        raise _unusable("takes more than a template may", template) from None
    if "error" in answer:
        place = template.with_name(answer["name"]) if answer.get("name") else template
        raise _unusable(answer["error"], place, answer.get("line") or 1)
    return str(answer["text"]).rstrip("\n") + "\n"


def context(theme: Theme, mode: ModeName) -> dict[str, Any]:
    """What a template sees."""
    seen = theme.as_dict()
    del seen["fonts"]["files"]  # where they are is nobody's business
    return {
        **seen,
        "mode": theme.mode(mode).as_dict(),
        "mode_name": mode,
        "tokens": tokens(theme),
        "on_page": asdict(page_colors(theme, mode)),
    }


def _unusable(message: str, template: Path, line: int = 1) -> DiagramError:
    return DiagramError.single("template", message, Location(str(template), line))
