"""Architecture diagrams are read as Mermaid reads them."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.architecture.model import Alignment, Architecture


def architecture(text: str) -> Architecture:
    model = parse(f"architecture-beta\n{text}\n", "a.mmd")
    assert isinstance(model, Architecture)
    return model


def test_services_have_icons_titles_and_groups() -> None:
    model = architecture(
        'group g(cloud)["The \\"site\\""]\nservice a(logos:aws-s3)[Store] in g\n'
        'service b "words"[B]\njunction j in g'
    )
    (group,) = model.groups
    assert (group.title, group.icon, group.members) == ('The "site"', "cloud", ("a", "j"))
    assert [(one.text, one.icon, one.is_junction) for one in model.services] == [
        ("Store", "logos:aws-s3", False),
        ("B", "words", False),
        ("", "", True),
    ]


def test_lines_have_sides_words_heads_and_may_end_at_frames() -> None:
    model = architecture(
        "group g\nservice a in g\nservice b\na{group}:R <-[asks]-> L:b\nb:T -- B:a"
    )
    one, other = model.links
    assert (one.source_port, one.text, one.target_port) == ("R", "asks", "L")
    assert (one.tail, one.head, one.from_group, one.to_group) == (True, True, True, False)
    assert (other.tail, other.head, other.from_group) == (False, False, False)


def test_what_is_aligned_stands_in_a_row() -> None:
    found = architecture("service a\nservice b\nalign row a b").alignments
    assert found == (Alignment("row", ("a", "b")),)


def test_a_service_may_stand_before_its_group_is_declared() -> None:
    assert architecture("service a in g\ngroup g").groups[0].members == ("a",)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("service a in g", 'a.mmd:2:14: no group is called "g" here'),
        ("group a in g\ngroup g", 'a.mmd:2:12: no group is called "g" here'),
        ("service a\nservice a", 'a.mmd:3:9: "a" is there already'),
        ("service a\na:R -- L:b", 'a.mmd:3:10: no service is called "b" here'),
        ("group g\nservice a\na:R -- L:g", 'a.mmd:4:10: no service is called "g" here'),
        ("service a\nservice b\na:X -- L:b", "a.mmd:4:3: a side is L, R, T or B"),
        ("service a\na -- b", "a.mmd:3:3: expected a side of the service"),
        ("service a\na:R --> b", "a.mmd:3:9: a side is L, R, T or B"),
        (
            "group g\nservice a in g\nservice b in g\na{group}:R -- L:b",
            "a.mmd:5:1: both ends are in one group",
        ),
        ("service a[x]y", "a.mmd:2:13: expected the end of the line"),
        ("align row a", "a.mmd:2:12: expected two services at least"),
        ("service a\nalign row a a", 'a.mmd:3:13: "a" is named twice'),
        ("align a b", 'a.mmd:2:7: expected "row" or "column"'),
    ],
)
def test_what_mermaid_does_not_read_is_refused_with_its_place(text: str, wanted: str) -> None:
    with pytest.raises(DiagramError) as caught:
        architecture(text)
    assert str(caught.value).startswith(wanted)
