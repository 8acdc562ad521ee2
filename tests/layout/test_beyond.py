"""What is inside a frame stands in the order of what its lines lead to outside."""

from __future__ import annotations

import pytest

from diagramkit.lint import check

from .pictures import THEME, draw

ACROSS = """flowchart {direction}
subgraph callers
  python; ruby; node
end
subgraph bindings
  for_node; for_ruby; for_python
end
python --> for_python
ruby --> for_ruby
node --> for_node
"""
THROUGH = (
    ACROSS
    + """subgraph targets
  linux; macos; windows
end
for_python --> windows
for_ruby --> linux
for_node --> macos
"""
)

FANNED = """flowchart {direction}
subgraph S
  hub
end
subgraph M
  a; b; c; d
end
subgraph X
  x; y
end
hub --> a & b & c & d
a & c --> x
b & d --> y
"""
PASSING = """flowchart {direction}
subgraph S
  hub; two
end
subgraph M
  a; b; c; d
end
subgraph X
  x; y; z; w
end
hub --> a & b & c & d
a & c & d --> x
b --> y & z
two --> w
"""


@pytest.mark.parametrize("source", [ACROSS, THROUGH, FANNED, PASSING])
@pytest.mark.parametrize("direction", ["TB", "LR", "BT"])
def test_lines_between_frames_do_not_cross(source: str, direction: str) -> None:
    picture = draw(source.format(direction=direction))
    found = check(picture.scene, THEME, least="style")
    assert [finding for finding in found if finding.rule == "crossing"] == []


def test_an_order_that_crosses_nothing_is_that_of_the_source() -> None:
    picture = draw("flowchart TB\nsubgraph G\nA; B\nend\nsubgraph H\nC; D\nend\nA --> C\nB --> D")
    assert picture.center("A").x < picture.center("B").x
    assert picture.center("C").x < picture.center("D").x
