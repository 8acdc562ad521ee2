"""Tree views as they are drawn."""

from __future__ import annotations

from diagramkit.scene import Text

from .pictures import Picture, draw


def picture(*lines: str) -> Picture:
    return draw("\n".join(["treeView-beta", *lines, ""]))


def word(drawn: Picture, text: str) -> Text:
    return next(one for one in drawn.scene.texts if one.text == text)


def test_each_level_is_indented_by_the_same() -> None:
    drawn = picture("a/", "    b/", "        c", "    d")
    a, b, c, d = (word(drawn, name) for name in ("a/", "b/", "c", "d"))
    assert b.x - a.x == c.x - b.x > 0
    assert d.x == b.x
    assert a.y < b.y < c.y < d.y


def test_a_line_leads_from_a_folder_to_what_it_holds() -> None:
    drawn = picture("a/", "    b")
    (line,) = drawn.marks("branch:")
    assert word(drawn, "a/").x < line.path.flattened()[0].x < word(drawn, "b").x


def test_what_is_said_stands_in_one_column() -> None:
    drawn = picture("a/ ## one", "    a-long-name.txt ## other")
    one, other = word(drawn, "one"), word(drawn, "other")
    assert one.x == other.x > word(drawn, "a-long-name.txt").x


def test_the_critical_path_is_accent_and_a_class_that_is_a_role_counts() -> None:
    drawn = picture(
        "%% diagram: critical a --> b", "a/", "    b", "    c :::note", "    d", "    e"
    )
    assert [mark.role for mark in drawn.marks("branch:")].count("accent-rule") == 1
    assert word(drawn, "c").color != word(drawn, "d").color
    assert drawn.faults == []
