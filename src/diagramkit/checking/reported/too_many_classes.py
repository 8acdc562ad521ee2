"""The nodes and groups of a chart have more classes than `budget.classes`.

Why: each class is a look that readers have to tell from the others.

Example: `class a one`, `class b two` and so on, up to ten.

Use instead: the theme's roles; or split the figure.
"""
