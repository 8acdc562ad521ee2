"""A page served to whoever started the command, until they end it."""

from __future__ import annotations

import click

from diagramkit.cli.messages import tell
from diagramkit.web.server import LocalServer


def serve(server: LocalServer, words: str, *, opens: bool) -> int:
    """Print the address of the page, with `opens` show it in a browser, and serve it until
    Ctrl-C."""
    with server:
        click.echo(server.address)
        tell(words)
        if opens:
            click.launch(server.address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0
