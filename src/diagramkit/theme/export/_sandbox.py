"""Fills in one template that may come from a stranger: a process of its own, started by `_own`.

It reads a request from standard input, `{"folder", "name", "context"}`, and writes an answer to
standard output: `{"text"}`, or `{"error", "name", "line"}`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from diagramkit.diagnostics import DiagramError
from diagramkit.files.border import Border
from diagramkit.files.read import read_file
from diagramkit.theme.export.css import css_value

MAX_TEMPLATE = 1_000_000
MAX_TEXT = 4_000_000
_MEMORY = 1_000_000_000
_SECONDS = 10


def filled(folder: Path, name: str, context: dict[str, Any]) -> dict[str, Any]:
    """The answer to a request."""
    border = Border.around([folder])

    def load(wanted: str) -> str | None:
        try:
            path = border.inside(folder, wanted)
            return read_file(path, MAX_TEMPLATE).decode()
        except (DiagramError, OSError, ValueError):
            return None

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["css"] = lambda value: css_value(_plain(value))
    try:
        text = environment.get_template(name).render(context)
    except TemplateNotFound as error:
        missing = f'there is no template "{error.message}" in the folder of {name}'
        return {"error": missing, "name": name, "line": _line(error, name)}
    except TemplateSyntaxError as error:
        return {"error": str(error.message), "name": error.name, "line": error.lineno}
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        return {"error": f"{error}", "name": name, "line": _line(error, name)}
    except (MemoryError, RecursionError):
        return {"error": "takes more memory, or nests deeper, than a template may"}
    if len(text) > MAX_TEXT:
        return {"error": f"writes more than a template may ({MAX_TEXT} characters)"}
    return {"text": text}


def _line(error: Exception, name: str) -> int:
    """The last line of the template on the way to an error."""
    line, step = 1, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename in (name, "<template>"):
            line = step.tb_lineno
        step = step.tb_next
    return line


def _plain(value: Any) -> object:
    return tuple(map(_plain, value)) if isinstance(value, list) else value


def _bound() -> None:
    """Let the system end a process that takes too much, where it can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    _bound()
    request = json.loads(sys.stdin.buffer.read())
    answer = filled(Path(request["folder"]), request["name"], request["context"])
    sys.stdout.buffer.write(json.dumps(answer).encode())
