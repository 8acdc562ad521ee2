"""`diagrams watch`: who is answered, and what a page is told as files change."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

import pytest

from browsing import Browser

pytest.importorskip("watchfiles")

from diagramkit.cli import main
from diagramkit.cli.watching.board import Board
from diagramkit.cli.watching.folder import Changes, Folder, settings_of, watch
from diagramkit.cli.watching.server import Server
from diagramkit.web.server import HOST

ONE = "flowchart LR\n  A[One] --> B[Two]\n"


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A folder with two diagrams, watched and served."""
    monkeypatch.chdir(tmp_path)
    Path("diagrams").mkdir()
    Path("diagrams/one.mmd").write_text(ONE)
    Path("diagrams/two.mmd").write_text(ONE)
    board, changes = Board(), Changes()
    folder = Folder(Path("diagrams"), settings_of((), {}), board)
    watch(folder, changes)
    threading.Thread(target=folder.follow, args=(changes,), daemon=True).start()
    with Server(board, "diagrams") as served:
        thread = threading.Thread(target=served.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield served
        served.shutdown()
        thread.join()


def ask(server: Server, path: str, method: str = "GET", **headers: str) -> HTTPResponse:
    port = server.server_address[1]
    connection = HTTPConnection(HOST, port, timeout=20)
    connection.request(method, path, headers={"Host": f"{HOST}:{port}", **headers})
    return connection.getresponse()


def told(answer: HTTPResponse) -> Iterator[Any]:
    """What the page is told, one event after the other."""
    for line in answer:
        if line.startswith(b"data: "):
            yield json.loads(line[6:])


def until(events: Iterator[Any], key: str, holds: Callable[[Any], bool]) -> Any:
    """What is told of a diagram when it is first so."""
    return next(
        entry
        for event in events
        if (entry := event["changed"].get(key)) is not None and holds(entry)
    )


def ready(server: Server) -> tuple[Iterator[Any], Any]:
    """The events after both diagrams have been drawn, and what was told of the first."""
    events = told(ask(server, f"/{server.token}/events"))
    seen: dict[str, Any] = {}
    for event in events:
        seen |= event["changed"]
        if len(seen) == 2:
            break
    return events, seen["diagrams/one.mmd#one"]


@pytest.mark.parametrize("path", ["/", "/{}", "/{}x/", "/{}/../", "/{}/diagrams/one.mmd"])
def test_what_is_not_shown_is_not_served(server: Server, path: str) -> None:
    assert ask(server, path.format(server.token)).status == 404


@pytest.mark.parametrize("path", ["/", "/events"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "localhost.evil.example:{}"},
        {"Host": "127.0.0.1"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
    ],
)
def test_other_hosts_and_origins_are_refused(
    server: Server, path: str, headers: dict[str, str]
) -> None:
    named = {key: words.format(server.server_address[1]) for key, words in headers.items()}
    assert ask(server, f"/{server.token}{path}", **named).status == 404


def test_nothing_can_be_posted(server: Server) -> None:
    assert ask(server, f"/{server.token}/", "POST").status == 501


def test_both_names_of_loopback_are_answered(server: Server) -> None:
    for name in server.names:
        own = {"Host": name, "Origin": f"http://{name}"}
        assert ask(server, f"/{server.token}/", **own).status == 200


def test_pictures_that_are_shown_are_served(server: Server) -> None:
    _, one = ready(server)
    for mode in ("light", "dark"):
        answer = ask(server, f"/{server.token}/pictures/{one['pictures'][mode]}")
        assert answer.getheader("Content-Type") == "image/svg+xml"
        assert b"One" in answer.read()


def test_a_save_is_told_of_its_own_diagram_alone(server: Server) -> None:
    events, one = ready(server)
    Path("diagrams/one.mmd").write_text(ONE.replace("One", "Other"))
    changed = next(event["changed"] for event in events if event["changed"])
    assert list(changed) == ["diagrams/one.mmd#one"]
    assert changed["diagrams/one.mmd#one"]["pictures"] != one["pictures"]


def test_an_error_is_told_at_its_place_and_the_last_picture_stays(server: Server) -> None:
    events, one = ready(server)
    Path("diagrams/one.mmd").write_text(ONE + "  B --> [\n")
    broken = until(events, "diagrams/one.mmd#one", lambda entry: bool(entry["errors"]))
    assert broken["errors"][0]["place"].startswith("3:")
    assert broken["pictures"] == one["pictures"]


def test_a_save_before_watching_has_begun_is_told(tmp_path: Path) -> None:
    file = tmp_path / "one.mmd"
    file.write_text(ONE)
    board, changes = Board(), Changes()
    folder = Folder(tmp_path, settings_of((), {}), board)
    file.write_text("flowchart LR\n  A --> [\n")
    watch(folder, changes)
    threading.Thread(target=folder.follow, args=(changes,), daemon=True).start()
    version = 0
    while not any(entry.errors for entry in board.entries.values()):
        version = (board.since(version, 20) or {})["version"]


def test_files_that_come_and_go_are_told(server: Server) -> None:
    events, _ = ready(server)
    Path("diagrams/new.mmd").write_text(ONE)
    assert until(events, "diagrams/new.mmd#new", lambda entry: bool(entry["pictures"]))
    Path("diagrams/new.mmd").unlink()
    assert any("diagrams/new.mmd#new" not in event["order"] for event in events)


def test_another_theme_in_the_configuration_repaints_all(server: Server) -> None:
    events, one = ready(server)
    Path("diagrams.toml").write_text('theme = "blueprint"\n')
    found = until(events, "diagrams/one.mmd#one", lambda entry: bool(entry["pictures"]))
    assert found["pictures"] != one["pictures"]


@pytest.mark.world
def test_the_page_follows_what_is_typed(server: Server, browser: Browser) -> None:
    ready(server)
    file = str(Path("diagrams/one.mmd").resolve())
    picture = (
        "value",
        "(document.querySelector('.pane.light img')?.src ?? '').split('/').pop()",
    )
    other = ("wait", ".pane.light[data-picture]:not([data-picture='{}']) img")
    first = browser.use(server.address, ("wait", ".pane.light img"), picture)[0]
    found = browser.use(
        server.address,
        ("wait", ".pane.light img"),
        ("write", file, ONE.replace("One", "Other")),
        (other[0], other[1].format(first)),
        ("value", "new Promise((done) => setTimeout(done, 300))"),
        picture,
        ("write", file, ONE + "  B --> ["),
        ("waitFor", ".said .error", "3:"),
        picture,
        ("write", file, ONE),
        ("wait", ".diagram:first-child:not(.broken)"),
        ("count", ".said .error"),
    )
    _, typed, broken, errors = found
    assert typed not in ("", first)
    assert (broken, errors) == (typed, 0)


def test_without_watchfiles_the_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert main(["watch"]) == 2
    assert "pip install 'diagramkit[watch]'" in capsys.readouterr().err
