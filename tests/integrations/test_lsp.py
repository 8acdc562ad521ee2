"""`diagrams lsp`, as an editor speaks with it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls")

TRAP = "# Page\n\n- item\n\n  ```mermaid\n  flowchart LR\n    A[é😀] --> end\n  ```\n"


class Editor:
    """A client over standard input and output, in the folder `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.number = folder, 0
        self.process = subprocess.Popen(
            [sys.executable, "-m", "diagramkit", "lsp"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def send(self, method: str, params: Any, **more: Any) -> None:
        assert self.process.stdin
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self) -> Any:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))

    def ask(self, method: str, params: Any) -> Any:
        self.number += 1
        self.send(method, params, id=self.number)
        while (found := self.receive()).get("id") != self.number:
            pass
        return found["result"]

    def open(self, name: str, text: str) -> tuple[str, list[Any]]:
        """The address of a document that is opened, and the findings in it."""
        uri = (self.folder / name).as_uri()
        document = {"uri": uri, "languageId": "mermaid", "version": 1, "text": text}
        self.send("textDocument/didOpen", {"textDocument": document})
        while (found := self.receive()).get("method") != "textDocument/publishDiagnostics":
            pass
        return uri, found["params"]["diagnostics"]


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    used = Editor(tmp_path_factory.mktemp("edited"))
    used.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
    used.send("initialized", {})
    yield used
    used.ask("shutdown", None)
    used.send("exit", None)
    used.process.communicate(timeout=20)


def test_a_sound_diagram_has_no_findings(editor: Editor) -> None:
    assert editor.open("good.mmd", "flowchart LR\n  A --> B\n")[1] == []


def test_an_error_stands_where_it_is(editor: Editor) -> None:
    (found,) = editor.open("bad.mmd", "flowchart LR\n  A --> [\n")[1]
    assert (found["severity"], found["range"]["start"]) == (1, {"line": 1, "character": 8})


def test_a_finding_in_a_fence_is_counted_in_units_of_the_protocol(editor: Editor) -> None:
    found = editor.open("page.md", TRAP)[1]
    assert found[0]["range"]["start"] == {"line": 6, "character": 15}


def test_a_repair_is_offered_at_its_place(editor: Editor) -> None:
    uri, found = editor.open("fix.md", TRAP)
    asked = {
        "textDocument": {"uri": uri},
        "range": found[0]["range"],
        "context": {"diagnostics": []},
    }
    (action,) = editor.ask("textDocument/codeAction", asked)
    (edit,) = action["edit"]["changes"][uri]
    assert (action["kind"], edit["range"]["start"]["line"]) == ("quickfix", 6)
    assert edit["newText"] != "end"


def test_colours_have_swatches(editor: Editor) -> None:
    uri, _ = editor.open("c.mmd", "flowchart LR\n  A --> B\n  style A fill:#ff0000\n")
    (found,) = editor.ask("textDocument/documentColor", {"textDocument": {"uri": uri}})
    assert found["color"] == {"red": 1, "green": 0, "blue": 0, "alpha": 1}
    assert found["range"]["start"] == {"line": 2, "character": 15}


def test_the_preview_is_a_picture(editor: Editor) -> None:
    uri, _ = editor.open("p.mmd", "flowchart LR\n  A --> B\n")
    asked = {"command": "diagrams.preview", "arguments": [uri, 1]}
    assert editor.ask("workspace/executeCommand", asked)["uri"].startswith("data:image/svg+xml")
