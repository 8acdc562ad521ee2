"""`diagrams lsp`: a language server for editors."""

from __future__ import annotations

import importlib.util

import click


@click.command("lsp")
def command() -> int:
    """Speak the Language Server Protocol on standard input and output: findings and repairs as one
    types in Mermaid files, fences of pages and figures, swatches of colours, and the command
    diagrams.preview, which gives a diagram as a data URI.

    Needs the extra lsp: pip install 'diagramkit[lsp]'.
    """
    if importlib.util.find_spec("pygls") is None:
        raise click.UsageError("pygls is missing: pip install 'diagramkit[lsp]'")
    from diagramkit.integrations.lsp import make_server

    make_server().start_io()
    return 0
