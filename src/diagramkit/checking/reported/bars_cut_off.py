"""The axis that bars stand on does not begin at zero.

Why: the length of a bar stands for its value; cut off, 51 looks twice as much as 50.

Example: `y-axis 49 --> 52` with a `bar`.

Use instead: an axis from 0, or a line.
"""
