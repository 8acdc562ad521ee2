"""Tree views are read as Mermaid reads them."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.treeview.model import TreeView


def tree(text: str) -> TreeView:
    model = parse(f"treeView-beta\n{text}\n", "a.mmd")
    assert isinstance(model, TreeView)
    return model


def outline(text: str) -> list[tuple[str, int]]:
    return [(entry.text, entry.depth) for entry in tree(text).entries]


def test_an_entry_stands_in_the_last_one_that_is_indented_less() -> None:
    assert outline("a/\n    b\n  'c d'\n      \"e\"\nf") == [
        ("a/", 0), ("b", 1), ("c d", 1), ("e", 2), ("f", 0)
    ]  # fmt: skip


def test_box_drawing_says_the_same() -> None:
    drawn = "a/\n├── b/\n│   └── c d\n│\n┗━━ e"
    assert outline(drawn) == [("a/", 0), ("b/", 1), ("c d", 2), ("e", 1)]


def test_a_class_an_icon_and_words_belong_to_an_entry() -> None:
    (entry,) = tree("a b.txt :::note icon(file) ## what it is").entries
    assert (entry.text, entry.classes, entry.label) == ("a b.txt", ("note",), "what it is")


def test_a_title_and_descriptions_stand_before_the_entries() -> None:
    model = tree("title The tree\naccTitle: Name\naccDescr: Words\na")
    assert (model.heading, model.title, model.description) == ("The tree", "Name", "Words")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('a\n  "b', "a.mmd:3:3: this quote is never closed"),
        ("a\n  ## b", 'a.mmd:3:3: expected a name, found "## b"'),
        ("a\n├── b\n  c", "a.mmd:4:1: expected a branch, such as ├──"),
        ("a\n├── b\n└──", "a.mmd:4:1: expected a name behind the branch"),
        ("\n".join(" " * level + "a" for level in range(102)), "a.mmd:102:101: a tree view has"),
    ],
)
def test_what_mermaid_does_not_read_is_refused_with_its_place(text: str, wanted: str) -> None:
    with pytest.raises(DiagramError) as caught:
        tree(text)
    assert str(caught.value).startswith(wanted)
