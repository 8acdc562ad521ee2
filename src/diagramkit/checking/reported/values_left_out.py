"""The values that a chart is asked to write out find no room at its bars.

Why: who asked for the numbers does not get them.

Example: `showDataLabel` in a chart of four series with forty bars each.

Use instead: fewer bars or series, or a table beside the chart.
"""
