"""Words as they will be seen: which font draws them, how wide they are, where lines break.

Nothing here asks the machine for fonts. They come as dependencies, so that the same words have
the same width everywhere.
"""

from diagramkit.text.measure import TextStyle, measure, missing
from diagramkit.text.outline import Glyph, outlines
from diagramkit.text.wrap import names_broken, unbroken, wrap

__all__ = [
    "Glyph",
    "TextStyle",
    "measure",
    "missing",
    "names_broken",
    "outlines",
    "unbroken",
    "wrap",
]
