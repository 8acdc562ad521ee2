"""Records of the first format, which left what they were drawn with to the folder's manifest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from diagramkit.drift.job import input_hash
from diagramkit.golden.record import load_record
from diagramkit.project.diagrams import Diagram
from diagramkit.project.options import DrawingOptions

from .conftest import Project

NAMES = ("one.house.dark", "one.house.light", "two.house.dark", "two.house.light")


@pytest.fixture
def old(project: Project) -> Project:
    """The project with its goldens as an older diagramkit wrote them."""
    looks: dict[str, Any] = {}
    for name in NAMES:
        path = project.goldens / f"{name}.json"
        record = load_record(path.read_text(encoding="utf-8"))
        made, head = record.made, record.head
        assert made.text is not None
        assert made.look is not None
        diagram = Diagram(head.name, made.text, "", 1, project.folder)
        values = {
            "golden": 1,
            **{key: getattr(head, key) for key in ("name", "theme", "mode", "source")},
            "input": input_hash(diagram, DrawingOptions(), head.name),
            "look": "looked",
            "tools": "tooled",
            "pixels": head.pixels,
            "png": head.png,
        }
        looks = {"looked": {"theme": "house", "tokens": made.look.tokens}}
        path.write_text(_first(values, record.scene_text, head.name), encoding="utf-8")
        tools = made.tools
    assert tools is not None
    entry = {"versions": tools.versions, "fonts": tools.fonts, "scale": tools.scale}
    manifest = {"version": 1, "tools": {"tooled": entry}, "looks": looks}
    (project.goldens / "manifest.json").write_text(json.dumps(manifest))
    return project


def _first(values: Mapping[str, Any], scene: str, name: str) -> str:
    head = json.dumps(values, indent=0).removesuffix("\n}").replace("\n", "\n ")
    title = json.dumps(name.capitalize())
    named = scene.replace('"name":"",', f'"name":"{name}",', 1)
    named = f'"title":{title},'.join(named.rsplit('"title":"",', 1))
    return f'{head},\n "scene":\n{named}\n}}\n'


def test_the_first_format_is_read_and_told(old: Project) -> None:
    ran = old.test()
    assert (ran.status, ran.err) == (0, "goldens: 4 same\n")
    assert ran.out == "4 goldens of an older format: diagrams accept --renew\n"


def test_renewing_brings_goldens_to_the_format_of_today(old: Project) -> None:
    assert old.run("accept", "--renew").err == "accepted 4 goldens (4 refreshed)\n"
    assert old.test("--strict").out == ""
    assert json.loads((old.goldens / "manifest.json").read_text()) == {"version": 2}


def test_a_drift_from_the_first_format_is_explained_by_tokens(old: Project) -> None:
    old.set_theme("box: {radius: 7}\n")
    assert "token box.radius 6 -> 7" in old.test().out


def test_a_drift_from_the_first_format_is_explained_by_the_source(old: Project) -> None:
    old.edit("Scene 1", "Scene 2")
    assert 'text: text:C:0 says "Scene 2", not "Scene 1"' in old.test().out


def test_a_renamed_source_is_known_by_the_hash_of_the_first_format(old: Project) -> None:
    old.source.rename(old.source.with_name("first.mmd"))
    assert "renamed one -> first (2 goldens, the same)" in old.test().out


def test_accepting_one_leaves_the_others_what_explains_them(old: Project) -> None:
    old.edit("Scene 1", "Scene 2")
    old.run("accept", "diagrams/one.mmd")
    old.set_theme("box: {radius: 7}\n")
    assert "token box.radius 6 -> 7" in old.test("diagrams/two.mmd").out


def test_without_its_manifest_a_golden_is_compared_all_the_same(old: Project) -> None:
    (old.goldens / "manifest.json").unlink()
    assert old.test().status == 0
