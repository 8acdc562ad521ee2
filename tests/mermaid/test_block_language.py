"""Block diagrams are read as Mermaid reads them."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.block.model import BlockDiagram, Cell, Grid


def block(text: str) -> BlockDiagram:
    model = parse(f"block\n{text}\n", "a.mmd")
    assert isinstance(model, BlockDiagram)
    return model


def test_blocks_spaces_and_columns_make_the_grid() -> None:
    model = block('columns 3\na["A"]:2 space b space:2 c')
    cells = (Cell("a", 2), Cell(""), Cell("b"), Cell(""), Cell(""), Cell("c"))
    assert model.grids[""] == Grid(3, cells)
    assert [node.text for node in model.nodes] == ["A", "b", "c"]


def test_a_block_with_others_inside_has_a_grid_of_its_own() -> None:
    model = block('block:g["G"]:2\ncolumns 1\na b\nend\nc')
    assert model.grids == {
        "": Grid(None, (Cell("g", 2), Cell("c"))),
        "g": Grid(1, (Cell("a"), Cell("b"))),
    }
    assert [(group.title, group.members) for group in model.groups] == [("G", ("a", "b"))]


def test_a_block_stands_where_it_is_first_mentioned_and_is_named_later() -> None:
    model = block('a --> b\nb("Named")')
    assert model.grids[""].cells == (Cell("a"), Cell("b"))
    assert [(node.text, node.shape) for node in model.nodes] == [
        ("a", "square"),
        ("Named", "round"),
    ]


@pytest.mark.parametrize(
    ("ways", "shape"),
    [("right", "arrow-right"), ("y", "arrow-up-down"), ("x, down", "arrow-left-right-down")],
)
def test_a_block_arrow_points_in_its_directions(ways: str, shape: str) -> None:
    assert block(f'a<["go"]>({ways})').nodes[0].shape == shape


def test_links_have_words_heads_and_lines() -> None:
    edges = block('a -- "x y" --x b\na <--> c\nb ==> c\na -.-> d').edges
    said = [(one.target, one.text, one.tail, one.head, one.line) for one in edges]
    assert said == [
        ("b", "x y", "none", "cross", "solid"),
        ("c", "", "arrow", "arrow", "solid"),
        ("c", "", "none", "arrow", "thick"),
        ("d", "", "none", "arrow", "dotted"),
    ]


def test_classes_and_styles_reach_their_blocks() -> None:
    model = block("a b\nclassDef hot fill:#f00,stroke:#000;\nclass a,b hot\nstyle b color:#fff")
    assert model.class_styles == {"hot": (("fill", "#f00"), ("stroke", "#000"))}
    assert [(node.classes, node.style) for node in model.nodes] == [
        (("hot",), ()),
        (("hot",), (("color", "#fff"),)),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a[b]", "a.mmd:2:3: expected words in double quotes"),
        ('a["b"', 'a.mmd:2:6: "[" is not closed behind the words'),
        ('a<["b"]>(sideways)', 'a.mmd:2:7: expected "]>" and where the arrow points'),
        ("block\na", 'a.mmd:2:1: this block is never closed; expected "end"'),
        ("block\nend", 'a.mmd:3:1: expected a block before this "end"'),
        ("a end", "a.mmd:2:3: expected a block, a space or the columns of a row"),
        ("a -->", "a.mmd:2:6: expected the block that the link leads to"),
        ("a -- b --> c", "a.mmd:2:6: expected words in double quotes on the line"),
        ("columns 0\na", "a.mmd:2:1: a row has one column at least"),
        ("style b fill:red", 'a.mmd:2:1: no block is called "b"'),
        ("accTitle: a\nb", "a.mmd:2:1: Mermaid reads no accTitle"),
        ("space:2001", "a.mmd:2:1: a block diagram has 2000 cells at most"),
        ("block\n" * 101 + "a\n" + "end\n" * 101, "a.mmd:102:1: blocks inside one another"),
    ],
)
def test_what_mermaid_does_not_read_is_refused_with_its_place(text: str, wanted: str) -> None:
    with pytest.raises(DiagramError) as caught:
        block(text)
    assert str(caught.value).startswith(wanted)
