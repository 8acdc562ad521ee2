"""The formats of `diagrams test --format`."""

from __future__ import annotations

from diagramkit.drift.run import Run
from diagramkit.golden.report import github, json, junit

_FORMATS = {"json": json.document, "junit": junit.document, "github": github.document}


def document(run: Run, form: str) -> str:
    """A run in the format `json`, `junit` or `github`."""
    return _FORMATS[form](run.report)
