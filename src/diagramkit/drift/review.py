"""The report served on this machine alone, with buttons that accept what the last run has drawn."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from diagramkit.drift.pending import Pending
from diagramkit.drift.run import Run
from diagramkit.golden.report import html
from diagramkit.golden.report.entry import Commands
from diagramkit.web.server import HTML, JSON, LocalHandler, LocalServer

Accept = Callable[[Sequence[str]], tuple[list[Pending], list[tuple[Pending, str]]]]
"""Accepts goldens by their places, and gives back the accepted and the refused with the reason."""
_MOST_BYTES = 10_000_000


class Server(LocalServer):
    """Serves one page, and accepts what it asks for."""

    def __init__(self, run: Run, commands: Commands, accept: Accept, port: int = 0) -> None:
        self.accept = accept
        super().__init__(_Handler, port)
        report = replace(run.report, commands=commands)
        self.page = html.document(report, review=f"/{self.token}/accept").encode()


class _Handler(LocalHandler):
    server: Server

    def do_GET(self) -> None:  # noqa: N802 (the base class calls it)
        if self.asked() != "/":
            self.answer(HTTPStatus.NOT_FOUND, b"not found")
            return
        self.answer(HTTPStatus.OK, self.server.page, HTML)

    def do_POST(self) -> None:  # noqa: N802
        if self.asked() != "/accept" or not self.is_own_origin:
            self.answer(HTTPStatus.FORBIDDEN, b"forbidden")
            return
        goldens = self.goldens()
        if goldens is None:
            self.answer(HTTPStatus.BAD_REQUEST, b"expected JSON")
            return
        try:
            accepted, refused = self.server.accept(goldens)
        except Exception as error:  # whoever looks at the page has to hear of it
            words = f"{type(error).__name__}: {error}".encode()
            self.answer(HTTPStatus.INTERNAL_SERVER_ERROR, words)
            return
        found = {
            "accepted": [item.golden for item in accepted],
            "refused": [[item.golden, reason] for item, reason in refused],
        }
        self.answer(HTTPStatus.OK, json.dumps(found).encode(), JSON)

    def goldens(self) -> list[str] | None:
        """The places of the goldens that a request is for; None where it says none."""
        try:
            length = int(self.headers.get("Content-Length", ""))
            if self.headers.get_content_type() != "application/json":
                return None
            if not 0 <= length <= _MOST_BYTES:
                return None
            value: Any = json.loads(self.rfile.read(length))
            names = value["goldens"]
        except (ValueError, TypeError, KeyError, RecursionError):
            return None
        is_list = isinstance(names, list) and all(isinstance(name, str) for name in names)
        return names if is_list else None
