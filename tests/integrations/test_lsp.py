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
        return found.get("result")

    def at(self, method: str, uri: str, place: tuple[int, int], **more: Any) -> Any:
        """What is answered for a place of a document."""
        position = dict(zip(("line", "character"), place, strict=True))
        asked = {"textDocument": {"uri": uri}, "position": position, **more}
        return self.ask(f"textDocument/{method}", asked)

    def proposed(self, name: str, text: str) -> set[str]:
        """What is proposed at the end of a document."""
        lines = text.split("\n")
        place = len(lines) - 1, len(lines[-1])
        return {one["label"] for one in self.at("completion", self.open(name, text)[0], place)}

    def open(self, name: str, text: str) -> tuple[str, list[Any]]:
        """The address of a document that is opened, and the findings in it."""
        uri = (self.folder / name).as_uri()
        document = {"uri": uri, "languageId": "mermaid", "version": 1, "text": text}
        self.send("textDocument/didOpen", {"textDocument": document})
        return uri, self.published()["diagnostics"]

    def published(self) -> Any:
        while (found := self.receive()).get("method") != "textDocument/publishDiagnostics":
            pass
        return found["params"]


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("edited")
    (folder / "diagrams.toml").write_text('[classes]\nstore = "accent"\n', encoding="utf-8")
    used = Editor(folder)
    used.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
    used.send("initialized", {})
    yield used
    used.ask("shutdown", None)
    used.send("exit", None)
    used.process.communicate(timeout=20)
    assert used.process.returncode == 0


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


def test_roles_categories_and_classes_are_proposed_behind_a_node(editor: Editor) -> None:
    labels = editor.proposed("k.mmd", "flowchart LR\n  classDef own fill:#fff\n  A[One]:::")
    assert {"primary", "accent", "category-1", "own", "store"} <= labels


def test_shapes_are_proposed_where_a_shape_is_named(editor: Editor) -> None:
    assert {"cyl", "hex"} <= editor.proposed("s.mmd", "flowchart LR\n  A@{ shape: c")


def test_keys_and_values_of_a_figure_are_proposed(editor: Editor) -> None:
    begin = "figure: a\ntitle: T\nrow:\n  - box: A\n    "
    assert {"role: ", "small: "} <= editor.proposed("f1.yaml", begin)
    assert "accent" in editor.proposed("f2.yaml", f"{begin}role: ")


def test_tokens_of_a_theme_are_proposed_for_an_alias(editor: Editor) -> None:
    text = 'extends: editorial\npalette:\n  navy: "#123456"\nlight:\n  accent: $n'
    assert {"$navy", "$canvas", "$light.canvas"} <= editor.proposed("t1.yaml", text)


def test_settings_are_proposed_in_a_configuration(editor: Editor) -> None:
    assert "keep = " in editor.proposed("sub/diagrams.toml", "[goldens]\nk")


def test_hover_over_the_kind_tells_of_the_picture(editor: Editor) -> None:
    uri, _ = editor.open("h.mmd", "flowchart LR\n  A --> B\n")
    words = editor.at("hover", uri, (0, 3))["contents"]["value"]
    assert "units, theme editorial, no findings" in words
    assert "A to B" in words


def test_hover_over_a_colour_tells_its_contrast_in_both_modes(editor: Editor) -> None:
    uri, _ = editor.open("hc.mmd", "flowchart LR\n  A --> B\n  style A fill:#ff0000\n")
    words = editor.at("hover", uri, (2, 18))["contents"]["value"]
    assert "| light canvas `#F5F1EA` | 3.55:1 |" in words
    assert "| dark canvas" in words


def test_hover_over_a_token_tells_its_value_and_contrast(editor: Editor) -> None:
    uri, _ = editor.open("t2.yaml", 'extends: editorial\nlight:\n  accent: "#AA0000"\n')
    words = editor.at("hover", uri, (2, 4))["contents"]["value"]
    assert "| light.accent | `#AA0000` | 6.88:1 |" in words


def test_a_class_is_defined_in_its_block_or_in_the_configuration(editor: Editor) -> None:
    text = "flowchart LR\n  A:::own --> B:::store\n  classDef own fill:#fff\n"
    uri, _ = editor.open("d.mmd", text)
    own, store = (editor.at("definition", uri, (1, at)) for at in (7, 20))
    assert (own["uri"], own["range"]["start"]) == (uri, {"line": 2, "character": 11})
    assert (store["uri"].endswith("diagrams.toml"), store["range"]["start"]["line"]) == (True, 0)


NAMES = """# Page

- item

  ```mermaid
  flowchart LR
    A["😀 A is A"] -->|A| B & A2
    B --> A
    class A,B note
    %% diagram: critical B --> A
  ```

A
"""


def test_a_node_is_renamed_everywhere_but_in_words(editor: Editor) -> None:
    uri, _ = editor.open("n.md", NAMES)
    edits = editor.at("rename", uri, (7, 10), newName="Alpha")["changes"][uri]
    lines = NAMES.split("\n")
    for edit in sorted(edits, key=lambda one: -one["range"]["start"]["character"]):
        start, end = edit["range"]["start"], edit["range"]["end"]
        line = lines[start["line"]].encode("utf-16-le")
        lines[start["line"]] = (
            line[: 2 * start["character"]]
            + edit["newText"].encode("utf-16-le")
            + line[2 * end["character"] :]
        ).decode("utf-16-le")
    assert lines[6:10] == [
        '    Alpha["😀 A is A"] -->|A| B & A2',
        "    B --> Alpha",
        "    class Alpha,B note",
        "    %% diagram: critical B --> Alpha",
    ]
    assert len(edits) == 4


@pytest.mark.parametrize("new", ["B", "two words", "end", "A-->C"])
def test_a_name_that_is_taken_or_none_is_refused(editor: Editor, new: str) -> None:
    uri, _ = editor.open("r.mmd", "flowchart LR\n  A --> B\n  subgraph G\n    A\n  end\n")
    assert editor.at("rename", uri, (1, 2), newName=new) is None


def test_the_faults_of_a_theme_stand_at_their_places(editor: Editor) -> None:
    text = 'extends: editorial\nlight:\n  acent: "#111111"\n'
    (unknown,) = editor.open("t3.yaml", text)[1]
    low = editor.open("t4.yaml", text.replace("acent", "accent").replace("1", "e"))[1]
    assert (unknown["code"], unknown["range"]["start"]["line"]) == ("theme-unknown-key", 2)
    assert {(one["code"], one["range"]["start"]["line"]) for one in low} == {
        ("theme-line-contrast", 2)
    }


def test_the_faults_of_a_figure_and_a_configuration_are_found(editor: Editor) -> None:
    figure = editor.open("f3.yaml", "figure: a\ntitle: T\ndesc: D\nrow:\n  - box: A\n    rol: x\n")[
        1
    ]
    settings = editor.open("sub/diagrams.toml", 'mode = "lihgt"\n')[1]
    assert [(one["code"], one["range"]["start"]["line"]) for one in figure + settings] == [
        ("figure-unknown-key", 5),
        ("config", 0),
    ]


def test_yaml_that_is_none_of_ours_is_let_be(editor: Editor) -> None:
    assert editor.open("ci.yaml", "extends: [a]\nrules:\n  x: 1\nenv: y\n")[1] == []


def test_while_one_types_only_the_last_text_is_looked_at(editor: Editor) -> None:
    uri, _ = editor.open("live.mmd", "flowchart LR\n  A --> B\n")
    for version in range(2, 12):
        change = {"text": "flowchart LR\n  A --> [\n" + "\n" * version}
        document = {"uri": uri, "version": version}
        asked = {"textDocument": document, "contentChanges": [change]}
        editor.send("textDocument/didChange", asked)
    assert editor.published()["version"] == 11


def test_a_diagram_that_has_not_changed_is_not_drawn_again(tmp_path: Path) -> None:
    from diagramkit.integrations.lsp.project import Projects
    from diagramkit.project.diagrams import Diagram

    projects, diagram = Projects(), Diagram("a", "flowchart LR\n  A --> B", "a.mmd", 1, tmp_path)
    assert projects.check(diagram) is projects.check(diagram)
