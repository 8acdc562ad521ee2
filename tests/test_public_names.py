"""What is public is found where one looks for it."""

from __future__ import annotations

import pydoc
import rlcompleter
import subprocess
import sys

import diagramkit


def test_dir_shows_every_public_name() -> None:
    # In a process of its own, in which none has been used yet.
    script = "import diagramkit; print(set(diagramkit.__all__) - set(dir(diagramkit)))"
    ran = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert ran.stdout.strip() == "set()"


def test_a_prompt_completes_every_public_name() -> None:
    completer = rlcompleter.Completer({"diagramkit": diagramkit})
    for name in diagramkit.__all__:
        found = completer.complete(f"diagramkit.{name}", 0)
        assert found is not None
        assert found.startswith(f"diagramkit.{name}")


def test_help_shows_render() -> None:
    words = pydoc.plain(pydoc.render_doc(diagramkit))
    assert "render(source" in words
    assert "class Drawing" in words
