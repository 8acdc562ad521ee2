"""A curve of a radar chart has more or fewer values than the chart has axes.

Why: Mermaid leaves the curve out without a word; here it ends where its values or the axes do.

Example: `axis a, b, c` and `curve one{1, 2}`.

Use instead: a value for each axis, or values that name their axes: `curve one{a 1, b 2, c 0}`.
"""
