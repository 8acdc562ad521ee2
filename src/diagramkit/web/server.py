"""A server for this machine alone.

Only who knows the token in the address is answered; requests that a page of another origin makes,
or that reach the port under another name, are refused.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from diagramkit.diagnostics import DiagramError

HOST = "127.0.0.1"
HTML, TEXT, JSON = "text/html; charset=utf-8", "text/plain; charset=utf-8", "application/json"
_SECONDS = 10
_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class LocalServer(ThreadingHTTPServer):
    """Serves on the loopback interface until it is shut down. Port 0: any free one.

    Raises `DiagramError` where the port cannot be had.
    """

    daemon_threads = True
    allow_reuse_address = False

    def __init__(self, handler: type[LocalHandler], port: int = 0) -> None:
        self.token = secrets.token_urlsafe(32)
        try:
            super().__init__((HOST, port), handler)
        except OSError as error:
            message = f"port {port} cannot be used: {error.strerror}"
            raise DiagramError.single("port", message) from None

    @property
    def names(self) -> tuple[str, ...]:
        """The names that the server answers to."""
        port = self.server_address[1]
        return f"{HOST}:{port}", f"[::1]:{port}"

    @property
    def address(self) -> str:
        """The address of the page, with its token."""
        return f"http://{self.names[0]}/{self.token}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing: a browser that hangs up is nobody's news."""


class LocalHandler(BaseHTTPRequestHandler):
    """Answers requests that may be answered; what they ask for is up to its subclasses."""

    server: LocalServer
    timeout = _SECONDS
    server_version = "diagramkit"
    sys_version = ""

    def asked(self) -> str:
        """The path below the token that is asked for, such as `/`; empty for a request without
        the token, under another name, or of a page of another origin."""
        asked, _, _ = self.path.partition("?")
        head = f"/{self.server.token}"
        known = secrets.compare_digest(asked[: len(head)].encode("utf-8", "replace"), head.encode())
        is_here = known and self.headers.get("Host") in self.server.names
        origin = self.headers.get("Origin")
        return asked[len(head) :] if is_here and (origin is None or self.is_own_origin) else ""

    @property
    def is_own_origin(self) -> bool:
        """Whether a request says that a page of this server makes it."""
        return self.headers.get("Origin") in {f"http://{name}" for name in self.server.names}

    def answer(self, status: HTTPStatus, body: bytes, kind: str = TEXT) -> None:
        """Send an answer, of the media type `kind`."""
        self.begin(status, kind, {"Content-Length": str(len(body))})
        self.wfile.write(body)

    def begin(self, status: HTTPStatus, kind: str, more: Mapping[str, str] | None = None) -> None:
        """Send the head of an answer; whatever follows ends with the connection."""
        self.send_response(status)
        fixed = {**_HEADERS, "Content-Type": kind, "Connection": "close"}
        for name, value in {**fixed, **(more or {})}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the base class's name)
        """Nothing: what a page asks for is nobody's news."""
