"""`diagrams figure`: show the language of figures: its schema, its kinds."""

from __future__ import annotations

import click


@click.group("figure")
def command() -> None:
    """Show the language of figures."""


@command.command("schema")
def schema() -> int:
    """Print the JSON Schema of figures, with which editors complete and check them."""
    import json

    from diagramkit.figure.schema import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0


@command.command("kinds")
def kinds() -> int:
    """Print the kinds of parts in Markdown, each with its keys and an example."""
    from diagramkit.figure.reference import markdown

    click.echo(markdown())
    return 0
