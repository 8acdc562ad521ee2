"""A flow of a Sankey diagram leads back to where it comes from, or is below zero.

Why: bands run from left to right, and a band of less than nothing has no width; Mermaid draws
nothing at all of a diagram with a circle.

Example: `a,b,10`, `b,a,4`.

Use instead: a node of its own for what comes back, such as `b,a again,4`.
"""
