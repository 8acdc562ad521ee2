"""`diagrams lsp`: start a language server for editors."""

from __future__ import annotations

import importlib.util

import click


@click.command("lsp")
def command() -> int:
    """Speak the Language Server Protocol on standard input and output.

    In Mermaid files, diagrams in pages, figures, themes and configurations: findings as one types,
    their repairs, hover, completion, swatches of colours, definitions of classes, and nodes renamed
    in all of a diagram. The command diagrams.preview gives a diagram as a data URI.

    Needs the extra lsp: pip install 'diagramkit[lsp]'.
    """
    if importlib.util.find_spec("pygls") is None:
        raise click.UsageError("pygls is missing: pip install 'diagramkit[lsp]'")
    from diagramkit.integrations.lsp.server import make_server

    make_server().start_io()
    return 0
