"""A `#` among words begins a comment.

Why: what follows it is lost.

Example: `A->>B: issue #12`.

Use instead: `#35;` in the place of `#`.
"""
