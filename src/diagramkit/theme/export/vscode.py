"""Settings of VS Code, `.vscode/settings.json`: which schema checks and completes which file.

For the extensions YAML (themes, figures) and Even Better TOML (`diagrams.toml`). The schemas are
written by `diagrams theme export --to schema -o .vscode/theme.schema.json`,
`diagrams figure schema > .vscode/figure.schema.json` and
`diagrams config schema > .vscode/diagrams.schema.json`.
"""

from __future__ import annotations

import json

from diagramkit.theme.model import ModeName, Theme


def export(theme: Theme, mode: ModeName) -> str:  # noqa: ARG001
    """The settings as JSON; the same for every theme."""
    settings = {
        "yaml.schemas": {
            "./.vscode/theme.schema.json": ["themes/*.yaml", "*.theme.yaml"],
            "./.vscode/figure.schema.json": ["diagrams/**/*.yaml", "figures/**/*.yaml"],
        },
        "evenBetterToml.schema.associations": {
            r".*/diagrams\.toml$": "./.vscode/diagrams.schema.json"
        },
    }
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"
