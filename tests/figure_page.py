"""Writes the page of the language of figures anew, with a picture of every kind's example:

python tests/figure_page.py
"""

from __future__ import annotations

from pathlib import Path

from diagramkit.figure.kinds import kinds
from diagramkit.figure.reference import example_figure, markdown

PAGE = Path(__file__).parents[1] / "diagrams" / "figures" / "README.md"
PICTURES = "kinds"
_START = "A figure is a file of YAML"


def written() -> str:
    """The page with the reference as it should be."""
    head = PAGE.read_text(encoding="utf-8").partition(_START)[0]
    return head + markdown(PICTURES) + "\n"


def pictures() -> dict[str, str]:
    """The picture of each kind's example by its file name."""
    from diagramkit.drawing import render

    return {
        f"{name}.svg": render(example_figure(name), mode="both", name=name).svg for name in kinds()
    }


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
    folder = PAGE.parent / PICTURES
    folder.mkdir(exist_ok=True)
    for name, picture in pictures().items():
        (folder / name).write_text(picture, encoding="utf-8")
