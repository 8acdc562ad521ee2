"""Pages with pictures, as MDX compiles them and as a browser shows them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from diagramkit.cli import main

from .browser import tools

pytestmark = pytest.mark.world

HERE = Path(__file__).parent
CHAIN = " --> ".join(f"N{number}[Step number {number}]" for number in range(6))
PAGE = f"""# Notes

Words before.
```mermaid
flowchart LR
  {CHAIN}
```
Words after.

- an item

  ```mermaid
  sequenceDiagram
  A->>B: {{braces}} & <angles>
  ```

> ```mermaid
> pie title "Half"
>   "a" : 1
>   "b" : 1
> ```

<details>
<summary>More</summary>

```mermaid
stateDiagram-v2
  [*] --> On
```

</details>
"""


def _ask(script: str, **job: Any) -> Any:
    node, chromium, modules = tools()
    done = subprocess.run(
        [node, str(HERE / script)],
        input=json.dumps({"modules": str(modules), "chromium": chromium, **job}),
        capture_output=True,
        check=True,
        text=True,
        timeout=120,
    )
    return json.loads(done.stdout)


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("diagrams.toml").write_text("widths = [440, 960]\n")
    Path("notes.md").write_text(PAGE)
    return Path("notes.md")


@pytest.mark.parametrize("suffix", ["md", "mdx"])
@pytest.mark.parametrize(
    "command", ["sync --pictures {page}", "render {page} -o out.{suffix}"], ids=["sync", "render"]
)
def test_a_page_with_pictures_compiles_as_mdx(page: Path, command: str, suffix: str) -> None:
    path = page.rename(page.with_suffix(f".{suffix}"))
    assert main(command.format(page=path, suffix=suffix).split()) == 0
    written = path if command.startswith("sync") else Path(f"out.{suffix}")
    assert written.read_text().count("<picture>") == 4
    assert _ask("compile.mjs", pages=[written.read_text()]) == [None]


def test_a_place_of_mdx_compiles(page: Path) -> None:
    Path("flow.mmd").write_text("flowchart LR\n  a --> b\n")
    mdx = page.with_suffix(".mdx")
    mdx.write_text("# T\n\n{/* picture: flow.mmd */}\n\nWords.\n")
    assert main(["page", str(mdx)]) == 0
    assert _ask("compile.mjs", pages=[mdx.read_text()]) == [None]


def test_readers_are_shown_the_picture_of_their_mode_and_width(page: Path) -> None:
    assert main(["sync", "--pictures", str(page)]) == 0
    html = MarkdownIt("commonmark").render(page.read_text())
    Path("notes.html").write_text(f"<!doctype html><style>img{{max-width:100%}}</style>{html}")
    address = Path("notes.html").absolute().as_uri()
    shown = _ask("show.mjs", page=address, widths=[390, 830], schemes=["light", "dark"])
    assert all(each["arrived"] for one in shown for each in one["pictures"])
    files = {(one["width"], one["scheme"]): one["pictures"][0]["file"] for one in shown}
    narrow, wide = files[390, "light"], files[830, "light"]
    assert wide == "notes-notes.light.svg"
    assert files[830, "dark"] == "notes-notes.dark.svg"
    assert narrow != wide
    assert files[390, "dark"] == narrow.replace("light", "dark")
