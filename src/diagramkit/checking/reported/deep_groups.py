"""Groups are in each other deeper than `budget.group_depth`.

Why: frames in frames take the room that the words need, and nobody sees where one ends.

Example: a `subgraph` in a `subgraph` in a `subgraph` in another.

Use instead: a figure of its own for the inner groups.
"""
