"""Templates of a project's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import diagramkit
from diagramkit import DiagramError
from diagramkit.theme.page import page_colors
from diagramkit.themes import editorial

Fill = Callable[..., str]


@pytest.fixture
def fill(tmp_path: Path) -> Fill:
    """Fill in a template of this text."""

    def filled(text: str, mode: str = "light") -> str:
        file = tmp_path / "own.j2"
        file.write_text(text)
        return diagramkit.export("editorial", file, mode)  # type: ignore[arg-type]

    return filled


def test_a_template_sees_the_theme_the_mode_and_every_token(fill: Fill) -> None:
    text = (
        "{{ name }} {{ mode_name }} {{ mode.canvas }} {{ light.roles.accent.stroke_width | css }} "
        "{{ tokens['type.title.size'] | css }} {{ fonts.mono | css }} {{ on_page.line }}"
    )
    families = '"JetBrains Mono", Menlo, "DejaVu Sans Mono", monospace'
    line = page_colors(editorial, "dark").line
    assert fill(text, "dark") == f"editorial dark #171717 2px 14px {families} {line}\n"


def test_a_template_may_use_others_beside_it(fill: Fill, tmp_path: Path) -> None:
    (tmp_path / "part.j2").write_text("{{ mode.accent }}")
    assert fill("{% include 'part.j2' %}") == "#D9392E\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a\n{{ nothing }}", 2),
        ("a\n{% if %}", 2),
        ("\n\n{% include '../secret.j2' %}", 3),
        ("{{ ''.__class__.__mro__ }}", 1),
        ("{{ tokens.clear() }}", 1),
        ("{{ 1 / 0 }}", 1),
        ("{% set n = namespace(x='a' * 100000) %}{% for i in range(60) %}"
         "{% set n.x = n.x ~ n.x %}{% endfor %}", 1),
        ("{{ 'a' * 9000000 }}", 1),
    ],
)  # fmt: skip
def test_a_template_that_goes_wrong_is_named_with_its_line(
    fill: Fill, tmp_path: Path, text: str, place: int
) -> None:
    (tmp_path.parent / "secret.j2").write_text("secret")
    with pytest.raises(DiagramError) as caught:
        fill(text)
    (found,) = caught.value.diagnostics
    assert str(found.location) == f"{tmp_path / 'own.j2'}:{place}:1"


def test_a_template_that_does_not_end_is_ended(fill: Fill, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diagramkit.theme.export._own.SECONDS", 1)
    with pytest.raises(DiagramError, match="takes longer than a template may"):
        fill("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}")


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DiagramError, match="there is no such template"):
        diagramkit.export(editorial, tmp_path / "nope.j2")
