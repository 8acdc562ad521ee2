"""The page of a folder, its pictures, and the events that keep it up to date."""

from __future__ import annotations

import json
from http import HTTPStatus
from pathlib import Path

from diagramkit.cli.watching.board import Board
from diagramkit.web.page import embedded, put_together
from diagramkit.web.server import HTML, LocalHandler, LocalServer

_PICTURES = "/pictures/"
_SECONDS = 5.0
"""After so long without a change a page is told that the server is still there."""


class Server(LocalServer):
    """Serves the page of a board. Nothing of the disk is served."""

    def __init__(self, board: Board, title: str, port: int = 0) -> None:
        super().__init__(_Handler, port)
        self.board = board
        data = embedded({"title": title, "home": f"/{self.token}"})
        sources = "img-src 'self'; connect-src 'self'"
        self.page = put_together(Path(__file__).parent, "Diagrams", sources, data).encode()


class _Handler(LocalHandler):
    server: Server

    def do_GET(self) -> None:  # noqa: N802 (the base class calls it)
        asked = self.asked()
        picture = self.server.board.picture(asked.removeprefix(_PICTURES))
        if asked == "/":
            self.answer(HTTPStatus.OK, self.server.page, HTML)
        elif asked == "/events":
            self.tell()
        elif asked.startswith(_PICTURES) and picture is not None:
            self.answer(HTTPStatus.OK, picture, "image/svg+xml")
        else:
            self.answer(HTTPStatus.NOT_FOUND, b"not found")

    def tell(self) -> None:
        """Tell of changes until the page is left."""
        self.begin(HTTPStatus.OK, "text/event-stream")
        version = 0
        while True:
            found = self.server.board.since(version, _SECONDS)
            version = found["version"] if found else version
            words = f"data: {json.dumps(found)}\n\n" if found else ": here\n\n"
            self.wfile.write(words.encode())
            self.wfile.flush()
