"""The fonts that come with diagramkit, for charts of matplotlib beside its drawings."""

from __future__ import annotations

from diagramkit.text.fonts import faces

FAMILIES = ("Inter", "Arial", "JetBrains Mono")
"""The families whose fonts come with diagramkit; Arimo stands for Arial."""


def add_fonts() -> tuple[str, ...]:
    """Make the fonts known to matplotlib for as long as the program runs.

    Returns:
        The names that matplotlib knows them by, the font of the house style first:
        `matplotlib.rcParams["font.family"] = add_fonts()[0]`.

    Raises:
        ImportError: matplotlib is not installed.
    """
    from matplotlib import font_manager

    names: dict[str, None] = {}
    for face in faces(FAMILIES):
        font_manager.fontManager.addfont(face.path)
        names[font_manager.FontProperties(fname=face.path).get_name()] = None
    return tuple(names)
