"""`axisFormat` writes the same words, or two in turn, below all ticks of a Gantt chart.

Why: such an axis tells no time; the ticks are written in a format that suits their distance.

Example: `axisFormat %L` for tasks that take minutes.

Use instead: a format with the unit that changes along the axis, as in `%M:%S`, or none.
"""
