"""What has not changed is not looked at again, and what is remembered is not believed blindly."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CACHE = Path(".diagrams-cache/check.json")
PALE = '<text x="9" y="40" fill="#D8D1C7" font-family="Arial">pale words</text>'
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 90" role="img"><title>A</title>'
    f'<desc>A</desc><rect width="200" height="90" fill="#F5F1EA"/>\n{PALE}</svg>'
)
Check = Callable[..., str]


@pytest.fixture
def check(run: Any) -> Check:
    Path("a.svg").write_text(DRAWING)
    Path("b.md").write_text("# B\n\n```mermaid\nflowchart LR\n  a[x;y] --> b\n```\n")

    def out(*arguments: str) -> str:
        return str(run("check", *arguments).out.decode())

    return out


def reworded(change: Callable[[Any], Any]) -> None:
    CACHE.write_text(json.dumps(change(json.loads(CACHE.read_text()))))


def renamed(document: Any) -> Any:
    text = json.dumps(document)
    return json.loads(text.replace("pale words", "remembered words"))


def test_a_second_run_says_the_same(check: Check) -> None:
    assert check() == check() != ""


def test_what_has_not_changed_is_remembered(check: Check) -> None:
    check()
    reworded(renamed)
    assert "remembered words" in check()


@pytest.mark.parametrize(
    "arguments", [["--no-cache"], ["--theme", "blueprint"], ["--mode", "dark"]]
)
def test_under_other_settings_all_is_looked_at_anew(check: Check, arguments: list[str]) -> None:
    check()
    reworded(renamed)
    assert "remembered words" not in check(*arguments)


def test_a_changed_file_is_looked_at_anew(check: Check) -> None:
    check()
    reworded(renamed)
    Path("a.svg").write_text(DRAWING + "\n")
    assert "remembered words" not in check()


def test_files_that_are_gone_are_forgotten(check: Check) -> None:
    check()
    Path("a.svg").unlink()
    Path("b.md").unlink()
    Path("c.svg").write_text(DRAWING)
    check()
    assert list(json.loads(CACHE.read_text())["files"]) == ["c.svg"]


def test_nothing_is_remembered_without_the_cache(check: Check) -> None:
    check("--no-cache")
    assert not CACHE.parent.exists()


def damaged(document: Any, change: Callable[[Any], None]) -> Any:
    for found in document["files"].values():
        for value in found.values():
            for remark in value["remarks"]:
                change(remark)
    return document


DAMAGES: dict[str, Callable[[Any], Any]] = {
    "no object": lambda _: [],
    "no files": lambda _: {"version": 1},
    "files of a list": lambda _: {"files": [1, 2]},
    "a finding of nothing": lambda old: {
        "files": {name: dict.fromkeys(found) for name, found in old["files"].items()}
    },
    "another path": lambda old: damaged(old, lambda one: one["location"].update(path="/etc")),
    "a line of text": lambda old: damaged(old, lambda one: one["location"].update(line="x")),
    "an unknown severity": lambda old: damaged(old, lambda one: one.update(severity="none")),
    "a box of three": lambda old: damaged(old, lambda one: one.update(box=[1, 2, 3])),
    "not a number": lambda old: damaged(old, lambda one: one.update(measured=float("nan"))),
    "words of numbers": lambda old: damaged(old, lambda one: one.update(message=7)),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_memory_is_passed_over(check: Check, name: str) -> None:
    before = check()
    reworded(DAMAGES[name])
    assert check() == before


def test_a_link_in_the_place_of_the_memory_is_not_followed(check: Check, tmp_path: Path) -> None:
    outside = tmp_path.parent / "outside.json"
    outside.write_text("{}")
    CACHE.parent.mkdir()
    CACHE.symlink_to(outside)
    check()
    assert outside.read_text() == "{}"


def test_a_folder_of_the_memory_that_leads_out_is_not_followed(
    check: Check, tmp_path: Path
) -> None:
    outside = tmp_path.parent / "elsewhere"
    outside.mkdir()
    CACHE.parent.symlink_to(outside, target_is_directory=True)
    check()
    assert list(outside.iterdir()) == []
