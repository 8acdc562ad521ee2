"""Which extra brings a font for what no font at hand has."""

from __future__ import annotations

import pytest

from diagramkit.text import fonts


@pytest.mark.parametrize(
    ("lost", "extra"),
    [("🚀", "emoji"), ("ن", "arabic"), ("語", "cjk"), ("語🚀ن", "cjk,emoji,arabic")],
)
def test_the_extra_that_is_lacking_is_named(
    monkeypatch: pytest.MonkeyPatch, lost: str, extra: str
) -> None:
    monkeypatch.setattr(fonts, "further_faces", lambda: ())
    monkeypatch.setattr(fonts, "cjk_face", lambda: None)
    assert fonts.extra_for(list(lost)) == extra


def test_no_extra_is_named_that_is_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "further_faces", lambda: (fonts.Face("any.ttf"),))
    assert fonts.extra_for(["🚀"]) == ""
