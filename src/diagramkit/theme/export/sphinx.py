"""Sphinx with `sphinxcontrib-mermaid`: a setting of `conf.py`."""

from __future__ import annotations

from pprint import pformat

from diagramkit.theme.export._site import site_settings
from diagramkit.theme.export._template import fill
from diagramkit.theme.model import ModeName, Theme


def export(theme: Theme, mode: ModeName) -> str:
    """The setting."""
    return fill(
        "sphinx",
        options=pformat(site_settings(theme, mode, startOnLoad=False), width=100, sort_dicts=False),
    )
