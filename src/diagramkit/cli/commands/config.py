"""`diagrams config`: show the configuration: its keys, its schema, what is in force."""

from __future__ import annotations

from pathlib import Path

import click


@click.group("config")
def command() -> None:
    """Show the configuration: its keys, its JSON Schema, and what is in force.

    \b
    Examples:
      diagrams config show
      diagrams config schema > diagrams.schema.json
    """


@command.command("show", short_help="Print the settings in force here, as JSON.")
def show() -> int:
    """Print the settings in force here, as JSON, and the folder that they come from."""
    import json

    from diagramkit.project.config import as_json, load_settings

    click.echo(json.dumps(as_json(load_settings(Path.cwd())), ensure_ascii=False, indent=2))
    return 0


@command.command("schema", short_help="Print the JSON Schema of diagrams.toml.")
def schema() -> int:
    """Print the JSON Schema of diagrams.toml, with which editors complete and check it."""
    import json

    from diagramkit.project.config import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0


@command.command("keys")
def keys() -> int:
    """Print every key in Markdown, with what it does."""
    from diagramkit.project.config import key_table

    click.echo(key_table())
    return 0
