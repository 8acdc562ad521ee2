"""The `axisFormat` of a Gantt chart writes the same words, or two in turn, below all of its ticks.

Why: such an axis tells no time; the ticks are written in a format that suits their distance.

Example: `axisFormat %L` for tasks that take minutes.

Use instead: a format with the unit that changes along the axis, as in `%M:%S`, or none.
"""
