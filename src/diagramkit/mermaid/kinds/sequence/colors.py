"""The colours that may stand behind `box`: those of CSS by name, and `rgb(…)` and the like."""

from __future__ import annotations

import re

_NAMED = """
    aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue
    blueviolet brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk
    crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki
    darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen
    darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue
    dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite
    gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki
    lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
    lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen
    lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen
    magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen
    mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream
    mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid
    palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum
    powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown
    seagreen seashell sienna silver skyblue slateblue slategray slategrey snow springgreen
    steelblue tan teal thistle tomato transparent turquoise violet wheat white whitesmoke yellow
    yellowgreen
"""
NAMES = frozenset(_NAMED.split())
"""The named colours of CSS Color Module Level 4."""

_FUNCTION = re.compile(r"(?:rgb|hsl)a?\s*\([\d\s.,%/+deg-]*\)", re.IGNORECASE | re.ASCII)
_WORD = re.compile(r"\w+", re.ASCII)


def divide_color(text: str) -> tuple[str, str]:
    """The colour that a text begins with, and the words behind it; without one, all is words."""
    if found := _FUNCTION.match(text):
        return found[0], text[found.end() :]
    if (found := _WORD.match(text)) and found[0].lower() in NAMES:
        return found[0], text[found.end() :]
    return "", text
