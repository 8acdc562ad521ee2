"""`diagrams review`: who is answered, and what is accepted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPConnection

import pytest

from diagramkit.drift.review import Server
from diagramkit.web.server import HOST

from .conftest import Project

GOLDEN = "diagrams/goldens/one.house.light"


@pytest.fixture
def server(project: Project) -> Iterator[Server]:
    """The report on a diagram that has drifted, served."""
    project.edit("Scene 1", "Scene 2")
    project.test()
    with project.served() as served:
        yield served


def ask(
    server: Server, method: str, path: str, body: str | None = None, **headers: str
) -> tuple[int, str]:
    """The status and the body of an answer."""
    port = server.server_address[1]
    connection = HTTPConnection(HOST, port, timeout=20)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body, {"Host": f"{HOST}:{port}", **named})
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def accept(server: Server, *goldens: str, **headers: str) -> tuple[int, str]:
    """What comes of accepting goldens, as the page does it."""
    own = {"Origin": f"http://{server.names[0]}", "Content_Type": "application/json"}
    body = json.dumps({"goldens": goldens})
    return ask(server, "POST", f"/{server.token}/accept", body, **{**own, **headers})


def test_the_page_is_at_an_address_with_a_token_on_loopback(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"
    status, page = ask(server, "GET", f"/{server.token}/")
    assert status == 200
    assert f"/{server.token}/accept" in page


@pytest.mark.parametrize("path", ["/", "/index.html", "/x/", "//", "/../", "/accept"])
def test_without_the_token_nothing_is_there(server: Server, path: str) -> None:
    assert ask(server, "GET", path)[0] == 404


def test_another_name_of_the_host_is_not_answered(server: Server) -> None:
    port = server.server_address[1]
    assert ask(server, "GET", f"/{server.token}/", Host=f"evil.example:{port}")[0] == 404


def test_accepting_writes_the_golden(server: Server, project: Project) -> None:
    status, text = accept(server, GOLDEN)
    assert (status, json.loads(text)) == (200, {"accepted": [GOLDEN], "refused": []})
    assert "one.house.light" not in project.test("--mode", "light").out


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Host": "evil.example"},
    ],
)
def test_a_page_of_another_origin_accepts_nothing(
    server: Server, project: Project, headers: dict[str, str]
) -> None:
    before = project.files()
    assert accept(server, GOLDEN, **headers)[0] == 403
    assert project.files() == before


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"goldens": 1}', '{"goldens": [1]}', "[" * 9999])
def test_what_is_no_request_is_refused(server: Server, body: str) -> None:
    headers = {"Origin": f"http://{server.names[0]}", "Content_Type": "application/json"}
    assert ask(server, "POST", f"/{server.token}/accept", body, **headers)[0] == 400


def test_a_form_of_another_page_is_refused(server: Server) -> None:
    assert accept(server, GOLDEN, Content_Type="text/plain")[0] == 400


def test_goldens_that_the_run_has_not_are_not_accepted(server: Server, project: Project) -> None:
    before = project.files()
    status, text = accept(server, "../outside/x.house.light", "diagrams/goldens/two.house.light")
    assert (status, json.loads(text)) == (200, {"accepted": [], "refused": []})
    assert project.files() == before


def test_a_clean_project_has_nothing_to_review(project: Project) -> None:
    ran = project.run("review", "--no-open")
    assert (ran.status, ran.err) == (0, "nothing to review: everything is as it was\n")
