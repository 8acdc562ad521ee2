"""The report served on this machine alone, with buttons that accept what the last run has drawn.

Only who knows the token in the address is answered; requests that a page of another origin makes,
or that reach the port under another name, are refused.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from diagramkit.drift.pending import Pending
from diagramkit.drift.run import Run
from diagramkit.golden.report import html
from diagramkit.golden.report.entry import Commands

Accept = Callable[[Sequence[str]], tuple[list[Pending], list[tuple[Pending, str]]]]
"""Accepts goldens by their places, and gives back the accepted and the refused with the reason."""
HOST = "127.0.0.1"
_MOST_BYTES = 10_000_000
_SECONDS = 10
_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Server(ThreadingHTTPServer):
    """Serves one page on the loopback interface until it is shut down. Port 0: any free one.

    Raises `OSError` where the port cannot be had.
    """

    daemon_threads = True
    allow_reuse_address = False

    def __init__(self, run: Run, commands: Commands, accept: Accept, port: int = 0) -> None:
        self.token = secrets.token_urlsafe(32)
        self.accept = accept
        super().__init__((HOST, port), _Handler)
        report = run.report(commands)
        self.page = html.document(report, review=f"/{self.token}/accept").encode()

    @property
    def names(self) -> tuple[str, ...]:
        """The names that the server answers to."""
        port = self.server_address[1]
        return f"{HOST}:{port}", f"localhost:{port}"

    @property
    def address(self) -> str:
        """The address of the page, with its token."""
        return f"http://{self.names[0]}/{self.token}/"


class _Handler(BaseHTTPRequestHandler):
    server: Server
    timeout = _SECONDS
    server_version = "diagramkit"
    sys_version = ""

    def do_GET(self) -> None:
        if not self.is_allowed("/"):
            self.answer(HTTPStatus.NOT_FOUND, b"not found", "text/plain")
            return
        self.answer(HTTPStatus.OK, self.server.page, "text/html; charset=utf-8")

    def do_POST(self) -> None:
        origins = {f"http://{name}" for name in self.server.names}
        if not self.is_allowed("/accept") or self.headers.get("Origin") not in origins:
            self.answer(HTTPStatus.FORBIDDEN, b"forbidden", "text/plain")
            return
        goldens = self.goldens()
        if goldens is None:
            self.answer(HTTPStatus.BAD_REQUEST, b"expected JSON", "text/plain")
            return
        try:
            accepted, refused = self.server.accept(goldens)
        except Exception as error:  # whoever looks at the page has to hear of it
            words = f"{type(error).__name__}: {error}".encode()
            self.answer(HTTPStatus.INTERNAL_SERVER_ERROR, words, "text/plain; charset=utf-8")
            return
        found = {
            "accepted": [item.golden for item in accepted],
            "refused": [[item.golden, reason] for item, reason in refused],
        }
        self.answer(HTTPStatus.OK, json.dumps(found).encode(), "application/json")

    def is_allowed(self, path: str) -> bool:
        """Whether a request is for the path below the token, and came to a name of ours."""
        asked, _, _ = self.path.partition("?")
        known = secrets.compare_digest(
            asked.encode("utf-8", "replace"), f"/{self.server.token}{path}".encode()
        )
        return known and self.headers.get("Host") in self.server.names

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

    def answer(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        for name, value in {**_HEADERS, "Content-Type": kind}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the base class's name)
        """Nothing: what a page asks for is nobody's news."""
