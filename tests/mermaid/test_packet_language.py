"""Packets are read as Mermaid reads them."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.packet.model import Packet


def packet(text: str, before: str = "") -> Packet:
    model = parse(f"{before}packet\n{text}\n", "a.mmd")
    assert isinstance(model, Packet)
    return model


def test_fields_are_written_as_ranges_single_bits_or_counts() -> None:
    fields = packet('0-7: "a"\n8: "b"\n+4: "c"').fields
    assert [(one.label, one.first, one.last) for one in fields] == [
        ("a", 0, 7),
        ("b", 8, 8),
        ("c", 9, 12),
    ]


@pytest.mark.parametrize(("written", "bits"), [("16", 16), ("500", 128), ("x", 32), ("0", 32)])
def test_the_bits_of_a_row_are_set_in_the_front_matter(written: str, bits: int) -> None:
    before = f"---\nconfig:\n  packet:\n    bitsPerRow: {written}\n    showBits: false\n---\n"
    model = packet('0: "a"', before)
    assert (model.bits_per_row, model.shows_bits) == (bits, False)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('1-2: "a"', "a.mmd:2:1: this field begins at bit 1, and the next free one is 0"),
        ('4-2: "a"', "a.mmd:2:1: this field begins at bit 4"),
        ('+4: "a"\n4-2: "b"', "a.mmd:3:1: the last bit, 2, is before the first, 4"),
        ('+0: "a"', "a.mmd:2:2: a field has one bit at least"),
        ("0-3: a", "a.mmd:2:6: expected a label in double quotes"),
        ('0-3 "a"', "a.mmd:2:5: expected a colon before the label"),
        ('+10001: "a"', "a.mmd:2:2: a packet has 10000 bits at most"),
        ('+99999999999999: "a"', "a.mmd:2:2: a number of this length"),
    ],
)
def test_what_mermaid_does_not_read_is_refused_with_its_place(text: str, wanted: str) -> None:
    with pytest.raises(DiagramError) as caught:
        packet(text)
    assert str(caught.value).startswith(wanted)
