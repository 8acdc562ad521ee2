"""A formula between `$$` is not set, but left as it is written.

Why: it holds a command that is not known, or a brace that is not closed, so that readers see TeX.

Example: `A["$$\\begin{cases} 1 \\end{cases}$$"]`.

Use instead: letters, scripts, `\\frac`, `\\sqrt`, `\\text`, Greek letters, signs
and functions by name.
"""
